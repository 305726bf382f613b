/** Approaches 1 and 2, whole: optima read off the runs, power laws through them, resampled, with single isoFLOPs or sizes left out. */
import type { FitResult } from '../../../shared/contract/fit'
import { noAnswer, type NoAnswer } from '../../../shared/notes'
import { powerLineDoubts } from './doubts'
import { counted, envelope } from './envelope'
import type { FitProblem } from './estimator'
import type { FitQuestion, RunParts } from './fitLaw'
import type { Answer } from './fitParametric'
import { difference, largestBudgets } from './influence'
import { isoflop } from './isoflop'
import { bootstrapParts, setParts } from './pieces'
import { POWER_LINE_NAMES, powerLineExponents, predictedSize, type OptimumPoint } from './powerLine'
import { errorsOf, toldErrors, toldExponents, usable } from './replicates'
import { named, rangeOf, spreadOf } from './report'

const FORMULA = 'N* = k_N·C^a, D* = k_D·C^b'

export async function fitPowerLine(problem: FitProblem, { bootstrap, seed, level }: FitQuestion, run: RunParts): Promise<Answer | NoAnswer> {
  const { points, flopPerParamToken: k } = problem
  const whole = new Float64Array(points.length).fill(1)
  const readings = problem.approach === 'isoflop' ? isoflopReadings(problem, whole) : envelopeReadings(problem, whole)
  const { optima, estimate, told } = readings
  if (estimate === null) return noAnswer('underdetermined', problem.approach === 'isoflop' ? 'fit-few-isoflops' : 'fit-no-envelope', { optima: optima.length })
  const { constants, objective } = estimate

  const replicates = usable(await run('bootstrap', problem, bootstrapParts(constants, { bootstrap, seed })))
  const budgets = largestBudgets(optima.map(({ lnC }) => lnC))
  const sets = [...optima.map(({ runs }) => [...runs]), budgets.flatMap((i) => optima[i]!.runs)]
  const refits = await run('sets', problem, setParts(constants, sets))
  const heldOutFit = refits.at(-1) ?? null
  const set = problem.approach === 'isoflop' ? ('isoflop' as const) : ('size' as const)
  const rowsOf = (runs: readonly number[]): number[] => runs.map((i) => points[i]!.row)

  const residual =
    (fit: Float64Array) =>
    (i: number): number =>
      optima[i]!.lnN - Math.log(predictedSize(fit, Math.exp(optima[i]!.lnC)))
  const others = optima.map((_, i) => i).filter((i) => !budgets.includes(i))
  const answer: Omit<Answer, 'warnings'> = {
    approach: problem.approach,
    form: null,
    formula: FORMULA,
    constants: named(POWER_LINE_NAMES, constants),
    ...toldErrors(POWER_LINE_NAMES, errorsOf(replicates, level)),
    level,
    objective,
    exponents: toldExponents(constants, powerLineExponents, replicates, level),
    bootstrap: { replicates: bootstrap, failed: bootstrap - replicates.length },
    starts: null,
    influence: {
      sortedBy: 'a',
      points: [],
      sets: refits.map((refit, i) => {
        const last = i === refits.length - 1
        const { lnC, lnN } = optima[i] ?? { lnC: NaN, lnN: NaN }
        return {
          set: last ? ('largestBudgets' as const) : set,
          rows: rowsOf(sets[i]!),
          ...(last ? {} : set === 'isoflop' ? { C: Math.exp(lnC) } : { N: Math.exp(lnN) }),
          constants: refit && named(POWER_LINE_NAMES, refit.constants),
          delta: refit && named(POWER_LINE_NAMES, difference(refit.constants, constants)),
          exponents: refit && powerLineExponents(refit.constants)
        }
      })
    },
    residuals: optima.map(({ lnC, lnN }, i) => {
      const C = Math.exp(lnC)
      const N = Math.exp(lnN)
      return { N, D: C / (k * N), C, observed: N, predicted: predictedSize(constants, C), residual: residual(constants)(i) }
    }),
    heldOut:
      heldOutFit === null || others.length === 0
        ? null
        : {
            quantity: 'N',
            count: budgets.length,
            fromC: Math.exp(Math.min(...budgets.map((i) => optima[i]!.lnC))),
            ...spreadOf(budgets.map(residual(heldOutFit.constants))),
            rmseFitted: spreadOf(others.map(residual(heldOutFit.constants))).rmse
          },
    ...told,
    range: rangeOf(points),
    pointsUsed: points.length
  }
  return { ...answer, warnings: powerLineDoubts(answer, points) }
}

interface Readings {
  optima: OptimumPoint[]
  estimate: { constants: Float64Array; objective: number } | null
  told: Pick<FitResult, 'isoflops' | 'envelope'>
}

function isoflopReadings(problem: FitProblem, weights: Float64Array): Readings {
  const estimator = isoflop(problem)
  const isoflops = estimator.profiles(weights).map(({ runs, ...profile }) => ({ ...profile, rows: runs.map((i) => problem.points[i]!.row) }))
  return { optima: estimator.optima(weights), estimate: estimator.fresh(weights), told: { isoflops } }
}

function envelopeReadings(problem: FitProblem, weights: Float64Array): Readings {
  const estimator = envelope(problem)
  const found = estimator.envelope(weights)
  const counting = new Set(counted(found))
  const winners = found.winners.map((winner) => ({
    N: Math.exp(winner.lnN),
    fromC: Math.exp(winner.fromLnC),
    toC: Math.exp(winner.toLnC),
    counts: counting.has(winner)
  }))
  return { optima: estimator.optima(weights), estimate: estimator.fresh(weights), told: { envelope: { curves: found.curves, winners } } }
}
