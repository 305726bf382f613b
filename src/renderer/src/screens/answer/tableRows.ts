/** Rows of the capability table: what is sorted by, and where the required sizes stand on one shared logarithmic scale. */
import type { Limit, Outcome, TargetOutcome } from '../../../../shared/outcome'
import type { Target } from '../../../../shared/plan/schema'

export interface Row {
  readonly target: Target
  readonly result: TargetOutcome
  /** Place in the plan: its colour. */
  readonly index: number
}

export const COLUMNS = ['capability', 'wanted', 'critical', 'required', 'N', 'D', 'C', 'cost', 'probability', 'roi', 'benefit', 'priority'] as const
export type Column = (typeof COLUMNS)[number]
export interface Sorting {
  readonly column: Column
  readonly descending: boolean
}

export const rowsOf = (outcome: Outcome): Row[] =>
  outcome.plan.targets.flatMap((target, index) => {
    const result = outcome.targets.find((t) => t.id === target.id)
    return result ? [{ target, result, index }] : []
  })

const PRIORITIES = { high: 3, medium: 2, low: 1 } as const
const middle = (critical: Target['critical']): number =>
  typeof critical === 'number' ? critical : critical.high === null ? critical.low : Math.sqrt(critical.low * critical.high)

/** What a column is sorted by; null stands last, whichever way. */
const keys: Record<Exclude<Column, 'capability'>, (row: Row) => number | null> = {
  wanted: ({ target }) => target.wanted,
  critical: ({ target }) => middle(target.critical),
  required: ({ result }) => result.required?.N ?? null,
  N: ({ result }) => result.required?.N ?? null,
  D: ({ result }) => result.required?.D ?? null,
  C: ({ result }) => result.required?.C ?? null,
  cost: ({ result }) => result.required?.usd ?? null,
  probability: ({ result }) => result.probability,
  roi: ({ result }) => result.roi ?? result.pointsPerUsd,
  benefit: ({ target }) => target.benefit.value,
  priority: ({ result }) => (result.priority ? PRIORITIES[result.priority] : null)
}

/** Rows in the order asked for; equal ones in the plan's own. `compare` orders names in the reader's language. */
export function sorted(rows: readonly Row[], sorting: Sorting | null, name: (row: Row) => string, compare: (a: string, b: string) => number): Row[] {
  if (!sorting) return [...rows]
  const { column, descending } = sorting
  const sign = descending ? -1 : 1
  if (column === 'capability') return [...rows].sort((a, b) => sign * compare(name(a), name(b)))
  const key = keys[column]
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return sign * (x - y)
  })
}

export interface SizeScale {
  /** Place of a size, 0–1. */
  at(size: number): number
  /** The limit that allows the smallest size, with its place; null when none is in sight. */
  readonly limit: { readonly limit: Limit; readonly at: number } | null
}

const MARGIN = 0.04
/** A limit further than this from the sizes needed is not drawn: it would squeeze them into a corner. */
const IN_SIGHT = 8

/**
 * One logarithmic scale for every required size and its 90 % range; null when no target has a size. Not drawn as a limit: data (they cap the tokens, not
 * the size) and the largest step (a rung before it lifts it).
 */
export function sizeScale(outcome: Outcome, rangeOf: (id: string) => { p5: number; p95: number } | null): SizeScale | null {
  const sizes = outcome.targets.flatMap(({ id, required }) => {
    const range = rangeOf(id)
    return required ? [required.N, range?.p5 ?? required.N, range?.p95 ?? required.N] : []
  })
  if (sizes.length === 0) return null
  let low = Math.min(...sizes)
  let high = Math.max(...sizes)
  const tightest = outcome.limits
    .filter((l) => l.limit !== 'data' && l.limit !== 'step' && l.maxN !== null && l.maxN > 0)
    .sort((a, b) => (a.maxN ?? 0) - (b.maxN ?? 0))
    .at(0)
  const maxN = tightest?.maxN ?? null
  const seen = maxN !== null && maxN > low / IN_SIGHT && maxN < high * IN_SIGHT
  if (seen && maxN !== null) {
    low = Math.min(low, maxN)
    high = Math.max(high, maxN)
  }
  const span = Math.log(high / low) || 1
  const at = (size: number): number => MARGIN + (1 - 2 * MARGIN) * (high === low ? 0.5 : Math.log(size / low) / span)
  return { at, limit: seen && tightest && maxN !== null ? { limit: tightest.limit, at: at(maxN) } : null }
}
