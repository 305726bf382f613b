/** A parametric fit without single runs, without sets of them, and without the largest budgets, which are then predicted. */
import type { FitResult } from '../../../shared/contract/fit'
import type { FitProblem } from './estimator'
import type { RunParts } from './fitLaw'
import type { Form } from './form'
import { difference, exponentsAmong, largest, largestBudgets, mostMoved, setSize, shareMoved, singlesOf } from './influence'
import { setParts, singleParts } from './pieces'
import { known, named, spreadOf } from './report'

type InfluentialSet = FitResult['influence']['sets'][number]

interface Fitted {
  form: Form
  constants: Float64Array
  residuals: readonly number[]
  /** What leaving out each run moves, to first order; null where the curvature does not tell. */
  moves: readonly Float64Array[] | null
}

export async function leftOut(problem: FitProblem, fitted: Fitted, run: RunParts): Promise<Pick<FitResult, 'influence' | 'heldOut'>> {
  const { points } = problem
  const { form, constants, residuals } = fitted
  const { names } = form
  const singles = singleRuns(points.length, fitted)
  const without = await run('influence', problem, singleParts(constants, singles))
  const single = singles.flatMap((place, j) => (without[j] ? [{ place, delta: difference(without[j].constants, constants) }] : []))
  const sorted = mostMoved(
    names,
    constants,
    single.map(({ delta }) => delta)
  )
  single.sort((a, b) => Math.abs(b.delta[sorted]!) - Math.abs(a.delta[sorted]!) || a.place - b.place)

  const k = setSize(points.length)
  const losses = points.map(({ loss }) => loss)
  const budgets = largestBudgets(points.map(({ N, C }) => (form.hasD ? C : N)))
  const sets: { set: InfluentialSet['set']; runs: number[] }[] = [
    { set: 'highestLosses', runs: largest(losses, k) },
    { set: 'mostInfluential', runs: single.slice(0, k).map(({ place }) => place) },
    { set: 'largestResiduals', runs: largest(residuals.map(Math.abs), k) },
    { set: 'largestBudgets', runs: budgets }
  ]
  const refits = await run('sets', problem, setParts(constants, sets.map(({ runs }) => runs))) // prettier-ignore
  const heldOutFit = refits.at(-1)
  return {
    influence: {
      sortedBy: names[sorted]!,
      points: single.map(({ place, delta }) => {
        const { row, N, D, loss } = points[place]!
        return { row, N, D: known(D), loss, delta: named(names, delta) }
      }),
      sets: sets.map(({ set, runs }, i) => {
        const refit = refits[i] ?? null
        return {
          set,
          rows: runs.map((place) => points[place]!.row),
          constants: refit && named(names, refit.constants),
          delta: refit && named(names, difference(refit.constants, constants)),
          exponents: refit && form.exponents(refit.constants)
        }
      })
    },
    heldOut: heldOutFit ? predicted(problem, form, heldOutFit.constants, budgets) : null
  }
}

/** How far the held-out runs are from what a fit to the others predicts. */
function predicted({ points }: FitProblem, form: Form, constants: Float64Array, held: readonly number[]): FitResult['heldOut'] {
  const isHeld = new Set(held)
  const errors = points.map(({ N, D, loss }) => Math.log(loss) - Math.log(form.loss(constants, N, D)))
  return {
    quantity: 'loss',
    count: held.length,
    fromC: known(held.reduce((least, place) => Math.min(least, points[place]!.C), Infinity)),
    ...spreadOf(held.map((place) => errors[place]!)),
    rmseFitted: spreadOf(errors.filter((_, place) => !isHeld.has(place))).rmse
  }
}

/** Every run; of very many, those that move an exponent most to first order (by their residual where the curvature does not tell). */
function singleRuns(runs: number, { form, constants, residuals, moves }: Fitted): number[] {
  const most = singlesOf(runs)
  if (runs <= most) return Array.from({ length: runs }, (_, i) => i)
  const exponents = exponentsAmong(form.names)
  const weight = (place: number): number =>
    moves === null ? Math.abs(residuals[place]!) : exponents.reduce((most, k) => Math.max(most, shareMoved(moves[place]!, constants, k)), 0)
  return largest(
    Array.from({ length: runs }, (_, i) => weight(i)),
    most
  )
}
