import type { Link } from './link'

/** Exponent of the capacity that a model of N parameters is given: N^1.5. */
export const CAPACITY_EXPONENT = 1.5

/** Capacity over what the task requires: it emerges from 1 on. N parameters, required complexity dimensionless. */
export const capacityMargin = (N: number, required: number): number => N ** CAPACITY_EXPONENT / required

/** P(N) = 1 when N^1.5 ≥ the required complexity, else 0. `critical` is the required complexity (dimensionless), not a scale. */
export const complexity: Link = {
  id: 'complexity',
  name: 'Complexity threshold',
  formula: 'P(N) = 1 for N^1.5 ≥ K, else 0',
  note: 'Critical scale = required complexity K of the task, so the step is at K^(2/3) parameters; the margin is N^1.5/K. The steepness is not used.',
  source: 'A rule of thumb of secondary literature; not measured',
  completes: true,
  supremum: 1,
  probability: (x, { critical }) => (capacityMargin(x, critical) >= 1 ? 1 : 0),
  scaleFor: (_p, { critical }) => atLeast(critical),
  derivative: (x, { critical }) => (x === atLeast(critical) ? null : 0)
}

/** K^(2/3), raised by the last digits that K loses on the way there and back. */
function atLeast(required: number): number {
  let N = required ** (1 / CAPACITY_EXPONENT)
  while (capacityMargin(N, required) < 1) N *= 1 + Number.EPSILON
  return N
}
