/** Runs as the fits read them: logarithms in typed arrays, centred, so that amplitude and exponent of a power law are nearly uncorrelated. */

/** One usable run. */
export interface FitPoint {
  /** Its place in the input, from 1. */
  row: number
  N: number
  /** NaN where it was not given, which only a form without D allows; then C is NaN as well. */
  D: number
  /** FLOP: as given, else k·N·D. */
  C: number
  loss: number
}

export interface Sample {
  count: number
  /** ln N − x̄, ln D − ȳ (0 where D was not given), ln L. */
  x: Float64Array
  y: Float64Array
  z: Float64Array
  meanX: number
  meanY: number
}

export function sampleOf(points: readonly FitPoint[]): Sample {
  const x = Float64Array.from(points, ({ N }) => Math.log(N))
  const y = Float64Array.from(points, ({ D }) => (Number.isNaN(D) ? 0 : Math.log(D)))
  const z = Float64Array.from(points, ({ loss }) => Math.log(loss))
  const meanX = mean(x)
  const meanY = mean(y)
  return { count: points.length, x: x.map((v) => v - meanX), y: y.map((v) => v - meanY), z, meanX, meanY }
}

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** Largest |v|. */
export const reachOf = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0)

/** The runs that count, side by side in memory, with their weights. */
export function counted({ x, y, z }: Sample, weights: Float64Array): { x: Float64Array; y: Float64Array; z: Float64Array; w: Float64Array } {
  const used = [...weights.keys()].filter((i) => weights[i]! > 0)
  const pick = (values: Float64Array): Float64Array => Float64Array.from(used, (i) => values[i]!)
  return { x: pick(x), y: pick(y), z: pick(z), w: pick(weights) }
}
