/**
 * What a path is worth when the plan's parameters θ are those of one draw (docs/model.md, Path and Uncertainty): the critical scales, price, MFU and beliefs are known, the residual of
 * the links is integrated, so that with F_i = F_i(r; θ) and H = ∏_i F_i
 *   U(a, θ) = Σ_k { −(1 − H(r_(k−1)))·c(r_(k−1) → r_k)·d(s_k) + Σ_i b_i(end_k)·[F_i(r_k) − F_i(r_(k−1))] }.
 * With finished runs θ is drawn, and F_i taken, given what they showed (`resultsSeen`). Beside it the chance F_i of sizes that could be measured, and the inputs themselves.
 */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { DAYS_PER_YEAR } from '../../cost'
import { isExact } from '../../planner/belief'
import { annuity } from '../../planner/problem'
import { progressOf } from '../../planner/progress'
import { settingOf } from '../../planner/setting'
import { BLOCK_SIZE } from '../draws/block'
import { drawPlanOf, type DrawRequest } from '../draws/drawPlan'
import { inputFiller } from '../monteCarlo/simulateBlocks'
import { beliefsOf } from '../planBeliefs'
import { benefitDraws } from '../plan/benefitDraws'
import { columnOf, newSheet, type Columns } from '../plan/drawn'
import { lawDrawsOf } from '../plan/lawDraws'
import { ratesOf } from '../plan/rates'
import { sizesOf } from '../plan/sizes'
import { commonFactor, thresholdOf } from '../plan/thresholds'
import { resampled, resultsSeen } from './resultsSeen'

export interface GivenQuestion {
  plan: Plan
  /** Sizes N of each path, empty for nothing; and the years by which the plan starts later, each asked for on its own. */
  paths: readonly { sizes: readonly number[]; delays: readonly number[] }[]
  /** Small runs: the target (its place in the plan) whose chance is asked at N. */
  scores: readonly { target: number; N: number }[]
  request: DrawRequest
}

export interface Given {
  /** U by path, delay and draw: USD, or points where no benefit is paid. */
  utilities: Float64Array[][]
  /** F by small run and draw. */
  scores: Float64Array[]
  /** Inputs by name and draw: their values, of a critical scale its logarithm. Those whose draws mean nothing for a decision are left out. */
  inputs: Map<string, Float64Array>
  draws: number
  /** Independent groups of equally many draws in a row. */
  groups: number
}

