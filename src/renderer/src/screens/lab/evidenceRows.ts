/** Evidence for one target as rows on one scale: a point, its 90 % range, and whether it counts. */
import type { Outcome } from '../../../../shared/outcome'
import { countedEntries, counts } from '../../../../shared/plan/evidence'
import type { Entry, Target } from '../../../../shared/plan/schema'
import { formatRange, formatText, plain } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Kind } from '../../../../shared/text/units'
import type { Threshold } from '../../../../shared/labAnswers'

export interface EvidenceRow {
  name: string
  low: number | null
  /** Where the point stands: of a range, half-way on the logarithmic scale. */
  at: number | null
  high: number | null
  given: 'number' | 'range' | 'open'
  counts: boolean
  /** The fit on screen. */
  own: boolean
  /** What the plan makes of all of it. */
  strong: boolean
}

/** A range is drawn with its ends, an exact figure as a point, an open one from its end. */
function figure(critical: Entry['critical']): Pick<EvidenceRow, 'low' | 'at' | 'high' | 'given'> {
  if (typeof critical === 'number') return { low: null, at: critical, high: null, given: 'number' }
  const { low, high } = critical
  return high === null ? { low: null, at: low, high: null, given: 'open' } : { low, at: Math.sqrt(low * high), high, given: 'range' }
}

export function evidenceRows(target: Target, fit: Threshold | null, outcome: Outcome, text: Messages): EvidenceRow[] {
  const words = text.screen.lab.evidence
  const rows: EvidenceRow[] = []
  if (fit !== null && fit.scale === target.axis) {
    const range = fit.intervals?.critical
    rows.push({
      name: words.this,
      low: range?.low ?? null,
      at: fit.critical,
      high: range?.high ?? null,
      given: 'number',
      counts: true,
      own: true,
      strong: false
    })
  }
  if (countedEntries(target).length === 0) rows.push({ name: words.ownFigure, ...figure(target.critical), counts: true, own: false, strong: false })
  for (const entry of target.entries)
    if (entry.axis === target.axis)
      rows.push({ name: entry.source || entry.id || words.shipped, ...figure(entry.critical), counts: counts(entry, target.axis), own: false, strong: false })
  const needed = outcome.targets.find(({ id }) => id === target.id)
  const interval = needed?.interval?.[target.axis === 'C' ? 'C' : 'N']
  if (needed?.required)
    rows.push({
      name: words.combined,
      low: interval?.p5 ?? null,
      at: target.axis === 'C' ? needed.required.C : needed.required.N,
      high: interval?.p95 ?? null,
      given: 'number',
      counts: true,
      own: false,
      strong: true
    })
  return rows
}

/** The figure as it was given: a number, or a range. */
export const sayRow = ({ low, at, high, given }: EvidenceRow, kind: Kind, language: Language): string =>
  given === 'range' && low !== null && high !== null
    ? plain(formatRange(low, high, kind, language, { digits: 2 }))
    : at === null
      ? '–'
      : formatText(at, kind, language) + (given === 'open' ? '+' : '')
