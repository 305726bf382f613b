/**
 * What an interval [low, high] that holds the value with a probability (0.9) means, with equal tails (docs/model.md, Beliefs and probabilities):
 * both ends above 0: log-normal with median √(low·high) and σ = ln(high/low)/(2Φ⁻¹((1 + probability)/2)), that is ln(high/low)/3.2897 at 90 %;
 * otherwise normal around the middle with the same number of deviations between the ends.
 */
import { normalQuantile } from '../../numeric/normal'
import type { Distribution } from './distribution'

export const USUAL_PROBABILITY = 0.9

type Interval = Extract<Distribution, { kind: 'interval' }>

export function intervalAs({ low, high, probability = USUAL_PROBABILITY }: Interval): Extract<Distribution, { kind: 'logNormal' | 'normal' }> {
  const deviations = 2 * normalQuantile((1 + probability) / 2)
  // √low·√high: the product may leave the range of numbers.
  if (low > 0) return { kind: 'logNormal', median: Math.sqrt(low) * Math.sqrt(high), sigma: (Math.log(high) - Math.log(low)) / deviations }
  return { kind: 'normal', mean: low + (high - low) / 2, sd: (high - low) / deviations }
}
