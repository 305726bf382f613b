import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearTicks } from '../../../src/renderer/src/figures/linearTicks'
import type { Mark, TextMark } from '../../../src/renderer/src/figures/marks'
import { overlap } from '../../../src/renderer/src/figures/place'
import { spreadFigure } from '../../../src/renderer/src/figures/spread'
import { spreadSheet } from '../../../src/renderer/src/figures/spread/table'
import { sharesOf, stepOf, type SpreadView } from '../../../src/renderer/src/figures/spread/view'
import { messages } from '../../../src/shared/text/messages'
import { boxOf, measure, theme } from './drawn'

/** A triangular distribution on 2 to 4 million: its distribution function is known by hand. */
const below = (x: number): number => (x <= 3e6 ? ((x - 2e6) / 1e6) ** 2 / 2 : 1 - ((4e6 - x) / 1e6) ** 2 / 2)
const x = Array.from({ length: 41 }, (_, i) => 2e6 + i * 5e4)
const distribution: SpreadView['distribution'] = {
  quantity: 'path.usd',
  kind: 'usd',
  draws: 131_072,
  of: 131_072,
  method: 'sobol',
  seed: 7,
  percentiles: [0.05, 0.5, 0.95].map((p) => ({ p, value: p <= 0.5 ? 2e6 + 1e6 * Math.sqrt(2 * p) : 4e6 - 1e6 * Math.sqrt(2 * (1 - p)), standardError: 900 })),
  never: { value: 0, standardError: 1e-5 },
  curve: { scale: 'linear', x, below: x.map(below) },
  line: { limit: 'budget', value: 3.5e6 },
  chance: { value: 0.875, standardError: 0.002 },
  warnings: []
}
const view = (more: Partial<SpreadView> = {}): SpreadView => ({
  distribution,
  range: { from: null, to: 3.5e6 },
  base: null,
  cumulative: false,
  text: messages[more.language ?? 'en'].screen.sure,
  language: 'en',
  theme,
  measure,
  width: 640,
  height: 240,
  name: 'cost of the path',
  short: 'cost',
  ...more
})
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((m) => m.kind === 'text')
const said = (marks: readonly Mark[]): string[] => texts(marks).flatMap((m) => m.lines)

describe('what the figure of a spread says', () => {
  it('reads the chance of the range with its error', () => {
    expect(spreadFigure(view()).finding.replaceAll('\u00a0', ' ')).toBe('P(cost ≤ $3.5M) = 87.5 % ± 0.2')
    for (const [range, words] of [
      [{ from: 2.5e6, to: null }, 'P(cost ≥ $2.5M) = '],
      [{ from: 2.5e6, to: 3e6 }, 'P($2.5M ≤ cost ≤ $3M) = '],
      [{ from: null, to: null }, 'P(any cost) = ']
    ] as const)
      expect(spreadFigure(view({ range })).finding).toContain(words)
  })
  it('says the middle, the ends and the chance to those who do not see it, in both languages', () => {
    expect(spreadFigure(view()).sentence.replaceAll('\u00a0', ' ')).toBe(
      'In half of the draws the cost of the path is at most $3M; in 90 % it lies between $2.32M and $3.68M. P(cost ≤ $3.5M) = 87.5 % ± 0.2'
    )
    const zh = spreadFigure(view({ language: 'zh', name: '路径成本', short: '成本' })).sentence
    expect(zh).toContain('一半的抽样中路径成本不超过')
    expect(zh).not.toMatch(/\{\w+\}/)
  })
  it('tells how often no run suffices', () => {
    const never = { value: 0.12, standardError: 0.001 }
    expect(spreadFigure(view({ distribution: { ...distribution, never } })).sentence.replaceAll('\u00a0', ' ')).toContain(
      '12.0 % ± 0.1 of the draws: no run suffices.'
    )
  })
})

