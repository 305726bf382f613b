/** The range over which goal seek and grids move an input of the registry, and its natural scale (docs/model.md, Scenarios and goal seek). */
import type { Input } from '../../../shared/plan/inputs'
import type { Plan } from '../../../shared/plan/schema'
import type { Range, VariableRow } from './variables'

/** How far a search goes from where it starts, as a factor, when the input itself is bounded more widely: 65 points over 18 decades still bracket what changes within one. */
const REACH = 1e9
/** Distance from a bound that is not allowed itself, relative to the range. */
const INSET = 1e-9
/** Odds this far from even are a share of 1e-6 from its bound. */
const ODDS = 14

/** Where to start when the plan leaves the input open and nothing else says what is usual, by kind of number. */
const USUAL = { N: 1e10, D: 1e12, C: 1e24, usd: 1e6, days: 30, bytes: 1e11, flopPerSecond: 1e15, watts: 1000 } as const
const usualOf = (kind: string): number => (Object.hasOwn(USUAL, kind) ? USUAL[kind as keyof typeof USUAL] : 1)

/** An input of the registry as something that gives way: ranges move as a whole, by their median. */
export const inputVariable = (input: Input): VariableRow => ({
  read: (plan) => input.get(plan),
  write: (plan, value) => input.set(plan, value),
  range: (plan) => rangeOf(plan, input),
  whole: input.rule.whole ?? false
})

/** Allowed values: what the rule says, less what would push the upper end of a 90 % range over its bound. */
function boundsOf(plan: Plan, { rule, typed, get }: Input): { low: number; high: number; open: { low: boolean; high: boolean } } {
  const held = typed(plan)
  const spread = typeof held === 'object' && held !== null && held.high !== null ? held.high / (get(plan) ?? held.high) : 1
  return {
    low: (rule.min ?? rule.above ?? 0) * spread,
    high: (rule.max ?? rule.below ?? Number.MAX_VALUE) / spread,
    open: { low: rule.min === undefined, high: rule.max === undefined || spread > 1 }
  }
}

/**
 * Natural scales: the odds of a share between two bounds that it cannot take; the share itself otherwise; logarithms of what is above 0; and of what may also be 0
 * the inverse hyperbolic sine, which is straight near 0 and logarithmic far from it.
 */
function rangeOf(plan: Plan, input: Input): Range {
  const { low, high, open } = boundsOf(plan, input)
  const today = input.get(plan)
  const source = input.source(plan)?.value
  const start = today ?? (typeof source === 'number' ? source : input.slider === null ? usualOf(input.kind) : Math.sqrt(input.slider.from * input.slider.to))
  if (high - low <= 1 && open.low && open.high) return odds(low, high, start)
  if (high - low <= 1) return straight(low + (open.low ? INSET : 0) * (high - low), high - (open.high ? INSET : 0) * (high - low), start)
  if (low === 0 && !open.low) return throughZero(high, start, usualOf(input.kind))
  const middle = start > 0 ? start : usualOf(input.kind)
  const from = Math.max(open.low && low > 0 ? low * (1 + INSET) : low, middle / REACH)
  return logarithmic(from, Math.min(open.high ? high * (1 - INSET) : high, middle * REACH), start)
}

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
const itself = (value: number): number => value

const straight = (low: number, high: number, start: number): Range => ({
  low,
  high,
  log: false,
  toValue: itself,
  toPosition: (v) => within(v, low, high),
  start
})

const logarithmic = (low: number, high: number, start: number): Range => ({
  low,
  high,
  log: true,
  toValue: itself,
  toPosition: (v) => within(v, low, high),
  start
})

export const odds = (low: number, high: number, start: number): Range => ({
  low: -ODDS,
  high: ODDS,
  log: false,
  toValue: (t) => low + (high - low) / (1 + Math.exp(-t)),
  toPosition: (value) => {
    const share = (value - low) / (high - low)
    return share <= 0 ? -ODDS : share >= 1 ? ODDS : within(Math.log(share / (1 - share)), -ODDS, ODDS)
  },
  start
})

function throughZero(high: number, start: number, usual: number): Range {
  const unit = (start > 0 ? start : usual) / 10
  const most = Math.min(high, unit * 10 * REACH)
  return {
    low: 0,
    high: Math.asinh(most / unit),
    log: false,
    toValue: (t) => within(unit * Math.sinh(t), 0, most),
    toPosition: (value) => within(Math.asinh(value / unit), 0, Math.asinh(most / unit)),
    start
  }
}
