/** Which of a document's plans is on screen: the base or one of its scenarios. Null stands for the base. */
import { same } from '../../../shared/plan/diff'
import { baseOf, planOf, scenarioOf } from '../../../shared/plan/scenarios'
import type { Plan } from '../../../shared/plan/schema'

/** True where the two documents have the same base. */
export const sameBase = (one: Plan, other: Plan): boolean => same(baseOf(one), baseOf(other))

/**
 * What to show after a step was taken back or made again: what was shown, if the step is seen there; else where it happened, so that nobody presses Undo and
 * sees nothing.
 */
export function viewAfter(before: Plan, after: Plan, shown: string | null): string | null {
  const gone = shown !== null && scenarioOf(after, shown) === undefined
  if (!gone && !same(planOf(before, shown), planOf(after, shown))) return shown
  const elsewhere = after.scenarios.find(({ id, overrides }) => !same(scenarioOf(before, id)?.overrides, overrides))
  if (elsewhere !== undefined) return elsewhere.id
  return gone || !sameBase(before, after) ? null : shown
}

/** Letters of a wished name that are kept: with a number behind it, it is still within the 200 that a plan holds. */
const LONGEST = 190

/** A name that no scenario has yet: the wished one, or with a number behind it. */
export function freeName(plan: Plan, wish: string): string {
  const taken = new Set(plan.scenarios.map(({ name }) => name))
  const short = wish.length > LONGEST ? `${wish.slice(0, LONGEST)}…` : wish
  let name = short
  for (let n = 2; taken.has(name); n++) name = `${short} (${n})`
  return name
}
