/**
 * What a person can do to a plan. Each edit returns a new plan that shares everything it did not touch, fields it does not know included;
 * an edit that changes nothing returns the same plan.
 */
import { withField } from './field'
import { inputOf, type InputId, type InputValue, type Sources } from './inputs'
import type { Accelerator, Law, LawId, Pin, Plan, Target } from './schema'

/** A row of the capability catalogue, as far as a target is made from it. */
export interface CapabilityRow {
  id: string
  capability: string
  axis?: Target['axis']
  critical: Target['critical']
  criticalMeans?: Target['criticalMeans']
  steepness?: number
}

/** An identifier that none of the targets has: the wished one, or with -2, -3 … behind it. Nor one that a scenario still changes, which would then change the wrong target. */
export function freeTargetId(plan: Plan, wish: string): string {
  const base = wish.replace(/[^\w.:-]+/g, '-').slice(0, 56) || 'target'
  const changed = plan.scenarios.flatMap(({ overrides }) => overrides.flatMap(({ target }) => target ?? []))
  const taken = new Set([...plan.targets.map((target) => target.id), ...changed])
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  return id
}

/** Benefit of a new target: of the kind that the plan's others have, so that dollars and points are not mixed by accident. */
function firstBenefit(plan: Plan): Target['benefit'] {
  const like = plan.targets.at(-1)?.benefit
  return like?.kind === 'points' ? { kind: 'points', value: like.value } : { kind: 'usd', value: like?.value ?? 1e6, per: like?.per ?? 'once' }
}

/** Adds a target made from a capability row (its evidence), or the planner's own when `row` is null. The result's last target is the new one. */
export function addTarget(plan: Plan, row: CapabilityRow | null, own: Partial<Target> = {}): Plan {
  const target: Target = {
    name: '',
    capability: row?.capability ?? null,
    axis: row?.axis ?? 'N',
    link: 'weibull',
    critical: row?.critical ?? 10e9,
    criticalMeans: row?.criticalMeans ?? 'p50',
    criticalAsOf: null,
    entries: [],
    shift: null,
    steepness: row?.steepness ?? 3,
    floor: 0,
    ceiling: 1,
    wanted: 0.8,
    benefit: firstBenefit(plan),
    must: false,
    evidence: row === null ? [] : [row.id],
    ...own,
    id: freeTargetId(plan, own.id ?? row?.capability ?? 'target')
  }
  return { ...plan, targets: [...plan.targets, target], focus: plan.focus ?? target.id }
}

/** Removes a target, what is believed about it and what finished runs showed of it; when the sentence was about it, it is about the one that takes its place. */
export function removeTarget(plan: Plan, id: string): Plan {
  const at = plan.targets.findIndex((target) => target.id === id)
  if (at < 0) return plan
  const targets = plan.targets.filter((_target, i) => i !== at)
  const focus = plan.focus === id ? ((targets[at] ?? targets.at(-1))?.id ?? null) : plan.focus
  const beliefs = plan.beliefs.filter(({ input }) => !input.endsWith(`@${id}`))
  const shown = plan.actuals.some(({ results }) => results.some(({ target }) => target === id))
  const actuals = shown ? plan.actuals.map((run) => ({ ...run, results: run.results.filter(({ target }) => target !== id) })) : plan.actuals
  return { ...plan, targets, focus, beliefs: beliefs.length === plan.beliefs.length ? plan.beliefs : beliefs, actuals }
}

/** Moves a target to a place in the list (0 = first); places outside the list mean its ends. */
export function moveTarget(plan: Plan, id: string, to: number): Plan {
  const at = plan.targets.findIndex((target) => target.id === id)
  const target = plan.targets[at]
  if (target === undefined || at === to) return plan
  const others = plan.targets.filter((_other, i) => i !== at)
  const place = Math.max(0, Math.min(others.length, to))
  return place === at ? plan : { ...plan, targets: [...others.slice(0, place), target, ...others.slice(place)] }
}

