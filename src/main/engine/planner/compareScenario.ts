/**
 * A scenario beside its base: each outcome of both, and how much of the difference each changed input makes. Up to eight changes by Shapley's value over all
 * their combinations, more in the order in which they stand in the document; either way the parts add up to the difference.
 */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import { scenarioPlan, withOverrides } from '../../../shared/plan/scenarios'
import type { Override, Plan } from '../../../shared/plan/schema'
import { attribute, MOST_CHANGES } from '../uncertainty/attribution'
import { outcomesOf, type Reading } from './outcomes'
import { solvePin } from './pin'

export interface ScenarioQuestion {
  plan: Plan
  /** Id of one of the plan's scenarios. */
  scenario: string
  quantities: readonly OutcomeId[]
}

export interface ComparedOutcome {
  /** Of the scenario; null with a reason where it has no value. */
  value: number | null
  reason: Note | null
  /** Scenario less base; null unless both have a value. */
  difference: number | null
  /** One for each applied change, in their order, adding up to the difference; null with a reason. */
  parts: number[] | null
  attribution: Note | null
}

export interface ComparedScenario {
  outcomes: ComparedOutcome[]
  method: 'shapley' | 'order'
  applied: Override[]
  unapplied: { target: string | null; field: string; reason: Note }[]
}

/** Every outcome of a plan that is asked for; a pinned one first moves the input that gives way, as in `evaluate`. */
export function readingsOf(plan: Plan, quantities: readonly OutcomeId[]): Reading[] {
  const read = outcomesOf(plan.pin === null ? plan : solvePin(plan, plan.pin).plan)
  return quantities.map(read)
}

/** @param tell called after each evaluated combination of changes with how many are done, of how many at most */
export function compareScenario({ plan, scenario, quantities }: ScenarioQuestion, tell: (done: number, total: number) => void): ComparedScenario {
  const { applied, unapplied } = scenarioPlan(plan, scenario)
  const n = applied.length
  const total = n <= MOST_CHANGES ? 2 ** n : n + 1
  const known = new Map<string, Reading[] | null>()
  /** The outcomes with some of the changes made; null where those are not possible without the others. */
  const withSome = (made: readonly boolean[]): Reading[] | null => {
    const key = made.map(Number).join('')
    const found = known.get(key)
    if (found !== undefined) return found
    const some = withOverrides(
      plan,
      applied.filter((_, i) => made[i])
    )
    const readings = some.unapplied.length > 0 ? null : readingsOf(some.plan, quantities)
    known.set(key, readings)
    tell(known.size, total)
    return readings
  }
  const before = withSome(applied.map(() => false))!
  const after = withSome(applied.map(() => true))!
  return {
    outcomes: quantities.map((_, q): ComparedOutcome => {
      const [from, to] = [before[q]!, after[q]!]
      const value = typeof to === 'number' ? to : null
      const reason = typeof to === 'number' ? null : to
      if (typeof from !== 'number' || typeof to !== 'number') return { value, reason, difference: null, parts: null, attribution: note('attribution-none') }
      const attributed = attribute(n, (made) => numberOrWhy(withSome(made), q))
      if (isNoAnswer(attributed)) return { value, reason, difference: to - from, parts: null, attribution: whyNot(attributed) }
      return { value, reason, difference: to - from, parts: attributed.parts, attribution: attributed.warning }
    }),
    method: n <= MOST_CHANGES ? 'shapley' : 'order',
    applied,
    unapplied: unapplied.map(({ override: { target, field }, reason }) => ({ target, field, reason }))
  }
}

function numberOrWhy(readings: Reading[] | null, q: number): number | NoAnswer {
  const reading = readings?.[q]
  if (typeof reading === 'number') return reading
  return { reason: 'notDefined', detail: '', code: readings === null ? 'attribution-impossible' : 'attribution-undefined' }
}

const whyNot = ({ code }: NoAnswer): Note => note(code === 'attribution-impossible' ? code : 'attribution-undefined')
