/** Reading a sampled, non-decreasing curve between its points. `x` ascends and is above 0; the interpolation is linear in ln x. */

/** Index of the last point at or below `x`; −1 before the first. */
function before(x: readonly number[], at: number): number {
  let low = 0
  let high = x.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (x[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The curve's value at `at`; null outside the sampled range. */
export function valueAt(x: readonly number[], y: readonly number[], at: number): number | null {
  if (x.length === 0 || at < x[0]! || at > x[x.length - 1]!) return null
  const i = before(x, at)
  if (i >= x.length - 1) return y[x.length - 1]!
  const w = (Math.log(at) - Math.log(x[i]!)) / (Math.log(x[i + 1]!) - Math.log(x[i]!))
  return y[i]! + (y[i + 1]! - y[i]!) * w
}

/** Where the curve first reaches `goal`; null when it never does, or is above it from the start. */
export function firstReaches(x: readonly number[], y: readonly number[], goal: number): number | null {
  const i = y.findIndex((v) => v >= goal)
  if (i < 0) return null
  if (i === 0) return y[0] === goal ? x[0]! : null
  const w = (goal - y[i - 1]!) / (y[i]! - y[i - 1]!)
  return Math.exp(Math.log(x[i - 1]!) + (Math.log(x[i]!) - Math.log(x[i - 1]!)) * w)
}
