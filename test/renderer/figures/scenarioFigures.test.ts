import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contour } from '../../../src/renderer/src/figures/contour'
import { valueAt } from '../../../src/renderer/src/figures/curve'
import { csv } from '../../../src/renderer/src/figures/figureTable'
import { frontierSheet } from '../../../src/renderer/src/figures/frontier/table'
import { cellAt, cellBox, FAINTEST, heatmap, placeOf, STRONGEST, type HeatmapView } from '../../../src/renderer/src/figures/heatmap'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import { chanceAt, overlay } from '../../../src/renderer/src/figures/overlay'
import { contrast, mixed } from '../../../src/renderer/src/figures/ramp'
import { waterfall, type WaterfallView } from '../../../src/renderer/src/figures/waterfall'
import { formatText } from '../../../src/shared/text/format'
import { messages, type Language } from '../../../src/shared/text/messages'
import { drawn, measure, theme } from './drawn'
import { weibullOutcome } from './weibullOutcome'

const textOf = (language: Language) => messages[language].screen.scenarios
const lines = (marks: readonly { kind: string }[]): string[] => marks.filter((m): m is TextMark => m.kind === 'text').flatMap((m) => m.lines)

const why: WaterfallView = {
  outcome: 'Cost of the path',
  kind: 'usd',
  better: 'less',
  from: 5e6,
  to: 3.1e6,
  parts: [
    { name: 'Price per hour', from: '$2.50', to: '$1.50', value: -2.4e6 },
    { name: 'Wanted probability', from: '80 %', to: '90 %', value: 0.5e6 }
  ],
  method: 'shapley',
  base: 'Base',
  scenario: 'Cheaper cloud',
  text: textOf('en'),
  language: 'en',
  theme,
  measure,
  width: 520,
  height: 240
}

describe('the waterfall', () => {
  const bars = (view: WaterfallView) => waterfall(view).marks.flatMap((m) => (m.kind === 'path' && m.fill !== undefined ? [m] : []))

  it('has a bar for each change, good where the planner gains', () => {
    expect(bars(why).map(({ fill }) => fill)).toEqual([theme.good, theme.bad])
    expect(bars({ ...why, better: 'more' }).map(({ fill }) => fill)).toEqual([theme.bad, theme.good])
    expect(lines(waterfall(why).marks)).toEqual(expect.arrayContaining(['Base', '$5M', '▼ $2.4M', '▲ $500K', 'Cheaper cloud', '$3.1M']))
  })
  it('joins up: each bar begins where the one before ends, and the last ends at the scenario’s value', () => {
    const ends = (d: string): number[] => [Number(/^M([\d.]+)/.exec(d)![1]), Number(/H([\d.]+)V/.exec(d)![1])]
    const [[first0], [second0, second1]] = bars(why).map(({ d }) => ends(d)) as [number[], number[]]
    // −2.4M goes left from the base, +0.5M right from there.
    expect(second0).toBeCloseTo(first0!, 6)
    const circles = waterfall(why).marks.flatMap((m) => (m.kind === 'circle' ? [m.x] : []))
    expect(circles[1]).toBeCloseTo(second1!, 6)
  })
  it('says the largest part, the method and every change, and keeps unrounded numbers for the spreadsheet', () => {
    const { finding, sentence, sheet, tables } = waterfall(why)
    expect(finding).toBe('Price per hour makes most of it, ▼ $2.4M. Mean effect of each change over all orders (Shapley)')
    expect(sentence).toContain('Cost of the path: $5M in the base, $3.1M in Cheaper cloud. Price per hour: −$2.4M. Wanted probability: +$500K.')
    expect(sheet()[2]).toEqual(['Price per hour', '$2.50', '$1.50', -2.4e6])
    expect(tables()[0]!.rows).toHaveLength(4)
    expect(waterfall({ ...why, method: 'order' }).finding).toContain('in this order')
  })
  it('draws every change that has room and adds up the others', () => {
    const parts = Array.from({ length: 40 }, (_, i) => ({ name: `change ${i}`, from: '', to: '', value: i % 2 === 0 ? 1e5 : -1e5 }))
    const figure = waterfall({ ...why, parts, to: why.from, method: 'order' })
    expect(lines(figure.marks).some((line) => /^\d+ changes$/.test(line))).toBe(true)
    expect(figure.tables()[0]!.rows).toHaveLength(42)
  })
  it('holds a difference of nothing', () => {
    const figure = waterfall({ ...why, to: why.from, parts: [{ name: 'Seed', from: '1', to: '2', value: 0 }] })
    expect(figure.finding).toContain('is the same in both')
    expect(JSON.stringify(figure.marks)).not.toMatch(/NaN|Infinity/)
  })
})

