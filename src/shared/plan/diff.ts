/** What differs between two plans, field by field: for "3 changes" and its list. */
import type { Plan } from './schema'

export interface Change {
  /** Field of the plan; targets are named by id: `targets.code.wanted`. */
  path: string
  /** Undefined where the field is not there. */
  from: unknown
  to: unknown
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes from one plan to another, in the order of the plan. A whole target added or removed is one change, so is a new order of the targets, a new range and a new accelerator. */
export function diffPlans(from: Plan, to: Plan): Change[] {
  const { targets: targetsFrom, beliefs: beliefsFrom, ...restFrom } = from
  const { targets: targetsTo, beliefs: beliefsTo, ...restTo } = to
  return [...targetChanges(targetsFrom, targetsTo), ...fieldChanges(restFrom, restTo), ...changes(byInput(beliefsFrom), byInput(beliefsTo), 'beliefs.')]
}

/** A belief changes as a whole and is named by its input; their order means nothing. */
const byInput = (beliefs: Plan['beliefs']): Node => Object.fromEntries(beliefs.map(({ input, distribution }) => [input, distribution]))

/** Changes between two objects of one shape, such as two states of a target; paths start within them. */
export const fieldChanges = (from: object, to: object): Change[] => changes(from as Node, to as Node, '')

function targetChanges(from: Plan['targets'], to: Plan['targets']): Change[] {
  const before = new Map(from.map((target) => [target.id, target]))
  const after = new Map(to.map((target) => [target.id, target]))
  const found: Change[] = []
  for (const target of to) {
    const old = before.get(target.id)
    if (old === undefined) found.push({ path: `targets.${target.id}`, from: undefined, to: target })
    else found.push(...changes(old, target, `targets.${target.id}.`))
  }
  for (const target of from) if (!after.has(target.id)) found.push({ path: `targets.${target.id}`, from: target, to: undefined })
  const orderFrom = from.filter((target) => after.has(target.id)).map((target) => target.id)
  const orderTo = to.filter((target) => before.has(target.id)).map((target) => target.id)
  if (orderFrom.join('\n') !== orderTo.join('\n')) found.push({ path: 'targets', from: orderFrom, to: orderTo })
  return found
}

/** Ranges, choices with a `kind`, things with an `id` of their own and a law with its fitted constants change as a whole. */
const whole = (node: Node): boolean => 'low' in node || 'kind' in node || 'peakFlopPerSecond' in node || 'quantity' in node || 'fitted' in node

function changes(from: Node, to: Node, under: string): Change[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return keys.flatMap((key) => {
    const a = from[key]
    const b = to[key]
    if (Object.is(a, b) || same(a, b)) return []
    const path = under + key
    return isNode(a) && isNode(b) && !whole(a) && !whole(b) ? changes(a, b, path + '.') : [{ path, from: a, to: b }]
  })
}

/** True when two values of a plan are equal in every field. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isNode(a) || !isNode(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}
