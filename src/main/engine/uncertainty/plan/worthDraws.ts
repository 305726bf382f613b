/**
 * What paths over a few sizes are worth in every draw of thresholds, price, MFU and beliefs (docs/model.md, Path), link residuals included: the same draws for every path, so
 * that two paths are compared draw by draw.
 */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { DAYS_PER_YEAR } from '../../cost'
import { SAME } from '../../planner/averaged'
import { isExact } from '../../planner/belief'
import { progressOf } from '../../planner/progress'
import { settingOf } from '../../planner/setting'
import { drawPlanOf, type DrawRequest } from '../draws/drawPlan'
import { inputFiller } from '../monteCarlo/simulateBlocks'
import { benefitDraws } from './benefitDraws'
import { beliefsOf } from '../planBeliefs'
import { columnOf, newSheet, type Columns } from './drawn'
import { lawDrawsOf } from './lawDraws'
import { ratesOf } from './rates'
import { sizesOf } from './sizes'
import { seenDraws } from './seenDraws'
import { commonFactor, thresholdOf } from './thresholds'

/** Of one size, draw by draw. */
export interface SizeDraws {
  /** USD of its run without data, and of its data that no finished run has paid for. */
  usd: Float64Array
  data: Float64Array
  years: Float64Array
  /** d(years). */
  δ: Float64Array
  /** Share of benefits that serving at this size leaves. */
  kept: Float64Array
  /** Σ of the benefits of the targets that it reaches: USD paid once, USD per year. */
  once: Float64Array
  perYear: Float64Array
}

export interface WorthDraws {
  draws: number
  /** Independent groups of equally many draws in a row. */
  groups: number
  sizes: readonly SizeDraws[]
  /** Place of the first size that reaches everything; the number of sizes when none does. */
  allAt: Uint16Array
  /** ρ_d = ln(1 + yearly rate), and the horizon in years from now. */
  rate: Float64Array
  horizon: Float64Array
}

/** @param sizes N, ascending */
export function worthDraws(plan: Plan, sizes: readonly number[], request: DrawRequest): WorthDraws | NoAnswer {
  const believed = beliefsOf(plan)
  if (isNoAnswer(believed)) return believed
  const laws = lawDrawsOf(plan)
  if (isNoAnswer(laws)) return laws
  const { model, wanted, soFar, observed } = settingOf(plan)
  const done = wanted.map((_each, i) => observed?.states[i] === 'done')
  const sheet = newSheet(believed.beliefs)
  const progress = progressOf(plan)
  const seen = observed && seenDraws(observed)
  const factor = commonFactor(
    sheet,
    plan.decision.correlation,
    wanted.some(({ belief }) => !isExact(belief)),
    seen
  )
  const thresholds = wanted.map(({ target, belief }, i) => thresholdOf(sheet, target, belief, progress, seen?.targets[i] ?? null))
  const runs = sizesOf(sheet, plan, model, laws)
  const rates = ratesOf(sheet, plan, believed.beliefs)
  const benefits = benefitDraws(sheet, plan)
  const drawPlan = drawPlanOf(request, sheet.inputs.length)
  if (isNoAnswer(drawPlan)) return drawPlan
  const { draws: S, groups } = drawPlan
  const column = (): Float64Array => new Float64Array(S)
  const places = sizes.map((N) => {
    const run = runs.runOf(N)
    const scales = new Map(plan.targets.map(({ axis }) => [axis, run.lnScale(axis)]))
    const of: SizeDraws = { usd: column(), data: column(), years: column(), δ: column(), kept: column(), once: column(), perYear: column() }
    return { N, run, scales, of }
  })
  const out: WorthDraws = { draws: S, groups, sizes: places.map(({ of }) => of), allAt: new Uint16Array(S), rate: column(), horizon: column() }

  const fill = inputFiller({ inputs: sheet.inputs, outputs: [], evaluate: () => undefined }, drawPlan)
  let start = 0
  for (const { size: n, ...block } of drawPlan.blocks) {
    const inputs: Columns = sheet.inputs.map(() => new Float64Array(n))
    fill({ ...block, size: n }, inputs)
    factor.fill(inputs, n)
    rates.fill(inputs, n)
    benefits.fill(inputs, n)
    thresholds.forEach((threshold) => threshold.fill(inputs, n, factor))
    const [yearly, horizon, unique] = [columnOf(benefits.rate, inputs), columnOf(benefits.horizon, inputs), columnOf(runs.uniqueTokens, inputs)]
    for (let k = 0; k < n; k++) {
      out.rate[start + k] = Math.log1p(yearly[k]!)
      out.horizon[start + k] = horizon[k]! - soFar.days / DAYS_PER_YEAR
    }
    for (const { N, run, of } of places) {
      const { D, C } = run.fill(inputs, n)
      for (let k = 0; k < n; k++) {
        const s = start + k
        const years = (C[k]! * rates.daysPerFlop[k]! + rates.fixedDays[k]!) / DAYS_PER_YEAR
        of.usd[s] = C[k]! * rates.usdPerFlop[k]! + rates.fixedUsd[k]!
        of.data[s] = rates.usdPerToken[k]! * Math.max(0, Math.min(D[k]!, unique[k]!) - model.cost.boughtTokens)
        of.years[s] = years
        of.δ[s] = Math.exp(-out.rate[s]! * years)
        of.kept[s] = benefits.total[k]! > 0 ? Math.max(0, 1 - (N * rates.servingUsdPerParameter[k]!) / benefits.total[k]!) : 1
      }
    }
    thresholds.forEach(({ lnThreshold }, i) => {
      // What a finished run has reached is earned.
      if (done[i]) return
      const { axis } = plan.targets[i]!
      const first = new Uint16Array(n).fill(sizes.length)
      for (let j = sizes.length - 1; j >= 0; j--) {
        const { scales, of } = places[j]!
        const lnX = scales.get(axis)!(inputs, n)
        for (let k = 0; k < n; k++) {
          if (!(lnThreshold[k]! <= lnX[k]! + SAME)) continue
          first[k] = j
          of.once[start + k]! += benefits.once[i]![k]!
          of.perYear[start + k]! += benefits.perYear[i]![k]!
        }
      }
      for (let k = 0; k < n; k++) out.allAt[start + k] = Math.max(out.allAt[start + k]!, first[k]!)
    })
    start += n
  }
  return out
}
