/** The inputs that may give way to a pin: how each is read and written in a plan, and the range over which it is sought. */
import type { Belief } from '../../../shared/plan/rules'
import { inputOf } from '../../../shared/plan/inputs'
import type { Variable } from '../../../shared/plan/outcomes'
import { focusIndex } from '../../../shared/plan/planInputs'
import type { Plan } from '../../../shared/plan/schema'
import { medianOf } from '../factor'
import { inputVariable, odds } from './inputRange'

/** Positions that are scanned evenly (or in logarithms), and what they mean. */
export interface Range {
  low: number
  high: number
  log: boolean
  toValue(position: number): number
  toPosition(value: number): number
  /** Where to start when the plan leaves the input open. */
  start: number
}

export interface VariableRow {
  /** Null while the plan leaves it open. */
  read(plan: Plan): number | null
  write(plan: Plan, value: number): Plan
  range(plan: Plan): Range
  /** True when only whole numbers are possible. */
  whole: boolean
}

const same = (value: number): number => value
const logarithmic =
  (low: number, high: number, start: number): (() => Range) =>
  () => ({ low, high, log: true, toValue: same, toPosition: (v) => Math.min(Math.max(v, low), high), start })

/** A number moves as it is; a range moves as a whole, keeping the ratio of its ends, by its median. */
function moved(belief: Belief, median: number): Belief {
  if (typeof belief === 'number') return median
  const factor = median / medianOf(belief)
  return { ...belief, low: belief.low * factor, high: belief.high * factor }
}

/** The wanted probability of one target, by its odds, since 0 and 1 are out of reach; between the target's floor and ceiling. */
const wantedOf = (indexIn: (plan: Plan) => number): VariableRow => ({
  read: (plan) => plan.targets[indexIn(plan)]?.wanted ?? null,
  write: (plan, wanted) => ({ ...plan, targets: plan.targets.map((target, i) => (i === indexIn(plan) ? { ...target, wanted } : target)) }),
  range: (plan) => {
    const { floor, ceiling } = plan.targets[indexIn(plan)] ?? { floor: 0, ceiling: 1 }
    return odds(floor, ceiling, floor + 0.8 * (ceiling - floor))
  },
  whole: false
})

/** Inputs of the sentence, over ranges that suit them; any other input of the registry moves as `inputRange.ts` says. */
const VARIABLES = {
  wanted: wantedOf(focusIndex),
  budget: {
    read: (plan) => plan.limits.budgetUsd,
    write: (plan, budgetUsd) => ({ ...plan, limits: { ...plan.limits, budgetUsd } }),
    range: logarithmic(1e3, 1e13, 1e7),
    whole: false
  },
  price: {
    read: (plan) => medianOf(plan.costs.pricePerHourUsd),
    write: (plan, price) => ({ ...plan, costs: { ...plan.costs, pricePerHourUsd: moved(plan.costs.pricePerHourUsd, price) } }),
    range: logarithmic(1e-3, 1e4, 3.95),
    whole: false
  },
  /** Up to where the upper end of a range would pass 100 %. */
  mfu: {
    read: (plan) => medianOf(plan.cluster.mfu),
    write: (plan, mfu) => ({ ...plan, cluster: { ...plan.cluster, mfu: moved(plan.cluster.mfu, mfu) } }),
    range: (plan) => {
      const belief = plan.cluster.mfu
      const most = typeof belief === 'number' ? 1 : Math.min(1, (medianOf(belief) / belief.high) * (1 - 1e-12))
      return logarithmic(1e-4, most, most / 2)()
    },
    whole: false
  },
  accelerators: {
    read: (plan) => plan.cluster.accelerators,
    write: (plan, accelerators) => ({ ...plan, cluster: { ...plan.cluster, accelerators } }),
    range: logarithmic(1, 1e9, 1024),
    whole: true
  },
  /** Moving it makes the policy a fixed ratio. */
  tokensPerParameter: {
    read: (plan) => (plan.ratio.kind === 'ratio' ? plan.ratio.tokensPerParameter : null),
    write: (plan, tokensPerParameter) => ({ ...plan, ratio: { kind: 'ratio', tokensPerParameter } }),
    range: logarithmic(1e-2, 1e6, 20),
    whole: false
  },
  deadline: {
    read: (plan) => plan.limits.deadlineDays,
    write: (plan, deadlineDays) => ({ ...plan, limits: { ...plan.limits, deadlineDays } }),
    range: logarithmic(1e-2, 1e5, 60),
    whole: false
  }
} as const satisfies Record<Variable, VariableRow>

const isVariable = (id: string): id is Variable => Object.hasOwn(VARIABLES, id)

/** The input that gives way; null when the plan has no such target. */
export function variableOf(plan: Plan, id: string): VariableRow | null {
  if (isVariable(id)) return VARIABLES[id]
  const input = inputOf(plan, id)
  if (input === null) return null
  return input.key === 'wanted' ? wantedOf(({ targets }) => targets.findIndex((target) => target.id === input.target)) : inputVariable(input)
}
