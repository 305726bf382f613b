/** What a reader should know before trusting a fit: what the runs cannot tell, and where the law goes beyond them. */
import type { FitResult } from '../../../shared/contract/fit'
import { note, type Note } from '../../../shared/notes'
import type { Form } from './form'
import { exponentsAmong, shareMoved, singlesOf } from './influence'
import { spanOf } from './report'
import { sampleOf, type FitPoint } from './sample'

type Told = Omit<FitResult, 'problems' | 'warnings'>

/** Runs per constant, decades of N, D or C, and |correlation| of ln N with ln D at which a fit is doubted: choices of ours. */
const RUNS_PER_CONSTANT = 5
const DECADES = 1.5
const TOGETHER = 0.97
/** Standard error, as a share of the constant, that leaves it poorly determined. */
const POOR = 0.25
/** Share of the starts below which the best value may not be the least there is. */
const MOST_STARTS = 0.5
/** An exponent that a fiftieth of the runs moves by more than this share of itself rests on them. */
const MOVED = 0.1
/** Held-out errors that are this many times those of the runs fitted to. */
const WORSE = 2
const FAILED = 0.02

export function parametricDoubts(
  told: Told,
  { points, form, bounds, constants, k }: { points: readonly FitPoint[]; form: Form; bounds: readonly string[]; constants: Float64Array; k: number }
): Note[] {
  const symbol = (name: string): string => form.symbols[form.names.indexOf(name)]!
  const few = points.length < RUNS_PER_CONSTANT * form.names.length
  const poor = form.names.filter((name) => (told.standardErrors?.[name] ?? 0) > POOR * Math.abs(told.constants[name]!))
  const together = form.hasD ? correlation(points) : 0
  return [
    ...(few ? [note('fit-few-runs', { runs: points.length, constants: form.names.length })] : []),
    ...narrow(points, form.hasD ? ['N', 'D'] : ['N']),
    ...(Math.abs(together) > TOGETHER ? [note('fit-collinear', { correlation: together })] : []),
    ...bounds.map((name) => note('fit-at-bound', { name: symbol(name), value: told.constants[name]! })),
    ...(told.starts !== null && told.starts.reached < MOST_STARTS * told.starts.count
      ? [note('fit-few-starts', { reached: told.starts.reached, count: told.starts.count })]
      : []),
    ...(poor.length > 0
      ? [note('fit-poorly-determined', { names: poor.map((name) => `${symbol(name)} ${withError(name, told)}`).join(', '), share: POOR })]
      : []),
    ...restsOnFew(told, form, constants),
    ...heldOutWorse(told),
    ...failedReplicates(told),
    ...(points.length > singlesOf(points.length) ? [note('fit-single-limited', { most: singlesOf(points.length), runs: points.length })] : []),
    ...beyondRuns(points, form.optimum(constants, largestC(points), k), largestC(points))
  ]
}

export function powerLineDoubts(told: Told, points: readonly FitPoint[]): Note[] {
  const left = told.isoflops?.filter(({ status }) => status !== 'used') ?? []
  const optima = told.residuals.length
  const [low, high] = spanOf(told.residuals.map(({ C }) => C!))
  return [
    ...narrow(points, ['N', 'D']),
    ...(optima < 4 ? [note('fit-few-optima', { optima })] : []),
    ...(Math.log10(high / low) < DECADES ? [note('fit-narrow-optima', { decades: Math.log10(high / low) })] : []),
    ...(left.length > 0 ? [note('fit-isoflops-left-out', { count: left.length, used: optima })] : []),
    ...(told.envelope && !told.envelope.curves ? [note('fit-no-curves')] : []),
    ...heldOutWorse(told),
    ...failedReplicates(told)
  ]
}

function narrow(points: readonly FitPoint[], columns: readonly ('N' | 'D')[]): Note[] {
  return columns.flatMap((column) => {
    const [low, high] = spanOf(points.map((point) => point[column]))
    const decades = Math.log10(high / low)
    return decades < DECADES ? [note('fit-narrow', { column, decades, low, high, kind: column })] : []
  })
}

/** Of ln N with ln D. */
function correlation(points: readonly FitPoint[]): number {
  const { x, y } = sampleOf(points)
  const dot = (u: Float64Array, v: Float64Array): number => u.reduce((sum, each, i) => sum + each * v[i]!, 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}

const withError = (name: string, { constants, standardErrors }: Told): string =>
  `${Number(constants[name]!.toPrecision(3))} ± ${Number(standardErrors![name]!.toPrecision(2))}`

/** The set of few runs that moves an exponent farthest for its size, if it moves it far. */
function restsOnFew({ influence: { sets } }: Told, { names, symbols }: Form, constants: Float64Array): Note[] {
  const moves = sets
    .filter(({ set, delta }) => set !== 'largestBudgets' && delta !== null)
    .flatMap(({ rows, delta, constants: after }) =>
      exponentsAmong(names).map((k) => ({
        share: shareMoved(
          Float64Array.from(names, (name) => delta![name]!),
          constants,
          k
        ),
        values: { rows: rows.join(', '), count: rows.length, name: symbols[k]!, before: constants[k]!, after: after![names[k]!]! }
      }))
    )
    // An exponent at 0 moves by no share of itself; that it is at its bound is said elsewhere.
    .filter(({ share }) => Number.isFinite(share))
    .sort((a, b) => b.share - a.share)
  return moves.length > 0 && moves[0]!.share > MOVED ? [note('fit-rests-on-few', moves[0]!.values)] : []
}

const heldOutWorse = ({ heldOut }: Told): Note[] =>
  heldOut !== null && heldOut.rmse > WORSE * heldOut.rmseFitted && heldOut.rmse > 1e-9
    ? [note('fit-held-out-worse', { count: heldOut.count, rmse: heldOut.rmse, fitted: heldOut.rmseFitted })]
    : []

const failedReplicates = ({ bootstrap: { replicates, failed } }: Told): Note[] =>
  failed > FAILED * replicates ? [note('fit-replicates-failed', { failed, replicates })] : []

const largestC = (points: readonly FitPoint[]): number => points.reduce((most, { C }) => Math.max(most, C), 0)

/** At the largest budget of the runs, an optimum at a size that none of them has. */
function beyondRuns(points: readonly FitPoint[], optimum: { N: number } | null, C: number): Note[] {
  if (optimum === null) return []
  const [low, high] = spanOf(points.map(({ N }) => N))
  return optimum.N < low || optimum.N > high ? [note('fit-optimum-outside', { C, size: optimum.N, low, high })] : []
}
