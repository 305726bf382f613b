/** What can be asked of a distribution without drawing from it: the numbers that it is stated by, and the same in another unit. */
import type { Distribution, SimpleDistribution } from './distributionSchema'

/** The least and the greatest of the numbers that a distribution is stated by, in the unit of what it is about: those must lie in the domain of the input. */
export function statedEnds(of: Distribution): { low: number; high: number } {
  if (of.kind === 'interval' || of.kind === 'uniform' || of.kind === 'triangular' || of.kind === 'beta') return { low: of.low, high: of.high }
  if (of.kind === 'empirical')
    return of.values.reduce((ends, v) => ({ low: Math.min(ends.low, v), high: Math.max(ends.high, v) }), { low: Infinity, high: -Infinity })
  if (of.kind === 'truncated') {
    const { low, high } = statedEnds(of.of)
    return { low: Math.max(low, of.low ?? -Infinity), high: Math.min(high, of.high ?? Infinity) }
  }
  const middle = of.kind === 'point' ? of.value : of.kind === 'normal' ? of.mean : of.kind === 'weibull' ? of.scale : of.median
  return { low: middle, high: middle }
}

/** The distribution of factor·X, factor > 0. */
export function scaled(of: Distribution, factor: number): Distribution {
  if (of.kind !== 'truncated') return scaledSimple(of, factor)
  return { ...of, of: scaledSimple(of.of, factor), low: of.low === null ? null : of.low * factor, high: of.high === null ? null : of.high * factor }
}

function scaledSimple(of: SimpleDistribution, factor: number): SimpleDistribution {
  switch (of.kind) {
    case 'point':
      return { ...of, value: of.value * factor }
    case 'interval':
    case 'uniform':
    case 'beta':
      return { ...of, low: of.low * factor, high: of.high * factor }
    case 'triangular':
      return { ...of, low: of.low * factor, mode: of.mode * factor, high: of.high * factor }
    case 'normal':
      return { ...of, mean: of.mean * factor, sd: of.sd * factor }
    case 'logNormal':
    case 'logLogistic':
      return { ...of, median: of.median * factor }
    case 'weibull':
      return { ...of, scale: of.scale * factor }
    case 'empirical':
      return { ...of, values: of.values.map((value) => value * factor) }
  }
}
