import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap } from '../../../src/renderer/src/figures/place'
import type { FrontierFigure } from '../../../src/renderer/src/figures/frontier'
import { boxOf, drawn, texts } from './drawn'
import { FIVE, weibullOutcome, type Capability } from './weibullOutcome'

const TEN: readonly Capability[] = [
  ...FIVE,
  { id: 'multilingual', low: 30e9, high: 60e9, steepness: 4 },
  { id: 'context', low: 200e9, high: 500e9, steepness: 3 },
  { id: 'arithmetic', low: 8e9, high: 15e9, steepness: 5 },
  { id: 'logic', low: 90e9, high: 140e9, steepness: 6 },
  { id: 'planning', low: 150e9, high: 400e9, steepness: 2 }
]

/** Pairs of texts that touch, and texts outside the picture or under the handle. */
function faults(figure: FrontierFigure): string[] {
  const all = texts(figure)
  const found: string[] = []
  all.forEach((a, i) => {
    const box = boxOf(a)
    if (box.x0 < 0 || box.x1 > figure.layout.width + 0.01 || box.y0 < 0 || box.y1 > figure.layout.height + 0.01) found.push(`outside: ${a.lines.join(' ')}`)
    for (const b of all.slice(i + 1)) if (overlap(box, boxOf(b))) found.push(`${a.lines.join(' ')} on ${b.lines.join(' ')}`)
    const { point, frame } = figure
    if (point === null || point.x === null || a.halo === undefined) return
    const [x, y] = [frame.x(point.x), frame.y(point.wanted)]
    if (overlap(box, { x0: x - 15, x1: x + 15, y0: y - 15, y1: y + 15 })) found.push(`under the handle: ${a.lines.join(' ')}`)
  })
  return found
}
const named = (figure: FrontierFigure): Set<string> => new Set(texts(figure).flatMap((m) => (m.chooses === undefined ? [] : [m.chooses])))

const LONG = ['Planning of long projects with many people', 'Instruction following in twelve languages at once', 'Multi-step reasoning']
const HAN = ['多步骤数学推理与证明', '代码生成', '长期项目规划与执行能力']

describe('labels of the frontier', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('name every one of %i curves, and no two texts touch', (count) => {
    for (const [width, height] of [
      [864, 194],
      [864, 240],
      [1279, 380]
    ] as const) {
      const figure = drawn(weibullOutcome({ capabilities: TEN.slice(0, count) }), { width, height })
      expect(faults(figure)).toEqual([])
      expect(named(figure).size).toBe(count)
    }
  })

  it.each(['en', 'zh'] as const)('keep long names apart in %s', (language) => {
    const names = language === 'en' ? LONG : HAN
    for (const [width, height] of [
      [864, 194],
      [1279, 380]
    ] as const) {
      const figure = drawn(weibullOutcome({ capabilities: TEN, deadlineUsd: 2e7 }), {
        width,
        height,
        language,
        names: (id) => ({ long: `${names[id.length % names.length]!} ${id}`, short: names[id.length % names.length]! })
      })
      expect(faults(figure)).toEqual([])
    }
  })

  it('touch nothing for any capabilities, sizes, points and limits', () => {
    const capability = fc.record({
      critical: fc.double({ min: 9, max: 12, noNaN: true }),
      spread: fc.double({ min: 1.01, max: 4, noNaN: true }),
      steepness: fc.double({ min: 0.5, max: 20, noNaN: true })
    })
    fc.assert(
      fc.property(
        fc.array(capability, { minLength: 1, maxLength: 10 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 4, max: 8.5, noNaN: true }),
        fc.option(fc.double({ min: 5, max: 8, noNaN: true })),
        fc.integer({ min: 500, max: 1800 }),
        fc.integer({ min: 160, max: 500 }),
        (drawnFrom, wanted, budget, deadline, width, height) => {
          const capabilities = drawnFrom.map((c, i) => ({
            id: `capability-${i + 1}`,
            low: 10 ** c.critical,
            high: 10 ** c.critical * c.spread,
            steepness: c.steepness
          }))
          const more = deadline === null ? {} : { deadlineUsd: 10 ** deadline }
          const outcome = weibullOutcome({ capabilities, wanted, budgetUsd: 10 ** budget, points: 120, ...more })
          const saved = weibullOutcome({ capabilities, wanted: 0.5, points: 120 })
          expect(faults(drawn(outcome, { width, height, saved }))).toEqual([])
        }
      ),
      { numRuns: 60 }
    )
  })

  it('stay where they were while the handle moves a little', () => {
    const outcome = weibullOutcome({ capabilities: TEN.slice(0, 6), budgetUsd: null })
    const first = drawn(outcome, { wanted: 0.8 })
    const second = drawn(outcome, { wanted: 0.81, previous: first.placement, range: first.range })
    const kept = [...first.placement].filter(([id, key]) => second.placement.get(id) === key)
    expect(kept.length).toBeGreaterThanOrEqual(first.placement.size - 1)
  })

  it('are the same whenever the same figure is drawn', () => {
    expect(drawn(weibullOutcome({ capabilities: TEN })).marks).toEqual(drawn(weibullOutcome({ capabilities: TEN })).marks)
  })
})
