/** What a person can do to the scenarios of a plan. As in `edits.ts` each returns a new plan that shares what it did not touch, so that every step can be undone. */
import { same } from './diff'
import { fieldAt } from './field'
import { overlap, overridesBetween, pathIn, scenarioOf, scenarioPlan, withOverrides } from './scenarios'
import type { Override, Plan, Scenario } from './schema'

type Field = Pick<Override, 'target' | 'field'>

/** An identifier that none of the scenarios has. */
function freeScenarioId(plan: Plan, wish: string): string {
  const base = wish.replace(/[^\w.:-]+/g, '-').slice(0, 56) || 'scenario'
  const taken = new Set(plan.scenarios.map(({ id }) => id))
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}

const withScenario = (plan: Plan, id: string, change: (scenario: Scenario) => Scenario): Plan =>
  scenarioOf(plan, id) === undefined ? plan : { ...plan, scenarios: plan.scenarios.map((scenario) => (scenario.id === id ? change(scenario) : scenario)) }

/**
 * Adds a scenario with what `like` changes of the base: a plan half-way through a drag, the plan of another scenario; nothing when left out. The new one is the last.
 * Targets that only `like` has, and their order, stay out of it: a scenario has the targets of its base.
 * @param wish what the id is made from: a name that still changes does not change the id
 */
export function fork(plan: Plan, name: string, like: Plan = plan, wish = name): Plan {
  const scenario: Scenario = { id: freeScenarioId(plan, wish), name, notes: '', overrides: overridesBetween(plan, like).overrides }
  return { ...plan, scenarios: [...plan.scenarios, scenario] }
}

/** A second scenario with the same changes, also those without effect, right behind the first. */
export function duplicateScenario(plan: Plan, id: string, name: string): Plan {
  const at = plan.scenarios.findIndex((scenario) => scenario.id === id)
  const copy = plan.scenarios[at]
  return copy === undefined ? plan : insertScenario(plan, { ...copy, id: freeScenarioId(plan, id), name }, at + 1)
}

/** Puts a scenario at a place: one that was removed, back where it was. One whose id has been taken meanwhile gets another. */
export function insertScenario(plan: Plan, scenario: Scenario, at: number): Plan {
  const own = { ...scenario, id: freeScenarioId(plan, scenario.id) }
  return { ...plan, scenarios: [...plan.scenarios.slice(0, at), own, ...plan.scenarios.slice(at)] }
}

/** Moves a scenario to a place in the list (0 = first); places outside the list mean its ends. */
export function moveScenario(plan: Plan, id: string, to: number): Plan {
  const at = plan.scenarios.findIndex((scenario) => scenario.id === id)
  const scenario = plan.scenarios[at]
  if (scenario === undefined) return plan
  const others = plan.scenarios.filter((other) => other.id !== id)
  const place = Math.max(0, Math.min(others.length, to))
  return place === at ? plan : { ...plan, scenarios: [...others.slice(0, place), scenario, ...others.slice(place)] }
}

export const removeScenario = (plan: Plan, id: string): Plan =>
  scenarioOf(plan, id) === undefined ? plan : { ...plan, scenarios: plan.scenarios.filter((scenario) => scenario.id !== id) }

export const renameScenario = (plan: Plan, id: string, name: string): Plan => withScenario(plan, id, (scenario) => ({ ...scenario, name }))

export const annotateScenario = (plan: Plan, id: string, notes: string): Plan => withScenario(plan, id, (scenario) => ({ ...scenario, notes }))

/** Puts everything that a scenario changes back to the base. */
export const clearScenario = (plan: Plan, id: string): Plan =>
  (scenarioOf(plan, id)?.overrides.length ?? 0) === 0 ? plan : withScenario(plan, id, (scenario) => ({ ...scenario, overrides: [] }))

/**
 * Does an edit of the base to a scenario instead: what the edit changes becomes an override, and is one no more once it is as in the base.
 * Overrides that the edit leaves alone stay, also those that are without effect today. What a scenario cannot hold (see `overridesBetween`) is not changed.
 */
export function editScenario(plan: Plan, id: string, edit: (plan: Plan) => Plan): Plan {
  if (scenarioOf(plan, id) === undefined) return plan
  const before = scenarioPlan(plan, id).plan
  const after = edit(before)
  const { overrides: changed } = overridesBetween(before, after)
  if (changed.length === 0) return plan
  return withScenario(plan, id, (scenario) => ({
    ...scenario,
    overrides: changed.reduce((overrides, each) => put(plan, after, overrides, each), scenario.overrides)
  }))
}

/**
 * An edit made while a scenario is on screen: done to the scenario, or, where a scenario cannot hold it (a new, removed, moved or renamed target), whole to the base,
 * which is told so that the person learns of it. `edit` must do to the base what it does to the scenario's plan.
 */
export function editShown(plan: Plan, id: string, edit: (plan: Plan) => Plan): { plan: Plan; inBase: boolean } {
  const before = scenarioPlan(plan, id).plan
  const inBase = overridesBetween(before, edit(before)).left.length > 0
  return { plan: inBase ? edit(plan) : editScenario(plan, id, edit), inBase }
}

/** An override of a whole group takes a change within the group; overrides within a group give way to one of the whole. */
function put(base: Plan, after: Plan, overrides: readonly Override[], changed: Override): Override[] {
  const around = overrides.find((each) => overlap(each, changed) && each.field.length < changed.field.length)
  const { target, field } = around ?? changed
  const value = valueOf(after, { target, field })
  const place = overrides.findIndex((each) => overlap(each, changed))
  const others = overrides.filter((each) => !overlap(each, { target, field }))
  if (same(valueOf(base, { target, field }), value)) return others
  const override: Override = { ...(around ?? changed), value }
  return place < 0 ? [...others, override] : [...others.slice(0, place), override, ...others.slice(place)]
}

/** What a plan has in a field; undefined where it has no such field. */
export function valueOf(plan: Plan, field: Field): unknown {
  const path = pathIn(plan, field)
  return path === null ? undefined : fieldAt(plan, path)
}

/** Puts a field of a scenario back to what the base has, whatever that will be; also one that is without effect. */
export const dropOverride = (plan: Plan, id: string, { target, field }: Field): Plan =>
  scenarioOf(plan, id)?.overrides.some((each) => each.target === target && each.field === field) === true
    ? withScenario(plan, id, (scenario) => ({ ...scenario, overrides: scenario.overrides.filter((each) => each.target !== target || each.field !== field) }))
    : plan

/**
 * Makes a scenario the base. The other scenarios keep what they change; what they do not change is that of the new base. The promoted scenario is gone, or, with
 * `formerName`, holds under that name what the base was before. Overrides without effect stay in it, so that none is lost: then it is kept under its own name.
 */
export function promote(plan: Plan, id: string, formerName?: string): Plan {
  const scenario = scenarioOf(plan, id)
  if (scenario === undefined) return plan
  const { plan: promoted, unapplied } = withOverrides(plan, scenario.overrides)
  const left = unapplied.map(({ override }) => override)
  const former = formerName === undefined ? [] : overridesBetween(promoted, plan).overrides
  const scenarios = plan.scenarios.flatMap((each): Scenario[] => {
    if (each.id !== id) return [each]
    return formerName === undefined && left.length === 0 ? [] : [{ ...each, name: formerName ?? each.name, overrides: [...former, ...left] }]
  })
  return { ...promoted, scenarios }
}
