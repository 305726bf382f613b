/** Beliefs about numbers of a plan that are kept beside them: the plan's field has the central value (median), the belief how sure that is. */
import { scaled, statedEnds } from './distribution'
import type { Distribution } from './distributionSchema'
import type { ParseRule, ParsedValue } from '../text/parse'
import type { Plan } from './schema'

/** What is believed about an input; null when its number is taken as exact. */
export const beliefAbout = (plan: Plan, input: string | null): Distribution | null =>
  plan.beliefs.find((belief) => belief.input === input)?.distribution ?? null

/** A plan with a belief about an input replaced, added or (null) taken away; the same plan when nothing changes. */
export function withBelief(plan: Plan, input: string, distribution: Distribution | null): Plan {
  const at = plan.beliefs.findIndex((belief) => belief.input === input)
  if (distribution === null) return at < 0 ? plan : { ...plan, beliefs: plan.beliefs.filter((_belief, i) => i !== at) }
  if (at < 0) return { ...plan, beliefs: [...plan.beliefs, { input, distribution }] }
  return { ...plan, beliefs: plan.beliefs.map((belief, i) => (i === at ? { ...belief, distribution } : belief)) }
}

/** A typed 90 % range as a belief, with the median that the field gets: that of a log-normal, or of a normal where the range begins at 0. */
export function typedRange({ low, high }: { low: number; high: number }, whole = false): { distribution: Distribution; median: number } {
  const median = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2
  return { distribution: { kind: 'interval', low, high }, median: whole ? Math.round(median) : median }
}

/** How a belief stands in its field: a 90 % range as it was typed; for others null, and the field shows the central value. */
export const shownRange = (belief: Distribution | null): Exclude<ParsedValue, number> =>
  belief?.kind === 'interval' && (belief.probability ?? 0.9) === 0.9 ? { low: belief.low, high: belief.high } : null

/** True where a number keeps a rule. */
export const keeps = ({ min, max, above, below }: ParseRule, value: number): boolean =>
  !(value < (min ?? -Infinity)) && !(value > (max ?? Infinity)) && !(value <= (above ?? -Infinity)) && !(value >= (below ?? Infinity))

/**
 * A belief that moves with its central value from one number to another, keeping the ratio of its ends. Where it would leave what the rule allows it stops there:
 * the factor by which it really moved is told. Null when the central value is 0, which has no ratio.
 */
export function movedBelief(belief: Distribution, from: number, to: number, rule: ParseRule): { distribution: Distribution; median: number } | null {
  if (!(from > 0 && to > 0)) return null
  const { low, high } = statedEnds(belief)
  const whole = to / from
  const inside = (factor: number): boolean => keeps(rule, low * factor) && keeps(rule, high * factor)
  // Between no move, which is allowed, and the whole one: the farthest that is.
  let [allowed, refused] = [1, whole]
  for (let round = 0; round < 60 && !inside(whole); round++) {
    const middle = Math.sqrt(allowed * refused)
    if (inside(middle)) allowed = middle
    else refused = middle
  }
  const factor = inside(whole) ? whole : allowed
  return { distribution: scaled(belief, factor), median: factor === whole ? to : from * factor }
}
