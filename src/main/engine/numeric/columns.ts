/** Functions of whole columns, which a simulation's model is made of: loops short enough that the compiler puts the function into them. `out` may be `x` itself. */
import { exponential } from './exponential'
import { logarithm } from './logarithm'

/** out[k] = e^x[k] for the first n. */
export function exponentials(x: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k] = exponential(x[k]!)
}

/** out[k] = ln x[k] for the first n. */
export function logarithms(x: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k] = logarithm(x[k]!)
}

/** out[k] = x[k] + y[k] for the first n. */
export function sums(x: Float64Array, y: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k] = x[k]! + y[k]!
}

/** out[k] = x[k]·y[k] + z[k] for the first n. */
export function products(x: Float64Array, y: Float64Array, z: Float64Array, out: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) out[k] = x[k]! * y[k]! + z[k]!
}
