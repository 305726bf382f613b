/**
 * The "emergence point" of a loss curve by the two definitions of the source: the size of largest |d²L/dN²|, and that of largest curvature of ln L over ln N,
 * |d²ln L/d(ln N)²|. Neither says that anything emerges.
 *
 * A power law has its largest second derivative at the smallest size looked at (an edge) and is straight on logarithmic axes (none). With an offset the
 * second is largest where the power term equals the offset, N = (A/E)^(1/α), whatever the curve describes. A regime change with δ < 1 has a kink at N_c, where
 * the second derivative is infinite.
 */
import { curveWithRegime, sizeCurve, type Regime, type SizeCurve } from './regime'
import type { BoundLaw } from './law'

export interface EmergencePoint {
  /** Inside the range; at one end of it; a kink or jump of the derivative; nowhere, since the quantity is 0 throughout. */
  status: 'interior' | 'edge' | 'kink' | 'none'
  N?: number
}

export interface EmergencePoints {
  linear: EmergencePoint
  logLog: EmergencePoint
  /** Smallest size in the range whose loss under the regime is 0 or less; the logarithmic curve ends before it. Null when there is none. */
  lossEndsAt: number | null
}

/** Sizes looked at, evenly in ln N; the largest of them is then refined. */
const SIZES = 2001
/** Curvature on logarithmic axes below it is rounding: that of any law here is above 1e-5 somewhere in four decades around its own. */
const STRAIGHT = 1e-10

/** Both points between `low` and `high` parameters at D tokens (Infinity: unlimited). Throws for laws without a loss. */
export function emergencePoints(law: BoundLaw, [low, high]: readonly [number, number], D: number, regime: Regime | null): EmergencePoints {
  const own = sizeCurve(law, D)
  const curve = regime ? curveWithRegime(own, regime) : own
  const kinked =
    regime !== null && regime.kappa > 0 && regime.delta < 1 && low < regime.criticalSize && regime.criticalSize < high && own.slope(regime.criticalSize) < 0
  const sizes = Array.from({ length: SIZES }, (_, i) => low * (high / low) ** (i / (SIZES - 1)))
  const ends = sizes.findIndex((N) => curve.loss(N) <= 0)
  const lossEndsAt = ends < 0 ? null : sizes[ends]!
  const positive = ends < 0 ? sizes : sizes.slice(0, ends)
  const logarithmic = regime ? logCurvature(curve) : (N: number) => Math.abs(law.surface!.curvature(N, D))
  if (kinked) {
    const kink = { status: 'kink', N: regime.criticalSize } as const
    return { linear: kink, logLog: curve.loss(regime.criticalSize) > 0 ? kink : largest(logarithmic, positive, STRAIGHT), lossEndsAt }
  }
  return { linear: largest((N) => Math.abs(curve.bend(N)), sizes, 0), logLog: largest(logarithmic, positive, STRAIGHT), lossEndsAt }
}

/** |d²ln L/d(ln N)²| = |y′ + N²·L″/L − y′²| with y′ = N·L′/L. */
const logCurvature =
  ({ loss, slope, bend }: SizeCurve) =>
  (N: number): number => {
    const L = loss(N)
    const y = (N * slope(N)) / L
    return Math.abs(y + (N * N * bend(N)) / L - y * y)
  }

function largest(f: (N: number) => number, sizes: readonly number[], least: number): EmergencePoint {
  const values = sizes.map(f)
  const top = values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
  if (!(values[top]! > least)) return { status: 'none' }
  if (top === 0 || top === sizes.length - 1) return { status: 'edge', N: sizes[top]! }
  const N = Math.exp(goldenMaximum((lnN) => f(Math.exp(lnN)), Math.log(sizes[top - 1]!), Math.log(sizes[top + 1]!)))
  const beside = [f(N * (1 - 1e-6)), f(N * (1 + 1e-6))]
  const jumps = Math.abs(beside[0]! - beside[1]!) > 0.01 * Math.max(...beside)
  return { status: jumps ? 'kink' : 'interior', N }
}

/** Place of the largest value in an interval with one maximum, by golden section; a maximum is flat, so half the digits are its own. */
function goldenMaximum(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)]
  let [fc, fd] = [f(c), f(d)]
  while (b - a > 1e-10) {
    if (fc >= fd) {
      ;[b, d, fd] = [d, c, fc]
      c = b - ratio * (b - a)
      fc = f(c)
    } else {
      ;[a, c, fc] = [c, d, fd]
      d = a + ratio * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}
