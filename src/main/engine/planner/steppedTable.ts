/** Curves kept as polynomials on whole multiples of one step, so that what is read does not depend on the range that was asked for before. */
import { polynomialAt } from './smoothedTable'

/** Polynomials over the steps from `from` to `to`, in multiples of the step. */
export interface SteppedTable {
  from: number
  to: number
  coefficients: Float64Array
}

/** In which step each lies and how far into it, and the steps that hold all. */
export function stepsOf(lnX: Float64Array, step: number): { steps: Float64Array; rests: Float64Array; from: number; to: number } {
  const steps = new Float64Array(lnX.length)
  const rests = new Float64Array(lnX.length)
  let from = Infinity
  let to = -Infinity
  for (let k = 0; k < lnX.length; k++) {
    const place = lnX[k]! / step
    const at = Math.floor(place)
    steps[k] = at
    rests[k] = place - at
    if (at < from) from = at
    if (at >= to) to = at + 1
  }
  return { steps, rests, from, to }
}

/** This runs a million times per answer. */
export function readTable({ from, coefficients }: SteppedTable, steps: Float64Array, rests: Float64Array): Float64Array {
  const out = new Float64Array(steps.length)
  for (let k = 0; k < out.length; k++) out[k] = polynomialAt(coefficients, 6 * (steps[k]! - from), rests[k]!)
  return out
}
