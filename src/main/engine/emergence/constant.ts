/** The model without scale: one mean for all points, weighted by items, and what a fit would have minimised with it. */
import type { CurveData } from './curveFit'

export function constantOf({ y, m, noise, pooled }: Omit<CurveData, 'z'>): { mean: number; objective: number } {
  const mean = y.reduce((sum, v, i) => sum + v * m[i]!, 0) / m.reduce((sum, v) => sum + v, 0)
  const part = (a: number, b: number): number => (a > 0 ? a * Math.log(a / b) : 0)
  const objective = y.reduce(
    (sum, v, i) => sum + m[i]! * (noise === 'gaussian' ? (v - mean) ** 2 : 2 * (part(v, mean) + part(1 - v, 1 - mean))),
    pooled?.within ?? 0
  )
  return { mean, objective }
}
