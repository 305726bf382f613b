/**
 * Slopes at the knots of a cubic through (x, y), x rising, that rises and falls only where the knots do: weighted harmonic means of the slopes beside each knot (Fritsch & Butland 1984,
 * SIAM J. Sci. Stat. Comput. 5, 300), at the ends the three-point slope where it keeps the direction. SciPy's `PchipInterpolator` has the same rule. At least two knots.
 */
export function monotoneSlopes(x: readonly number[], y: readonly number[]): number[] {
  const last = x.length - 1
  const h = Array.from({ length: last }, (_, i) => x[i + 1]! - x[i]!)
  const chord = h.map((step, i) => (y[i + 1]! - y[i]!) / step)
  if (last === 1) return [chord[0]!, chord[0]!]
  return x.map((_, i) => {
    if (i === 0) return endSlope(h[0]!, h[1]!, chord[0]!, chord[1]!)
    if (i === last) return endSlope(h[last - 1]!, h[last - 2]!, chord[last - 1]!, chord[last - 2]!)
    const before = chord[i - 1]!
    const after = chord[i]!
    if (!(before * after > 0)) return 0
    const w1 = 2 * h[i]! + h[i - 1]!
    const w2 = h[i]! + 2 * h[i - 1]!
    return (w1 + w2) / (w1 / before + w2 / after)
  })
}

function endSlope(h0: number, h1: number, near: number, next: number): number {
  const slope = ((2 * h0 + h1) * near - h0 * next) / (h0 + h1)
  if (Math.sign(slope) !== Math.sign(near)) return 0
  return Math.sign(near) !== Math.sign(next) && Math.abs(slope) > 3 * Math.abs(near) ? 3 * near : slope
}
