/**
 * A plan as a simulation model. In every draw: the run that each target asks for, and what a held path reaches, costs and is worth, all from the same draw of
 * thresholds, price, MFU and beliefs, so that the chances of the path are joint with its cost and time.
 */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { DAYS_PER_YEAR } from '../../cost'
import { exponentials, logarithms, products, sums } from '../../numeric/columns'
import { isExact } from '../../planner/belief'
import { progressOf } from '../../planner/progress'
import { settingOf, type Setting } from '../../planner/setting'
import type { ModelOutput, SimulationModel } from '../monteCarlo/model'
import { beliefsOf } from '../planBeliefs'
import { benefitDraws } from './benefitDraws'
import { columnOf, newSheet, type Columns, type Quantity } from './drawn'
import { lawDrawsOf } from './lawDraws'
import { pathDraws } from './pathDraws'
import { ratesOf } from './rates'
import { sizesOf, type LnRuns } from './sizes'
import { seenDraws } from './seenDraws'
import { commonFactor, thresholdOf } from './thresholds'

/** What a worker makes the model from. */
export interface PlanModelParameters {
  plan: Plan
  /** N of each rung of the path that is held; empty when nothing is run. */
  path: readonly number[]
}

export interface PlanModel {
  model: SimulationModel
  setting: Setting
  /** Place of each output among the model's. */
  places: PlanPlaces
  notes: Note[]
  /** Why no mean of money or value can be told. */
  noMean: NoAnswer | null
}

export interface PlanPlaces {
  targets: { N: number; D: number; C: number; usd: number; days: number; reachedBy: number[] }[]
  path: {
    allBy: number[]
    usd: number
    days: number
    committedUsd: number
    committedDays: number
    value: number
    committedValue: number
    points: number
    withinBudget: number | null
    withinDeadline: number | null
    /** All reached, within the budget and by the deadline. */
    success: number
  } | null
}

/** An output with the way it is filled from a block. */
interface Filled extends ModelOutput {
  fill(out: Float64Array, n: number, inputs: Columns): void
}