describe('the picture', () => {
  it('labels 5, 50 and 95 % and the budget directly', () => {
    const words = said(spreadFigure(view()).marks).map((w) => w.replaceAll('\u00a0', ' '))
    for (const label of ['5 % $2.32M', '50 % $3M', '95 % $3.68M', 'Budget $3.5M']) expect(words).toContain(label)
  })
  it('sets no label over another, however narrow it is and wherever the budget lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1200 }), fc.double({ min: 2e6, max: 4e6, noNaN: true }), fc.boolean(), (width, budget, cumulative) => {
        const { marks } = spreadFigure(view({ width, cumulative, distribution: { ...distribution, line: { limit: 'budget', value: budget } } }))
        const boxes = texts(marks).map(boxOf)
        boxes.forEach((a, i) => {
          expect(a.x0).toBeGreaterThanOrEqual(-1)
          expect(a.x1).toBeLessThanOrEqual(width + 1)
          expect(a.y0).toBeGreaterThanOrEqual(-1)
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        })
      })
    )
  })
  it('has steps whose heights are the shares, and darkens the brushed ones only', () => {
    const { traces } = spreadFigure(view())
    const [whole, brushed, outline, line] = traces
    expect(Math.max(...whole!.y)).toBeCloseTo(Math.max(...sharesOf(distribution.curve)), 12)
    expect(Math.max(...brushed!.x)).toBe(3.5e6)
    expect(brushed!.fillcolor).not.toBe(whole!.fillcolor)
    expect(outline!.fill).toBeUndefined()
    expect(line!.x).toEqual([3.5e6, 3.5e6])
  })
  it('cuts the step that an end of the range lies in', () => {
    const { traces } = spreadFigure(view({ range: { from: 2_517_000, to: 2_983_000 } }))
    expect([traces[1]!.x[0], traces[1]!.x.at(-1)]).toEqual([2_517_000, 2_983_000])
  })
  it('draws the cumulative share up to 100 %', () => {
    const { traces, frame } = spreadFigure(view({ cumulative: true }))
    const outline = traces[2]!
    expect(outline.y.at(-1)).toBe(1)
    expect(frame.y(1)).toBeCloseTo(frame.top, 6)
    const middle = outline.x.findIndex((value) => value >= 3e6)
    expect(outline.y[middle]).toBeCloseTo(0.5, 6)
  })
  it('leaves out the line when it is out of sight', () => {
    expect(spreadFigure(view({ distribution: { ...distribution, line: { limit: 'budget', value: 9e6 } } })).traces).toHaveLength(3)
  })
})

describe('the base behind a scenario', () => {
  /** The same shape on 3 to 5 million, in other steps. */
  const moved = Array.from({ length: 81 }, (_, i) => 3e6 + i * 2.5e4)
  const base: NonNullable<SpreadView['base']> = {
    distribution: {
      ...distribution,
      percentiles: distribution.percentiles.map(({ p, value }) => ({ p, value: value! + 1e6, standardError: 900 })),
      curve: { scale: 'linear', x: moved, below: moved.map((value) => below(value - 1e6)) },
      chance: { value: 0.125, standardError: 0.002 }
    },
    range: { from: null, to: 3.5e6 }
  }
  const exact = {
    ...base,
    distribution: { ...base.distribution, curve: null, percentiles: base.distribution.percentiles.map((each) => ({ ...each, value: 3.2e6 })) }
  }
  const dashed = (more: Partial<SpreadView>) => spreadFigure(view(more)).traces.filter((trace) => trace.line.dash === '5px,4px')
  const plain = (words: string): string => words.replaceAll('\u00a0', ' ')

  it('is dashed, to the same scale of areas, on an axis that holds both', () => {
    const [outline] = dashed({ base })
    expect(dashed({ base: null })).toEqual([])
    const { frame } = spreadFigure(view({ base }))
    expect([frame.from, frame.to]).toEqual([2e6, 5e6])
    // Half the steps, so half the share in each: to one scale both peaks are as high.
    expect(Math.max(...outline!.y) / Math.max(...sharesOf(distribution.curve))).toBeCloseTo(1, 1)
    const area = outline!.x.reduce((sum, at, i) => (i % 2 === 0 ? sum + ((outline!.x[i + 1]! - at) * outline!.y[i]!) / 5e4 : sum), 0)
    expect(area).toBeCloseTo(1, 9)
  })
  it('goes beyond the scenario’s own axis by its length at most, and is a line where it is exact', () => {
    const far = {
      ...base,
      distribution: { ...base.distribution, curve: { scale: 'linear' as const, x: moved.map((at) => at + 4e6), below: base.distribution.curve!.below } }
    }
    expect(spreadFigure(view({ base: far })).frame.to).toBe(6e6)
    expect(dashed({ base: exact })[0]!.x).toEqual([3.2e6, 3.2e6])
  })
  it('keeps the scenario’s own cumulative share where the axis is longer than its curve', () => {
    const whole = spreadFigure(view({ base, cumulative: true })).traces.find((trace) => trace.line.width === 1.25 && trace.line.dash === 'solid')!
    expect([whole.x.at(-1), whole.y.at(-1)]).toEqual([5e6, 1])
  })
  it('is labelled, said and in the table, with the chance of the same range alone', () => {
    expect(said(spreadFigure(view({ base })).marks).map(plain)).toContain('base 50 % $4M')
    const words = plain(spreadFigure(view({ base })).sentence)
    expect(words).toContain('In the base half of the draws come to at most $4M, 90 % to between $3.32M and $4.68M.')
    expect(words).toContain('In the base P(cost ≤ $3.5M) = 12.5 % ± 0.2.')
    expect(spreadFigure(view({ base: { ...base, range: { from: null, to: 3e6 } } })).sentence).not.toContain('In the base P(')
    expect(plain(spreadFigure(view({ base: exact })).sentence)).toContain('In the base it is $3.2M in every draw.')
    expect(spreadFigure(view({ base, language: 'zh' })).sentence).toMatch(/在基准中，一半的抽样不超过[^{}]*。$/)
    const [table] = spreadFigure(view({ base })).tables()
    expect(table!.header.at(-1)).toBe('Base: P(at or below)')
    expect(table!.rows.find(({ cells }) => cells[0] === '$3.5M')!.cells.map(plain)).toEqual(['$3.5M', '88 %', '13 %'])
    expect(table!.rows.find(({ cells }) => cells[0] === '$4M')!.cells.map(plain)).toEqual(['$4M', '100 %', '50 %'])
    expect(spreadSheet(view({ base }))).toContainEqual([3e6, 0])
    expect(spreadSheet(view({ base }))).toContainEqual(['Base: cost of the path', 'P(at or below)'])
  })
  it('sets no label over another, wherever it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 1200 }), fc.double({ min: -4e6, max: 4e6, noNaN: true }), fc.boolean(), (width, by, cumulative) => {
        const other = {
          ...base,
          distribution: {
            ...base.distribution,
            percentiles: base.distribution.percentiles.map((each) => ({ ...each, value: each.value! + by })),
            curve: { scale: 'linear' as const, x: moved.map((at) => at + by), below: base.distribution.curve!.below }
          }
        }
        const { marks, traces } = spreadFigure(view({ width, cumulative, base: other }))
        expect(traces.flatMap((t) => [...t.x, ...t.y]).every(Number.isFinite)).toBe(true)
        const boxes = texts(marks).map(boxOf)
        boxes.forEach((a, i) => {
          expect(a.x0).toBeGreaterThanOrEqual(-1)
          expect(a.x1).toBeLessThanOrEqual(width + 1)
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        })
      })
    )
  })
  it('has a place on a logarithmic axis although it goes below 0', () => {
    const log = { ...distribution, curve: { scale: 'log' as const, x: x.map((_, i) => 1e5 * 10 ** (i / 20)), below: distribution.curve.below } }
    const negative = { ...base, distribution: { ...base.distribution, curve: { ...base.distribution.curve!, x: moved.map((at) => at - 4e6) } } }
    const { frame, traces } = spreadFigure(view({ distribution: log, base: negative }))
    expect(frame.from).toBeGreaterThan(0)
    expect(traces.flatMap((t) => [...t.x, ...t.y]).every(Number.isFinite)).toBe(true)
  })
})

