/** Approach 3, whole: the best of many starts, resampled, with single runs and sets left out. */
import type { FitResult } from '../../../shared/contract/fit'
import { noAnswer, type NoAnswer } from '../../../shared/notes'
import { parametricDoubts } from './doubts'
import { sandwichErrors } from './errors'
import type { Estimate, FitProblem } from './estimator'
import type { FitQuestion, RunParts } from './fitLaw'
import { FORMS } from './forms'
import type { Form } from './form'
import { difference } from './influence'
import { leftOut } from './leftOut'
import { parametric } from './parametric'
import { bootstrapParts, firstOrderParts, startParts } from './pieces'
import { errorsOf, toldErrors, toldExponents, usable } from './replicates'
import { known, named, rangeOf } from './report'
import type { FitPoint } from './sample'

export type Answer = Omit<FitResult, 'problems'>

/** A start has reached the best value when it is no farther from it than this share (or than rounding, where the fit is exact). */
const REACHED = 1e-6
const EXACT_FIT_PER_RUN = 1e-26
const AMPLITUDES = ['A', 'B', 'Nc', 'Dc', 'a']

export async function fitParametric(problem: FitProblem, { bootstrap, seed, level, starts: grid }: FitQuestion, run: RunParts): Promise<Answer | NoAnswer> {
  const { points } = problem
  const form = FORMS[problem.form]
  const refusal = undetermined(points, form)
  if (refusal !== null) return refusal
  const { starts, sample, objective } = parametric(problem, grid)

  const ends = (await run('starts', problem, startParts(grid, starts.count, points.length))) as Estimate[]
  const best = ends.reduce((a, b) => (b.objective < a.objective ? b : a))
  if (!best.constants.every(Number.isFinite)) return noAnswer('notDefined', 'fit-degenerate', { form: form.formula })
  const { constants } = best
  const reached = ends.filter((end) => end.objective <= best.objective * (1 + REACHED) + EXACT_FIT_PER_RUN * points.length).length

  const refits = await run('bootstrap', problem, bootstrapParts(constants, { bootstrap, seed }))
  const replicates = usable(refits)
  const without = await run('influence', problem, firstOrderParts(constants, points.length))
  const moves = without.every((refit) => refit !== null) ? without.map((refit) => difference(refit.constants, constants)) : null
  const isAmplitude = (k: number): boolean => AMPLITUDES.includes(form.names[k]!)
  const errors = errorsOf(replicates, level) ?? (moves && sandwichErrors(moves, constants, level, isAmplitude))

  const residuals = points.map(({ row, N, D, C, loss }) => {
    const predicted = form.loss(constants, N, D)
    return { row, N, D: known(D), C: known(C), observed: loss, predicted, residual: Math.log(loss) - Math.log(predicted) }
  })
  const fitted = { form, constants, residuals: residuals.map(({ residual }) => residual), moves }
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
    residuals,
    ...(await leftOut(problem, fitted, run)),
    range: rangeOf(points),
    pointsUsed: points.length
  }
  const bounds = form.atBound(form.coordinates(constants, sample), objective)
  return { ...answer, warnings: parametricDoubts(answer, { points, form, bounds, constants, k: problem.flopPerParamToken }) }
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