describe('the curves of all scenarios', () => {
  const frontier = weibullOutcome().frontier
  const cheaper = { ...frontier, x: frontier.x.map((x) => x / 2) }
  const view = {
    plans: [
      { id: null, name: 'Base', frontier },
      { id: 'cheap', name: 'Cheaper cloud', frontier: cheaper }
    ],
    chosen: 'cheap',
    text: textOf('en'),
    language: 'en',
    theme,
    measure,
    width: 520,
    height: 260,
    previous: undefined
  } as const

  it('are one line each, told apart by colour and dash, and named', () => {
    const { marks } = overlay(view)
    const curves = marks.flatMap((m) => (m.kind === 'path' && m.d.split('L').length > 5 ? [m] : []))
    expect(curves).toHaveLength(2)
    expect(new Set(curves.map(({ stroke, dash }) => `${stroke} ${dash}`)).size).toBe(2)
    expect(lines(marks).join(' ')).toMatch(/Base.*Cheaper|Cheaper.*Base/s)
  })
  it('say where they differ most and where each reaches half', () => {
    const { finding, sentence, tables, sheet } = overlay(view)
    expect(finding).toMatch(/^With \$.+, from .+ in Base to .+ in Cheaper cloud$/)
    expect(sentence).toMatch(/Base (reaches half at|comes to)/)
    expect(tables()[0]!.header).toHaveLength(3)
    expect(sheet()).toHaveLength(1 + 2 * frontier.x.length)
    expect(overlay({ ...view, plans: [view.plans[0]] }).finding).toBe('')
  })
  it('read a chance between and beyond the computed points', () => {
    expect(chanceAt({ x: [1, 10], all: [0.2, 0.6] }, 0.5)).toBe(0)
    expect(chanceAt({ x: [1, 10], all: [0.2, 0.6] }, Math.sqrt(10))).toBeCloseTo(0.4, 12)
    expect(chanceAt({ x: [1, 10], all: [0.2, 0.6] }, 100)).toBe(0.6)
  })
})

describe('the base behind a scenario on the frontier', () => {
  it('is two thin dashed curves and a ring with its name; the saved plan is a ring alone', () => {
    const outcome = weibullOutcome()
    const saved = weibullOutcome({ wanted: 0.5 })
    const dashed = (more: object) => drawn(outcome, { saved, ...more }).traces.filter(({ line }) => line.dash === '5px,4px')
    expect(dashed({ isBase: true })).toHaveLength(2)
    expect(dashed({ isBase: false })).toHaveLength(0)
    expect(lines(drawn(outcome, { saved, isBase: true }).marks)).toContain('base')
    expect(lines(drawn(outcome, { saved, isBase: false }).marks)).toContain('saved')
    expect(drawn(outcome, { saved, isBase: true }).sentence).toContain('In the base')
  })
  it('stands in the table and in the spreadsheet as well', () => {
    const outcome = weibullOutcome()
    const saved = weibullOutcome({ wanted: 0.5, budgetUsd: 4e6 })
    const table = (isBase: boolean) => drawn(outcome, { saved, isBase }).tables()[0]!
    const { header, rows } = table(true)
    expect(header.slice(table(false).header.length)).toEqual(['Base: maths', 'Base: all five'])
    const at = (x: number): string => formatText(valueAt(saved.frontier.x, saved.frontier.all, x)!, 'probability', 'en')
    const plan = rows.find((row) => row.strong)!
    expect(plan.cells.at(-1)).toBe(at(drawn(outcome, { saved, isBase: true }).point!.x!))
    expect(rows.every(({ cells }) => cells.length === header.length)).toBe(true)
    const sheet = (isBase: boolean) => frontierSheet({ outcome, saved, isBase, text: messages.en.screen.frontier, names: (id) => ({ long: id, short: id }) })
    expect(sheet(true).length - sheet(false).length).toBe(saved.frontier.x.length + 3)
    expect(sheet(true)).toContainEqual(['base'])
  })
})

const field: HeatmapView = {
  outcome: 'All targets',
  kind: 'percent',
  x: { name: 'Budget', kind: 'usd', values: [1e6, 2e6, 4e6], own: 2e6 },
  y: { name: 'Price per hour', kind: 'usdPerHour', values: [1, 2], own: 2 },
  rows: [[0.2, 0.6, 0.9], null],
  wanted: { value: 0.4, limit: false },
  text: textOf('en'),
  language: 'en',
  theme,
  measure,
  width: 600,
  height: 300
}

