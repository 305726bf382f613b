/** Edits of one target, wherever it is shown: each a step that says whose it is. */
import { removeTarget, setTarget } from '../../../shared/plan/edits'
import type { Target } from '../../../shared/plan/schema'
import type { Messages } from '../../../shared/text/messages'
import { targetName } from '../../../shared/text/names'
import { reader } from './language.svelte'
import { notices } from './notices.svelte'
import { planning } from './plan.svelte'

/** @param field what is changed, in words. The step's name is read again when the field is long gone, so it holds what it says. */
export function changeTarget(target: Target, field: string, edit: Partial<Omit<Target, 'id'>>): void {
  const name = targetName(target, reader.text).long
  planning.edit(
    (text) => text.screen.steps.target.replace('{field}', field).replace('{name}', name),
    (now) => setTarget(now, target.id, edit)
  )
}

/** Takes a target out of the plan, with a way back. */
export function removeTargetFromPlan(target: Target): void {
  const name = targetName(target, reader.text).long
  const { removed, undo } = reader.text.screen.table
  notices.show(removed.replace('{name}', name), { label: undo, run: () => planning.undo() })
  planning.edit(
    (text) => text.screen.steps.remove.replace('{name}', name),
    (now) => removeTarget(now, target.id)
  )
}

export type BenefitUnit = 'once' | 'year' | 'points'

export const benefitUnit = ({ benefit }: Target): BenefitUnit => (benefit.kind === 'points' ? 'points' : benefit.per)

export const benefitUnits = ({ screen: { table } }: Messages): { value: BenefitUnit; label: string }[] => [
  { value: 'once', label: table.once },
  { value: 'year', label: table.perYear },
  { value: 'points', label: table.points }
]

export function setBenefitUnit(target: Target, unit: BenefitUnit): void {
  const { value } = target.benefit
  changeTarget(target, reader.text.screen.table.unit, { benefit: unit === 'points' ? { kind: 'points', value } : { kind: 'usd', value, per: unit } })
}
