/** The lab's figures, from what the engine answers: nothing measured is left out, and what they mark is what was fitted. */
import { describe, expect, it } from 'vitest'
import { metricsChart, metricsShown } from '../../../../src/renderer/src/figures/lab/metrics'
import { scoreChart } from '../../../../src/renderer/src/figures/lab/score'
import { messages } from '../../../../src/shared/text/messages'
import { analyze, fitThreshold, type Row } from '../../../engine/emergence/ask'

const SIZES = [1e8, 3e8, 1e9, 3e9, 8e9, 14e9, 20e9, 30e9, 50e9, 90e9, 200e9, 400e9]
const SCORES = [0.02, 0.03, 0.02, 0.02, 0.04, 0.13, 0.42, 0.76, 0.92, 0.93, 0.94, 0.93]
const jump: Row[] = SIZES.map((N, i) => ({ N, task: 'puzzles', metric: 'exact_match', score: SCORES[i]!, n: 400, random: 0.02 }))
const gradual: Row[] = SIZES.map((N) => ({ N, task: 'puzzles', metric: 'token_accuracy', score: 0.2 * Math.log10(N / 1e7) }))
const { lab } = messages.en.screen

describe('score against scale', () => {
  it('draws every size with its bar, the fit with its band, the line, guessing, the threshold and its interval, and where no data are', async () => {
    const { analyses } = await analyze({ observations: jump })
    const fit = await fitThreshold({ observations: jump, bootstrap: 100 })
    const { panels, sentence } = scoreChart(analyses[0]!, fit, { log: true, file: 'jump.csv' }, lab, 'en')
    const [panel] = panels
    expect(panel!.series.map(({ id }) => id)).toEqual(['line', 'fit', 'points'])
    const [, curve, points] = panel!.series
    expect(points).toMatchObject({ x: SIZES, y: SCORES })
    expect(points!.whiskers!.low.every((low, i) => low !== null && low < SCORES[i]!)).toBe(true)
    expect(curve!.band!.low).toHaveLength(curve!.x.length)
    expect(panel!.rules).toMatchObject([
      { axis: 'y', at: 0.02 },
      { axis: 'x', at: fit.critical }
    ])
    expect(panel!.regions).toMatchObject([
      { from: fit.intervals!.critical.low, to: fit.intervals!.critical.high },
      { to: SIZES[0], look: 'hatch' },
      { from: SIZES.at(-1), look: 'hatch', label: 'no data' }
    ])
    expect(sentence).toMatch(/^exact_match runs from 2\s% at 100M to 93\s% at 400B; the fitted threshold is 2\d(\.\d)?B\.$/)
  })

  it('without a threshold it still shows what was measured, and says no more', async () => {
    const {
      analyses: [few]
    } = await analyze({ observations: jump.slice(0, 2) })
    const { panels, sentence } = scoreChart(few!, null, { log: false, file: '' }, lab, 'en')
    expect(panels[0]!.series.map(({ id }) => id)).toEqual(['line', 'points'])
    expect(sentence).not.toContain('threshold')
  })
})

describe('metrics side by side', () => {
  it('stand all or nothing first, each with its kind and finding', async () => {
    const { analyses } = await analyze({ observations: [...gradual, ...jump] })
    const shown = metricsShown(analyses, null)
    expect(shown.map(({ metric }) => metric.name)).toEqual(['exact_match', 'token_accuracy'])
    const { panels } = metricsChart(shown, 'jump.csv', lab, 'en')
    expect(panels.map(({ verdict }) => verdict)).toEqual([expect.stringMatching(/^all or nothing: jumps near 2\d(\.\d)?B$/), 'continuous: gradual'])
  })

  it('with many metrics the one on screen is always among them', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((metric) => gradual.map((row) => ({ ...row, metric })))
    const { analyses } = await analyze({ observations: many })
    for (const one of analyses) expect(metricsShown(analyses, one)).toContain(one)
    expect(metricsShown(analyses, null)).toHaveLength(4)
  })
})
