import type { TargetLink } from './link'
import { excess, slopeAbove } from './onset'

const ratioAt = (p: number, α: number) => 1 + (-Math.log1p(-p)) ** (1 / α)

/** F(x) = 0 for x ≤ x_c, else 1 − exp(−((x − x_c)/x_c)^α): a Weibull law of what the scale has in excess of the critical one. */
export const shiftedWeibull: TargetLink = {
  id: 'shifted-weibull',
  name: 'Shifted Weibull',
  formula: 'F(x) = 0 for x ≤ x_c, else 1 − exp(−((x − x_c)/x_c)^α)',
  note: 'The critical scale is the onset: nothing is reached at or below it. F is 63.2 % at 2·x_c whatever α is; the 50 % point is x_c·(1 + (ln 2)^(1/α)).',
  source: 'Weibull 1951 with its location parameter at x_c',
  completes: false,
  supremum: 1,
  scaleFree: false,
  probability: (x, { critical, steepness }) => (x <= critical ? 0 : -Math.expm1(-(excess(x, critical) ** steepness))),
  scaleFor: (p, { critical, steepness }) => critical * ratioAt(p, steepness),
  ratioAt,
  derivative: (x, shape) => {
    const { critical, steepness: α } = shape
    const z = excess(x, critical) ** α
    return slopeAbove(z === Infinity ? 0 : α * z * Math.exp(-z), x, shape)
  }
}
