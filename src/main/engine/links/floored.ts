import type { Link } from './link'
import { excess } from './onset'
import { shiftedWeibull } from './shiftedWeibull'

/**
 * P(x) = ε up to x_c, else 1 − (1 − ε)·exp(−((x − x_c)/x_c)^α): the shifted Weibull on a floor ε.
 * So F is that of the shifted Weibull, and ε is the floor that every link takes.
 */
export const floored: Link = {
  ...shiftedWeibull,
  id: 'floored',
  name: 'Floored Weibull',
  formula: 'P(x) = ε for x ≤ x_c, else 1 − (1 − ε)·exp(−((x − x_c)/x_c)^α)',
  note: 'The critical scale is the onset, ε the floor (the chance without the capability). With ε = 0 it is the shifted Weibull.',
  source: 'As the shifted Weibull',
  asGiven: {
    formula: 'P(x) = ε for x ≤ x_c, else 1 − (1 − ε)·exp(−(x − x_c)^α)',
    note: 'As its source writes it: the exponent is not divided by x_c, so it has a unit and one parameter above the critical scale already gives 63 %.',
    probability: (x, { critical, steepness, floor }) => (x <= critical ? floor : 1 - (1 - floor) * Math.exp(-((excess(x, critical) * critical) ** steepness)))
  }
}
