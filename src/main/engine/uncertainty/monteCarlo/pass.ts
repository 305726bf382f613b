/** One pass over the draws of a simulation: the pieces of work, and what came back of them so far. */
import type { Block } from '../draws/block'
import type { DrawPlan } from '../draws/drawPlan'
import type { Grid } from '../percentiles/grid'
import type { Counted } from '../percentiles/rankCounter'
import type { BlockMean, Simulated } from './simulateBlocks'

/** Blocks in their order, of one group unless draws are plain, and the grids to count with, per output (null where no percentiles are wanted). */
export interface Work {
  /** Which pass, -1 for the first look before any; and which piece of it. */
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
  /** Keeps fewer cells in the pieces that are still to be handed out; per output, null where no percentiles are wanted. */
  narrow(kept: readonly (Uint8Array | null)[]): void
}

const MOST_BLOCKS_PER_PIECE = 16
const LEAST_PIECES = 8

export function newPass(plan: DrawPlan, pass: number, given: readonly (Grid | null)[], givenFrom: number): Pass {
  const work = piecesOf(plan)
  const pieces: (Piece | undefined)[] = []
  let grids = given
  let basis = givenFrom
  let handedOut = 0
  let draws = 0
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
      grids = grids.map((grid, k) => grid && { ...grid, kept: kept[k]! })
      basis = draws
    }
  }
}

/** The blocks in runs, of one group each where groups matter: enough runs to keep several workers busy, large enough that handing them out costs little. */
function piecesOf({ blocks, method }: DrawPlan): (readonly Block[])[] {
  const most = Math.min(MOST_BLOCKS_PER_PIECE, Math.ceil(blocks.length / LEAST_PIECES))
  const pieces: Block[][] = []
  for (const block of blocks) {
    const last = pieces.at(-1)
    if (last !== undefined && (method === 'plain' || last[0]!.group === block.group) && last.length < most) last.push(block)
    else pieces.push([block])
  }
  return pieces
}
