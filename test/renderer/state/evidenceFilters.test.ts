import { describe, expect, it } from 'vitest'
import { EVERYTHING, filtered, filtersFrom, isFiltered, type Filters } from '../../../src/renderer/src/state/evidenceFilters'
import type { EvidenceRow } from '../../../src/shared/contract/evidence'

const row = (id: string, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
  id,
  origin: 'capabilities',
  kind: 'critical scale',
  name: id,
  capability: null,
  category: 'code',
  figures: [{ axis: 'N', critical: 10e9 }],
  means: 'p50',
  steepness: null,
  benefit: null,
  run: null,
  grade: null,
  date: '2024',
  year: 2024,
  fromOwnRuns: false,
  source: 'Planning estimates',
  ...more
})
const ROWS = [
  row('Code'),
  row('Arithmetic', {
    origin: 'emergences',
    category: 'reasoning',
    means: 'first-observed',
    year: 2022,
    source: 'Wei et al.',
    figures: [{ axis: 'C', critical: 2e22 }]
  }),
  row('Tools', { origin: 'own', category: 'other', grade: 'A', year: 2026, figures: [{ axis: 'N', critical: { low: 1e9, high: 2e9 } }] }),
  row('GPT-3', { origin: 'models', category: null, figures: [], means: 'unknown', year: 2020 })
]
const names = (filters: Partial<Filters>): string[] =>
  filtered(ROWS, { ...EVERYTHING, ...filters }, { name: ({ name }) => name, compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) }).map(({ id }) => id)

describe('what of the library is shown', () => {
  it.each<[Partial<Filters>, string[]]>([
    [{}, ['Arithmetic', 'Code', 'GPT-3', 'Tools']],
    [{ search: 'ESTIMATES code' }, ['Code']],
    [{ search: 'wei' }, ['Arithmetic']],
    [{ origin: 'own' }, ['Tools']],
    [{ category: 'reasoning' }, ['Arithmetic']],
    [{ grade: 'A' }, ['Tools']],
    [{ grade: 'none' }, ['Arithmetic', 'Code', 'GPT-3']],
    [{ means: 'unknown' }, []],
    [{ axis: 'C' }, ['Arithmetic']],
    [{ since: 2024 }, ['Code', 'Tools']],
    [{ sort: 'figure' }, ['Tools', 'Code', 'Arithmetic', 'GPT-3']],
    [{ sort: 'year' }, ['Tools', 'Code', 'Arithmetic', 'GPT-3']],
    [{ sort: 'grade' }, ['Tools', 'Arithmetic', 'Code', 'GPT-3']]
  ])('%j', (filters, expected) => expect(names(filters)).toEqual(expected))

  it('what was kept comes back, and anything else falls back field by field', () => {
    const kept: Filters = { search: 'x', origin: 'own', category: 'code', grade: 'B', means: 'p50', axis: 'C', since: 2022, sort: 'year' }
    expect(filtersFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(filtersFrom({ ...kept, origin: 'elsewhere', since: 'NaN' })).toEqual({ ...kept, origin: 'all', since: null })
    expect(filtersFrom(null)).toEqual(EVERYTHING)
    expect(isFiltered({ ...EVERYTHING, sort: 'year' })).toBe(false)
    expect(isFiltered({ ...EVERYTHING, search: 'x' })).toBe(true)
  })
})
