/** Figures of laws: every number of the engine's answer is on them, no two names touch, in both languages. */
import { describe, expect, it } from 'vitest'
import { lawsApi } from '../../../src/main/api/laws'
import { allocateApi } from '../../../src/main/api/allocate'
import { chart } from '../../../src/renderer/src/figures/chart/chart'
import type { ChartSpec } from '../../../src/renderer/src/figures/chart/spec'
import { lossMapChart, partsChart, profilesChart } from '../../../src/renderer/src/figures/laws/lossMap'
import { optimaChart } from '../../../src/renderer/src/figures/laws/optima'
import { epochsChart, lifetimeChart } from '../../../src/renderer/src/figures/laws/spending'
import { overlap } from '../../../src/renderer/src/figures/place'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import type { Input } from '../../../src/shared/contract'
import { messages, type Language } from '../../../src/shared/text/messages'
import { askOf } from './askOf'
import { boxOf, measure, theme } from './drawn'

const environment = () => ({ today: '2026-11-25', models: [] })
const ask = askOf({ ...lawsApi(environment), ...allocateApi(environment) })

const run = { N: 70e9, D: 1.4e12 }
const published = [{ name: 'Chinchilla', year: 2022, N: 70e9, D: 1.4e12, C: 5.88e23, usd: 1, days: 1 }]
const surface = ask('laws.surface', { law: 'besiroglu-2024', run })
const text = (language: Language) => messages[language].screen.lawPage
const plan: Input<'laws.compare'>['plan'] = { targets: [{ id: 'code', critical: 25e9, benefit: { kind: 'usd', value: 5e6 } }] }

const FIGURES: Readonly<Record<string, (language: Language) => ChartSpec>> = {
  map: (language) => lossMapChart(surface, { law: 'Besiroglu 2024', published, base: null }, text(language), language),
  profiles: (language) => profilesChart(surface, { law: 'Besiroglu 2024', base: null }, text(language), language),
  parts: (language) => partsChart(surface, { law: 'Besiroglu 2024', base: null }, text(language), language)!,
  optima: (language) => optimaChart(ask('laws.compare', { plan }), (id) => id, null, messages[language], language),
  lifetime: (language) =>
    lifetimeChart(ask('allocate.inference', { law: 'besiroglu-2024', quality: run, inferenceTokens: 20e12 }), 'Besiroglu 2024', text(language), language),
  epochs: (language) =>
    epochsChart(
      ask('allocate.dataLimited', { law: 'besiroglu-2024', C: 1e23, uniqueTokens: 50e9, maxEpochs: 16 }),
      { law: 'Besiroglu 2024', uniqueTokens: 50e9, maxEpochs: 16 },
      text(language),
      language
    )
}

describe.each(Object.keys(FIGURES))('the figure %s', (name) => {
  it.each(['en', 'zh'] as const)('has names that do not touch, and a sentence without an open place, in %s', (language) => {
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
    for (const words of [spec.finding, spec.sentence, ...spec.sources]) expect(words).not.toMatch(/[{}]/)
  })
  it('keeps every point of its series in the sheet, with the law it rests on', () => {
    const spec = FIGURES[name]!('en')
    const rows = chart(spec, { language: 'en', theme, measure, width: 640, height: 340 }).sheet()
    const points = spec.panels[0]!.series.reduce((sum, { x }) => sum + x.length, 0)
    expect(rows.length).toBeGreaterThanOrEqual(points + 2)
    expect(rows.at(-1)!.join()).toContain('law')
  })
})

describe('what the figures mark', () => {
  it('the map names the run at its own place, and every published model', () => {
    const [panel] = FIGURES['map']!('en').panels
    expect(panel!.spots).toEqual([{ x: 70e9, y: 1.4e12, label: 'this run', look: 'here', tone: 'pen' }])
    expect(panel!.series.find(({ id }) => id === 'published')).toMatchObject({ x: [70e9], y: [1.4e12], points: ['Chinchilla'] })
    expect(panel!.series.find(({ id }) => id === 'frontier')!.chosen).toBe(true)
  })
  it('the profiles mark the least loss of every line that has one', () => {
    const [panel] = FIGURES['profiles']!('en').panels
    expect(panel!.series.find(({ id }) => id === 'least')!.x).toEqual(surface.isoFlops.flatMap(({ least }) => least?.N ?? []))
  })
  it('a law whose loss is no sum has no parts, one without an optimum no frontier', () => {
    expect(partsChart(ask('laws.surface', { law: 'kaplan-2020-nd', run }), { law: '', base: null }, text('en'), 'en')).toBeNull()
    expect(partsChart(ask('laws.surface', { law: 'kaplan-2020-n', run }), { law: '', base: null }, text('en'), 'en')).toBeNull()
  })
})
