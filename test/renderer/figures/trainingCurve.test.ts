/** The figures of a training curve: what is marked, what is drawn of a long record, what the table keeps. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grokkingIn } from '../../../src/main/engine/grokking/grokkingIn'
import { comparison } from '../../../src/main/engine/grokking/comparison'
import { isNoAnswer } from '../../../src/shared/notes'
import { chart } from '../../../src/renderer/src/figures/chart/chart'
import { accuracyChart, signalChart } from '../../../src/renderer/src/figures/grokking/curve'
import { extremes } from '../../../src/renderer/src/figures/thin'
import { runsOf } from '../../../src/renderer/src/state/grokkingRuns'
import { messages } from '../../../src/shared/text/messages'
import { measure, theme } from './drawn'

const text = messages.en.screen.grokking
const view = { language: 'en', theme, measure, width: 640, height: 320 } as const
const origin = { file: 'curve.csv', run: 'lr 1e-3' }

interface Row {
  step: number
  trainAccuracy: number
  validationAccuracy: number
  trainLoss: number | null
  validationLoss: number | null
  weightNorm: number | null
}
/** Memorises at step 200 and generalises at 6000. */
const CURVE: Row[] = [0, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000].map((step) => ({
  step,
  trainAccuracy: step < 200 ? 0.4 : 1,
  validationAccuracy: step < 5000 ? 0.01 : step < 6000 ? 0.6 : 1,
  trainLoss: null,
  validationLoss: step < 1000 ? 12 : 12_000 / step,
  weightNorm: null
}))

function analysed(curve: Row[]) {
  const analysis = grokkingIn({ curve, accuracyUnit: 'share', threshold: 0.99, chance: 0.01, inARow: 5, delayed: 10 })
  if (isNoAnswer(analysis)) throw new Error(analysis.detail)
  return { ...analysis, comparison: comparison() }
}
const question = (curve: Row[]) => ({ curve, threshold: 0.99, chance: 0.01 })

describe('accuracies', () => {
  it('mark memorisation, generalisation, the threshold and the wait', () => {
    const [panel] = accuracyChart(question(CURVE), analysed(CURVE), origin, text, 'en').panels
    expect(panel!.rules!.map(({ axis, at }) => [axis, at])).toEqual([
      ['x', 200],
      ['x', 6000],
      ['y', 0.99],
      ['y', 0.01]
    ])
    expect(panel!.regions).toMatchObject([{ from: 200 }])
  })
  it('say in the sentence what is marked, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const { sentence } = accuracyChart(question(CURVE), analysed(CURVE), origin, messages[language].screen.grokking, language)
      expect(sentence).toContain('200')
      expect(sentence).toContain('6\u2009000')
      expect(sentence).not.toMatch(/[{}]/)
    }
  })
  it('the record at step 0 is not drawn, but said and in the sheet', () => {
    const spec = accuracyChart(question(CURVE), analysed(CURVE), origin, text, 'en')
    expect(spec.sources).toEqual(['curve.csv, lr 1e-3', '1 record at step 0 cannot stand on a log axis; the table and the CSV hold it'])
    expect(
      chart(spec, view)
        .sheet()
        .filter(([series, , step]) => series === 'training' && step === 0)
    ).toHaveLength(1)
  })
  it('a row that the engine refused is not drawn either', () => {
    const slip = CURVE.map((row) => (row.step === 3000 ? { ...row, validationAccuracy: -1 } : row))
    const [panel] = accuracyChart(question(slip), analysed(slip), origin, text, 'en').panels
    expect(panel!.series.map(({ x }) => [x.length, x.includes(3000)])).toEqual([
      [CURVE.length - 1, false],
      [CURVE.length - 1, false]
    ])
  })
  it('a curve that only memorises says so, and marks nothing that is not there', () => {
    const flat = CURVE.map((row) => ({ ...row, validationAccuracy: 0.01 }))
    const spec = accuracyChart(question(flat), analysed(flat), origin, text, 'en')
    expect(spec.finding).toBe('memorised, not generalised')
    expect(spec.panels[0]!.rules!.filter(({ axis }) => axis === 'x').map(({ at }) => at)).toEqual([200])
  })
})

