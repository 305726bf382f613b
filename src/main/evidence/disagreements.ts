/** Where sources of one capability disagree: their figures side by side, and whether some have no value in common. */
import type { Output } from '../../shared/contract'
import type { EvidenceRow } from '../../shared/contract/evidence'
import { OPEN_RANGE } from '../engine/planner/figures'

type Disagreement = Output<'evidence.list'>['disagreements'][number]

/**
 * One for each capability and axis with at least two figures, those that lie apart first and of them the widest. An exact figure is a range of no width; an open one ends at
 * three times its lower end, as a target reads it.
 */
export function disagreementsOf(rows: readonly EvidenceRow[]): Disagreement[] {
  const groups = new Map<string, Disagreement>()
  for (const { id, capability, figures } of rows)
    for (const { axis, critical } of capability === null ? [] : figures) {
      const low = typeof critical === 'number' ? critical : critical.low
      const open = typeof critical !== 'number' && critical.high === null
      const high = typeof critical === 'number' ? critical : (critical.high ?? OPEN_RANGE * critical.low)
      const key = `${axis} ${capability}`
      const group = groups.get(key) ?? { capability: capability ?? '', axis, low, high, apart: false, rows: [] }
      groups.set(key, { ...group, rows: [...group.rows, { id, low, high, open }] })
    }
  return [...groups.values()]
    .filter(({ rows }) => rows.length > 1)
    .map(sideBySide)
    .sort((a, b) => Number(b.apart) - Number(a.apart) || b.high / b.low - a.high / a.low)
}

function sideBySide({ rows: unordered, ...group }: Disagreement): Disagreement {
  const rows = [...unordered].sort((a, b) => a.low * a.high - b.low * b.high)
  const lows = rows.map(({ low }) => low)
  const highs = rows.map(({ high }) => high)
  return { ...group, rows, low: Math.min(...lows), high: Math.max(...highs), apart: Math.max(...lows) > Math.min(...highs) }
}
