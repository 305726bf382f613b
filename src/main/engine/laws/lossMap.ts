/**
 * A law's loss seen from above, over N and D: lines of equal loss, lines of equal compute with the loss along them (isoFLOP profiles, Hoffmann et al. 2022,
 * figure 3), and the efficient frontier, where each amount of compute has its least loss.
 */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { logSpaced } from '../planner/grid'
import type { BoundLaw, Pair } from './law'

/** Lowest and highest N, and D, that are looked at. */
export interface Box {
  N: readonly [number, number]
  D: readonly [number, number]
}

export interface LossMap {
  /** L(N, D) = loss, N ascending. */
  contours: { loss: number; N: number[]; D: number[] }[]
  /** k·N·D = C, N ascending, and the run of least loss among them; null for a law without an optimum. */
  isoFlops: IsoFlop[]
  /** Optimal runs, compute ascending; null for a law without an optimum. */
  frontier: { C: number[]; N: number[]; D: number[]; loss: number[]; terms: Record<string, number[]> | null } | null
}

export interface IsoFlop {
  C: number
  N: number[]
  D: number[]
  loss: number[]
  least: (Pair & { loss: number }) | null
}

export interface MapQuestion {
  box: Box
  /** How many lines of equal loss. */
  levels: number
  /** A run whose own lines of equal loss and equal compute are among the others. */
  run: Pair | null
  /** k in C = k·N·D. */
  k: number
}

/** Points along a line of equal loss or compute, for each of N and D. */
const POINTS = 81
/** Lines of equal compute: at most as many, at powers of ten. */
const MOST_ISOFLOPS = 6

/**
 * The map within the box. Losses of the contours lie evenly in ln N and ln D between the box's corners, rounded to two decimals; with a run, its own loss too.
 * notDefined for a law without a loss; unreachable where the box leaves the range of numbers.
 */
export function lossMap(law: BoundLaw, { box, levels, run, k }: MapQuestion): LossMap | NoAnswer {
  const { loss, surface } = law
  if (loss === null || surface === null) return noAnswer('notDefined', 'law-without-loss', { law: law.name })
  const sizes = logSpaced(...box.N, POINTS)
  const tokens = logSpaced(...box.D, POINTS)
  if (![loss(box.N[0], box.D[0]), loss(box.N[1], box.D[1])].every(Number.isFinite)) return noAnswer('unreachable', 'beyond-numbers')
  const own = run === null ? [] : [loss(run.N, run.D)]
  const computes = [...decades(k * box.N[0] * box.D[0], k * box.N[1] * box.D[1]), ...(run === null ? [] : [k * run.N * run.D])]
  return {
    contours: [...lossLevels(loss, box, levels), ...own].flatMap((level) => contour(law, level, box, sizes, tokens)),
    isoFlops: computes.flatMap((C) => isoFlop(law, C, box, sizes, k)),
    frontier: frontier(law, box, sizes, k)
  }
}

/** Losses along the diagonal of the box, each once. */
function lossLevels(loss: (N: number, D: number) => number, { N, D }: Box, count: number): number[] {
  const [sizes, tokens] = [logSpaced(...N, count + 2), logSpaced(...D, count + 2)]
  const found = sizes.slice(1, -1).map((size, i) => Math.round(loss(size, tokens[i + 1]!) * 100) / 100)
  return [...new Set(found)]
}

/** Where the law has the loss: D at each N and N at each D, so that steep and flat parts are equally dense. Both fall along the line, so sorting by N orders it. */
function contour({ surface }: BoundLaw, loss: number, box: Box, sizes: readonly number[], tokens: readonly number[]): LossMap['contours'] {
  if (surface === null) return []
  const points: Pair[] = [
    ...sizes.flatMap((N) => pair(N, surface.tokensAt(loss, N))),
    ...tokens.flatMap((D) => pair(surface.sizeAt(loss, D), D)).filter(({ N }) => within(N, box.N))
  ].filter(({ D }) => within(D, box.D))
  points.sort((a, b) => a.N - b.N || b.D - a.D)
  return points.length < 2 ? [] : [{ loss, N: points.map(({ N }) => N), D: points.map(({ D }) => D) }]
}

const pair = (N: number | null, D: number | null): Pair[] => (N === null || D === null ? [] : [{ N, D }])
/** Rounding of an inverse does not put an end of the box outside it. */
const within = (x: number, [low, high]: readonly [number, number]): boolean => x >= low * (1 - 1e-12) && x <= high * (1 + 1e-12)

function isoFlop(law: BoundLaw, C: number, box: Box, sizes: readonly number[], k: number): IsoFlop[] {
  const { loss, optimum } = law
  if (loss === null) return []
  // Where the line enters and leaves the box through its sides of D.
  const ends = box.D.map((D) => C / (k * D)).filter((N) => within(N, box.N))
  const runs = [...new Set([...sizes, ...ends])]
    .sort((a, b) => a - b)
    .map((N) => ({ N, D: C / (k * N) }))
    .filter(({ D }) => within(D, box.D))
  if (runs.length < 2) return []
  const best = optimum?.(C, k) ?? null
  return [
    {
      C,
      N: runs.map(({ N }) => N),
      D: runs.map(({ D }) => D),
      loss: runs.map(({ N, D }) => loss(N, D)),
      least: best === null || !within(best.N, box.N) || !within(best.D, box.D) ? null : { ...best, loss: loss(best.N, best.D) }
    }
  ]
}

function frontier(law: BoundLaw, box: Box, sizes: readonly number[], k: number): LossMap['frontier'] {
  const { loss, optimalTokens, terms } = law
  if (loss === null || optimalTokens === null) return null
  const runs = sizes.map((N) => ({ N, D: optimalTokens(N, k) })).filter(({ D }) => within(D, box.D))
  const parts = terms === null ? null : runs.map(({ N, D }) => terms(N, D))
  return {
    C: runs.map(({ N, D }) => k * N * D),
    N: runs.map(({ N }) => N),
    D: runs.map(({ D }) => D),
    loss: runs.map(({ N, D }) => loss(N, D)),
    terms: parts && Object.fromEntries(Object.keys(parts[0] ?? {}).map((name) => [name, parts.map((each) => each[name]!)]))
  }
}

/** Powers of ten strictly between two amounts of compute, evenly thinned. */
function decades(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from)) + 1
  const count = Math.ceil(Math.log10(to)) - first
  const every = Math.max(1, Math.ceil(count / MOST_ISOFLOPS))
  const all = Array.from({ length: Math.max(0, count) }, (_, i) => 10 ** (first + i))
  return all.filter((_, i) => i % every === Math.floor(every / 2))
}
