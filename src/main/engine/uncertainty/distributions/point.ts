/** A number taken as exact: all probability at one value. */
import type { Shape } from './distribution'

export function point({ value }: { value: number }): Shape {
  const fill = (_draws: Float64Array, out: Float64Array): void => {
    out.fill(value)
  }
  return {
    low: value,
    high: value,
    quantile: () => value,
    upperQuantile: () => value,
    cdf: (x) => (x >= value ? 1 : 0),
    survival: (x) => (x >= value ? 0 : 1),
    mean: value,
    sd: 0,
    fillQuantiles: fill,
    fillFromNormals: fill
  }
}
