/** The plan as the screen shows it: every edit at once, and the input that gives way to a pin as the engine last solved it. */
import { inputOf } from '../../../shared/plan/inputs'
import type { Outcome } from '../../../shared/outcome'
import type { Plan } from '../../../shared/plan/schema'

export function shownPlan(plan: Plan, outcome: Outcome): Plan {
  if (plan.pin === null || outcome.pin === null || outcome.pin.status === 'unreachable' || outcome.pin.vary !== plan.pin.vary) return plan
  const input = inputOf(plan, plan.pin.vary)
  return input === null || inputOf(outcome.plan, input.id) === null ? plan : input.write(plan, input.typed(outcome.plan))
}