export function planModel({ plan, path }: PlanModelParameters): PlanModel | NoAnswer {
  const believed = beliefsOf(plan)
  if (isNoAnswer(believed)) return believed
  const laws = lawDrawsOf(plan)
  if (isNoAnswer(laws)) return laws
  const { beliefs } = believed
  const setting = settingOf(plan)
  const sheet = newSheet(beliefs)
  const progress = progressOf(plan)
  const seen = setting.observed && seenDraws(setting.observed)
  const factor = commonFactor(
    sheet,
    plan.decision.correlation,
    setting.wanted.some(({ belief }) => !isExact(belief)),
    seen
  )
  const thresholds = setting.wanted.map(({ target, belief }, i) => thresholdOf(sheet, target, belief, progress, seen?.targets[i] ?? null))
  const sizes = sizesOf(sheet, plan, setting.model, laws)
  const rates = ratesOf(sheet, plan, beliefs)
  const axes = plan.targets.map(({ axis }) => axis)
  const runs = thresholds.map(({ span }, i) => sizes.runsFor(axes[i]!, span))
  const { soFar, observed } = setting
  const done = plan.targets.map((_target, i) => observed?.states[i] === 'done')
  const before = { boughtTokens: setting.model.cost.boughtTokens, years: soFar.days / DAYS_PER_YEAR, done }
  const held = path.length === 0 ? null : pathDraws(path, axes, { sizes, rates, benefits: benefitDraws(sheet, plan), before })
  const limit = (id: string, value: number | null): Quantity | null => (value === null || held === null ? null : sheet.number(id, value))
  const [budget, deadline] = [limit('budget', plan.limits.budgetUsd), limit('deadline', plan.limits.deadlineDays)]
  const meansTold = sheet.noMean === null

  const outputs: Filled[] = []
  const add = (output: Filled): number => outputs.push(output) - 1
  const copied = (column: Float64Array) => (out: Float64Array, n: number) => out.set(n === column.length ? column : column.subarray(0, n))

  const lnRuns: LnRuns[] = []
  const targets = plan.targets.map(({ id }, i): PlanPlaces['targets'][number] => {
    const required = (name: string, fill: Filled['fill'], follows?: ModelOutput['follows']): number =>
      add({ name: `${name}@${id}`, scale: 'log', mean: false, percentiles: true, fill, ...(follows === undefined ? {} : { follows }) })
    const { usdPerFlop, daysPerFlop, fixedUsd, fixedDays, usdPerToken, flopOnly } = rates
    const { along } = runs[i]!
    const fillC: Filled['fill'] = (out, n) => {
      copied(lnRuns[i]!.lnC)(out, n)
      if (!flopOnly.usd || !flopOnly.days) exponentials(lnRuns[i]!.lnC, flop, n)
    }
    const N = required('N', (out, n) => copied(lnRuns[i]!.lnN)(out, n))
    return {
      N,
      D: required('D', (out, n) => copied(lnRuns[i]!.lnD)(out, n), along ? { output: N, by: along.lnD } : undefined),
      C: required('C', fillC, along ? { output: N, by: along.lnC } : undefined),
      usd: required('usd', (out, n, inputs) => {
        const { lnC, lnD } = lnRuns[i]!
        if (flopOnly.usd) return sums(lnC, lnUsdPerFlop, out, n)
        const unique = columnOf(sizes.uniqueTokens, inputs)
        exponentials(lnD, tokens, n)
        products(flop, usdPerFlop, fixedUsd, out, n)
        addData(usdPerToken, tokens, unique, before.boughtTokens, out, n)
        logarithms(out, out, n)
        withoutRuns(lnC, out, n)
      }),
      days: required('days', (out, n) => {
        const { lnC } = lnRuns[i]!
        if (flopOnly.days) return sums(lnC, lnDaysPerFlop, out, n)
        products(flop, daysPerFlop, fixedDays, out, n)
        logarithms(out, out, n)
        withoutRuns(lnC, out, n)
      }),
      reachedBy: path.map((_N, r) => add(event(`reached@${id} by rung ${r + 1}`, () => held!.reachedAt[i]!, r)))
    }
  })
  const lnUsdPerFlop = new Float64Array(rates.usdPerFlop.length)
  const lnDaysPerFlop = new Float64Array(rates.usdPerFlop.length)
  /** C of the target that is written, and its tokens. */
  const flop = new Float64Array(rates.usdPerFlop.length)
  const tokens = new Float64Array(rates.usdPerFlop.length)

  const places: PlanPlaces = {
    targets,
    path:
      held === null
        ? null
        : {
            allBy: path.map((_N, r) => add(event(`all by rung ${r + 1}`, () => held.allAt, r))),
            usd: add(money('usd', held.usd, meansTold)),
            days: add(money('days', held.days, meansTold)),
            committedUsd: add(money('committed usd', held.committedUsd, meansTold)),
            committedDays: add(money('committed days', held.committedDays, meansTold)),
            value: add(money('value', held.value, meansTold)),
            committedValue: add(money('committed value', held.committedValue, meansTold)),
            points: add(money('points', held.points, meansTold)),
            withinBudget: budget && add(within('within budget', held.committedUsd, budget, soFar.usd)),
            withinDeadline: deadline && add(within('by the deadline', held.committedDays, deadline, soFar.days)),
            success: add({
              ...EVENT,
              name: 'all, within budget and by the deadline',
              fill: (out, n, inputs) => {
                const most = budget && columnOf(budget, inputs)
                const latest = deadline && columnOf(deadline, inputs)
                for (let k = 0; k < n; k++)
                  out[k] =
                    held.allAt[k]! < path.length &&
                    keeps(soFar.usd + held.committedUsd[k]!, most?.[k]) &&
                    keeps(soFar.days + held.committedDays[k]!, latest?.[k])
                      ? 1
                      : 0
              }
            })
          }
  }

  const model: SimulationModel = {
    inputs: sheet.inputs,
    outputs,
    evaluate: (inputs, columns) => {
      const n = columns[0]?.length ?? 0
      factor.fill(inputs, n)
      rates.fill(inputs, n)
      if (rates.flopOnly.usd) logarithms(rates.usdPerFlop, lnUsdPerFlop, n)
      if (rates.flopOnly.days) logarithms(rates.daysPerFlop, lnDaysPerFlop, n)
      thresholds.forEach((threshold, i) => {
        threshold.fill(inputs, n, factor)
        lnRuns[i] = runs[i]!.fill(threshold.lnRequired, inputs, n)
      })
      held?.fill(
        inputs,
        n,
        thresholds.map(({ lnThreshold }) => lnThreshold)
      )
      outputs.forEach(({ fill }, j) => fill(columns[j]!, n, inputs))
    }
  }
  const idle = [...beliefs.values()].filter(({ input }) => !sheet.used.has(input.id))
  const inSight = observed === null ? [] : [...beliefs.values()].filter(({ input }) => IN_LIKELIHOOD.test(input.id)).map(({ input }) => input.path(plan))
  const central = inSight.length === 0 ? [] : [note('simulation-results-central', { fields: inSight.join(', ') }, 'actuals')]
  const notes = [...believed.notes, ...central, ...idle.map(({ input }) => note('belief-without-effect', { field: input.path(plan) }, input.path(plan)))]
  return { model, setting, places, notes, noMean: sheet.noMean }
}

/** The data of a run, bought once however often they are read, without what is bought already. */
function addData(usdPerToken: Float64Array, tokens: Float64Array, unique: Float64Array, boughtTokens: number, usd: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) usd[k]! += usdPerToken[k]! * Math.max(0, Math.min(tokens[k]!, unique[k]!) - boughtTokens)
}

/** No run at all, and one beyond all sizes, cost and take as much. */
function withoutRuns(lnC: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) if (Math.abs(lnC[k]!) === Infinity) out[k] = lnC[k]!
}

/** Inputs that say how likely what finished runs showed was, beside the critical scales. */
const IN_LIKELIHOOD = /^(correlation|halvingMonths|flopPerParameterToken|(steepness|floor|ceiling|shiftFactor)@.*)$/

const EVENT = { scale: 'linear', mean: 'event', percentiles: false } as const

/** What has happened after rung `by`, from the rung at which it does. */
const event = (name: string, rungs: () => Uint8Array, by: number): Filled => ({
  ...EVENT,
  name,
  fill: (out, n) => {
    const column = rungs()
    for (let k = 0; k < n; k++) out[k] = Number(column[k]! <= by)
  }
})

const money = (name: string, column: Float64Array, mean: boolean): Filled => ({
  name,
  scale: 'linear',
  mean: mean ? 'value' : false,
  percentiles: true,
  fill: (out, n) => out.set(column.subarray(0, n))
})

/** Room for rounding, as in the limits themselves. */
const keeps = (value: number, limit: number | undefined): boolean => limit === undefined || value <= limit * (1 + 1e-9)

/** `gone` of the limit is taken by finished runs. */
const within = (name: string, column: Float64Array, limit: Quantity, gone: number): Filled => ({
  ...EVENT,
  name,
  fill: (out, n, inputs) => {
    const most = columnOf(limit, inputs)
    for (let k = 0; k < n; k++) out[k] = keeps(gone + column[k]!, most[k]) ? 1 : 0
  }
})
