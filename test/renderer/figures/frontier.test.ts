import { describe, expect, it } from 'vitest'
import { firstReaches, valueAt } from '../../../src/renderer/src/figures/curve'
import { csv } from '../../../src/renderer/src/figures/figureTable'
import { nearestWanted } from '../../../src/renderer/src/figures/frontier/project'
import { frontierSheet } from '../../../src/renderer/src/figures/frontier/table'
import { seriesStyle } from '../../../src/renderer/src/figures/theme'
import { logTicks } from '../../../src/renderer/src/figures/ticks'
import { messages } from '../../../src/shared/text/messages'
import { drawn, texts, theme } from './drawn'
import { usdOf, weibullOutcome } from './weibullOutcome'

/** Critical size of one exact Weibull: P = 80 % at c·(ln 5)^(1/α). */
const EXACT = { id: 'code', low: 60e9, high: 60e9 * (1 + 1e-9), steepness: 3.2 }
const N80 = 60e9 * Math.log(5) ** (1 / 3.2)

describe('the plan’s point', () => {
  it('stands where the chosen curve crosses the wanted probability', () => {
    const { point } = drawn(weibullOutcome({ capabilities: [EXACT], wanted: 0.8 }))
    // 240 points over 5.4 decades, read linearly between: within 0.3 % of the closed form.
    expect(point!.x! / usdOf(N80)).toBeCloseTo(1, 2)
    expect(point!.N! / N80).toBeCloseTo(1, 2)
  })

  it('follows the hand before the engine has answered', () => {
    const outcome = weibullOutcome({ capabilities: [EXACT], wanted: 0.8 })
    const moved = drawn(outcome, { wanted: 0.5 })
    expect(moved.point!.x! / usdOf(60e9 * Math.log(2) ** (1 / 3.2))).toBeCloseTo(1, 2)
    expect(moved.traces).toEqual(drawn(outcome, { range: moved.range }).traces)
  })

  it('is missing, with the most that can be had, where a limit keeps the curve below', () => {
    const figure = drawn(weibullOutcome({ capabilities: [EXACT], wanted: 0.8, deadlineUsd: usdOf(60e9) }))
    expect(figure.point!.x).toBeNull()
    expect(figure.point!.most).toBeCloseTo(1 - Math.exp(-1), 3)
    expect(figure.finding).toContain('comes to 63\u00a0% at most, short of the 80\u00a0% wanted')
  })

  it('is dragged along the curve: the pointer on the curve gives the probability there', () => {
    const outcome = weibullOutcome({ capabilities: [EXACT] })
    const { frame } = drawn(outcome)
    const curve = outcome.frontier.each[0]!.probability
    for (const p of [0.05, 0.3, 0.62, 0.9, 0.97]) {
      const x = firstReaches(outcome.frontier.x, curve, p)!
      expect(nearestWanted(outcome.frontier, curve, frame, frame.x(x), frame.y(p))).toBeCloseTo(p, 2)
    }
  })
})

describe('the picture', () => {
  it('draws bands for the chosen capability only, and every curve but one thin', () => {
    const { traces } = drawn(weibullOutcome())
    expect(traces.filter((t) => t.fill === 'toself' && t.fillpattern === undefined)).toHaveLength(2)
    expect(traces.filter((t) => t.line.width === 2.75)).toHaveLength(1)
  })

  it('hatches from the nearest limit on and leaves the rest clear', () => {
    const hatch = (o: Parameters<typeof weibullOutcome>[0]): readonly number[] | undefined => drawn(weibullOutcome(o)).traces.find((t) => t.fillpattern)?.x
    expect(hatch({ budgetUsd: 5e6, deadlineUsd: 2e6 })?.[0]).toBe(2e6)
    expect(hatch({ budgetUsd: null })).toBeUndefined()
  })

  it('does not hatch beyond a limit that only slows the run', () => {
    const outcome = weibullOutcome({ budgetUsd: null })
    outcome.frontier.limits.push({ limit: 'data', x: 1e6 })
    const { traces, limits } = drawn(outcome)
    expect(limits[0]!.stops).toBe(false)
    expect(traces.some((t) => t.fillpattern)).toBe(false)
  })

  it('takes ten capabilities without repeating a look', () => {
    const looks = Array.from({ length: 10 }, (_, i) => JSON.stringify(seriesStyle(i, theme, false)))
    expect(new Set(looks).size).toBe(10)
  })

  it('removes the ticks that a reading covers', () => {
    const figure = drawn(weibullOutcome({ capabilities: [EXACT], wanted: 0.75 }))
    const ticks = texts(figure).filter((m) => m.x < figure.frame.left)
    expect(ticks.map((m) => m.lines[0])).toEqual(['0', '25', '50', '100\u00a0%', '75\u00a0%'])
  })

  it('shows the saved plan as a ring unless it lies under the handle', () => {
    const outcome = weibullOutcome()
    const rings = (saved: typeof outcome | null): number => drawn(outcome, { saved }).marks.filter((m) => m.kind === 'circle' && m.r === 4.5).length
    expect(rings(null)).toBe(0)
    expect(rings(outcome)).toBe(0)
    expect(rings(weibullOutcome({ wanted: 0.5 }))).toBe(1)
  })
})

