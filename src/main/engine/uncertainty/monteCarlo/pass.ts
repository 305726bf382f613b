/** One pass over the draws of a simulation: the pieces of work, and what came back of them so far. */
import type { Block } from '../draws/block'
import type { DrawPlan } from '../draws/drawPlan'
import type { Grid } from '../percentiles/grid'
import type { Counted } from '../percentiles/rankCounter'
import type { BlockMean, Simulated } from './simulateBlocks'

/** Blocks in their order, of one group unless draws are plain, and the grids to count with, per output (null where no percentiles are wanted). */
export interface Work {
  /** Which pass, -1 for the first look before any; and which piece of the draws. */
  pass: number
  piece: number
  blocks: readonly Block[]
  grids: readonly (Grid | null)[]
}

interface Piece {
  group: number
  result: Simulated
}

export interface Pass {
  next(): Work | null
  add(work: Work, result: Simulated): void
  /** Draws so far, and those that the grids were made from. */
  draws(): number
  basis(): number
  /** Counts of an output, group by group, in the order of the draws. */
  counts(output: number): Counted[][]
  means(output: number): BlockMean[][]
  /** Keeps fewer cells in the pieces that are still to be handed out; per output, null where it stays as it is. */
  narrow(kept: readonly (Uint8Array<ArrayBuffer> | null)[]): void
}

/** @param known results of the first pieces, which are not handed out again */
export function newPass(work: readonly (readonly Block[])[], pass: number, given: readonly (Grid | null)[], known: readonly Simulated[]): Pass {
  const pieces: (Piece | undefined)[] = known.map((result, i) => ({ group: work[i]![0]!.group, result }))
  let grids = given
  let handedOut = known.length
  let draws = known.reduce((sum, result) => sum + result.draws, 0)
  let basis = draws
  const byGroup = <T>(of: (piece: Piece) => T | null): T[][] => {
    const groups: T[][] = []
    for (const piece of pieces) {
      const item = piece && of(piece)
      if (piece && item) (groups[piece.group] ??= []).push(item)
    }
    return groups.filter((group) => group !== undefined)
  }
  return {
    next: () => {
      const piece = handedOut
      const blocks = work[piece]
      if (blocks === undefined) return null
      handedOut++
      return { pass, piece, blocks, grids }
    },
    add: (work, result) => {
      pieces[work.piece] = { group: work.blocks[0]!.group, result }
      draws += result.draws
    },
    draws: () => draws,
    basis: () => basis,
    counts: (output) => byGroup(({ result }) => result.counted[output] ?? null),
    means: (output) => byGroup(({ result }) => result.means[output]!).map((group) => group.flat()),
    narrow: (kept) => {
      grids = grids.map((grid, k) => (grid && kept[k] ? { ...grid, kept: kept[k] } : grid))
      basis = draws
    }
  }
}

/** Handing a piece out costs little beside so many blocks; and beside this share of all of them. */
const MOST_BLOCKS = 16
const LEAST_SHARE = 1 / 128
/** A piece is at most this share of what is left, so that workers end together. */
const SHARE_OF_REST = 1 / 8

/** The blocks in runs, of one group each where groups matter, shorter towards the end; the first `short` of one block each. */
export function piecesOf({ blocks, method }: DrawPlan, short: number): (readonly Block[])[] {
  const pieces: Block[][] = []
  const least = Math.min(MOST_BLOCKS, Math.ceil(blocks.length * LEAST_SHARE))
  let room = 0
  blocks.forEach((block, i) => {
    const last = pieces.at(-1)
    if (last !== undefined && last.length < room && (method === 'plain' || last[0]!.group === block.group)) last.push(block)
    else {
      pieces.push([block])
      room = pieces.length <= short ? 1 : Math.max(least, Math.min(MOST_BLOCKS, Math.ceil((blocks.length - i) * SHARE_OF_REST)))
    }
  })
  return pieces
}
