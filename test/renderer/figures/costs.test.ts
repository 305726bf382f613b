/** Figures of cost and path, from answers of the engine: what is drawn adds up to what was answered. */
import { beforeAll, describe, expect, it } from 'vitest'
import { acceleratorBars, ranked } from '../../../src/renderer/src/figures/costs/accelerators'
import { calendar } from '../../../src/renderer/src/figures/costs/calendar'
import { methodBars } from '../../../src/renderer/src/figures/costs/methods'
import { costWaterfall } from '../../../src/renderer/src/figures/costs/waterfall'
import type { CostWords, Estimate } from '../../../src/renderer/src/figures/costs/words'
import { ladder } from '../../../src/renderer/src/figures/path/ladder'
import { acceleratorsQuestion, estimateQuestion, memoryQuestion, runOf } from '../../../src/renderer/src/state/costQuestions'
import { ALL_INPUTS, dateIn } from '../../../src/renderer/src/screens/costs/inputGroups'
import { evaluate } from '../../../src/main/engine/evaluate'
import { contract } from '../../../src/shared/contract'
import type { Outcome } from '../../../src/shared/outcome'
import { inputsOf } from '../../../src/shared/plan/inputs'
import { planSchema } from '../../../src/shared/plan/schema'
import { DOLLARS } from '../../../src/shared/text/currency'
import { messages } from '../../../src/shared/text/messages'

const words = (language: 'en' | 'zh' = 'en'): CostWords => ({ text: messages[language].screen.costs, language, currency: DOLLARS })
const plan = planSchema.parse({
  targets: [
    { id: 'small', critical: 8e9, link: 'step', benefit: { kind: 'usd', value: 2e6 } },
    { id: 'large', critical: 40e9, link: 'step', benefit: { kind: 'usd', value: 2e7 } }
  ],
  limits: { budgetUsd: 2e7, deadlineDays: 200, largestStep: { factor: 5, lastTrainedN: 2e9 } },
  costs: { staff: { people: 10, usdPerPersonYear: 3e5 } }
})
let outcome: Outcome
let estimate: Estimate

const parts = { hardware: 10, energy: 0, failedRuns: 1, experiments: 2, postTraining: 0, evaluation: 0, data: 3, staff: 4, fixed: 0 }
const method = (scale: number) => ({
  ...(Object.fromEntries(Object.entries(parts).map(([id, usd]) => [id, usd * scale])) as typeof parts),
  total: 20 * scale
})
beforeAll(() => {
  outcome = evaluate(plan, { today: '2026-11', models: [] }, { audit: false, risk: null })
  estimate = {
    C: 1e23,
    acceleratorHours: 1000,
    days: 10,
    daysRange: { p5: 8, p50: 10, p95: 12 },
    energyKwh: 5,
    co2Kg: 2,
    method: 'rent',
    usd: {
      rent: 1e6,
      amortised: null,
      purchase: null,
      failedRuns: 1e5,
      experiments: 2e5,
      postTraining: 0,
      evaluation: 0,
      data: 3e5,
      staff: 4e5,
      energy: 0,
      fixed: 0,
      inference: 7e5,
      total: 2e6
    },
    methods: { rent: method(1e5), amortised: method(5e4), purchase: null },
    rentRange: { p5: 1.5e6, p50: 2e6, p95: 3e6 },
    capital: null,
    prices: { usdPerHour: 4, usdPerHourAsOf: '2025-03', chipUsd: null, chipAsOf: null, usdPerKwh: 0.08, usdPerKwhAsOf: '2025' },
    memory: { bytesPerParameter: 16, minAccelerators: 3 },
    memoryParts: null,
    warnings: []
  }
})

describe('the waterfall of a cost', () => {
  it('ends where its total stands, each part beginning where the one before ended', () => {
    const { rows } = costWaterfall(estimate, null, words())
    const drawn = rows.filter(({ id, stretches }) => id !== 'total' && id !== 'serving' && stretches.length > 0).map(({ stretches }) => stretches[0]!)
    drawn.slice(1).forEach((stretch, i) => expect(stretch.from).toBe(drawn[i]!.to))
    expect(drawn.at(-1)!.to).toBe(2e6)
    expect(rows.find(({ id }) => id === 'total')!.stretches[0]).toMatchObject({ from: 0, to: 2e6 })
    expect(rows.find(({ id }) => id === 'serving')!.stretches[0]).toMatchObject({ to: 7e5 })
  })
  it('draws amounts in the currency that is shown, and says its rate', () => {
    const spec = costWaterfall(estimate, null, { ...words(), currency: { code: 'EUR', perUsd: 0.5, asOf: '2026-11-20' } })
    expect(spec.rows.find(({ id }) => id === 'total')!.stretches[0]!.to).toBe(1e6)
    expect(spec.rows.find(({ id }) => id === 'total')!.label).toBe('€1M')
    expect(spec.sources.join(' ')).toContain('2026-11-20')
    expect(spec.say(1e6)).toBe('€1M')
  })
})

