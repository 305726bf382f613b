/** Edits of the evidence that a target rests on. Each returns a new plan; one that changes nothing returns the same plan. */
import { setTarget } from './edits'
import type { Entry, Plan, Target } from './schema'

/** The target's own figure as an entry, so that it still counts beside others: evidence that is ticked takes the place of the figure. */
export const ownEntry = ({ evidence, axis, critical, criticalMeans, criticalAsOf, steepness }: Target): Entry => ({
  id: evidence[0] ?? null,
  ticked: true,
  axis,
  critical,
  means: criticalMeans,
  steepness,
  date: criticalAsOf?.date ?? null,
  fromOwnRuns: criticalAsOf?.fromOwnRuns ?? false,
  source: ''
})

function withEntries(plan: Plan, id: string, change: (entries: readonly Entry[], target: Target) => Entry[]): Plan {
  const target = plan.targets.find((one) => one.id === id)
  return target === undefined ? plan : setTarget(plan, id, { entries: change(target.entries, target) })
}

/** Adds an entry. The first one keeps the target's own figure beside itself, as an entry of equal weight. */
export const addEntry = (plan: Plan, id: string, entry: Entry): Plan =>
  withEntries(plan, id, (entries, target) => [...(entries.length === 0 ? [ownEntry(target)] : entries), entry])

/** Changes fields of the entry at a place of the list. */
export const setEntry = (plan: Plan, id: string, at: number, change: Partial<Entry>): Plan =>
  withEntries(plan, id, (entries) => entries.map((entry, i) => (i === at ? { ...entry, ...change } : entry)))

export const removeEntry = (plan: Plan, id: string, at: number): Plan => withEntries(plan, id, (entries) => entries.filter((_entry, i) => i !== at))
