import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, TextMark } from '../../../src/renderer/src/figures/marks'
import { overlap } from '../../../src/renderer/src/figures/place'
import { tornadoFigure } from '../../../src/renderer/src/figures/tornado'
import { endsOf } from '../../../src/renderer/src/figures/tornado/ends'
import { tornadoSheet } from '../../../src/renderer/src/figures/tornado/table'
import { heightFor, type Driver, type TornadoView } from '../../../src/renderer/src/figures/tornado/view'
import { messages } from '../../../src/shared/text/messages'
import { boxOf, measure, theme } from './drawn'

const price: Driver = {
  input: 'price',
  name: 'Price per accelerator-hour',
  kind: 'usdPerHour',
  at: { low: 1.9, high: 3.3 },
  low: 13.9e6,
  high: 11.1e6,
  held: { low: 13.8e6, high: 11e6 },
  share: { first: 0.03, total: 0.033 },
  switches: [2.71]
}
const maths: Driver = {
  input: 'critical@maths',
  name: 'Critical scale, maths',
  kind: 'N',
  at: { low: 70e9, high: 100e9 },
  low: 13.3e6,
  high: 11.5e6,
  held: null,
  share: { first: -1e-4, total: 0.08 },
  switches: []
}
const view = (more: Partial<TornadoView> = {}): TornadoView => ({
  drivers: [price, maths],
  base: 12.5e6,
  kind: 'usd',
  outcome: 'value of the path',
  exact: false,
  text: messages[more.language ?? 'en'].screen.drives,
  language: 'en',
  theme,
  measure,
  width: 720,
  height: heightFor(4),
  ...more
})
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((m) => m.kind === 'text')
const said = (marks: readonly Mark[]): string[] => texts(marks).flatMap((m) => m.lines.map(plain))
const aValue = fc.double({ min: 1e6, max: 3e7, noNaN: true })

describe('the ends of a bar', () => {
  it('are labelled with the input’s own values, on the side on which the outcome lies', () => {
    expect(endsOf(price, view())).toMatchObject({ from: 11.1e6, to: 13.9e6, left: '$3.30', right: '$1.90', none: '' })
  })
  it('stand in the order of their places when both lie on one side', () => {
    expect(endsOf({ ...maths, low: 9e6, high: 11e6 }, view())).toMatchObject({ from: 9e6, to: 12.5e6, left: '70B · 100B', right: '' })
  })
  it('say where the outcome has no value', () => {
    const ends = endsOf({ ...maths, high: null }, view())
    expect(ends).toMatchObject({ from: 12.5e6, to: 13.3e6, right: '70B', none: '100B: no value' })
  })
})

describe('the picture', () => {
  it('has a solid bar for the path chosen anew, a thin outline for the path held, and one base line', () => {
    const { traces } = tornadoFigure(view())
    expect(traces.filter((t) => t.fill === 'toself').map((t) => [Math.min(...t.x), Math.max(...t.x)])).toEqual([
      [11.1e6, 13.9e6],
      [11.5e6, 13.3e6]
    ])
    expect(traces.filter((t) => t.fill === undefined).map((t) => [Math.min(...t.x), Math.max(...t.x)])).toEqual([
      [11e6, 13.8e6],
      [12.5e6, 12.5e6]
    ])
  })
  it('names the inputs, the shares of the variance and today’s value', () => {
    const words = said(tornadoFigure(view()).marks)
    for (const label of ['Price per accelerator-hour', 'Critical scale, maths', '$1.90', '$3.30', '3 %', '8 %', 'today $12.5M']) expect(words).toContain(label)
  })
  it('sets no text over another and none outside, whatever the values, in either language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 360, max: 1300 }),
        aValue,
        aValue,
        aValue,
        aValue,
        fc.constantFrom('en', 'zh'),
        (width, base, low, high, held, language) => {
          const { marks } = tornadoFigure(view({ width, base, language, drivers: [{ ...price, low, high, held: { low: held, high: base } }, maths] }))
          const boxes = texts(marks).map(boxOf)
          boxes.forEach((a, i) => {
            expect(a.x0).toBeGreaterThanOrEqual(-2)
            expect(a.x1).toBeLessThanOrEqual(width + 2)
            for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
          })
        }
      )
    )
  })
  it('draws when every outcome is the base', () => {
    const { frame, traces } = tornadoFigure(view({ drivers: [{ ...price, low: 12.5e6, high: 12.5e6, held: null }] }))
    expect(frame.to).toBeGreaterThan(frame.from)
    expect(traces.flatMap((t) => [...t.x, ...t.y]).every(Number.isFinite)).toBe(true)
  })
})

describe('what it says', () => {
  it('begins with the longest bar, and speaks of the others', () => {
    const { finding, sentence } = tornadoFigure(view())
    expect(plain(finding)).toBe('Price per accelerator-hour: $1.90 gives $13.9M, $3.30 gives $11.1M.')
    expect(plain(sentence)).toContain('the value of the path is $12.5M today. Price per accelerator-hour')
    expect(tornadoFigure(view({ language: 'zh' })).sentence).not.toMatch(/\{\w+\}/)
  })
  it('is a table with both outcomes, the path held and the switch points; unrounded for a spreadsheet', () => {
    const [table] = tornadoFigure(view()).tables()
    expect(table!.rows[0]!.cells.map(plain)).toEqual([
      'Price per accelerator-hour',
      '$1.90',
      '$13.9M',
      '$3.30',
      '$11.1M',
      '$13.8M',
      '$11M',
      '3 %',
      '3 %',
      '$2.71'
    ])
    expect(tornadoSheet(view())[1]).toEqual(['price', price.name, 1.9, 13.9e6, 3.3, 11.1e6, 13.8e6, 11e6, 0.03, 0.033, '2.71'])
  })
})