describe('ways to pay and accelerators', () => {
  it('a way without a price says so, and the least of the others is found', () => {
    const spec = methodBars(estimate, null, words())
    expect(spec.rows.map(({ stretches }) => stretches.length)).toEqual([5, 5, 0])
    expect(spec.finding).toContain('$1M')
  })
  it('accelerators stand from the least up, those without a price last', () => {
    const row = (id: string, rent: number | null) => ({
      id,
      name: id,
      acceleratorHours: 1,
      days: 1,
      energyKwh: 1,
      co2Kg: 1,
      minAccelerators: 1,
      fits: id !== 'b',
      usd: { rent, amortised: null, purchase: null },
      usdPerHour: rent,
      asOf: '2025-03',
      source: '',
      missing: []
    })
    const all = [row('a', null), row('b', 5e6), row('c', 2e6)]
    expect(ranked(all, 'rent').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    const spec = acceleratorBars({ C: 1e23, accelerators: all, warnings: [] }, { measure: 'rent', count: 8, own: 'b', base: null }, words('zh'))
    expect(spec.rows.map(({ strong }) => strong)).toEqual([false, true, false])
    expect(spec.rows[1]!.label).toContain('8')
    expect(spec.finding).toContain('c')
  })
})

describe('calendar and ladder', () => {
  it('begin each run where the one before ended, with a gate between and the limit beyond', () => {
    expect(outcome.path.rungs.length).toBeGreaterThan(1)
    const spec = calendar(outcome, null, words().text, 'en')!
    expect(spec.rows).toHaveLength(outcome.path.rungs.length)
    spec.rows.forEach(({ stretches }, i) => expect(stretches[0]).toMatchObject({ from: outcome.path.rungs[i]!.startDays, to: outcome.path.rungs[i]!.endDays }))
    expect(spec.uprights!.at(-1)).toMatchObject({ at: 200, tone: 'bad' })
    expect(spec.uprights).toHaveLength(outcome.path.rungs.length)
  })
  it('the ladder climbs from nothing to what the path costs', () => {
    const text = messages.en.screen.pathScreen
    const spec = ladder(outcome, { over: 'usd', names: (id) => id, gain: '', base: null }, text, 'en')!
    const { x, y } = spec.panels[0]!.series[0]!
    expect(x[0]).toBeCloseTo(0, 6)
    expect(x.at(-1)).toBe(outcome.path.rungs.at(-1)!.cumulativeUsd)
    expect(y).toEqual(outcome.path.rungs.flatMap(({ run }) => [run.N, run.N]))
    expect(spec.panels[0]!.rules!.filter(({ tone }) => tone === 'bad').map(({ at }) => at)).toEqual([2e7])
    expect(spec.panels[0]!.spots!.at(-1)!.label).toContain('large')
  })
})

describe('what is asked', () => {
  it('is accepted by the contract, for a run of the path and for a typed size', () => {
    for (const run of [runOf(outcome, null, null)!, runOf(outcome, { kind: 'own' }, { N: 7e9, D: 2e11 })!]) {
      expect(contract['costs.estimate'].input.safeParse(estimateQuestion(plan, run, 'rent', {})).success).toBe(true)
      expect(contract['costs.estimate'].input.safeParse(memoryQuestion(plan, run, { precision: 'fp8', optimiser: 'muon' })).success).toBe(true)
      expect(contract['costs.accelerators'].input.safeParse(acceleratorsQuestion(plan, run)).success).toBe(true)
    }
  })
  it('a rung that is not there any more gives way to the last one', () => {
    expect(runOf(outcome, { kind: 'rung', index: 9 }, null)!.choice).toEqual({ kind: 'rung', index: outcome.path.rungs.length - 1 })
  })
})

describe('inputs of cost and time', () => {
  it('are all there: every input of the plan that lies among its accelerator, cluster and costs', () => {
    const there = new Set(ALL_INPUTS.map(({ id }) => id))
    const missing = inputsOf(plan).filter((input) => /^(accelerator|cluster|costs)\./.test(input.path(plan)) && !there.has(input.id))
    expect(missing.map(({ id }) => id)).toEqual([])
  })
  it('a citation’s date is the last it names, never part of an arXiv number', () => {
    expect(dateIn('Cottier et al. 2024 (Epoch AI), arXiv 2405.21015')).toBe('2024')
    expect(dateIn('Epoch AI, Notable AI Models, 2025-03 (n = 62)')).toBe('2025-03')
    expect(dateIn('')).toBe('')
  })
})
