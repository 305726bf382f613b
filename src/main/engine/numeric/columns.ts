/**
 * Functions of whole columns, which a simulation's model is made of: loops short enough that the compiler puts the function into them. `out` may be one of the others.
 * They run on arrays of their own, which are constants to the compiler: copies included, that takes little more than half the time of loops on arrays that are handed over.
 */
import { exponential } from './exponential'
import { logarithm } from './logarithm'

/** Values that are worked on at a time; as many as a block has draws. */
const LENGTH = 4096

function columnLoops() {
  const [x, y, z, out] = [new Float64Array(LENGTH), new Float64Array(LENGTH), new Float64Array(LENGTH), new Float64Array(LENGTH)]
  return {
    x,
    y,
    z,
    out,
    exponentials: (n: number): void => {
      for (let k = 0; k < n; k++) out[k] = exponential(x[k]!)
    },
    logarithms: (n: number): void => {
      for (let k = 0; k < n; k++) out[k] = logarithm(x[k]!)
    },
    sums: (n: number): void => {
      for (let k = 0; k < n; k++) out[k] = x[k]! + y[k]!
    },
    quotients: (n: number): void => {
      for (let k = 0; k < n; k++) out[k] = x[k]! / y[k]!
    },
    products: (n: number): void => {
      for (let k = 0; k < n; k++) out[k] = x[k]! * y[k]! + z[k]!
    }
  }
}
const loops = columnLoops()

/** The first n values, part by part, through a loop of one, two or three columns. */
function through(loop: (n: number) => void, given: readonly Float64Array[], out: Float64Array, n: number): void {
  for (let at = 0; at < n; at += LENGTH) {
    const length = Math.min(LENGTH, n - at)
    const part = (column: Float64Array): Float64Array => (column.length === length ? column : column.subarray(at, at + length))
    loops.x.set(part(given[0]!))
    if (given.length > 1) loops.y.set(part(given[1]!))
    if (given.length > 2) loops.z.set(part(given[2]!))
    loop(length)
    out.set(length === LENGTH ? loops.out : loops.out.subarray(0, length), at)
  }
}

/** out[k] = e^x[k] for the first n. */
export const exponentials = (x: Float64Array, out: Float64Array, n: number): void => through(loops.exponentials, [x], out, n)

/** out[k] = ln x[k] for the first n. */
export const logarithms = (x: Float64Array, out: Float64Array, n: number): void => through(loops.logarithms, [x], out, n)

/** out[k] = x[k] + y[k] for the first n. */
export const sums = (x: Float64Array, y: Float64Array, out: Float64Array, n: number): void => through(loops.sums, [x, y], out, n)

/** out[k] = x[k]/y[k] for the first n. */
export const quotients = (x: Float64Array, y: Float64Array, out: Float64Array, n: number): void => through(loops.quotients, [x, y], out, n)

/** out[k] = x[k]·y[k] + z[k] for the first n. */
export const products = (x: Float64Array, y: Float64Array, z: Float64Array, out: Float64Array, n: number): void => through(loops.products, [x, y, z], out, n)