/** Changes fields of a target; its id stays. What was believed about a number that changes, or changes its meaning, goes with it. */
export function setTarget(plan: Plan, id: string, change: Partial<Omit<Target, 'id'>>): Plan {
  const at = plan.targets.findIndex((target) => target.id === id)
  if (at < 0) return plan
  return stillBelieved(
    plan,
    Object.entries(change).reduce((edited, [field, value]) => withField(edited, `targets.${at}.${field}`, value), plan)
  )
}

/** The edited plan without the beliefs about numbers that are not what they were. */
function stillBelieved(before: Plan, after: Plan): Plan {
  const beliefs = after.beliefs.filter(({ input }) => {
    const [was, is] = [inputOf(before, input), inputOf(after, input)]
    return was === null || is === null || (was.kind === is.kind && was.get(before) === is.get(after))
  })
  return beliefs.length === after.beliefs.length ? after : { ...after, beliefs }
}

/** The target that the answer sentence is about. */
export const setFocus = (plan: Plan, id: string): Plan => (plan.targets.some((target) => target.id === id) ? withField(plan, 'focus', id) : plan)

/** Writes an input as it was typed. An input that gives way to a pin is solved, so editing it releases the pin. */
export function setInput(plan: Plan, id: InputId, value: InputValue): Plan {
  const input = inputOf(plan, id)
  return input === null ? plan : released(input.write(plan, value), input.path(plan))
}

/** Moves an input by its slider: ranges move as a whole. */
export function slideInput(plan: Plan, id: InputId, value: number): Plan {
  const input = inputOf(plan, id)
  return input === null ? plan : released(input.set(plan, value), input.path(plan))
}

/** Puts an input back to the value of its source. */
export function resetInput(plan: Plan, id: InputId, sources: Sources = {}): Plan {
  const input = inputOf(plan, id)
  return input === null ? plan : released(input.reset(plan, sources), input.path(plan))
}

function released(plan: Plan, path: string): Plan {
  const solved = plan.pin === null ? null : inputOf(plan, plan.pin.vary)
  return solved?.path(plan) === path ? clearPin(plan) : plan
}

/** Holds an outcome; the input `vary` gives way. */
export const setPin = (plan: Plan, pin: Pin): Plan => ({ ...plan, pin })
export const clearPin = (plan: Plan): Plan => withField(plan, 'pin', null)

/** A law that becomes the plan's own is no alternative any more. */
export function setLaw(plan: Plan, change: Partial<Law>): Plan {
  const law: Law = { ...plan.law, ...change }
  const alternatives = law.alternatives?.filter(({ id }) => id !== law.id)
  return stillBelieved(plan, { ...plan, law: alternatives?.length === law.alternatives?.length ? law : { ...law, alternatives } })
}
/** Gives another law some of the belief; 0 takes it from the alternatives. What is left of 1 belongs to the plan's own law. */
export function setAlternative(plan: Plan, id: LawId, weight: number): Plan {
  const others = (plan.law.alternatives ?? []).filter((each) => each.id !== id)
  return setLaw(plan, { alternatives: weight > 0 ? [...others, { id, weight }] : others })
}
/** A whole number from 0 to 2^32 − 1. */
export const setSeed = (plan: Plan, seed: number): Plan => (seed === plan.seed ? plan : { ...plan, seed })

/** Takes another accelerator; with a listed price also that, with its date and source, since a price belongs to a chip; beliefs about the old one's figures go with it. */
export function setAccelerator(
  plan: Plan,
  accelerator: Accelerator,
  price?: { usdPerHour: Plan['costs']['pricePerHourUsd']; asOf: string; source: string }
): Plan {
  const costs = price === undefined ? plan.costs : { ...plan.costs, pricePerHourUsd: price.usdPerHour, priceAsOf: price.asOf, priceSource: price.source }
  const beliefs = plan.beliefs.filter(({ input }) => input !== 'peak' && input !== 'memory' && input !== 'power')
  return { ...plan, accelerator, costs, beliefs: beliefs.length === plan.beliefs.length ? plan.beliefs : beliefs }
}