describe('the steps of a curve', () => {
  it('hold every value, those beyond the ends in the outer ones', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e6, max: 5e6, noNaN: true }), (value) => {
        const i = stepOf(distribution.curve, value)
        if (value < x[0]!) expect(i).toBe(0)
        else if (value >= x.at(-1)!) expect(i).toBe(x.length - 2)
        else expect(x[i]! <= value && value < x[i + 1]!).toBe(true)
      })
    )
  })
})

describe('the numbers behind it', () => {
  it('are rows in ascending order, percentiles in bold', () => {
    const [table] = spreadFigure(view()).tables()
    expect(table!.rows.filter((row) => row.strong).map((row) => row.cells[1]!.replaceAll('\u00a0', ' '))).toEqual(['5 %', '50 %', '95 %'])
    expect(table!.rows.length).toBeGreaterThan(12)
  })
  it('leave the app unrounded, with draws and seed', () => {
    const sheet = spreadSheet(view())
    expect(sheet[1]).toEqual([2e6, 0])
    expect(sheet).toContainEqual(['Draws', 131_072, 'sobol'])
    expect(sheet).toContainEqual(['Seed', 7])
  })
})

describe('ticks of a linear axis', () => {
  it('are multiples of 1, 2 or 5 times a power of ten, inside and apart', () => {
    expect(linearTicks(-0.3, 1.1, 300, 60)).toEqual([0, 0.5, 1])
    expect(linearTicks(0.02, 0.58, 400, 60)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5])
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: 1, max: 1e9, noNaN: true }), (from, span) => {
        const ticks = linearTicks(from, from + span, 400, 60)
        for (const tick of ticks) expect(tick >= from - 1e-6 * span && tick <= from + span * (1 + 1e-6)).toBe(true)
        for (let i = 1; i < ticks.length; i++) expect(((ticks[i]! - ticks[i - 1]!) / span) * 400).toBeGreaterThan(59)
      })
    )
    expect(linearTicks(1, 1, 400, 60)).toEqual([])
  })
})
