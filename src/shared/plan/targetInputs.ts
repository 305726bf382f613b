/** Inputs that every target has: one row each, found by the target's id so that sorting and removing cannot mix them up. */
import { withField } from './field'
import type { Input } from './inputs'
import { inputFrom, type Row } from './inputRow'
import type { Plan, Target } from './schema'

const rows = {
  wanted: { path: 'wanted', kind: 'percent', chosen: true, rule: { above: 0, below: 1 }, slider: { from: 0.05, to: 0.99, log: false } },
  critical: { path: 'critical', kind: 'N', rule: { above: 0, max: 1e40, range: true, open: true } },
  shiftFactor: { path: 'shift.factor', kind: 'factor', rule: { above: 0, max: 1e6, none: true } },
  steepness: { path: 'steepness', kind: 'number', rule: { above: 0, max: 100 } },
  benefit: { path: 'benefit.value', kind: 'usd', rule: { min: 0 } },
  floor: { path: 'floor', kind: 'percent', rule: { min: 0, below: 1 } },
  ceiling: { path: 'ceiling', kind: 'percent', rule: { above: 0, max: 1 } }
} satisfies Record<string, Row>

export type TargetField = keyof typeof rows
export const targetFields = Object.keys(rows) as TargetField[]

const indexOf = (plan: Plan, id: string): number => plan.targets.findIndex((target) => target.id === id)

/** What a target's critical scale is measured in. */
export const kindOfAxis = (axis: Target['axis']): 'N' | 'C' => (axis === 'C' ? 'C' : 'N')
/** What a target's benefit is measured in. */
export const kindOfBenefit = (benefit: Target['benefit']): 'usd' | 'points' => benefit.kind

/** Floor and ceiling bound each other. */
function ruleOf(field: TargetField, { floor, ceiling }: Target): Row['rule'] {
  if (field === 'floor') return { min: 0, below: ceiling }
  return field === 'ceiling' ? { above: floor, max: 1 } : rows[field].rule
}

/** A factor keeps the reason that stands beside it; none takes the shift away. */
const writeShift =
  (id: string): NonNullable<Row['write']> =>
  (plan, factor) => {
    const at = indexOf(plan, id)
    const shift = plan.targets[at]?.shift ?? { reason: '' }
    return withField(plan, `targets.${at}.shift`, typeof factor === 'number' ? { ...shift, factor } : null)
  }

/** The input of one field of one target; the kind of its critical scale and of its benefit follows the target as it is now. */
export function targetInput(field: TargetField, target: Target): Input {
  const row: Row = { ...rows[field], rule: ruleOf(field, target), ...(field === 'shiftFactor' ? { write: writeShift(target.id) } : {}) }
  const kind = field === 'critical' ? kindOfAxis(target.axis) : field === 'benefit' ? kindOfBenefit(target.benefit) : row.kind
  return inputFrom(`${field}@${target.id}`, field, { ...row, kind }, { target: target.id, path: (plan) => `targets.${indexOf(plan, target.id)}.${row.path}` })
}
