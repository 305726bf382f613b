import type { TargetLink } from './link'

/** F(x) = 0 below the critical scale and 1 from it on: an idealised phase transition, and the case of a threshold known exactly. */
export const step: TargetLink = {
  id: 'step',
  name: 'Step',
  formula: 'F(x) = 0 for x < x_c, 1 for x ≥ x_c',
  note: 'Certain from the critical scale on; the steepness is not used.',
  source: 'An idealised phase transition',
  completes: true,
  supremum: 1,
  scaleFree: true,
  probability: (x, { critical }) => (x >= critical ? 1 : 0),
  scaleFor: (_p, { critical }) => critical,
  ratioAt: () => 1,
  derivative: (x, { critical }) => (x === critical ? null : 0)
}
