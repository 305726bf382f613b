import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, TextMark } from '../../../src/renderer/src/figures/marks'
import { overlap } from '../../../src/renderer/src/figures/place'
import { tornadoFigure } from '../../../src/renderer/src/figures/tornado'
import { endsOf } from '../../../src/renderer/src/figures/tornado/ends'
import { tornadoSheet } from '../../../src/renderer/src/figures/tornado/table'
import { heightFor, type Driver, type TornadoView } from '../../../src/renderer/src/figures/tornado/view'
import { rowWords } from '../../../src/renderer/src/figures/tornado/words'
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
  switches: [{ value: 2.71, low: 12.1e6, high: 12.1e6, words: '$2.71: below it 2 runs; above it 1 run' }]
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
  ghost: null,
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
      '$2.71 ($12.1M)'
    ])
    expect(tornadoSheet(view())[1]).toEqual(['price', price.name, 1.9, 13.9e6, 3.3, 11.1e6, 13.8e6, 11e6, 0.03, 0.033])
    expect(tornadoSheet(view()).at(-1)).toEqual(['price', price.name, 2.71, 12.1e6, 12.1e6])
  })
})

describe('where the path changes', () => {
  const diamonds = (marks: readonly Mark[]) => marks.filter((m) => m.kind === 'path' && m.d.endsWith('Z') && m.fill === theme.paper)
  it('is a diamond on the bar at the outcome there, two where it jumps', () => {
    const { frame, marks } = tornadoFigure(view())
    const [only, ...others] = diamonds(marks)
    expect(others).toEqual([])
    expect(only).toMatchObject({ d: expect.stringContaining(`L${frame.x(12.1e6).toFixed(1)} `) })
    const jump = { ...price, switches: [{ ...price.switches[0]!, high: 11.4e6 }] }
    expect(diamonds(tornadoFigure(view({ drivers: [jump] })).marks)).toHaveLength(2)
    const onOneSide = { ...price, switches: [{ ...price.switches[0]!, high: null }] }
    expect(diamonds(tornadoFigure(view({ drivers: [onOneSide] })).marks)).toHaveLength(1)
  })
  it('makes room for itself beyond the bar, and moves the words there aside', () => {
    const beyond = { ...price, switches: [{ ...price.switches[0]!, low: 15e6, high: 15e6 }] }
    expect(tornadoFigure(view({ drivers: [beyond] })).frame.to).toBe(15e6)
    expect(endsOf(beyond, view()).outer.to).toBe(15e6)
  })
  it('is said with the row, and jumps are both sides in the table', () => {
    expect(plain(rowWords(price, view()))).toContain('The path changes at $2.71: below it 2 runs; above it 1 run.')
    const jump = { ...price, switches: [{ ...price.switches[0]!, high: 11.4e6 }] }
    expect(
      plain(
        tornadoFigure(view({ drivers: [jump] }))
          .tables()[0]!
          .rows[0]!.cells.at(-1)!
      )
    ).toBe('$2.71 ($12.1M to $11.4M)')
  })
})

describe('the base behind a scenario', () => {
  const was = { ...price, at: { low: 2.4, high: 4.2 }, low: 13e6, high: 10e6, switches: [] }
  const only = { ...maths, input: 'critical@code', name: 'Critical scale, code' }
  const ghost = { base: 11.5e6, drivers: [was, only] }
  const dashed = (more: Partial<TornadoView>) => tornadoFigure(view({ ghost, ...more })).traces.filter((t) => t.line.dash === '5px,4px')
  it('has its bar dashed around the scenario’s, and its own dashed line', () => {
    expect(dashed({}).map((t) => [Math.min(...t.x), Math.max(...t.x)])).toEqual([
      [10e6, 13e6],
      [11.5e6, 11.5e6]
    ])
    expect(dashed({ ghost: null })).toEqual([])
    expect(dashed({ ghost: { ...ghost, base: null } })).toEqual([])
    expect(said(tornadoFigure(view({ ghost })).marks)).toContain('base $11.5M')
  })
  it('is cut where it lies far beyond what is drawn of the scenario', () => {
    const { frame, traces } = tornadoFigure(view({ ghost: { base: 90e6, drivers: [{ ...was, low: 80e6, high: 100e6 }] } }))
    expect(frame.to).toBeLessThan(18e6)
    expect(Math.max(...traces.flatMap((t) => [...t.x]))).toBeLessThanOrEqual(frame.to)
  })
  it('is said, and stands in the table with the values of the input there; what only it believes has a row', () => {
    expect(plain(tornadoFigure(view({ ghost })).sentence)).toContain('In the base it is $11.5M.')
    expect(plain(rowWords(price, view({ ghost })))).toContain('In the base $2.40 gives $13M, $4.20 gives $10M.')
    const [table] = tornadoFigure(view({ ghost })).tables()
    expect(table!.header.slice(-2)).toEqual(['Base, low', 'Base, high'])
    expect(table!.rows.map(({ cells }) => cells.slice(-2).map(plain))).toEqual([
      ['$13M at $2.40', '$10M at $4.20'],
      ['', ''],
      ['$13.3M at 70B', '$11.5M at 100B']
    ])
    expect(table!.rows.every(({ cells }) => cells.length === table!.header.length)).toBe(true)
    expect(tornadoSheet(view({ ghost }))).toContainEqual(['Base: value of the path', 11.5e6])
  })
  it('sets no text over another, wherever it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 360, max: 1300 }), aValue, aValue, aValue, (width, base, low, high) => {
        const { marks } = tornadoFigure(view({ width, ghost: { base, drivers: [{ ...was, low, high }] }, height: heightFor(4, ghost) }))
        const boxes = texts(marks).map(boxOf)
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        })
      })
    )
  })
})
