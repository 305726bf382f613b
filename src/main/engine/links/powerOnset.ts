import type { TargetLink } from './link'
import { excess, slopeAbove } from './onset'

const ratioAt = (p: number, β: number) => 1 + p ** (1 / β)

/** F(x) = 0 for x ≤ x_c, else min(1, ((x − x_c)/x_c)^β): how an order parameter grows above a critical point. */
export const powerOnset: TargetLink = {
  id: 'power-onset',
  name: 'Power-law onset',
  formula: 'F(x) = 0 for x ≤ x_c, else min(1, ((x − x_c)/x_c)^β)',
  note: 'The critical scale is the onset, and F is 1 from 2·x_c on. The steepness β is the exponent of the order parameter; the 50 % point is x_c·(1 + 0.5^(1/β)).',
  source: 'The order parameter of a continuous phase transition, used as an analogy',
  completes: true,
  supremum: 1,
  scaleFree: false,
  probability: (x, { critical, steepness }) => (x <= critical ? 0 : Math.min(1, excess(x, critical) ** steepness)),
  scaleFor: (p, { critical, steepness }) => critical * ratioAt(p, steepness),
  ratioAt,
  derivative: (x, shape) => {
    const { critical, steepness: β } = shape
    const above = excess(x, critical)
    // F has a corner where it reaches 1.
    if (above >= 1) return above === 1 ? null : 0
    return slopeAbove(β * above ** β, x, shape)
  }
}