describe('losses and weight norm', () => {
  it('are drawn where the record has them, with the peak of the wait that the engine found', () => {
    const analysis = analysed(CURVE)
    const spec = signalChart(question(CURVE), analysis, origin, text, 'en')!
    expect(spec.panels.map(({ series }) => series.map(({ id }) => id))).toEqual([['validationLoss']])
    expect(spec.panels[0]!.spots!.map(({ x }) => x)).toEqual(analysis.signals.validationLoss === null ? [] : [analysis.signals.validationLoss.peakStep])
  })
  it('are no figure where the record has neither', () => {
    const bare = CURVE.map((row) => ({ ...row, validationLoss: null }))
    expect(signalChart(question(bare), analysed(bare), origin, text, 'en')).toBeNull()
  })
})

describe('a long record', () => {
  const LONG: Row[] = Array.from({ length: 50_000 }, (_, i) => ({
    step: i + 1,
    trainAccuracy: 1,
    validationAccuracy: i === 33_333 ? 0.999 : 0.3 + 0.2 * Math.abs(Math.sin(i * i)),
    trainLoss: null,
    validationLoss: null,
    weightNorm: null
  }))
  const drawn = chart(accuracyChart(question(LONG), analysed(LONG), origin, text, 'en'), view)
  const lines = drawn.traces.filter((trace) => trace['mode'] === 'lines' && trace['fill'] === undefined).map((trace) => trace['y'] as number[])

  it(`of 50 000 records ${Math.max(...lines.map(({ length }) => length))} points are drawn, the one spike among them`, () => {
    const most = Math.max(...lines.map(({ length }) => length))
    expect(most).toBeLessThan(4 * view.width + 2)
    const [frame] = drawn.frames
    expect(lines.some((line) => line.some((pixel) => Math.abs(pixel - frame!.y(0.999)) < 0.1))).toBe(true)
  })
  it('the sheet keeps all of them', () => {
    expect(drawn.sheet().filter(([series]) => series === 'validation')).toHaveLength(50_000)
  })
})

it('thinning keeps first, lowest, highest and last of every pixel column, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })), { minLength: 1, maxLength: 200 }),
      (points) => {
        const sorted = [...points].sort((a, b) => a[0] - b[0])
        const [px, py] = [sorted.map(([x]) => x), sorted.map(([, y]) => y)]
        const kept = extremes(px, py)
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
        for (const column of new Set(px.map(Math.floor))) {
          const all = px.flatMap((x, i) => (Math.floor(x) === column ? [i] : []))
          const left = kept.filter((i) => all.includes(i))
          expect(left.length).toBeLessThanOrEqual(4)
          expect([left[0], left.at(-1)]).toEqual([all[0], all.at(-1)])
          expect(Math.max(...left.map((i) => py[i]!))).toBe(Math.max(...all.map((i) => py[i]!)))
          expect(Math.min(...left.map((i) => py[i]!))).toBe(Math.min(...all.map((i) => py[i]!)))
        }
      }
    )
  )
})

it('runs keep their rows and lines, in the order of the file', () => {
  const row = (run: string | null, line: number) => ({
    run,
    line,
    step: line,
    trainAccuracy: 1,
    validationAccuracy: 1,
    trainLoss: null,
    validationLoss: null,
    weightNorm: null
  })
  const runs = runsOf([row('b', 2), row('a', 3), row('b', 4), row(null, 5)])
  expect(runs.map(({ name, rows }) => [name, rows.map(({ line }) => line)])).toEqual([
    ['b', [2, 4]],
    ['a', [3]],
    [null, [5]]
  ])
  expect(Object.keys(runs[0]!.curve[0]!)).not.toContain('line')
})
