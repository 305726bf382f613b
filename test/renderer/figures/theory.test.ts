/** Figures of the theory notes: every value is the engine's, in its own unit; no two names touch, in both languages. */
import { describe, expect, it } from 'vitest'
import { lawsApi } from '../../../src/main/api/laws'
import { linksApi } from '../../../src/main/api/links'
import { theoryApi } from '../../../src/main/api/theory'
import { inlineTasks } from '../../../src/main/workers/inline'
import { chart } from '../../../src/renderer/src/figures/chart/chart'
import type { ChartSpec, Panel } from '../../../src/renderer/src/figures/chart/spec'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import { overlap } from '../../../src/renderer/src/figures/place'
import { agreedBars, CLAIMS, cotChart } from '../../../src/renderer/src/figures/theory/agreed'
import { complexityChart, iclChart } from '../../../src/renderer/src/figures/theory/components'
import { geometryChart } from '../../../src/renderer/src/figures/theory/geometry'
import { linksChart } from '../../../src/renderer/src/figures/theory/links'
import { phaseChart } from '../../../src/renderer/src/figures/theory/phaseTransition'
import { regimeChart } from '../../../src/renderer/src/figures/theory/regime'
import type { Observation } from '../../../src/shared/contract/observations'
import { messages, type Language } from '../../../src/shared/text/messages'
import { askOf } from './askOf'
import { boxOf, measure, theme } from './drawn'

const ask = askOf({ ...lawsApi(() => ({ today: '2026-11-25', models: [] })), ...linksApi, ...theoryApi(inlineTasks) })
const text = (language: Language) => messages[language].screen.theory

const OWN = 42e9
const phase = ask('emergence.phaseTransition', { model: 'power-onset', critical: 60e9, steepness: 0.5 })
const barrier = ask('emergence.phaseTransition', { model: 'boltzmann', critical: 60e9, steepness: 2 })
const links = ask('links.curves', {
  curves: (['weibull', 'logistic', 'power-onset', 'boltzmann'] as const).map((link) => ({
    link,
    params: { critical: 60e9, steepness: 3, ...(link === 'boltzmann' ? { temperature: 1 } : {}) }
  }))
})
const icl = ask('emergence.icl', {})
const complexity = ask('emergence.complexity', { N: 10e9 })
const geometry = ask('emergence.nearOrthogonal', { dimensions: [10, 100, 4096], tolerance: 0.1 })
const regime = ask('laws.emergencePoint', { law: 'kaplan-2020-n', range: [1e6, 1e12], regime: { criticalSize: 1e10, kappa: 0.5, delta: 0.05 } })
const cot: readonly Observation[] = [
  ...([7e6, 7e9, 175e9].map((N, i) => ({ task: 'chain of thought', metric: 'accuracy', N, score: [0.15, 0.38, 0.95][i]! })) satisfies Observation[]),
  ...([7e6, 7e9, 175e9].map((N, i) => ({ task: 'direct answer', metric: 'accuracy', N, score: [0.15, 0.35, 0.65][i]! })) satisfies Observation[])
]

const FIGURES: Readonly<Record<string, (language: Language) => ChartSpec>> = {
  phase: (language) => phaseChart(phase, { model: 'power onset', own: OWN }, text(language), language),
  barrier: (language) => phaseChart(barrier, { model: 'Boltzmann', own: null }, text(language), language),
  links: (language) => linksChart(links.curves, { critical: 60e9, steepness: 3 }, OWN, text(language), language),
  icl: (language) => iclChart(icl, text(language), language),
  complexity: (language) => complexityChart(complexity, 10e9, text(language), language),
  geometry: (language) => geometryChart(geometry, { dimension: 4096, tolerance: 0.1 }, text(language), language),
  regime: (language) => regimeChart(regime, 'Kaplan 2020, L(N)', 1e10, text(language), language),
  cot: (language) => cotChart(cot, text(language), language)
}
const first = (name: string): Panel => FIGURES[name]!('en').panels[0]!
const seriesOf = (name: string, id: string) => first(name).series.find((one) => one.id === id)!

