/** The menu of capabilities that can be added to the plan: those of the catalogue by kind of figure, and the planner's own. */
import { addTarget } from '../../../../shared/plan/edits'
import type { Plan } from '../../../../shared/plan/schema'
import { formatBelief, plain } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Group } from '../../parts/menu'
import { catalogues, type CapabilityRow } from '../../state/catalogues.svelte'
import { capabilityName } from '../../../../shared/text/names'
import { planning } from '../../state/plan.svelte'

/** Figures for each capability in the order in which they should be offered: an estimate first, a first observation last. */
const ORDER = ['p50', 'scale', 'unknown', 'first-observed'] as const

export function newTargetGroups(plan: Plan, text: Messages, language: Language): Group[] {
  const taken = new Set(plan.targets.map((target) => target.capability))
  const best = new Map<string, CapabilityRow>()
  for (const row of [...catalogues.capabilities].sort((a, b) => ORDER.indexOf(a.criticalMeans) - ORDER.indexOf(b.criticalMeans)))
    if (!taken.has(row.capability) && !best.has(row.capability)) best.set(row.capability, row)
  const items = [...best.values()].map((row) => ({
    label: capabilityName(row.capability, text).long,
    detail: plain(formatBelief(row.critical, row.axis === 'C' ? 'C' : 'N', language)),
    run: () =>
      planning.edit(
        (t) => t.screen.steps.add,
        (now) => withFirstFocus(addTarget(now, row))
      )
  }))
  const own = {
    label: text.screen.table.addOwn,
    run: () =>
      planning.edit(
        (t) => t.screen.steps.add,
        (now) => withFirstFocus(addTarget(now, null, { name: text.screen.table.newName }))
      )
  }
  return [{ title: text.screen.table.add, items }, { items: [own] }]
}

/** The first target of an empty plan is what the sentence is about. */
const withFirstFocus = (plan: Plan): Plan => (plan.targets.length === 1 ? { ...plan, focus: plan.targets[0]!.id } : plan)
