/** The part of a chart that is looked at: about a place, along a logarithmic or a reversed axis, never beyond the whole; and what is drawn of it. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeText } from '../../../src/renderer/src/figures/chart/axis'
import { chart } from '../../../src/renderer/src/figures/chart/chart'
import type { Axis, ChartSpec, Panel } from '../../../src/renderer/src/figures/chart/spec'
import { isWhole, panned, sameAxes, shareOf, wholeOf, zoomed, type Shares } from '../../../src/renderer/src/figures/chart/window'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import { measure, theme } from './drawn'

const axis = (more: Partial<Axis> = {}): Axis => ({ label: 'x', kind: 'N', log: true, ...more })
const panel = (x: Axis, y: Axis, more: Partial<Panel> = {}): Panel => ({
  x,
  y,
  series: [{ id: 'a', name: 'a', x: [1e8, 1e9, 1e10, 1e11], y: [0.1, 0.2, 0.6, 0.9], draw: 'line', tone: 0 }],
  ...more
})
const spec = (...panels: Panel[]): ChartSpec => ({ panels, finding: '', sentence: '', sources: [] })
const view = { language: 'en', theme, measure, width: 640, height: 320 } as const
const words = (marks: readonly { kind: string }[]): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [(mark as TextMark).lines.join(' ')] : []))

const share = fc.double({ min: 0, max: 1, noNaN: true })
const place = fc.record({ x: share, y: share })
const closer = fc.double({ min: 0.05, max: 1, noNaN: true })
const axes = fc.constantFrom(axis(), axis({ log: false }), axis({ log: false, reversed: true }), axis({ reversed: true }))
const panels = fc.tuple(axes, axes).map(([x, y]) => panel(x, y))
/** The value at a place of the frame. */
const at = (which: Panel, window: { x: { from: number; to: number }; y: { from: number; to: number } }, where: Shares): Shares => {
  const { frames } = chart(spec(which), { ...view, windows: [window] })
  const { left, right, top, bottom, x, y } = frames[0]!
  return { x: x.inverse(left + (right - left) * where.x), y: y.inverse(bottom + (top - bottom) * where.y) }
}

describe('looking closer', () => {
  it('keeps the place under the pointer where it is, on every kind of axis', () => {
    fc.assert(
      fc.property(panels, place, closer, closer, (one, where, fx, fy) => {
        const whole = wholeOf(one)
        const before = at(one, whole, where)
        const after = at(one, zoomed(one, whole, whole, { x: fx, y: fy }, where), where)
        expect(after.x / before.x).toBeCloseTo(1, 6)
        expect(after.y - before.y).toBeCloseTo(0, 6)
      })
    )
  })
  it('and as far back again is the whole', () => {
    fc.assert(
      fc.property(panels, place, closer, (one, where, factor) => {
        const whole = wholeOf(one)
        const close = zoomed(one, whole, whole, { x: factor, y: factor }, where)
        expect(isWhole(zoomed(one, close, whole, { x: 1 / factor, y: 1 / factor }, where), whole)).toBe(true)
      })
    )
  })
  it('of one axis leaves the other', () => {
    const one = panel(axis(), axis({ log: false }))
    const whole = wholeOf(one)
    const close = zoomed(one, whole, whole, { x: 0.5, y: 1 }, { x: 0.5, y: 0.5 })
    expect(close.y).toEqual(whole.y)
    expect(shareOf(one, close, whole)).toEqual({ x: expect.closeTo(0.5, 12), y: 1 })
  })
  it('ends where ticks would need more digits than data have', () => {
    const one = panel(axis(), axis({ log: false }))
    const whole = wholeOf(one)
    const closest = zoomed(one, whole, whole, { x: 1e-12, y: 1e-12 }, { x: 0.3, y: 0.7 })
    expect(shareOf(one, closest, whole).y).toBeCloseTo(1 / 2000, 9)
  })
})

describe('moving', () => {
  it('there and back is where it was; and never beyond the whole', () => {
    fc.assert(
      fc.property(panels, fc.record({ x: fc.double({ min: -0.4, max: 0.4, noNaN: true }), y: fc.double({ min: -0.4, max: 0.4, noNaN: true }) }), (one, by) => {
        const whole = wholeOf(one)
        const close = zoomed(one, whole, whole, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 })
        const away = panned(one, close, whole, by)
        const back = panned(one, away, whole, { x: -by.x, y: -by.y })
        for (const each of ['x', 'y'] as const) {
          expect(back[each].from / close[each].from).toBeCloseTo(1, 6)
          expect(back[each].to / close[each].to).toBeCloseTo(1, 6)
        }
        const far = panned(one, away, whole, { x: by.x * 100, y: by.y * 100 })
        for (const each of ['x', 'y'] as const) {
          expect(far[each].from).toBeGreaterThanOrEqual(whole[each].from)
          expect(far[each].to).toBeLessThanOrEqual(whole[each].to)
        }
      })
    )
  })
  it('to the right looks at what stands on the right, also where larger values stand on the left', () => {
    const one = panel(axis({ log: false, reversed: true }), axis({ log: false }))
    const whole = wholeOf(one)
    const close = zoomed(one, whole, whole, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 })
    expect(panned(one, close, whole, { x: 0.1, y: 0 }).x.from).toBeLessThan(close.x.from)
  })
  it('belongs to its axes: other axes, another window', () => {
    expect(sameAxes(panel(axis(), axis()), panel(axis(), axis(), { series: [] }))).toBe(true)
    expect(sameAxes(panel(axis(), axis()), panel(axis({ log: false }), axis()))).toBe(false)
  })
})