describe.each(Object.keys(FIGURES))('the figure %s', (name) => {
  it.each(['en', 'zh'] as const)('has names that do not touch, and words without an open place, in %s', (language) => {
    const spec = FIGURES[name]!(language)
    const { marks } = chart(spec, { language, theme, measure, width: 640, height: 340 })
    const names = marks.filter((mark): mark is TextMark => mark.kind === 'text')
    const touching = names.flatMap((a, i) =>
      names
        .slice(i + 1)
        .filter((b) => overlap(boxOf(a), boxOf(b)))
        .map((b) => [a.lines, b.lines])
    )
    expect(touching).toEqual([])
    for (const words of [spec.finding, spec.sentence, ...spec.sources]) expect(words).not.toMatch(/[{}]|NaN|Infinity|undefined/)
    expect(spec.sentence).not.toBe('')
    expect(spec.sources).not.toEqual([])
  })

  it('has finite numbers only, above 0 on every log axis, and each of them in its sheet', () => {
    const spec = FIGURES[name]!('en')
    for (const { x, y, series, spots = [], rules = [] } of spec.panels) {
      const along = {
        x: [...series.flatMap((one) => one.x), ...spots.map((spot) => spot.x)],
        y: [...series.flatMap((one) => one.y), ...spots.map((spot) => spot.y)]
      }
      for (const [axis, values] of [
        [x, [...along.x, ...rules.filter((rule) => rule.axis === 'x').map(({ at }) => at)]],
        [y, [...along.y, ...rules.filter((rule) => rule.axis === 'y').map(({ at }) => at)]]
      ] as const)
        for (const value of values) if (value !== null) expect(Number.isFinite(value) && (!axis.log || value > 0), `${axis.label}: ${value}`).toBe(true)
    }
    const points = spec.panels.flatMap(({ series }) => series).reduce((sum, { x }) => sum + x.length, 0)
    expect(chart(spec, { language: 'en', theme, measure, width: 640, height: 340 }).sheet().length).toBeGreaterThanOrEqual(points + 1 + spec.sources.length)
  })
})

describe('the order parameter', () => {
  it('is that of the answer over parameters on a log axis, with its onset, its half and the plan’s own run', () => {
    const { x, y, rules, spots } = first('phase')
    expect(x).toMatchObject({ kind: 'N', log: true })
    expect(y).toMatchObject({ kind: 'percent', from: 0, to: 1 })
    expect(seriesOf('phase', 'curve')).toMatchObject({ x: phase.curve.map(({ scale }) => scale), y: phase.curve.map(({ order }) => order), chosen: true })
    expect(rules!.map(({ axis, at }) => [axis, at])).toEqual([
      ['x', 60e9],
      ['x', OWN]
    ])
    expect(rules![0]!.label).toBe('onset 60B')
    expect(spots).toMatchObject([{ x: phase.halfScale, y: 0.5 }])
  })
  it('of a barrier has no onset: what is marked is where the barrier equals the temperature, d/T', () => {
    const { rules } = first('barrier')
    expect(rules).toMatchObject([{ axis: 'x', at: 30e9, label: 'barrier equals temperature, 30B' }])
  })
  it('shows the form of the source beside it exactly where that differs', () => {
    expect(first('phase').series.some(({ id }) => id === 'given')).toBe(phase.asGiven !== null)
    expect(first('barrier').series.some(({ id }) => id === 'given')).toBe(barrier.asGiven !== null)
  })
})

describe('links side by side', () => {
  it('are the curves of the answer, each named, with one half and the plan’s own run across them', () => {
    for (const { link, points } of links.curves)
      expect(seriesOf('links', link)).toMatchObject({ x: points.map(({ scale }) => scale), y: points.map(({ probability }) => probability) })
    expect(first('links').rules!.map(({ axis, at }) => [axis, at])).toEqual([
      ['y', 0.5],
      ['x', OWN]
    ])
  })
  it('say where each is one half: the Weibull at 60B·(ln 2)^(1/3) = 53.1B, the logistic at 60B', () => {
    const { sentence, finding } = FIGURES['links']!('en')
    expect(sentence).toContain('Weibull is one half at 53.1B')
    expect(sentence).toContain('logistic is one half at 60B')
    expect(finding).toMatch(/^At the same critical scale one half lies between/)
  })
})