describe('the grid of two inputs', () => {
  it('shows the rows that are there, writes their values, and leaves the others open', () => {
    const { marks, finding } = heatmap(field)
    expect(lines(marks)).toEqual(expect.arrayContaining(['20\u00a0%', '60\u00a0%', '90\u00a0%', '$1M', '$4M', '$2.00', 'here']))
    expect(finding).toContain('From 20\u00a0% to 90\u00a0%')
    expect(heatmap({ ...field, rows: [null, null] }).finding).toBe('')
  })
  it('hatches a cell without a value instead of colouring it', () => {
    const whole = heatmap({
      ...field,
      rows: [
        [0.2, null, 0.9],
        [0.1, 0.3, 0.7]
      ]
    })
    expect(whole.marks.some((m) => m.kind === 'path' && m.stroke === theme.line3 && m.d.includes('L'))).toBe(true)
    expect(whole.tables()[0]!.rows[1]!.cells).toEqual(['$1.00', '20\u00a0%', '–', '90\u00a0%'])
    expect(csv(whole.sheet())).toContain('2000000,1,\r\n')
  })
  it('finds the cell under a point, and the box of a cell, row 0 at the bottom', () => {
    const { frame } = heatmap(field)
    for (const [column, row] of [
      [0, 0],
      [2, 0],
      [1, 1]
    ] as const) {
      const box = cellBox(frame, column, row)
      expect(cellAt(frame, box.x + box.width / 2, box.y + box.height / 2)).toEqual({ column, row })
    }
    expect(cellBox(frame, 0, 0).y).toBeGreaterThan(cellBox(frame, 0, 1).y)
    expect(cellAt(frame, frame.left - 1, frame.top + 1)).toBeNull()
  })
  it('places the plan among the values by logarithm, and not outside', () => {
    expect(placeOf([1e6, 2e6, 4e6], 2e6)).toBe(1)
    expect(placeOf([1e6, 2e6, 4e6], Math.sqrt(8) * 1e6)).toBeCloseTo(1.5, 12)
    expect(placeOf([1e6, 2e6, 4e6], 9e6)).toBeNull()
    expect(placeOf([0, 0.1, 0.2], 0.05)).toBeCloseTo(0.5, 12)
  })
})

describe('the line at a wanted value', () => {
  const at = (c: number, r: number) => [c * 10, r * 10] as const
  it('crosses straight between neighbours', () => {
    expect(
      contour(
        [
          [0, 1],
          [0, 1]
        ],
        0.5,
        at
      )
    ).toBe('M5.0 0.0L5.0 10.0')
    expect(
      contour(
        [
          [0, 1],
          [0, 1]
        ],
        0.25,
        at
      )
    ).toBe('M2.5 0.0L2.5 10.0')
  })
  it('is not there where nothing crosses, or a corner is missing', () => {
    expect(
      contour(
        [
          [1, 1],
          [1, 1]
        ],
        0.5,
        at
      )
    ).toBe('')
    expect(
      contour(
        [
          [0, null],
          [0, 1]
        ],
        0.5,
        at
      )
    ).toBe('')
    expect(contour([[0, 1], null], 0.5, at)).toBe('')
  })
  it('lies on the level of any linear field', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), fc.double({ min: -20, max: 20, noNaN: true }), (a, b, level) => {
        const rows = Array.from({ length: 4 }, (_, r) => Array.from({ length: 5 }, (_v, c) => a * c + b * r))
        for (const [, x, y] of contour(rows, level, at).matchAll(/[ML]([-\d.]+) ([-\d.]+)/g))
          expect(Math.abs((a * Number(x)) / 10 + (b * Number(y)) / 10 - level)).toBeLessThanOrEqual(0.06 * (Math.abs(a) + Math.abs(b)) + 1e-9)
      })
    )
  })
})

describe('shades', () => {
  it('go from one colour to the other', () => {
    expect(mixed('#000000', '#ffffff', 0)).toBe('#000000')
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  })
  it('carry ink that can be read: at least 4.5:1 on every shade of both themes', () => {
    // Paper, ink and first category of tokens.css.
    for (const [paper, ink, hue] of [
      ['#fcfbf8', '#1b1d22', '#0d694e'],
      ['#131519', '#ecedef', '#409f7d']
    ] as const)
      for (let share = FAINTEST; share <= STRONGEST; share += 0.01) expect(contrast(mixed(paper, hue, share), ink)).toBeGreaterThan(4.5)
  })
})
