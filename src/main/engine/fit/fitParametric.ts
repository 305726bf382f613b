/** Approach 3, whole: the best of many starts, resampled, with single runs and sets left out. */
import type { FitResult } from '../../../shared/contract/fit'
import { noAnswer, type NoAnswer } from '../../../shared/notes'
import { parametricDoubts } from './doubts'
import { sandwichErrors } from './errors'
import type { FitProblem } from './estimator'
import type { FitQuestion, RunParts } from './fitLaw'
import { FORMS } from './forms'
import type { Form } from './form'
import { difference, largest, largestBudgets, exponentsAmong, mostMoved, MOST_SINGLE, setSize, shareMoved } from './influence'
import { parametric } from './parametric'
import { bootstrapParts, setParts, singleParts, startParts } from './pieces'
import type { Refit } from './refit'
import { errorsOf, toldErrors, toldExponents, usable } from './replicates'
import { known, named, rangeOf, spreadOf } from './report'
import { sandwich } from './sandwich'
import type { FitPoint } from './sample'

export type Answer = Omit<FitResult, 'problems'>
type InfluentialSet = FitResult['influence']['sets'][number]

/** A start has reached the best value when it is no farther from it than this share (or than rounding, where the fit is exact). */
const REACHED = 1e-6
const EXACT_FIT_PER_RUN = 1e-26
/** Amplitudes are above 0 by their nature: their intervals are normal in the logarithm. */
const AMPLITUDES = ['A', 'B', 'Nc', 'Dc', 'a']

export async function fitParametric(problem: FitProblem, { bootstrap, seed, level, starts: grid }: FitQuestion, run: RunParts): Promise<Answer | NoAnswer> {
  const { points, delta } = problem
  const form = FORMS[problem.form]
  const refusal = undetermined(points, form)
  if (refusal !== null) return refusal
  const { starts, sample, objective } = parametric(problem, grid)
  const ends = (await run('starts', problem, startParts(grid, starts.count))) as Refit[]
  const best = ends.reduce((a, b) => (b.objective < a.objective ? b : a))
  if (!best.constants.every(Number.isFinite)) return noAnswer('notDefined', 'fit-degenerate', { form: form.formula })
  const { constants } = best
  const reached = ends.filter((end) => end.objective <= best.objective * (1 + REACHED) + EXACT_FIT_PER_RUN * points.length).length

  const theta = form.coordinates(constants, sample)
  const curvature = sandwich(form, sample, theta, delta)
  const refits = await run('bootstrap', problem, bootstrapParts(constants, { bootstrap, seed }))
  const replicates = usable(refits)
  const isAmplitude = (k: number): boolean => AMPLITUDES.includes(form.names[k]!)
  const errors = errorsOf(replicates, level) ?? (curvature && sandwichErrors(curvature.covariance, constants, level, isAmplitude))

  const residuals = points.map(({ row, N, D, C, loss }) => {
    const predicted = form.loss(constants, N, D)
    return { row, N, D: known(D), C: known(C), observed: loss, predicted, residual: Math.log(loss) - Math.log(predicted) }
  })
  const singles = singleRuns(points.length, curvature && ((i) => firstOrder(form.names, constants, Float64Array.from(curvature.influence(i)))))
  const without = await run('influence', problem, singleParts(constants, singles))
  const single = singles.flatMap((i, j) => (without[j] ? [{ place: i, delta: difference(without[j].constants, constants) }] : []))
  const sorted = mostMoved(
    form.names,
    constants,
    single.map(({ delta }) => delta)
  )
  const influence = single.sort((a, b) => Math.abs(b.delta[sorted]!) - Math.abs(a.delta[sorted]!) || a.place - b.place)

  const k = setSize(points.length)
  const budgets = largestBudgets(form.hasD ? points.map(({ C }) => C) : points.map(({ N }) => N))
  const sets: { set: InfluentialSet['set']; runs: number[] }[] = [
    {
      set: 'highestLosses',
      runs: largest(
        points.map(({ loss }) => loss),
        k
      )
    },
    { set: 'mostInfluential', runs: influence.slice(0, k).map(({ place }) => place) },
    {
      set: 'largestResiduals',
      runs: largest(
        residuals.map(({ residual }) => Math.abs(residual)),
        k
      )
    },
    { set: 'largestBudgets', runs: budgets }
  ]
  const refitted = await run(
    'influence',
    problem,
    setParts(
      constants,
      sets.map(({ runs }) => runs)
    )
  )
  const told = sets.map(({ set, runs }, i): InfluentialSet => toldSet(set, runs, refitted[i] ?? null, { points, constants, form }))

  const heldOutFit = refitted[3] ?? null
  const error =
    (fit: Float64Array) =>
    (i: number): number =>
      Math.log(points[i]!.loss) - Math.log(form.loss(fit, points[i]!.N, points[i]!.D))
  const heldIn = points.map((_, i) => i).filter((i) => !budgets.includes(i))
  const heldOut =
    heldOutFit === null
      ? null
      : {
          quantity: 'loss' as const,
          count: budgets.length,
          fromC: known(Math.min(...budgets.map((i) => points[i]!.C))),
          ...spreadOf(budgets.map(error(heldOutFit.constants))),
          rmseFitted: spreadOf(heldIn.map(error(heldOutFit.constants))).rmse
        }
  const answer: Omit<Answer, 'warnings'> = {
    approach: 'parametric',
    form: problem.form,
    formula: form.formula,
    constants: named(form.names, constants),
    ...toldErrors(form.names, errors),
    level,
    objective: best.objective,
    exponents: toldExponents(constants, form.exponents, replicates, level),
    bootstrap: { replicates: bootstrap, failed: bootstrap - replicates.length },
    starts: { count: ends.length, reached },
    influence: {
      sortedBy: form.names[sorted]!,
      points: influence.map(({ place, delta }) => {
        const { row, N, D, loss } = points[place]!
        return { row, N, D: known(D), loss, delta: named(form.names, delta) }
      }),
      sets: told
    },
    residuals,
    heldOut,
    range: rangeOf(points),
    pointsUsed: points.length
  }
  return { ...answer, warnings: parametricDoubts(answer, { points, form, bounds: form.atBound(theta, objective), constants, k: problem.flopPerParamToken }) }
}

