/** A distribution as weighted values, for averages over it: E[f(X)] ≈ Σ w·f(x). */
import { normalProbability } from '../../numeric/normal'
import { normalTrapezoid } from '../../numeric/quadrature'
import type { Shape } from './distribution'

export interface ValueNode {
  value: number
  weight: number
}

/** Φ outside holds less than 2e-9. */
const REACH = 6
/** Single values (`point`, `empirical`) up to this many stand for themselves; of more, as many groups of equal probability by their middles. */
const MOST_VALUES = 64

/**
 * Equal steps in the normal draw z behind the value, x = F⁻¹(Φ(z)): for an f and a quantile function that are smooth the error falls exponentially with the step, since the
 * integrand vanishes at both ends with all its derivatives. Where the density has a corner (triangular) it falls like the cube of the step.
 */
export function valueNodes(shape: Shape, step: number): ValueNode[] {
  // A continuous distribution has nothing at its lower end.
  if (shape.cdf(shape.low) > 0) return singleValues(shape)
  const { nodes, weights } = normalTrapezoid(step, REACH)
  return Array.from(nodes, (z, k) => ({ value: valueAt(shape, z), weight: weights[k]! }))
}

/** F⁻¹(Φ(z)) from whichever tail keeps its digits. */
export const valueAt = (shape: Shape, z: number): number => (z < 0 ? shape.quantile(normalProbability(z)) : shape.upperQuantile(normalProbability(-z)))

function singleValues(shape: Shape): ValueNode[] {
  const values: ValueNode[] = []
  let below = 0
  for (let value = shape.low; values.length < MOST_VALUES; value = shape.quantile(below + 1e-12)) {
    const upTo = shape.cdf(value)
    values.push({ value, weight: upTo - below })
    below = upTo
    if (value === shape.high) return values
  }
  return Array.from({ length: MOST_VALUES }, (_, k) => ({ value: shape.quantile((k + 0.5) / MOST_VALUES), weight: 1 / MOST_VALUES }))
}
