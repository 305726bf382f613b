/** One pass over the draws of a simulation: the pieces of work, and what came back of them so far. */
import type { Block } from '../draws/block'
import type { DrawPlan } from '../draws/drawPlan'
import { inOneMemory, type Grid } from '../percentiles/grid'
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

/** A result that came back, with the grids that it was counted in. */
export interface Known extends Pick<Simulated, 'draws' | 'means'> {
  counted: (Counted | null)[]
}

export const knownFrom = ({ grids }: Pick<Work, 'grids'>, { draws, tallies, means }: Simulated): Known => ({
  draws,
  means,
  counted: tallies.map((tally, k) => tally && { ...tally, grid: grids[k]! })
})

interface Piece {
  group: number
  known: Known
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

/** @param first results of the first pieces, which are not handed out again */
export function newPass(work: readonly (readonly Block[])[], pass: number, given: readonly (Grid | null)[], first: readonly Known[]): Pass {
  const pieces: (Piece | undefined)[] = first.map((known, i) => ({ group: work[i]![0]!.group, known }))
  let grids = inOneMemory(given)
  let handedOut = first.length
  let draws = first.reduce((sum, result) => sum + result.draws, 0)
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
      pieces[work.piece] = { group: work.blocks[0]!.group, known: knownFrom(work, result) }
      draws += result.draws
    },
    draws: () => draws,
    basis: () => basis,
    counts: (output) => byGroup(({ known }) => known.counted[output] ?? null),
    means: (output) => byGroup(({ known }) => known.means[output]!).map((group) => group.flat()),
    narrow: (kept) => {
      grids = inOneMemory(grids.map((grid, k) => (grid && kept[k] ? { ...grid, kept: kept[k] } : grid)))
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