/** Why the runs determine no constants at all. */
function undetermined(points: readonly FitPoint[], { names, hasD }: Form): NoAnswer | null {
  const sizes = new Set(points.map(({ N }) => N)).size
  const tokens = new Set(points.map(({ D }) => D)).size
  const distinct = hasD ? new Set(points.map(({ N, D }) => `${N} ${D}`)).size : sizes
  if (distinct < names.length) return noAnswer('underdetermined', 'fit-too-few', { runs: distinct, constants: names.length })
  if (sizes === 1) return noAnswer('underdetermined', 'fit-one-size', { size: points[0]!.N })
  if (hasD && tokens === 1) return noAnswer('underdetermined', 'fit-one-token-count', { tokens: points[0]!.D })
  return null
}

/** The farthest that an exponent moves, as a share of it. */
const firstOrder = (names: readonly string[], constants: Float64Array, delta: Float64Array): number =>
  Math.max(...exponentsAmong(names).map((k) => shareMoved(delta, constants, k)))

/** Every run; of very many, those that matter most to first order. */
const singleRuns = (runs: number, influence: ((run: number) => number) | null): number[] =>
  runs <= MOST_SINGLE || influence === null
    ? Array.from({ length: Math.min(runs, MOST_SINGLE) }, (_, i) => i)
    : largest(
        Array.from({ length: runs }, (_, i) => influence(i)),
        MOST_SINGLE
      )

function toldSet(
  set: InfluentialSet['set'],
  runs: readonly number[],
  refit: Refit | null,
  { points, constants, form }: { points: readonly FitPoint[]; constants: Float64Array; form: Form }
): InfluentialSet {
  return {
    set,
    rows: runs.map((i) => points[i]!.row),
    constants: refit && named(form.names, refit.constants),
    delta: refit && named(form.names, difference(refit.constants, constants)),
    exponents: refit && form.exponents(refit.constants)
  }
}
