/**
 * How the draws of a simulation are laid out: blocks that each depend on (seed, input, block) alone, so that the result does not depend on who computes which.
 * A point is a 32-bit number x that stands for the probability (x + ½)/2^32 (x taken as unsigned): no draw lies further out than 6.3 deviations.
 */
import { noAnswer, type NoAnswer } from '../../../../shared/notes'
import { BLOCK_SIZE, type Block } from './block'
import { latinPoints } from './latinHypercube'
import { plainNormals, plainPoints } from './plain'
import { fillNormals, fillUniforms } from './pointValues'
import { SOBOL_DIMENSIONS, sobolPoints } from './sobol'

/** Independent draws; scrambled Sobol points in independent replicates; Latin hypercubes, one per block. */
export type DrawMethod = 'plain' | 'sobol' | 'latin'

export interface DrawRequest {
  method: DrawMethod
  /** Draws that are wanted at least. */
  draws: number
  /** A whole number from 0 to 2^32 − 1. */
  seed: number
}

export interface DrawPlan extends DrawRequest {
  /** Draws that are made: Sobol replicates have a power of two each, so there may be more than were asked for. */
  draws: number
  blocks: readonly Block[]
  groups: number
}

/** Fills a column with one input's draws in one block; its length is the block's size. */
export interface DrawSource {
  uniforms(input: number, block: Block, out: Float64Array): void
  /** mean + sd·z. */
  normals(input: number, block: Block, out: Float64Array, mean: number, sd: number): void
}

/** A standard deviation over so many groups is itself good to about 1/√(2·16) = 18 %. */
const LEAST_GROUPS = 16
export const MOST_DRAWS = 1e8

/** The layout for a request, or why there is none. */
export function drawPlanOf(request: DrawRequest, inputs: number): DrawPlan | NoAnswer {
  const { draws, method, seed } = request
  if (!Number.isSafeInteger(draws)) return noAnswer('notDefined', 'draws-not-whole')
  if (draws < 1) return noAnswer('notDefined', 'draws-none', { draws })
  if (draws > MOST_DRAWS) return noAnswer('notDefined', 'draws-too-many', { draws, most: MOST_DRAWS })
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) return noAnswer('notDefined', 'seed-outside', { most: 2 ** 32 - 1 })
  if (method === 'sobol' && inputs > SOBOL_DIMENSIONS) return noAnswer('notDefined', 'sobol-dimensions', { inputs, most: SOBOL_DIMENSIONS })
  if (method === 'sobol') return layout(request, ...sobolGroups(draws), BLOCK_SIZE)
  const size = method === 'plain' ? BLOCK_SIZE : Math.min(BLOCK_SIZE, Math.ceil(draws / LEAST_GROUPS))
  const blocks = Math.ceil(draws / size)
  const groups = Math.min(LEAST_GROUPS, blocks)
  return {
    ...request,
    groups,
    blocks: Array.from({ length: blocks }, (_, index) => block(index, Math.min(size, draws - index * size), Math.floor((index * groups) / blocks)))
  }
}

const block = (index: number, size: number, group: number): Block => ({ index, size, group })

/** 16 to 32 replicates of a power of two each, fewer only for fewer than 16 draws. */
function sobolGroups(draws: number): [groups: number, each: number] {
  const each = 2 ** Math.max(0, Math.floor(Math.log2(draws / LEAST_GROUPS)))
  return [Math.ceil(draws / each), each]
}

function layout(request: DrawRequest, groups: number, each: number, most: number): DrawPlan {
  const size = Math.min(most, each)
  const perGroup = each / size
  return {
    ...request,
    draws: groups * each,
    groups,
    blocks: Array.from({ length: groups * perGroup }, (_, index) => block(index, size, Math.floor(index / perGroup)))
  }
}

/** The draws of a plan. Keeps tables of its own: make one per thread. */
export function drawSource(plan: DrawPlan): DrawSource {
  const points = pointsOf(plan)
  let column = new Int32Array(0)
  const pointsIn = (input: number, block: Block): Int32Array => {
    if (column.length !== block.size) column = new Int32Array(block.size)
    points(input, block, column)
    return column
  }
  return {
    uniforms: (input, block, out) => fillUniforms(pointsIn(input, block), out),
    normals: (input, block, out, mean, sd) =>
      plan.method === 'plain' ? plainNormals(plan.seed, input, block.index, out, mean, sd) : fillNormals(pointsIn(input, block), out, mean, sd)
  }
}

/** The points themselves. */
export function pointsOf({ method, seed, blocks, groups }: DrawPlan): (input: number, block: Block, out: Int32Array) => void {
  if (method === 'plain') return (input, { index }, out) => plainPoints(seed, input, index, out)
  if (method === 'latin') return (input, { index }, out) => latinPoints(seed, input, index, out)
  const perGroup = blocks.length / groups
  const points = sobolPoints(seed)
  return (input, { index, group, size }, out) => points(input, group, (index % perGroup) * size, out)
}
