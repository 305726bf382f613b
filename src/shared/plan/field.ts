/** Reading and replacing one field of a plan by its path ("costs.failedRuns.share", "targets.2.wanted"). */
import type { Plan } from './schema'

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The value at a path; undefined when a step of it is missing. */
export function fieldAt(plan: Plan, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), plan)
}

/** A plan with one field replaced; everything beside the path is shared with the old plan, unknown fields included. The same plan when nothing changes. */
export function withField(plan: Plan, path: string, value: unknown): Plan {
  return Object.is(fieldAt(plan, path), value) ? plan : (replaced(plan, path.split('.'), value) as Plan)
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(node)) return node.map((item: unknown, i) => (String(i) === key ? replaced(item, rest, value) : item))
  if (!isNode(node)) throw new TypeError(`no such field in the plan: ${key}`)
  return { ...node, [key]: replaced(node[key], rest, value) }
}
