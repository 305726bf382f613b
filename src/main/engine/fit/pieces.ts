/** The work of a fit in pieces of a fixed size, so that neither their number nor the result depends on how many workers there are. */
import type { RefitPart } from './refit'

const REPLICATES_A_PIECE = 50
const SINGLE_RUNS_A_PIECE = 40
const FIRST_ORDER_A_PIECE = 2000
/**
 * Starts are cut into at most this many pieces, of a multiple of this many starts: of Hoffmann's grid, whole sets of its amplitudes, where equal starts stand together.
 * A piece has at least this many starts times runs, about ten milliseconds: a smaller one is done before another thread has heard of it.
 */
const START_PIECES = { most: 64, multipleOf: 12, least: 10_000 }

/** 0 to `total` − 1 in pieces of `size`, the last one shorter. */
const pieces = (total: number, size: number): { from: number; to: number }[] =>
  Array.from({ length: Math.ceil(total / size) }, (_, i) => ({ from: i * size, to: Math.min(total, (i + 1) * size) }))

export function startParts(grid: 'spread' | 'hoffmann', count: number, runs: number): Extract<RefitPart, { kind: 'starts' }>[] {
  const { most, multipleOf, least } = START_PIECES
  const inPiece = multipleOf * Math.ceil(Math.max(count / most, least / runs) / multipleOf)
  return pieces(count, inPiece).map(({ from, to }) => ({ kind: 'starts', grid, at: Array.from({ length: to - from }, (_, i) => from + i) }))
}

export const bootstrapParts = (near: Float64Array, { bootstrap, seed }: { bootstrap: number; seed: number }): RefitPart[] =>
  pieces(bootstrap, REPLICATES_A_PIECE).map(({ from, to }) => ({ kind: 'bootstrap', near, seed, from, to }))

/** Each run left out alone, to first order. */
export const firstOrderParts = (near: Float64Array, runs: number): RefitPart[] =>
  pieces(runs, FIRST_ORDER_A_PIECE).map((piece) => ({ kind: 'firstOrder', near, ...piece }))

/** Each run left out alone, near the estimate. */
export const singleParts = (near: Float64Array, runs: readonly number[]): RefitPart[] =>
  pieces(runs.length, SINGLE_RUNS_A_PIECE).map(({ from, to }) => ({ kind: 'without', near, sets: runs.slice(from, to).map((run) => [run]), fresh: false }))

/** Each set left out, from scratch. */
export const setParts = (near: Float64Array, sets: readonly number[][]): RefitPart[] => sets.map((set) => ({ kind: 'without', near, sets: [set], fresh: true }))
