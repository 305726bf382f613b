/** Outcomes of a plan by name (`shared/plan/outcomes`): for pins, grids and the comparison of scenarios. Nothing that is not asked for is computed. */
import { note, type Note } from '../../../shared/notes'
import type { Path } from '../../../shared/outcome'
import { targetOutcomeOf, type OutcomeId, type PlanOutcome, type TargetOutcomeName } from '../../../shared/plan/outcomes'
import type { Plan } from '../../../shared/plan/schema'
import { runAt } from '../run'
import { planPath, type Planned } from './recommendedPath'
import { nameOf, type Wanted } from './requiredSize'
import { returnsOf } from './roi'
import { focusOf, settingOf, type Setting } from './setting'

/** The value, or why there is none. */
export type Reading = number | Note

/** A reader of one plan's outcomes; its pin is put aside. The path is solved once, when the first outcome asks for it. */
export function outcomesOf(plan: Plan): (id: OutcomeId) => Reading {
  const setting = settingOf(plan)
  let planned: Planned | null = null
  return outcomesWith(setting, () => (planned ??= planPath(setting, false)))
}

/** A reader of outcomes with a path that is not the recommended one, or that somebody has solved already. */
export function outcomesWith(setting: Setting, path: () => Planned): (id: OutcomeId) => Reading {
  return (id) => {
    const own = targetOutcomeOf(id)
    if (own !== null) return ofTarget(setting, path, own.outcome, own.target)
    const [of, name] = id.split('.') as ['run' | 'path', string]
    if (of === 'path') return ofPath(setting, path().path, id as PlanOutcome)
    const focus = focusOf(setting)
    return focus === null ? note('outcome-without-targets') : ofRun(setting, focus, name as RunOutcome)
  }
}

/** One outcome; null where it is not defined. */
export function outcomeOf(plan: Plan, id: OutcomeId): number | null {
  const reading = outcomesOf(plan)(id)
  return typeof reading === 'number' ? reading : null
}

type RunOutcome = 'N' | 'D' | 'C' | 'usd' | 'days'

const ofRun = ({ model }: Setting, wanted: Wanted, name: RunOutcome): Reading =>
  wanted.N === null ? (wanted.reason ?? note('outcome-without-size', { target: nameOf(wanted.target) })) : runAt(model, wanted.N)[name]

/** Of nothing run the value is 0; its cost, time and chances are those of no run, and not defined. */
function ofPath({ plan }: Setting, path: Path, id: PlanOutcome): Reading {
  const { value, nothing } = path
  if (id === 'path.value') return value.expected ?? note('outcome-in-points')
  if (id === 'path.committed') return value.committed ?? note('outcome-in-points')
  if (id === 'path.points') return value.points ?? note('outcome-in-dollars')
  if (path.rungs.length === 0) return nothing ?? note('nothing-within-limits')
  if (id === 'path.withinBudget') return path.withinBudget ?? note('outcome-without-limit', {}, 'limits.budgetUsd')
  if (id === 'path.withinDeadline') return path.withinDeadline ?? note('outcome-without-limit', {}, 'limits.deadlineDays')
  return id === 'path.usd' ? path.usd : id === 'path.days' ? path.days : plan.targets.length === 0 ? note('outcome-without-targets') : path.all
}

function ofTarget(setting: Setting, path: () => Planned, outcome: TargetOutcomeName, id: string): Reading {
  const at = setting.wanted.findIndex(({ target }) => target.id === id)
  const wanted = setting.wanted[at]
  if (wanted === undefined) return note('outcome-target-gone', { target: id })
  if (outcome === 'probability') {
    const { path: planned, final } = path()
    return planned.rungs.length === 0 ? (planned.nothing ?? note('nothing-within-limits')) : final[at]!
  }
  if (outcome !== 'roi') return ofRun(setting, wanted, outcome)
  const { roi } = returnsOf(setting)[at]!
  return roi ?? wanted.reason ?? note('outcome-without-return', { target: nameOf(wanted.target) })
}