describe('what stands beside the picture', () => {
  it('is a finding and a sentence in the reader’s language', () => {
    const outcome = weibullOutcome({ capabilities: [EXACT], wanted: 0.8, budgetUsd: 5e6 })
    // Twice the money is √2 times the size: 1 − exp(−ln 5 · 2^1.6) = 99.2 %.
    expect(drawn(outcome).finding).toBe('Doubling the spend lifts code to 99\u00a0%. Training cost, log scale')
    const zh = drawn(outcome, { language: 'zh' })
    expect(zh.finding).toContain('花费翻倍，code可达 99\u00a0%')
    expect(zh.sentence).toMatch(/达到 80\u00a0%.*预算：\$5M/)
  })

  it('is a table whose own row is the plan’s, and every limit has one', () => {
    const table = drawn(weibullOutcome()).tables()[0]!
    const strong = table.rows.filter((r) => r.strong)
    expect(strong).toHaveLength(1)
    expect(strong[0]!.cells[6]).toBe('80\u00a0%')
    expect(table.rows.some((r) => r.cells[0] === '$5M' && r.cells[1] === 'Budget')).toBe(true)
    expect(table.rows.every((r) => r.cells.length === table.header.length)).toBe(true)
  })

  it('is a sheet with every point, its source, a byte-order mark, and no formula', () => {
    const outcome = weibullOutcome({ points: 50 })
    const text = messages.en.screen.frontier
    const sheet = csv(frontierSheet({ outcome, saved: null, isBase: false, text, names: () => ({ long: '=1+1', short: '' }) }))
    expect(sheet.startsWith('\uFEFF')).toBe(true)
    const lines = sheet.split('\r\n')
    expect(lines[0]).toContain(",'=1+1,")
    expect(lines[1]!.split(',')[0]).toBe(String(outcome.frontier.x[0]))
    expect(lines.filter((l) => /^[\d.e+-]+,/.test(l))).toHaveLength(50)
    expect(sheet).toContain('Scaling law,besiroglu-2024')
  })
})

describe('reading a curve', () => {
  it('gives no value outside what was computed', () => {
    expect(valueAt([1, 10], [0, 1], 0.5)).toBeNull()
    expect(valueAt([1, 10], [0, 1], 11)).toBeNull()
    expect(valueAt([1, 100], [0, 1], 10)).toBeCloseTo(0.5, 12)
    expect(firstReaches([1, 100], [0, 0.4], 0.5)).toBeNull()
  })

  it('finds the near side of a flat part', () => {
    expect(firstReaches([1, 10, 100, 1000], [0, 0.5, 0.5, 1], 0.5)).toBeCloseTo(10, 12)
  })
})

describe('ticks', () => {
  it('are 1-3-10, decades where there is little room, and 1-2-5 where there is much', () => {
    expect(logTicks(2e4, 1.5e7, 800, 56)).toEqual([3e4, 1e5, 3e5, 1e6, 3e6, 1e7])
    expect(logTicks(2e4, 1.5e7, 250, 56)).toEqual([1e5, 1e6, 1e7])
    expect(logTicks(9e9, 3e11, 800, 64, true)).toEqual([1e10, 2e10, 5e10, 1e11, 2e11])
  })

  it('never leave an axis of less than a decade without a number', () => {
    expect(logTicks(2.1e5, 8e5, 600, 56).length).toBeGreaterThan(0)
  })
})
