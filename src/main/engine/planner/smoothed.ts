/**
 * A scale-free link seen through a log-normal belief about its critical scale.
 * Such a link depends on x only through v = α·ln(x/c), so with ln c normal E[F] is one function of w = α·(ln x − E ln c) and κ = α·(deviation of ln c):
 *   S(w; κ) = E[G(w + κz)], z standard normal, G the link at steepness 1.
 * The planner needs it hundreds of thousands of times per answer, so it is tabulated once per (link, κ) and interpolated. The links with an onset stand in `onset.ts`.
 */
import type { LinkId } from '../../../shared/plan/schema'
import { normalDensity, normalProbability } from '../numeric/normal'
import { normalTrapezoid } from '../numeric/quadrature'
import type { Rule } from '../numeric/quadrature'
import type { OnsetId } from './onset'
import { fromDerivatives, type Smoothed } from './smoothedTable'

export type ScaleFreeId = Exclude<LinkId, OnsetId>

/** G and its first two derivatives; G < 1e-11 below −left and 1 − G < 1e-11 above right; analytic for |Im v| < strip. */
export interface Curve {
  fill(v: number, out: Float64Array): void
  left: number
  right: number
  strip: number
}

const weibull: Curve = {
  fill(v, out) {
    const hazard = Math.exp(v)
    const survival = Math.exp(-hazard)
    out[0] = -Math.expm1(-hazard)
    out[1] = hazard * survival
    out[2] = hazard * survival * (1 - hazard)
  },
  left: 26,
  right: 3.4,
  strip: Math.PI / 2
}

const logistic: Curve = {
  fill(v, out) {
    const G = 1 / (1 + Math.exp(-v))
    const slope = G / (1 + Math.exp(v))
    out[0] = G
    out[1] = slope
    out[2] = slope * (1 - 2 * G)
  },
  left: 26,
  right: 26,
  strip: Math.PI
}

/** The step seen through a normal belief is Φ itself: for it w is measured in deviations of ln c, and κ is not used. */
const normal: Curve = {
  fill(v, out) {
    out[0] = normalProbability(v)
    out[1] = normalDensity(v)
    out[2] = -v * out[1]
  },
  left: 6.8,
  right: 6.8,
  strip: Infinity
}

export const CURVES: Readonly<Record<ScaleFreeId, Curve>> = { weibull, logistic, step: normal }

/** Where the curve's own steepness ends: a transition of the smoothed curve is about √(softness² + κ²) wide in w. */
export const softness = (link: ScaleFreeId): number => (link === 'step' ? 1 : CURVES[link].strip * 0.29)

// Exponent of the error wanted: e^−28 ≈ 7e-13.
export const DIGITS = 28
export const REACH = 7.3
/** Beyond this κ the belief is wider than the link, and integrating over the link's own density takes fewer nodes. */
const WIDE = 2

interface Quadrature {
  /** Sets out to (S, S′, S″) at w. */
  fill(w: number, out: Float64Array): void
}

function quadrature(curve: Curve, κ: number): Quadrature {
  if (κ === 0 || curve === normal) return curve
  const part = new Float64Array(3)
  if (κ <= WIDE) {
    // Shifting the path of integration by a < strip/κ bounds the error by e^(a²/2 − 2πa/step).
    const a = Math.min(curve.strip / κ, Math.sqrt(2 * DIGITS))
    const { nodes, weights } = normalTrapezoid((2 * Math.PI * a) / (DIGITS + 0.5 * a * a), REACH)
    return {
      fill(w, out) {
        out.fill(0)
        for (let k = 0; k < nodes.length; k++) {
          curve.fill(w + κ * nodes[k]!, part)
          for (let i = 0; i < 3; i++) out[i]! += weights[k]! * part[i]!
        }
      }
    }
  }
  // S(w) = ∫ G′(v)·Φ((w − v)/κ) dv
  const { nodes, weights } = density(curve)
  return {
    fill(w, out) {
      out.fill(0)
      for (let k = 0; k < nodes.length; k++) {
        const z = (w - nodes[k]!) / κ
        const φ = normalDensity(z) / κ
        out[0]! += weights[k]! * normalProbability(z)
        out[1]! += weights[k]! * φ
        out[2]! -= (weights[k]! * φ * z) / κ
      }
    }
  }
}

const densities = new Map<Curve, Rule>()

/** Trapezoid rule for the density G′ of v, weights scaled to add up to 1. */
function density(curve: Curve): Rule {
  const known = densities.get(curve)
  if (known) return known
  const step = (2 * Math.PI * curve.strip) / (DIGITS + 8)
  const count = Math.ceil((curve.left + 3 + curve.right + 0.3) / step)
  const nodes = Float64Array.from({ length: count }, (_, k) => -curve.left - 3 + k * step)
  const out = new Float64Array(3)
  const weights = nodes.map((v) => (curve.fill(v, out), out[1]!))
  const sum = weights.reduce((s, w) => s + w, 0)
  const rule = { nodes, weights: weights.map((w) => w / sum) }
  densities.set(curve, rule)
  return rule
}

/** S(w; κ) by quadrature, to about 1e-12 absolute. For `step` κ is not used and w is in deviations: Φ(w). */
export function smoothedExactly(link: ScaleFreeId, κ: number): (w: number) => number {
  const rule = quadrature(CURVES[link], κ)
  const out = new Float64Array(3)
  return (w) => {
    if (w === -Infinity) return 0
    if (w === Infinity) return 1
    rule.fill(w, out)
    return Math.min(1, Math.max(0, out[0]!))
  }
}

// A table is a pure function of its key; the newest are kept because a drag of any other input asks for the same ones again.
const tables = new Map<string, Smoothed>()
const KEPT = 160

export function smoothedTable(link: ScaleFreeId, κ: number): Smoothed {
  const key = link === 'step' ? link : `${link} ${κ}`
  const known = tables.get(key)
  if (known) return known
  const table = tabulate(CURVES[link], link === 'step' ? 0 : κ)
  if (tables.size >= KEPT) tables.delete(tables.keys().next().value!)
  tables.set(key, table)
  return table
}

function tabulate(curve: Curve, κ: number): Smoothed {
  // E[e^(v)] widens an exponential tail by κ²/2, a normal tail never by more than 7κ.
  const low = -curve.left - Math.min(0.5 * κ * κ, 7 * κ)
  const high = curve.right + (curve.right > 10 ? Math.min(0.5 * κ * κ, 7 * κ) : 7 * κ)
  const count = Math.ceil((high - low) / (0.08 * Math.sqrt(1 + 0.5 * κ * κ)))
  const rule = quadrature(curve, κ)
  return fromDerivatives((w, out) => rule.fill(w, out), low, high, count)
}
