/** What a scenario makes of the base plan, and what a plan changes of it. */
import { note } from '../note'
import type { Note } from '../notes'
import { fieldChanges, type Change } from './diff'
import { fieldAt, withField } from './field'
import { problemsTogether } from './fieldsTogether'
import type { Override, Plan, Scenario } from './schema'

export const MOST_SCENARIOS = 64

export interface Unapplied {
  override: Override
  /** Why the base has no place for it. */
  reason: Note
}

export interface ScenarioPlan {
  /** The plan of the scenario: the base with its overrides, and without scenarios of its own. */
  plan: Plan
  applied: Override[]
  /** Kept in the document but without effect, because the base has changed since: the reader is told. */
  unapplied: Unapplied[]
}

/** The scenario of an id; undefined when the plan has none such. */
export const scenarioOf = (plan: Plan, id: string): Scenario | undefined => plan.scenarios.find((scenario) => scenario.id === id)

/** The plan of a scenario. An id that the plan does not have is a programmer's error. */
export function scenarioPlan(plan: Plan, id: string): ScenarioPlan {
  const scenario = scenarioOf(plan, id)
  if (scenario === undefined) throw new Error(`the plan has no scenario ${id}`)
  return withOverrides(plan, scenario.overrides)
}

/** The base of a document, without its scenarios. */
export const baseOf = (plan: Plan): Plan => (plan.scenarios.length === 0 ? plan : { ...plan, scenarios: [] })

/** What is on screen while a scenario is chosen: its plan; the base's where none is, or one that is gone. */
export const planOf = (plan: Plan, id: string | null): Plan => (id === null || scenarioOf(plan, id) === undefined ? baseOf(plan) : scenarioPlan(plan, id).plan)

/**
 * The base with overrides. Their order does not matter: no two change the same field, and where one is only possible after another (a floor above the
 * base's ceiling, with a ceiling above that) it waits for it. One that is possible in no order is left out and told.
 */
export function withOverrides(base: Plan, overrides: readonly Override[]): ScenarioPlan {
  const start: Plan = { ...base, scenarios: [] }
  const unapplied: Unapplied[] = []
  const placed: Override[] = []
  for (const override of overrides) {
    const missing = noPlace(start, override)
    if (missing === null) placed.push(override)
    else unapplied.push({ override, reason: missing })
  }
  const together = placed.reduce(put, start)
  if (refused(together) === null) return { plan: together, applied: placed, unapplied }
  let plan = start
  let waiting = placed
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length
    waiting = waiting.filter((override) => {
      const next = put(plan, override)
      if (refused(next) !== null) return true
      plan = next
      return false
    })
  }
  for (const override of waiting)
    unapplied.push({
      override,
      reason: note('scenario-refused', { field: fieldText(override), problem: refused(put(plan, override)) ?? '' }, fieldText(override))
    })
  return { plan, applied: placed.filter((override) => !waiting.includes(override)), unapplied }
}

/** A field as notes name it: "costs.pricePerHourUsd", "targets.code.wanted". */
export const fieldText = ({ target, field }: Pick<Override, 'target' | 'field'>): string => (target === null ? field : `targets.${target}.${field}`)

/** Where an override's field is in a plan, targets by their place; null when the plan has no such target. */
export function pathIn(plan: Plan, { target, field }: Pick<Override, 'target' | 'field'>): string | null {
  if (target === null) return field
  const at = plan.targets.findIndex(({ id }) => id === target)
  return at < 0 ? null : `targets.${at}.${field}`
}

function noPlace(plan: Plan, override: Override): Note | null {
  const path = pathIn(plan, override)
  if (path === null) return note('scenario-target-gone', { target: override.target ?? '', field: override.field }, fieldText(override))
  const parent = path.split('.').slice(0, -1).join('.')
  const group = parent === '' ? plan : fieldAt(plan, parent)
  return typeof group === 'object' && group !== null ? null : note('scenario-field-gone', { field: fieldText(override) }, fieldText(override))
}

function put(plan: Plan, override: Override): Plan {
  const path = pathIn(plan, override)
  return path === null ? plan : withField(plan, path, override.value)
}

/** Why the schema refuses a plan, null when it does not: an override's own value is known to be good, but fields bound each other. */
const refused = (plan: Plan): string | null => problemsTogether(plan)[0]?.message ?? null

/** What a plan changes of the base, as overrides; `left` is what a scenario cannot hold: targets added, removed or sorted, names, and fields unknown to this version. */
export function overridesBetween(base: Plan, plan: Plan): { overrides: Override[]; left: Change[] } {
  const overrides: Override[] = []
  const left: Change[] = []
  const take = (target: string | null, change: Change): void => {
    if (!canOverride(target, change.path) || change.to === undefined || isFocusElsewhere(base, target, change))
      left.push({ ...change, path: fieldText({ target, field: change.path }) })
    else overrides.push({ target, field: change.path, value: change.to })
  }
  const { targets: before, scenarios: _own, ...restBefore } = base
  const { targets: after, scenarios: _others, ...restAfter } = plan
  for (const target of after) {
    const old = before.find(({ id }) => id === target.id)
    if (old === undefined) left.push({ path: `targets.${target.id}`, from: undefined, to: target })
    else for (const change of fieldChanges(old, target)) take(target.id, change)
  }
  for (const target of before) if (!after.some(({ id }) => id === target.id)) left.push({ path: `targets.${target.id}`, from: target, to: undefined })
  const order = (one: Plan, other: Plan): string[] => one.targets.map(({ id }) => id).filter((id) => other.targets.some((target) => target.id === id))
  const [from, to] = [order(base, plan), order(plan, base)]
  if (from.some((id, i) => id !== to[i])) left.push({ path: 'targets', from, to })
  for (const change of fieldChanges(restBefore, restAfter)) take(null, change)
  return { overrides, left }
}

/** Fields of a plan and of a target that a scenario can change, with all that is within them: every one that this version knows but the books. */
export const PLAN_FIELDS = ['focus', 'model', 'law', 'ratio', 'accelerator', 'cluster', 'costs', 'limits', 'decision', 'beliefs', 'pin', 'seed'] as const
export const TARGET_FIELDS = [
  'capability',
  'axis',
  'link',
  'critical',
  'criticalMeans',
  'criticalAsOf',
  'entries',
  'shift',
  'steepness',
  'floor',
  'ceiling',
  'wanted',
  'benefit',
  'must',
  'evidence'
] as const

function canOverride(target: string | null, path: string): boolean {
  const fields: readonly string[] = target === null ? PLAN_FIELDS : TARGET_FIELDS
  return fields.includes(path.split('.')[0]!)
}

/** True when one of two overrides changes the other's field, or a part of it. */
export const overlap = (a: Pick<Override, 'target' | 'field'>, b: Pick<Override, 'target' | 'field'>): boolean =>
  a.target === b.target && (a.field === b.field || a.field.startsWith(`${b.field}.`) || b.field.startsWith(`${a.field}.`))

/** A focus on a target that only the other plan has. */
const isFocusElsewhere = (base: Plan, target: string | null, { path, to }: Change): boolean =>
  target === null && path === 'focus' && to !== null && !base.targets.some(({ id }) => id === to)
