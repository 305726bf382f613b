import type { TargetLink } from './link'
import { slopeFrom } from './slope'

/** x/x_50 = (p/(1 − p))^(1/s). */
const ratioAt = (p: number, s: number) => (p / (1 - p)) ** (1 / s)

/** F(x) = 1/(1 + (x/x_50)^−s): a logistic curve in ln x, as psychometrics and benchmark scaling use it. */
export const logistic: TargetLink = {
  id: 'logistic',
  name: 'Logistic in ln x',
  formula: 'F(x) = 1/(1 + (x/x_50)^−s)',
  note: 'The critical scale is the 50 % point. From 10 % to 90 % it takes a factor 81^(1/s) in scale.',
  source: 'The standard form of psychometrics and of benchmark scaling',
  completes: false,
  supremum: 1,
  scaleFree: true,
  // 1/z overflows to infinity and gives 0, z overflows and gives 1: both are right to the last digit.
  probability: (x, { critical, steepness }) => 1 / (1 + 1 / (x / critical) ** steepness),
  scaleFor: (p, { critical, steepness }) => critical * ratioAt(p, steepness),
  ratioAt,
  derivative: (x, shape) => {
    const { critical, steepness: s } = shape
    const odds = (x / critical) ** s
    // s·F·(1 − F), both factors from the odds so that neither loses its tail.
    return slopeFrom((s * (1 / (1 + 1 / odds))) / (1 + odds), x, shape)
  }
}
