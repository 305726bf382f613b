/** The mirage check: do the same runs jump under a metric that is all or nothing and also under one that gives credit for parts? (Schaeffer et al. 2023, arXiv:2304.15004) */
import { isNoAnswer, note, type Note } from '../../../shared/notes'
import type { Finding, SeriesAnalysis } from './analyzeSeries'

export interface MirageRow {
  metric: string
  kind: SeriesAnalysis['metric']['kind']
  shots: number | null
  finding: Finding
  p: number | null
  widthDecades: number | null
  sizes: number
}

export type MirageResult = 'emergent under both' | 'metric-dependent' | 'gradual under both' | 'not checkable'

export interface Mirage {
  result: MirageResult
  discontinuous: MirageRow[]
  continuous: MirageRow[]
  /** Metrics whose kind nobody said: they take no part. */
  unknown: string[]
  /** Of the metrics of known kind that have enough sizes to judge, how many jump. */
  agreement: { sharp: number; judged: number }
  notes: Note[]
}

export function mirageOf(analyses: readonly SeriesAnalysis[]): Mirage {
  const of = (kind: MirageRow['kind']): MirageRow[] => analyses.filter(({ metric }) => metric.kind === kind).map(rowOf)
  const discontinuous = of('discontinuous')
  const continuous = of('continuous')
  const unknown = of('unknown').map(({ metric }) => metric)
  const notes: Note[] = unknown.length > 0 ? [note('metric-kind-unknown', { metrics: unknown.join(', ') })] : []

  const judged = (rows: readonly MirageRow[]): MirageRow[] => rows.filter(({ finding }) => finding !== 'too few sizes')
  const jumps = (rows: readonly MirageRow[]): boolean => rows.some(({ finding }) => finding === 'sharp')
  const [d, c] = [judged(discontinuous), judged(continuous)]
  const agreement = { sharp: [...d, ...c].filter(({ finding }) => finding === 'sharp').length, judged: d.length + c.length }
  if (d.length === 0 || c.length === 0) {
    const missing = discontinuous.length === 0 || continuous.length === 0
    notes.push(missing ? note(discontinuous.length === 0 ? 'mirage-no-discontinuous' : 'mirage-no-continuous') : note('mirage-too-few-sizes'))
    return { result: 'not checkable', discontinuous, continuous, unknown, agreement, notes }
  }
  if (!sameSizes(analyses)) notes.push(note('mirage-different-runs'))
  // A continuous metric without item counts can look sharp and yet not be told from gradual.
  if (jumps(d) && !jumps(c) && c.some(({ widthDecades }) => widthDecades !== null && widthDecades < 1)) notes.push(note('mirage-weak'))
  const result = jumps(d) && jumps(c) ? 'emergent under both' : jumps(d) || jumps(c) ? 'metric-dependent' : 'gradual under both'
  return { result, discontinuous, continuous, unknown, agreement, notes }
}

const rowOf = ({ metric, shots, finding, test, points }: SeriesAnalysis): MirageRow => ({
  metric: metric.name,
  kind: metric.kind,
  shots,
  finding,
  p: isNoAnswer(test.sharp) ? null : test.sharp.p,
  widthDecades: isNoAnswer(test.sharp) ? null : test.sharp.widthDecades,
  sizes: points.length
})

function sameSizes(analyses: readonly SeriesAnalysis[]): boolean {
  const keys = analyses.filter(({ metric }) => metric.kind !== 'unknown').map(({ points }) => points.map(({ x }) => x).join())
  return new Set(keys).size === 1
}
