import type { TargetLink } from './link'
import { slopeFrom } from './slope'

const ratioAt = (p: number, α: number) => (-Math.log1p(-p)) ** (1 / α)

/** F(x) = 1 − exp(−(x/x_c)^α) (Weibull 1951): the weakest-link law, whose critical scale is its 63.2 % point. */
export const weibull: TargetLink = {
  id: 'weibull',
  name: 'Weibull',
  formula: 'F(x) = 1 − exp(−(x/x_c)^α)',
  note: 'At the critical scale F is 1 − 1/e = 63.2 %, not one half; the 50 % point is x_c·(ln 2)^(1/α). The steepness α is the exponent of x/x_c far below it.',
  source: 'Weibull 1951, J. Appl. Mech. 18, 293; no source for its use on capabilities was found',
  completes: false,
  supremum: 1,
  scaleFree: true,
  // expm1 keeps every digit of a small probability.
  probability: (x, { critical, steepness }) => -Math.expm1(-((x / critical) ** steepness)),
  scaleFor: (p, { critical, steepness }) => critical * ratioAt(p, steepness),
  ratioAt,
  derivative: (x, shape) => {
    const { critical, steepness: α } = shape
    const z = (x / critical) ** α
    // Far above the critical scale exp(−z) is 0 whatever z is.
    return slopeFrom(z === Infinity ? 0 : α * z * Math.exp(-z), x, shape)
  }
}
