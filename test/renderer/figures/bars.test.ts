/** Bars from their specification: in the frame, in order, with every number in the table and the sheet. */
import { describe, expect, it } from 'vitest'
import { bars, heightOf } from '../../../src/renderer/src/figures/bars/bars'
import type { BarsSpec } from '../../../src/renderer/src/figures/bars/spec'
import { barSheet, barTables } from '../../../src/renderer/src/figures/bars/table'
import type { PathMark, TextMark } from '../../../src/renderer/src/figures/marks'
import { boxOf, measure, theme } from './drawn'

const spec: BarsSpec = {
  rows: [
    {
      id: 'a',
      name: 'Rent',
      stretches: [
        { name: 'final run', from: 0, to: 60, tone: 'ink' },
        { name: 'staff', from: 60, to: 100, tone: 0 }
      ],
      label: '$100',
      strong: true
    },
    {
      id: 'b',
      name: 'A name that is much too long for the column that names stand in',
      stretches: [{ name: '', from: -20, to: 0, tone: 'bad' }],
      label: '−$20'
    },
    { id: 'c', name: 'Nothing', stretches: [], label: 'not listed', tone: 'ink3' },
    { id: 'd', name: 'Range', stretches: [{ name: '', from: 0, to: 50, tone: 'ink' }], label: '$50', range: { low: 50, high: 120 }, joins: 0 }
  ],
  uprights: [{ at: 110, label: 'Deadline', tone: 'bad' }],
  axis: 'dollars',
  say: (value) => `$${value}`,
  header: ['row', 'part', 'from', 'to'],
  finding: '',
  sentence: '',
  sources: ['by hand']
}
const view = { theme, measure, width: 480, height: 200 }
const { marks } = bars(spec, view)
const texts = marks.filter((mark): mark is TextMark => mark.kind === 'text')
const filled = marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.fill !== undefined)
/** Left and right end of a filled box. */
const span = ({ d }: PathMark): number[] => /^M([\d.-]+) [\d.-]+H([\d.-]+)/.exec(d)!.slice(1).map(Number)

describe('bars', () => {
  it('are as long as their values: stretches of a row follow each other without a gap', () => {
    const [first, second, negative, last] = filled.map(span)
    expect(second![0]).toBeCloseTo(first![1]!, 1)
    const perUnit = (first![1]! - first![0]!) / 60
    expect(second![1]! - second![0]!).toBeCloseTo(40 * perUnit, 0)
    expect(negative![1]! - negative![0]!).toBeCloseTo(20 * perUnit, 0)
    expect(negative![1]).toBeCloseTo(first![0]!, 1)
    expect(last![1]! - last![0]!).toBeCloseTo(50 * perUnit, 0)
  })
  it('keep every word within the figure, and words apart', () => {
    const boxes = texts.map(boxOf)
    for (const box of boxes) {
      expect(box.x0).toBeGreaterThanOrEqual(-0.5)
      expect(box.x1).toBeLessThanOrEqual(view.width + 0.5)
    }
    const rows = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1))
    expect(rows).toEqual([])
  })
  it('cut a name that is too long', () => {
    expect(texts.some(({ lines }) => lines.join('').endsWith('…'))).toBe(true)
  })
  it('say a row without a value', () => {
    expect(texts.map(({ lines }) => lines.join(' '))).toContain('not listed')
  })
  it('name stretches only where a row has several', () => {
    const words = texts.map(({ lines }) => lines.join(' '))
    expect(words).toContain('final run')
  })
  it('tabulate every stretch, rows without one, and what stands upright', () => {
    const [table] = barTables(spec)
    expect(table!.rows.map(({ cells }) => cells.join('|'))).toEqual([
      'Rent|final run|$0|$60',
      'Rent|staff|$60|$100',
      'A name that is much too long for the column that names stand in||$-20|$0',
      'Nothing|not listed||',
      'Range||$0|$50',
      'Deadline|||$110'
    ])
    expect(barSheet(spec)).toContainEqual(['Rent', 'staff', 60, 100])
    expect(barSheet(spec).at(-1)).toEqual(['by hand'])
  })
  it('ask for room for every row', () => {
    expect(heightOf({ ...spec, rows: [...spec.rows, ...spec.rows] })).toBeGreaterThan(heightOf(spec))
  })
})