describe('what is drawn of a part', () => {
  const one = panel(axis(), axis({ label: 'y', log: false, kind: 'percent' }), {
    series: [
      {
        id: 'a',
        name: 'curve',
        x: [1e8, 1e9, 1e10, 1e11],
        y: [0.1, 0.2, 0.6, 0.9],
        draw: 'line',
        tone: 0,
        band: { low: [0, 0.1, 0.5, 0.8], high: [0.2, 0.3, 0.7, 1], level: 90 }
      },
      {
        id: 'b',
        name: 'points',
        label: '',
        x: [1e8, 1e9, 1e10, 1e11],
        y: [0.1, 0.2, 0.6, 0.9],
        draw: 'points',
        tone: 1,
        whiskers: { low: [0, 0, 0, 0], high: [1, 1, 1, 1] }
      }
    ],
    rules: [{ axis: 'x', at: 2e8, label: 'a rule', tone: 'ink' }],
    spots: [{ x: 1e8, y: 0.1, label: 'a spot', look: 'here', tone: 'ink' }]
  })
  const windows = [{ x: { from: 5e9, to: 5e10 }, y: { from: 0.5, to: 0.8 } }]
  const { traces, marks, frames } = chart(spec(one), { ...view, windows })
  const { left, right, top, bottom } = frames[0]!

  it('curves, bands and error bars are cut at its edges, where they would pass them; points outside are left out', () => {
    for (const trace of traces) {
      const [px, py] = [trace['x'], trace['y']] as (number | null)[][]
      px!.forEach((value, i) => {
        if (value === null) return
        expect(value).toBeGreaterThanOrEqual(left - 17)
        expect(value).toBeLessThanOrEqual(right + 17)
        expect(py![i]).toBeGreaterThanOrEqual(top - 17)
        expect(py![i]).toBeLessThanOrEqual(bottom + 17)
      })
    }
    expect(traces.find(({ mode }) => mode === 'markers')!['x']).toEqual([expect.closeTo(frames[0]!.x(1e10), 9)])
    const line = traces.find((trace) => trace['mode'] === 'lines' && trace['fill'] === undefined && (trace['line'] as { width: number }).width > 1)!
    const [lx, ly] = [line['x'] as number[], line['y'] as number[]]
    // From 1e10 to 1e11 the curve is straight here: every point of it lies on the same line as its ends do.
    const slope = (frames[0]!.y(0.9) - frames[0]!.y(0.6)) / (frames[0]!.x(1e11) - frames[0]!.x(1e10))
    expect((ly.at(-1)! - frames[0]!.y(0.6)) / (lx.at(-1)! - frames[0]!.x(1e10))).toBeCloseTo(slope, 9)
  })
  it('ticks, rules and spots are those of the part', () => {
    expect(words(marks)).toEqual(expect.arrayContaining(['10B', '60', '80\u00a0%']))
    expect(words(marks)).not.toEqual(expect.arrayContaining(['a rule']))
    expect(words(marks)).not.toEqual(expect.arrayContaining(['a spot']))
    expect(marks.filter(({ kind }) => kind === 'circle')).toEqual([])
  })
  it('ticks that lie close together are told apart', () => {
    const close = [{ x: { from: 1.0001e10, to: 1.0004e10 }, y: { from: 0.6001, to: 0.6004 } }]
    const said = words(chart(spec(one), { ...view, windows: close }).marks)
    expect(new Set(said).size).toBe(said.length)
    expect(said).toContain('10.0025B')
    expect(rangeText(one.x, close[0]!.x, 'en')).toBe('10.001–10.004B')
  })
  it('the table and the sheet stay about all', () => {
    const whole = chart(spec(one), view)
    const part = chart(spec(one), { ...view, windows })
    expect(part.sheet()).toEqual(whole.sheet())
    expect(part.tables()).toEqual(whole.tables())
  })
})

describe('a crowd', () => {
  const n = 50_000
  const x = Array.from({ length: n }, (_, i) => 10 ** (8 + (4 * i) / n))
  const y = x.map((_, i) => 0.5 + 0.4 * Math.sin(i * 12.9898))
  const crowd = panel(axis(), axis({ log: false, kind: 'percent' }), { series: [{ id: 'a', name: 'a', label: '', x, y, draw: 'points', tone: 'ink' }] })
  it('draws points that would cover each other once, and says how many; the sheet has every one', () => {
    const { thinned, sheet, traces, marks } = chart(spec(crowd), view)
    expect(thinned!.values).toBe(n)
    expect(thinned!.drawn).toBeLessThan(n / 1.5)
    expect(traces.filter(({ mode }) => mode === 'markers')).toEqual([])
    const path = marks.find((mark) => mark.kind === 'path' && mark.round)!
    expect('d' in path && path.d.split('M').length - 1).toBe(thinned!.drawn)
    expect(sheet()).toHaveLength(n + 2)
  })
  it('the table says that it shows some of them', () => {
    const [table] = chart(spec(crowd), view).tables()
    expect(table!.rows).toHaveLength(40)
    expect(table!.more).toBe('40 of 50\u2009000 rows, evenly spread; the CSV has all.')
  })
  it('closer, each of the points in sight is drawn', () => {
    const windows = [{ x: { from: 1e10, to: 1.05e10 }, y: { from: 0, to: 1 } }]
    const { thinned, traces, frames } = chart(spec(crowd), { ...view, windows })
    const { left, right, x: across } = frames[0]!
    expect(thinned).toBeNull()
    expect(traces.find(({ mode }) => mode === 'markers')!['x']).toHaveLength(
      x.filter((value) => across(value) >= left - 1 && across(value) <= right + 1).length
    )
  })
})
