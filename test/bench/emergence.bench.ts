/** How often the 90 % interval of a threshold covers the true one, how long a fit takes, and how long the analysis of one curve. */
import { analyzeSeries } from '../../src/main/engine/emergence/analyzeSeries'
import { cleaned } from '../../src/main/engine/emergence/observations'
import { SHAPES } from '../../src/main/engine/emergence/shapes'
import { fitThreshold } from '../../src/main/engine/emergence/thresholdFit'
import { drawBinomial } from '../../src/main/engine/numeric/binomialDraw'
import { randomStream } from '../../src/main/engine/numeric/random'
import { row, timed } from './timing'

/** 12 sizes over 3 decades, 300 items each, floor 0.25 and ceiling 0.95 known; a Weibull of steepness 2 with its critical scale in the middle. */
const SIZES = 12
const ITEMS = 300
const TRUE = { floor: 0.25, ceiling: 0.95, steepness: 2, critical: Math.log(1e9) + 1.5 * Math.LN10 }

export function simulated(replication: number) {
  const z = Float64Array.from({ length: SIZES }, (_, i) => Math.log(1e9) + (i / (SIZES - 1)) * 3 * Math.LN10)
  const random = randomStream(20_261_122, replication)
  const mean = (v: number): number => TRUE.floor + (TRUE.ceiling - TRUE.floor) * SHAPES.weibull.value(TRUE.steepness * (v - TRUE.critical))
  const y = z.map((v) => drawBinomial(random, ITEMS, mean(v)) / ITEMS)
  return { z, y, m: new Float64Array(SIZES).fill(ITEMS), noise: 'binomial', rounding: 1e-3, bounded: true, chance: TRUE.floor } as const
}

export function coverage(replications: number): { covered: number; milliseconds: number[] } {
  let covered = 0
  const milliseconds: number[] = []
  for (let r = 0; r < replications; r++) {
    const response = simulated(r)
    const start = performance.now()
    const [low, high] = fitThreshold(response, SHAPES.weibull, TRUE, 0.9).intervals!.critical
    milliseconds.push(performance.now() - start)
    if ((low ?? -Infinity) <= TRUE.critical && TRUE.critical <= (high ?? Infinity)) covered++
  }
  return { covered, milliseconds }
}

export const title = 'Emergence: fits of thresholds'

export function bench() {
  const { covered, milliseconds } = coverage(1000)
  const { y } = simulated(0)
  const { series } = cleaned(
    [...y].map((score, i) => ({ N: 1e9 * 10 ** ((3 * i) / (SIZES - 1)), metric: 'acc', score, n: ITEMS, random: TRUE.floor })),
    'N'
  )
  const analysis = () => analyzeSeries({ series: series[0]!, axis: { scale: 'N', perLog: 1 }, seed: 1, replicates: 999 })
  return [
    row('coverage of the 90 % threshold interval, 12 sizes, 300 items, 1 000 replications (0.87–0.93)', 'share', [covered / 1000]),
    row('threshold fit with profile intervals, 12 sizes', 'ms', milliseconds),
    row('analysis of one curve, 12 sizes, up to 999 replicates', 'ms', timed(analysis, 10))
  ]
}
