/**
 * Every number of a plan that a person may edit: where it is, what it measures, what it may be, how a slider runs over it and where its value comes from.
 * The screen, refusals, Explain and goal seek all read this one registry. Names of inputs are in `text/quantities`.
 */
import type { ParseRule, ParsedValue } from '../text/parse'
import type { Kind } from '../text/units'
import { planInputs, type PlanInputId } from './planInputs'
import type { Plan } from './schema'
import { targetInput, targetFields, type TargetField } from './targetInputs'

export type InputValue = ParsedValue
export interface Slider {
  from: number
  to: number
  log: boolean
}
export interface Source {
  value: InputValue
  /** Published 90 % range, drawn as the pale segment of the slider. */
  prior: { low: number; high: number } | null
  /** Author, year, table; the same in every language. Empty: a default of ours that no publication stands behind. */
  citation: string
}
/** What the catalogues know about the plan's own choices; handed in by the screen. */
export interface Sources {
  /** Listed price per hour of the plan's accelerator. */
  price?: { low: number; median: number; high: number; citation: string }
}

export type InputId = PlanInputId | `${TargetField}@${string}`

export interface Input {
  id: InputId
  /** Key of its name in `text/quantities` (`inputs.<key>`). */
  key: PlanInputId | TargetField
  kind: Kind
  /** What may be typed: bounds, ranges, "none". */
  rule: ParseRule
  slider: Slider | null
  /** Id of the target it belongs to. */
  target: string | null
  /** True where the planner chooses the number (budget, wanted probability): it has no range and no belief. The others are facts about the world. */
  chosen: boolean
  /** True where a 90 % range is kept in the field itself; of the others it is kept among the plan's beliefs. */
  ownRange: boolean
  /** Name under which a belief about it is kept; null when it has no place in this plan. */
  beliefId(plan: Plan): string | null
  /** Field of the plan, as refusals and notes name it. */
  path(plan: Plan): string
  /** What is in the plan: a number, a 90 % range (its own, or a belief), or null for "no limit" (tokens per parameter: null while the law's optimum rules). */
  typed(plan: Plan): InputValue
  /** One number for sliders and formulas: the median √(low·high) of a range; beside a belief the number itself. */
  get(plan: Plan): number | null
  /** From a slider: a range keeps its ratio high/low and moves as a whole. */
  set(plan: Plan, value: number): Plan
  /** From typing: exactly what was typed. A range becomes a belief and its median the number; a number takes the belief away. */
  write(plan: Plan, value: InputValue): Plan
  /** Value with a source that "reset" returns to; null when the input is the planner's own. */
  source(plan: Plan, sources?: Sources): Source | null
  reset(plan: Plan, sources?: Sources): Plan
}

/** All inputs of a plan, its targets' included, in the order of the screen. */
export function inputsOf(plan: Plan): Input[] {
  return [...Object.values(planInputs), ...plan.targets.flatMap((target) => targetFields.map((field) => targetInput(field, target)))]
}

/** The input of an id; null when the plan has no such target. */
export function inputOf(plan: Plan, id: string): Input | null {
  const own = Object.hasOwn(planInputs, id) ? planInputs[id as PlanInputId] : null
  if (own) return own
  const at = id.indexOf('@')
  const field = targetFields.find((name) => name === id.slice(0, at))
  const target = plan.targets.find((t) => t.id === id.slice(at + 1))
  return field !== undefined && target !== undefined ? targetInput(field, target) : null
}

/** True for the name of an input of the plan ("budget") or of one field of some target ("critical@code"), whether or not a plan has that target. */
export const isInputId = (id: unknown): id is InputId =>
  typeof id === 'string' &&
  (Object.hasOwn(planInputs, id) || targetFields.some((field) => id.startsWith(`${field}@`) && /^[\w.:-]{1,64}$/.test(id.slice(field.length + 1))))

/** The input that edits a field of the plan, for links from notes and refusals. */
export function inputAt(plan: Plan, path: string): Input | null {
  return inputsOf(plan).find((input) => path === input.path(plan) || path.startsWith(input.path(plan) + '.')) ?? null
}