export function givenDraws({ plan, paths, scores, request }: GivenQuestion, tell: (done: number, total: number) => void): Given | NoAnswer {
  const believed = beliefsOf(plan)
  if (isNoAnswer(believed)) return believed
  const laws = lawDrawsOf(plan)
  if (isNoAnswer(laws)) return laws
  const { model, wanted, objective, observed, soFar } = settingOf(plan)
  const sheet = newSheet(believed.beliefs)
  const progress = progressOf(plan)
  const uncertain = wanted.some(({ belief }) => !isExact(belief))
  // As believed before: what finished runs showed comes in by weights.
  const factor = commonFactor(sheet, plan.decision.correlation, uncertain, null)
  const thresholds = wanted.map(({ target, belief }) => thresholdOf(sheet, target, belief, progress, null))
  const sizes = sizesOf(sheet, plan, model, laws)
  const rates = ratesOf(sheet, plan, believed.beliefs)
  const benefits = benefitDraws(sheet, plan)
  // What something without a mean is worth has none either.
  if (sheet.noMean !== null) return sheet.noMean
  const drawPlan = drawPlanOf(request, sheet.inputs.length)
  if (isNoAnswer(drawPlan)) return drawPlan
  const S = drawPlan.draws
  const results = observed === null ? null : resultsSeen(observed, thresholds)
  const weights = new Float64Array(S)
  /** Targets that a finished run reached have earned their benefit. */
  const open = plan.targets.flatMap((_target, i) => (observed?.states[i] === 'done' ? [] : [i]))
  const gone = soFar.days / DAYS_PER_YEAR
  const axes = plan.targets.map(({ axis }) => axis)

  const runAt = (N: number) => {
    const run = sizes.runOf(N)
    const scales = new Map(axes.map((axis) => [axis, run.lnScale(axis)]))
    return { N, fill: run.fill, lnScale: (i: number) => scales.get(axes[i]!)! }
  }
  const rungs = paths.map(({ sizes: path }) =>
    path.map((N) => ({ ...runAt(N), F: axes.map(() => new Float64Array(BLOCK_SIZE)), H: new Float64Array(BLOCK_SIZE) }))
  )
  const small = scores.map(({ target, N }) => ({ target, lnScale: runAt(N).lnScale(target) }))
  const columns = (count: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(S))
  const out: Given = {
    utilities: paths.map(({ delays }) => columns(delays.length)),
    scores: columns(scores.length),
    inputs: new Map(),
    draws: S,
    groups: drawPlan.groups
  }
  const told = sheet.inputs.flatMap(({ name }, at) => (meansSomething(name) ? [{ column: addInput(out, name), at }] : []))
  const criticals = wanted.flatMap(({ target, belief }, i) => (isExact(belief) ? [] : [{ column: addInput(out, `critical@${target.id}`), i }]))

  const fill = inputFiller({ inputs: sheet.inputs, outputs: [], evaluate: () => undefined }, drawPlan)
  let start = 0
  for (const { size: n, ...block } of drawPlan.blocks) {
    const inputs: Columns = sheet.inputs.map(() => new Float64Array(n))
    fill({ ...block, size: n }, inputs)
    factor.fill(inputs, n)
    rates.fill(inputs, n)
    benefits.fill(inputs, n)
    thresholds.forEach((threshold) => threshold.fill(inputs, n, factor))
    results?.fill(inputs, n, weights.subarray(start))
    told.forEach(({ column, at }) => column.set(inputs[at]!, start))
    criticals.forEach(({ column, i }) => column.set(thresholds[i]!.lnCritical.subarray(0, n), start))
    small.forEach(({ target, lnScale }, at) => thresholds[target]!.fillChance(lnScale(inputs, n), inputs, n, out.scores[at]!.subarray(start)))
    rungs.forEach((path, a) => {
      const steps = path.map(({ N, fill: run, lnScale, F, H }) => {
        const { D, C } = run(inputs, n)
        H.fill(1, 0, n)
        F.forEach((column, i) => {
          thresholds[i]!.fillChance(lnScale(i)(inputs, n), inputs, n, column)
          results?.condition(i, column, n)
          for (let k = 0; k < n; k++) H[k]! *= column[k]!
        })
        return { N, D, C, F, H }
      })
      paths[a]!.delays.forEach((delay, d) => {
        const U = out.utilities[a]![d]!
        for (let k = 0; k < n; k++) U[start + k] = objective === 'points' ? pointsIn(steps, k) : valueIn(steps, k, inputs, delay)
      })
    })
    start += n
    tell(start, S)
  }
  return results === null ? out : standingFor(out, weights)

  function valueIn(steps: readonly Step[], k: number, inputs: Columns, delay: number): number {
    const rate = Math.log1p(columnOf(benefits.rate, inputs)[k]!)
    const horizon = columnOf(benefits.horizon, inputs)[k]! - gone
    const unique = columnOf(sizes.uniqueTokens, inputs)[k]!
    const total = benefits.total[k]!
    let [value, years, bought] = [0, delay, rates.usdPerToken[k]! * model.cost.boughtTokens]
    let before: Step | null = null
    for (const step of steps) {
      const data = rates.usdPerToken[k]! * Math.min(step.D[k]!, unique)
      const usd = step.C[k]! * rates.usdPerFlop[k]! + Math.max(0, data - bought) + rates.fixedUsd[k]!
      bought = data
      value -= (before === null ? 1 : 1 - before.H[k]!) * usd * Math.exp(-rate * years)
      years += (step.C[k]! * rates.daysPerFlop[k]! + rates.fixedDays[k]!) / DAYS_PER_YEAR
      const kept = total > 0 ? Math.max(0, 1 - (step.N * rates.servingUsdPerParameter[k]!) / total) : 1
      const [once, perYear] = [Math.exp(-rate * years), annuity(years, horizon, rate)]
      for (const i of open) {
        const gain = step.F[i]![k]! - (before === null ? 0 : before.F[i]![k]!)
        value += gain * kept * (once * benefits.once[i]![k]! + perYear * benefits.perYear[i]![k]!)
      }
      before = step
    }
    return value
  }

  function pointsIn(steps: readonly Step[], k: number): number {
    const last = steps.at(-1)
    return last === undefined ? 0 : open.reduce((sum, i) => sum + last.F[i]![k]! * benefits.points[i]![k]!, 0)
  }
}

/** The same with every draw as often as its weight says. */
function standingFor(given: Given, weights: Float64Array): Given | NoAnswer {
  const places = resampled(weights, given.groups)
  if (isNoAnswer(places)) return places
  const taken = (column: Float64Array): Float64Array => Float64Array.from(places, (s) => column[s]!)
  return {
    ...given,
    utilities: given.utilities.map((delays) => delays.map(taken)),
    scores: given.scores.map(taken),
    inputs: new Map([...given.inputs].map(([name, column]) => [name, taken(column)]))
  }
}

/** A rung in a block of draws. */
interface Step {
  N: number
  D: Float64Array
  C: Float64Array
  /** F_i of each target, and their product. */
  F: readonly Float64Array[]
  H: Float64Array
}

/** Not the residual of a link, which is integrated, nor the standard normal draws behind a critical scale, which is told itself. */
const meansSomething = (name: string): boolean => name !== 'common factor' && !name.startsWith('threshold@') && !name.startsWith('critical@')

function addInput(out: Given, name: string): Float64Array {
  const column = new Float64Array(out.draws)
  out.inputs.set(name, column)
  return column
}