describe('in-context learning taken apart', () => {
  it('has a panel a task on one common axis, a bar for each component that has a threshold, and both readings of the source', () => {
    const { panels } = FIGURES['icl']!('en')
    expect(panels).toHaveLength(icl.tasks.length)
    expect(new Set(panels.map(({ x }) => x.to)).size).toBe(1)
    icl.tasks.forEach(({ components, first: soonest, all }, i) => {
      const shown = components.filter(({ threshold }) => threshold !== null)
      expect(panels[i]!.series.map(({ id, x }) => [id, x[1]])).toEqual(shown.map(({ component, threshold }) => [component, threshold]))
      expect(panels[i]!.rules!.map(({ at }) => at)).toEqual([soonest, all].filter((at) => at !== null))
    })
  })
  it('says no threshold of a component without strength, nor of a task that needs it', () => {
    const without = ask('emergence.icl', { strengths: { patternMatching: 0.3, memorisation: 0, inductiveReasoning: 0.25, languageKnowledge: 0.2 } })
    const { panels } = iclChart(without, text('en'), 'en')
    for (const { series } of panels) expect(series.some(({ id }) => id === 'memorisation')).toBe(false)
  })
})

describe('the complexity model', () => {
  it('puts each task where N^1.5 is what it requires, and the model at its own size', () => {
    const { x, y, spots } = first('complexity')
    expect([x.log, y.log, x.kind]).toEqual([true, true, 'N'])
    for (const spot of spots!) expect(Math.abs(spot.x ** 1.5 / spot.y - 1)).toBeLessThan(1e-9)
    expect(spots!.at(-1)).toMatchObject({ x: 10e9, y: 1e15, look: 'here' })
    expect(spots!.filter(({ look }) => look === 'disc')).toHaveLength(complexity.rows.filter(({ emerges }) => emerges).length)
  })
})

describe('the cosine of random pairs', () => {
  it('is drawn as shares of the pairs, one curve a dimension, with the tolerance tinted', () => {
    const { series, regions } = first('geometry')
    for (const { y } of series) expect(y.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9)
    expect(series.map(({ id }) => id)).toEqual(['10', '100', '4096'])
    expect(series.find(({ chosen }) => chosen)!.id).toBe('4096')
    expect(regions).toMatchObject([{ axis: 'x', from: -0.1, to: 0.1 }])
  })
  it('says the typical cosine of the chosen dimension, 1/√4096 = 0.0156', () => {
    expect(FIGURES['geometry']!('en').sentence).toContain('typical cosine of 0.0156')
  })
})

describe('the change of slope', () => {
  it('has both losses on log axes, equal below the size at which the regime begins and lower above', () => {
    const { x, y, regions } = first('regime')
    expect([x.kind, x.log, y.kind, y.log]).toEqual(['N', true, 'loss', true])
    expect(regions).toMatchObject([{ from: 1e10, to: null }])
    const [without, changed] = [seriesOf('regime', 'without'), seriesOf('regime', 'with')]
    expect(without.y).toEqual(regime.curve.map(({ loss }) => loss))
    without.x.forEach((N, i) => {
      const after = changed.y[i]
      if (after === null || after === undefined) return
      if (N <= 1e10) expect(after).toBe(without.y[i])
      else expect(after).toBeLessThan(without.y[i]!)
    })
  })
  it('marks each emergence point that there is, once', () => {
    const found = [regime.linear, regime.logLog].flatMap(({ N }) => (N === undefined ? [] : [N]))
    expect(first('regime').rules!.map(({ at }) => at)).toEqual([...new Set(found)])
  })
})

describe('what is agreed', () => {
  it.each(['en', 'zh'] as const)('shows four bars on steps of support, from much to little, said in words and never in numbers, in %s', (language) => {
    const { rows, say, sentence } = agreedBars(text(language), language)
    expect(rows.map(({ id }) => id)).toEqual([...CLAIMS])
    const ends = rows.map(({ stretches }) => stretches[0]!.to)
    expect(ends).toEqual([...ends].sort((a, b) => b - a))
    rows.forEach(({ label }, i) => expect(label).toBe(say(ends[i]!)))
    expect(sentence).not.toMatch(/[\d{}]/)
  })
  it('has the teaching curves as two series with the chance of one in four', () => {
    expect(seriesOf('cot', 'with')).toMatchObject({ x: [7e6, 7e9, 175e9], y: [0.15, 0.38, 0.95], chosen: true })
    expect(seriesOf('cot', 'without')).toMatchObject({ x: [7e6, 7e9, 175e9], y: [0.15, 0.35, 0.65] })
    expect(first('cot').rules).toMatchObject([{ axis: 'y', at: 0.25 }])
    expect(FIGURES['cot']!('en').sentence).toMatch(/95\s%.*65\s%.*15\s%/)
  })
})
