/** Figures of a fit: what is drawn are the engine's own numbers, by run. */
import { describe, expect, it } from 'vitest'
import { isoflopChart, predictedChart, residualChart, type FitLook } from '../../../src/renderer/src/figures/fit/fitCharts'
import { messages } from '../../../src/shared/text/messages'
import { sayNote } from '../../../src/shared/text/sayNotes'

type Fit = Parameters<typeof predictedChart>[0]
const look: FitLook = { text: messages.en.screen.runsFit, language: 'en', source: 'runs.csv', row: 2 }
const residuals = [
  { row: 1, N: 1e8, D: 1e9, C: 6e17, observed: 3.2, predicted: 3.1, residual: Math.log(3.2 / 3.1) },
  { row: 2, N: 1e9, D: 1e10, C: 6e19, observed: 2.5, predicted: 2.6, residual: Math.log(2.5 / 2.6) }
]
const fit = {
  approach: 'parametric',
  form: 'chinchilla',
  formula: 'L',
  constants: {},
  standardErrors: null,
  intervals: null,
  level: 0.9,
  objective: 0,
  exponents: { a: 0.5, b: 0.5, standardErrors: null, intervals: null },
  covariance: null,
  bootstrap: { replicates: 0, failed: 0 },
  starts: null,
  influence: { sortedBy: 'beta', points: [], sets: [] },
  residuals,
  heldOut: { quantity: 'loss', count: 1, fromC: null, rmse: 0.01, bias: 0, rmseFitted: 0.02 },
  range: { N: [1e8, 1e9], D: [1e9, 1e10], C: [6e17, 6e19] },
  pointsUsed: 2,
  problems: [],
  warnings: []
} satisfies Fit

describe('a parametric fit', () => {
  it('stands against the diagonal of equal losses, and the chosen run is marked', () => {
    const [panel] = predictedChart(fit, look).panels
    expect(panel!.series.find(({ id }) => id === 'runs')).toMatchObject({ x: [3.1, 2.6], y: [3.2, 2.5], points: ['run 1', 'run 2'] })
    expect(panel!.spots).toMatchObject([{ x: 2.6, y: 2.5, label: 'chosen run' }])
    expect(predictedChart(fit, look).finding).toBe('RMS residual 2\u00a0%')
  })
  it('shows residuals over compute, or over size where compute is not known, and names the largest', () => {
    expect(residualChart(fit, look).panels[0]!.x.kind).toBe('C')
    const without = { ...fit, residuals: residuals.map((row) => ({ ...row, C: null })) }
    expect(residualChart(without, look).panels[0]!.x.kind).toBe('N')
    expect(residualChart(fit, look).finding).toContain('1B')
  })
  it('has no figure of isoFLOPs', () => expect(isoflopChart(fit, [], look)).toBeNull())
})

it('isoFLOPs take their runs by row, in the order of size, and mark the minima that carry the law', () => {
  const isoflop = {
    ...fit,
    approach: 'isoflop',
    form: null,
    isoflops: [
      { C: 1e18, rows: [3, 1, 2], through: 3, status: 'used', N: 2e8, loss: 2.9 },
      { C: 1e19, rows: [4], through: 1, status: 'fewSizes', N: null, loss: null }
    ]
  } satisfies Fit
  const runs = [
    { N: 2e8, loss: 2.9 },
    { N: 4e8, loss: 3 },
    { N: 1e8, loss: 3.1 },
    { N: 1e9, loss: 2.6 }
  ]
  const spec = isoflopChart(isoflop, runs, look)!
  expect(spec.panels[0]!.series[0]).toMatchObject({ x: [1e8, 2e8, 4e8], y: [3.1, 2.9, 3] })
  expect(spec.panels[0]!.spots).toMatchObject([{ x: 2e8, y: 2.9 }])
  expect(spec.finding).toBe('1 of 2 budgets carry the law')
})

it('a sentence that begins with a symbol keeps it', () => {
  const note = { code: 'unknown-code', message: 'β rests on 5 runs', values: {} }
  expect(sayNote(note, { targets: [] }, 'en')).toBe('β rests on 5 runs')
  expect(sayNote({ ...note, message: 'the law was fitted' }, { targets: [] }, 'en')).toBe('The law was fitted')
})
