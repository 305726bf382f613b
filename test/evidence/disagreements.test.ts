import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disagreementsOf } from '../../src/main/evidence/disagreements'
import type { EvidenceRow } from '../../src/shared/contract/evidence'

type Critical = EvidenceRow['figures'][number]['critical']
const row = (id: string, critical: Critical, capability: string | null = 'code', axis: 'N' | 'C' = 'N'): EvidenceRow => ({
  id,
  origin: 'own',
  kind: 'own',
  name: id,
  capability,
  category: 'code',
  figures: [{ axis, critical }],
  means: 'p50',
  steepness: null,
  benefit: null,
  run: null,
  grade: null,
  date: null,
  year: null,
  fromOwnRuns: false,
  source: ''
})

describe('where sources disagree', () => {
  it('ranges that touch have a value in common', () => {
    expect(disagreementsOf([row('a', { low: 1e9, high: 10e9 }), row('b', 10e9)])).toMatchObject([{ low: 1e9, high: 10e9, apart: false }])
    expect(disagreementsOf([row('a', { low: 1e9, high: 10e9 }), row('b', 10.01e9)])).toMatchObject([{ apart: true }])
  })
  it('an open range ends at three times its lower end, and says that it is open', () => {
    const [found] = disagreementsOf([row('open', { low: 100e9, high: null }), row('below', 250e9), row('above', 301e9)])
    expect(found).toMatchObject({ high: 301e9, apart: true, rows: [{ id: 'open', high: 300e9, open: true }, { id: 'below' }, { id: 'above' }] })
    expect(disagreementsOf([row('open', { low: 100e9, high: null }), row('below', 250e9)])[0]).toMatchObject({ apart: false })
  })
  it('figures on different axes, of different capabilities or of none are not held against each other', () => {
    expect(disagreementsOf([row('a', 1e9), row('b', 1e22, 'code', 'C'), row('c', 9e9, 'maths'), row('d', 1e9, null), row('e', 9e9, null)])).toEqual([])
  })
  it('apart exactly when some pair has no value in common', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 })).map(([low, more]) => ({ low, high: low + more }))
    fc.assert(
      fc.property(fc.array(range, { minLength: 2, maxLength: 6 }), (ranges) => {
        const [found] = disagreementsOf(ranges.map(({ low, high }, i) => row(`r${i}`, low === high ? low : { low, high })))
        const pair = ranges.some((a) => ranges.some((b) => a.high < b.low))
        expect(found!.apart).toBe(pair)
        expect(found!.rows).toHaveLength(ranges.length)
      })
    )
  })
})
