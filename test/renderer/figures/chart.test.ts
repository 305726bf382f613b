/** Charts from their specification: scales, ticks, labels that do not touch, tables and sheets that hold every number. */
import { describe, expect, it } from 'vitest'
import { chart } from '../../../src/renderer/src/figures/chart/chart'
import { nearestPoint } from '../../../src/renderer/src/figures/chart/nearest'
import type { ChartSpec, Panel, Series } from '../../../src/renderer/src/figures/chart/spec'
import { drawing } from '../../../src/renderer/src/figures/drawing'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import { overlap } from '../../../src/renderer/src/figures/place'
import { measure, theme } from './drawn'

const sizes = [1e8, 1e9, 1e10, 1e11]
const series = (id: string, more: Partial<Series> = {}): Series => ({ id, name: id, x: sizes, y: [0.1, 0.2, 0.6, 0.9], draw: 'both', tone: 0, ...more })
const panel = (more: Partial<Panel> = {}): Panel => ({
  x: { label: 'parameters', kind: 'N', log: true },
  y: { label: 'score', kind: 'percent', log: false },
  series: [series('a')],
  ...more
})
const spec = (...panels: Panel[]): ChartSpec => ({ panels, finding: '', sentence: '', sources: ['measured by hand'] })
const view = { language: 'en', theme, measure, width: 640, height: 320 } as const
const texts = (marks: readonly { kind: string }[]): TextMark[] => marks.filter((mark): mark is TextMark => mark.kind === 'text')
const words = (marks: readonly { kind: string }[]): string[] => texts(marks).map(({ lines }) => lines.join(' '))

describe('scales and ticks', () => {
  it('a share runs from 0 to 1 and only its last tick carries the unit', () => {
    const { marks, frames } = chart(spec(panel()), view)
    expect(frames[0]!.y.inverse(frames[0]!.bottom)).toBeCloseTo(0, 12)
    expect(frames[0]!.y.inverse(frames[0]!.top)).toBeCloseTo(1, 12)
    expect(words(marks).filter((text) => text.includes('%'))).toEqual(['100\u00a0%'])
  })
  it('a logarithmic axis names powers in the language of the field', () => {
    expect(words(chart(spec(panel()), view).marks)).toEqual(expect.arrayContaining(['100M', '1B', '10B', '100B']))
  })
  it('a reversed axis puts larger values to the left', () => {
    const { frames } = chart(spec(panel({ x: { label: 'loss', kind: 'loss', log: false, reversed: true }, series: [series('a', { x: [2, 3, 4, 5] })] })), view)
    expect(frames[0]!.x(5)).toBeLessThan(frames[0]!.x(2))
  })
  it('draws in pixels of the figure, and leaves out what a logarithmic axis cannot show', () => {
    const { traces, frames } = chart(spec(panel({ series: [series('a', { draw: 'points', x: [0, 1e9, 1e10, 1e11] })] })), view)
    const points = traces.find((trace) => trace['mode'] === 'markers')!
    expect(points['x']).toHaveLength(3)
    expect((points['x'] as number[])[0]).toBeCloseTo(frames[0]!.x(1e9), 9)
  })
})

describe('words', () => {
  it('no two labels touch, and none leaves the figure', () => {
    const many = Array.from({ length: 6 }, (_, i) =>
      series(`series number ${i}`, { y: [0.1, 0.2 + i / 50, 0.5 + i / 20, 0.7 + i / 30], tone: i, draw: 'line' })
    )
    const { marks } = chart(
      spec(
        panel({
          series: many,
          rules: [{ axis: 'x', at: 2e10, label: 'threshold 20B', tone: 'ink' }],
          spots: [{ x: 1e10, y: 0.5, label: 'your run', look: 'here', tone: 'ink' }]
        })
      ),
      view
    )
    const boxes = texts(marks)
      .filter(({ halo }) => halo !== undefined)
      .map(({ x, y, lines, size, weight, anchor, lineHeight }) => {
        const w = Math.max(...lines.map((line) => measure(line, size, weight)))
        const x0 = anchor === 'end' ? x - w : x
        return { x0, x1: x0 + w, y0: y - size * 0.86, y1: y - size * 0.86 + size + (lines.length - 1) * lineHeight }
      })
    expect(boxes.length).toBeGreaterThan(4)
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)))
    for (const { x0, x1, y0, y1 } of boxes) expect(x0 >= 0 && x1 <= 648 && y0 >= 0 && y1 <= 320).toBe(true)
  })
  it('a drawing escapes what words hold', () => {
    const mark: TextMark = { kind: 'text', x: 1, y: 2, lines: ['a < b & "c"'], lineHeight: 12, size: 12, weight: 400, anchor: 'start', fill: '#000' }
    expect(drawing([mark])).toContain('a &lt; b &amp; &quot;c&quot;')
  })
})

describe('several panels', () => {
  it('stand side by side, each with its own axes, and wrap where they do not fit', () => {
    const four = spec(...[1, 2, 3, 4].map((i) => panel({ title: `metric ${i}` })))
    const wide = chart(four, view)
    expect(new Set(wide.frames.map(({ top }) => Math.round(top))).size).toBe(2)
    expect(new Set(wide.traces.map(({ xaxis }) => xaxis))).toEqual(new Set(['x', 'x2', 'x3', 'x4']))
    expect(new Set(chart(four, { ...view, width: 300 }).frames.map(({ left }) => Math.round(left))).size).toBe(1)
  })
})

describe('numbers', () => {
  it('series over the same values stand beside each other; the sheet holds every number and its source', () => {
    const made = chart(
      spec(panel({ series: [series('a'), series('b', { y: [0.3, null, 0.5, 0.6], whiskers: { low: [0.2, null, 0.4, 0.5], high: [0.4, null, 0.6, 0.7] } })] })),
      view
    )
    const [table] = made.tables()
    expect(table!.header).toEqual(['parameters', 'a', 'b', 'low', 'high'])
    expect(table!.rows[1]!.cells.slice(2)).toEqual(['–', '–', '–'])
    const sheet = made.sheet()
    expect(sheet.filter((row) => row[0] === 'b')).toHaveLength(4)
    expect(sheet.find((row) => row[0] === 'b' && row[2] === 1e8)).toEqual(['b', '', 1e8, 0.3, 0.2, 0.4])
    expect(sheet.at(-1)).toEqual(['measured by hand'])
  })
  it('the nearest point under the pointer, none far from all', () => {
    const described = spec(panel({ series: [series('a', { points: ['w', 'x', 'y', 'z'] })] }))
    const { frames } = chart(described, view)
    const at = { x: frames[0]!.x(1e10), y: frames[0]!.y(0.6) }
    expect(nearestPoint(described, frames, at.x + 5, at.y - 5)).toMatchObject({ series: 'a', point: 'y', x: 1e10, y: 0.6 })
    expect(nearestPoint(described, frames, at.x, at.y + 90)).toBeNull()
  })
})
