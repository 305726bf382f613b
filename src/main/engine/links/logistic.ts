import type { Link } from './link'

/** x/x_50 = (p/(1 − p))^(1/s). */
const ratioAt = (p: number, s: number) => (p / (1 - p)) ** (1 / s)

/** F(x) = 1/(1 + (x/x_50)^−s): a logistic curve in ln x, as psychometrics and benchmark scaling use it. */
export const logistic: Link = {
  id: 'logistic',
  name: 'Logistic in ln x',
  formula: 'F(x) = 1/(1 + (x/x_50)^−s)',
  note: 'The critical scale is the 50 % point. From 10 % to 90 % it takes a factor 81^(1/s) in scale.',
  completes: false,
  // 1/z overflows to infinity and gives 0, z overflows and gives 1: both are right to the last digit.
  probability: (x, { critical, steepness }) => 1 / (1 + 1 / (x / critical) ** steepness),
  scaleFor: (p, { critical, steepness }) => critical * ratioAt(p, steepness),
  ratioAt,
  derivative: (x, { critical, steepness: s }) => {
    if (x === 0) return s > 1 ? 0 : s === 1 ? finite(1 / critical) : null
    const odds = (x / critical) ** s
    // s/x·F·(1 − F), with the smaller of the two written as odds so that it does not vanish early.
    return finite((s / x) * (1 / (1 + 1 / odds)) * (1 / (1 + odds)))
  }
}

const finite = (v: number) => (Number.isFinite(v) ? v : null)
