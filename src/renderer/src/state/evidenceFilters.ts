/** What the evidence library shows: a search, a choice in each field, and an order. Looks only; the library stays as it is. */
import type { EvidenceRow } from '../../../shared/contract/evidence'
import { EVIDENCE_CATEGORIES, EVIDENCE_GRADES, EVIDENCE_ORIGINS } from '../../../shared/plan/evidenceLibrary'
import { fieldOf, oneOf } from './intakeKept'

const MEANS = ['scale', 'p50', 'first-observed', 'unknown'] as const
const AXES = ['N', 'C', 'effective'] as const
const SORTS = ['name', 'figure', 'year', 'grade', 'source'] as const

/** Choices of each field, `all` first; `none` for rows without a grade. */
export const CHOICES = {
  origin: ['all', ...EVIDENCE_ORIGINS],
  category: ['all', ...EVIDENCE_CATEGORIES],
  grade: ['all', ...EVIDENCE_GRADES, 'none'],
  means: ['all', ...MEANS],
  axis: ['all', ...AXES],
  sort: SORTS
} as const

export interface Filters {
  readonly search: string
  readonly origin: (typeof CHOICES.origin)[number]
  readonly category: (typeof CHOICES.category)[number]
  readonly grade: (typeof CHOICES.grade)[number]
  readonly means: (typeof CHOICES.means)[number]
  readonly axis: (typeof CHOICES.axis)[number]
  /** First year; null for any, rows without a year included. */
  readonly since: number | null
  readonly sort: (typeof SORTS)[number]
}

export const EVERYTHING: Filters = { search: '', origin: 'all', category: 'all', grade: 'all', means: 'all', axis: 'all', since: null, sort: 'name' }

export function filtersFrom(kept: unknown): Filters {
  const search = fieldOf(kept, 'search')
  const since = fieldOf(kept, 'since')
  return {
    search: typeof search === 'string' ? search : '',
    origin: oneOf(CHOICES.origin, fieldOf(kept, 'origin'), 'all'),
    category: oneOf(CHOICES.category, fieldOf(kept, 'category'), 'all'),
    grade: oneOf(CHOICES.grade, fieldOf(kept, 'grade'), 'all'),
    means: oneOf(CHOICES.means, fieldOf(kept, 'means'), 'all'),
    axis: oneOf(CHOICES.axis, fieldOf(kept, 'axis'), 'all'),
    since: typeof since === 'number' && Number.isFinite(since) ? since : null,
    sort: oneOf(SORTS, fieldOf(kept, 'sort'), 'name')
  }
}

export const isFiltered = ({ sort: _sort, ...filters }: Filters): boolean =>
  Object.entries(filters).some(([field, value]) => value !== EVERYTHING[field as keyof Filters])

interface Named {
  /** What a row is called in the reader's language. */
  name: (row: EvidenceRow) => string
  compare: (a: string, b: string) => number
}

/** Every word of the search must be in the name or the source, whatever its case. */
export function filtered(rows: readonly EvidenceRow[], filters: Filters, { name, compare }: Named): EvidenceRow[] {
  const words = filters.search.toLowerCase().split(/\s+/).filter(Boolean)
  const keeps = (row: EvidenceRow): boolean => {
    const text = `${name(row)} ${row.name} ${row.source}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (filters.origin === 'all' || row.origin === filters.origin) &&
      (filters.category === 'all' || row.category === filters.category) &&
      (filters.grade === 'all' || (row.grade ?? 'none') === filters.grade) &&
      (filters.means === 'all' || (row.figures.length > 0 && row.means === filters.means)) &&
      (filters.axis === 'all' || row.figures.some(({ axis }) => axis === filters.axis)) &&
      (filters.since === null || (row.year !== null && row.year >= filters.since))
    )
  }
  const byName = (a: EvidenceRow, b: EvidenceRow): number => compare(name(a), name(b)) || compare(a.source, b.source)
  const orders: Record<Filters['sort'], (a: EvidenceRow, b: EvidenceRow) => number> = {
    name: byName,
    figure: (a, b) => ascending(lowest(a), lowest(b)) || byName(a, b),
    year: (a, b) => (b.year ?? 0) - (a.year ?? 0) || byName(a, b),
    grade: (a, b) => compare(a.grade ?? 'Z', b.grade ?? 'Z') || byName(a, b),
    source: (a, b) => compare(a.source, b.source) || byName(a, b)
  }
  return rows.filter(keeps).sort(orders[filters.sort])
}

/** Rows without a figure come last. */
function lowest({ figures }: EvidenceRow): number {
  const critical = figures[0]?.critical ?? Infinity
  return typeof critical === 'number' ? critical : critical.low
}

const ascending = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
