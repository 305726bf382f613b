/** A distribution given that the value lies in [low, high]: P(X ≤ x | low ≤ X ≤ high), exact; nothing is moved to the edge. For continuous distributions. */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { normalDensity, normalProbability, normalQuantile } from '../../numeric/normal'
import { evenEdges, integrate, panelRule } from '../../numeric/quadrature'
import type { Shape } from './distribution'

/** @returns a reason when nothing of the distribution lies in the domain */
export function truncated(of: Shape, bounds: { low: number; high: number }): Shape | NoAnswer {
  const low = Math.max(of.low, bounds.low)
  const high = Math.min(of.high, bounds.high)
  const under = of.cdf(low)
  const over = of.survival(high)
  // From whichever side keeps the digits of a small share.
  const share = under > 0.5 ? of.survival(low) - over : over > 0.5 ? of.cdf(high) - under : 1 - under - over
  if (!(low < high) || !(share > 1e-290)) return noAnswer('notDefined', 'belief-truncation-nothing')
  // Rounding must not leave the domain.
  const inside = (x: number): number => Math.min(high, Math.max(low, x))
  const quantile = (p: number): number => inside(under + p * share <= 0.5 ? of.quantile(under + p * share) : of.upperQuantile(over + (1 - p) * share))
  const upperQuantile = (q: number): number => inside(over + q * share <= 0.5 ? of.upperQuantile(over + q * share) : of.quantile(under + (1 - q) * share))
  let within = new Float64Array(0)
  let known: Pick<Shape, 'mean' | 'sd'> | undefined
  const moments = (): Pick<Shape, 'mean' | 'sd'> => (known ??= momentsOf(of, { low, high, under, share, quantile, upperQuantile }))
  return {
    low,
    high,
    quantile,
    upperQuantile,
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : Math.min(1, Math.max(0, under > 0.5 ? 1 - (of.survival(x) - over) / share : (of.cdf(x) - under) / share))),
    survival: (x) => (x <= low ? 1 : x >= high ? 0 : Math.min(1, Math.max(0, under > 0.5 ? (of.survival(x) - over) / share : 1 - (of.cdf(x) - under) / share))),
    // By quadrature, which a heavy tail makes long: when asked.
    get mean() {
      return moments().mean
    },
    get sd() {
      return moments().sd
    },
    fillQuantiles: (u, out) => {
      if (under > 0.5) {
        for (let i = 0; i < out.length; i++) out[i] = quantile(u[i]!)
        return
      }
      if (within.length !== out.length) within = new Float64Array(out.length)
      for (let i = 0; i < out.length; i++) within[i] = under + u[i]! * share
      of.fillQuantiles(within, out)
      for (let i = 0; i < out.length; i++) out[i] = inside(out[i]!)
    }
  }
}

interface Inside {
  low: number
  high: number
  under: number
  share: number
  quantile: (p: number) => number
  upperQuantile: (q: number) => number
}

/** φ outside holds less than the smallest double. */
const REACH = 37
/** Below, what the distribution holds under the domain would cancel nearly all of its moments. */
const SMALL_SHARE = 1e-4

/**
 * Mean and standard deviation to about 1e-10 by quadrature over the normal draw behind the value. Without an upper bound the tail is what the untruncated moments
 * leave over, so that a heavy tail is not cut.
 */
function momentsOf(of: Shape, inside: Inside): Pick<Shape, 'mean' | 'sd'> {
  const { high, under, share } = inside
  const heavy = high === Infinity
  if (heavy && isNoAnswer(of.mean)) return { mean: of.mean, sd: isNoAnswer(of.sd) ? of.sd : of.mean }
  const scale = Math.max(Math.abs(inside.quantile(0.5)), inside.quantile(0.75) - inside.quantile(0.25))
  const direct = (g: (x: number) => number, size: number): number =>
    over((z) => g(z < 0 ? inside.quantile(normalProbability(z)) : inside.upperQuantile(normalProbability(-z))), REACH, size)
  const below = (g: (x: number) => number, size: number): number =>
    under === 0 ? 0 : over((z) => g(of.quantile(normalProbability(z))), normalQuantile(under), size)

  const bySubtraction = heavy && share > SMALL_SHARE
  const mean = bySubtraction && typeof of.mean === 'number' ? (of.mean - below((x) => x, scale)) / share : direct((x) => x, scale)
  if (heavy && isNoAnswer(of.sd)) return { mean, sd: of.sd }
  const square = (x: number): number => (x - mean) ** 2
  const variance =
    bySubtraction && typeof of.mean === 'number' && typeof of.sd === 'number'
      ? (of.sd ** 2 + square(of.mean) - below(square, scale ** 2)) / share
      : direct(square, scale ** 2)
  return { mean, sd: Math.sqrt(variance) }
}

/** ∫ f(z)·φ(z) dz from −37 to `to`, to 1e-13 of the size or of what a first look at it finds: a heavy tail makes it far larger than any usual value. */
function over(f: (z: number) => number, to: number, size: number): number {
  const integrand = (z: number): number => f(z) * normalDensity(z)
  const looked = panelRule(evenEdges(-REACH, Math.max(to, -REACH), 1))
  const found = looked.nodes.reduce((sum, z, k) => sum + looked.weights[k]! * Math.abs(integrand(z)), 0)
  const ends = [-REACH, -12, -5, -2, 0, 2, 5, 12, REACH]
  let sum = 0
  for (let k = 0; k + 1 < ends.length; k++) sum += integrate(integrand, ends[k]!, Math.min(to, ends[k + 1]!), 1e-13 * Math.max(size, found), DEPTH)
  return sum
}

/** Halvings of a panel: enough for the steepest tail that ends within the reach, few enough to come to an end. */
const DEPTH = 16
