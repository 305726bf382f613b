/** y = c₀ + c₁·u + c₂·u² with u = x − centre. */
export interface Parabola {
  centre: number
  c0: number
  c1: number
  c2: number
}

/** The parabola of least Σ w·(y − ŷ)²; null where fewer than three different x carry weight. */
export function fitParabola(x: readonly number[], y: readonly number[], weight: readonly number[]): Parabola | null {
  const total = sum(weight, (w) => w)
  const centre = sum(weight, (w, i) => w * x[i]!) / total
  const spread = Math.sqrt(sum(weight, (w, i) => w * (x[i]! - centre) ** 2) / total)
  if (!(spread > 0)) return null
  // Orthogonal polynomials 1, u, u² − c·u − 1 in u scaled by the spread: no system to solve, no digits lost.
  const u = x.map((v) => (v - centre) / spread)
  const skew = sum(weight, (w, i) => w * u[i]! ** 3) / total
  const q = u.map((v) => v * v - skew * v - 1)
  const norm = sum(weight, (w, i) => w * q[i]! ** 2) / total
  if (!(norm > 1e-9)) return null
  const mean = sum(weight, (w, i) => w * y[i]!) / total
  const slope = sum(weight, (w, i) => w * u[i]! * (y[i]! - mean)) / total
  const bend = sum(weight, (w, i) => w * q[i]! * (y[i]! - mean)) / total / norm
  return { centre, c0: mean - bend, c1: (slope - bend * skew) / spread, c2: bend / spread ** 2 }
}

export const parabolaAt = ({ centre, c0, c1, c2 }: Parabola, x: number): number => c0 + (x - centre) * (c1 + (x - centre) * c2)

/** Where the parabola is least; null where it has no least. */
export const vertexOf = ({ centre, c1, c2 }: Parabola): number | null => (c2 > 0 ? centre - c1 / (2 * c2) : null)

const sum = (values: readonly number[], of: (value: number, i: number) => number): number => values.reduce((total, v, i) => total + of(v, i), 0)
