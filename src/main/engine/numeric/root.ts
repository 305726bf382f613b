/** Roots of a continuous function of one variable: bracketing, then Brent's method, which never leaves its bracket and never fails in it. */

/** Two arguments between which the function changes sign, or where it is zero. */
export interface Bracket {
  low: number
  high: number
}

/** Doubles the step away from `start` in the direction in which a decreasing f approaches 0; null when none is found within `reach`. */
export function bracketDecreasing(f: (x: number) => number, start: number, step: number, reach: number): Bracket | null {
  const direction = f(start) > 0 ? 1 : -1
  let near = start
  for (let distance = step; distance <= reach; distance *= 2) {
    const far = start + direction * distance
    if (direction * f(far) <= 0) return direction > 0 ? { low: near, high: far } : { low: far, high: near }
    near = far
  }
  return null
}

/**
 * Root of f in a bracket (Brent 1973, Algorithms for Minimization without Derivatives, ch. 4): inverse quadratic or secant steps, bisection when they do not help.
 * The result is within `tolerance` (absolute, in x) plus four units in the last place of a sign change. Throws when the bracket has none, which is a programming error.
 */
export function findRoot(f: (x: number) => number, { low, high }: Bracket, tolerance: number): number {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) throw new Error(`No sign change between ${low} and ${high}`)
  // b is the best guess, a the one before, c the other side of the root; e is the step before last.
  let c = a
  let fc = fa
  let d = b - a
  let e = d
  for (;;) {
    if (fb > 0 === fc > 0) {
      c = a
      fc = fa
      d = e = b - a
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b
      b = c
      c = a
      fa = fb
      fb = fc
      fc = fa
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (fb === 0 || Math.abs(half) <= least) return b
    if (Math.abs(e) < least || Math.abs(fa) <= Math.abs(fb)) d = e = half
    else {
      const s = fb / fa
      let p: number
      let q: number
      if (a === c) {
        p = 2 * half * s
        q = 1 - s
      } else {
        const t = fa / fc
        const r = fb / fc
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
        q = (t - 1) * (r - 1) * (s - 1)
      }
      if (p > 0) q = -q
      p = Math.abs(p)
      if (2 * p < Math.min(3 * half * q - Math.abs(least * q), Math.abs(e * q))) {
        e = d
        d = p / q
      } else d = e = half
    }
    a = b
    fa = fb
    b += Math.abs(d) > least ? d : Math.sign(half) * least
    fb = f(b)
  }
}
