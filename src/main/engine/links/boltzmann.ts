import type { Link, Shape } from './link'

/** b/T = difficulty/(x·T). */
const barrier = (x: number, { critical, steepness: temperature }: Shape): number => critical / (x * temperature)

/**
 * P(x) = 1/(1 + exp(b/T)), barrier b = difficulty/x. `critical` is the difficulty (a scale), `steepness` the temperature T (dimensionless).
 * The barrier never falls below 0, so P never passes one half: as written it can never say that a capability has emerged (P > 0.5).
 */
export const boltzmann: Link = {
  id: 'boltzmann',
  name: 'Boltzmann barrier',
  formula: 'P(x) = 1/(1 + exp(d/(x·T)))',
  note: 'Critical scale = difficulty d, steepness = temperature T. P rises to one half and never passes it, so by P > 0.5 nothing ever emerges: an illustration, not for planning.',
  source: 'An analogy to thermal activation over a barrier',
  completes: false,
  supremum: 0.5,
  probability: (x, shape) => (x === 0 ? 0 : 1 / (1 + Math.exp(barrier(x, shape)))),
  scaleFor: (p, { critical, steepness: temperature }) => critical / (temperature * Math.log((1 - p) / p)),
  derivative: (x, shape) => {
    if (x === 0) return 0
    const b = barrier(x, shape)
    // P·(1 − P)·b/x without overflow: e^(−b)/(1 + e^(−b))².
    const tail = Math.exp(-b)
    const slope = tail === 0 ? 0 : ((tail / (1 + tail) ** 2) * b) / x
    return Number.isFinite(slope) ? slope : null
  },
  asGiven: {
    formula: 'P(x) = 1/(1 + exp(d/x))',
    note: 'As its source computes it: the temperature is dropped, which is T = 1.',
    probability: (x, { critical }) => (x === 0 ? 0 : 1 / (1 + Math.exp(critical / x)))
  }
}
