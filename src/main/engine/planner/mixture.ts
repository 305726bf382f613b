/**
 * An equal-weight mixture of log-normals (and exact values) for the critical scale c: several ticked figures, each by itself what one of them says (docs/model.md, Beliefs and probabilities).
 * The common factor moves it by its quantile: ln c = Q(Φ(y)), y = √ρ·g + √(1−ρ)·z. So y(l) = Φ⁻¹(P(ln c ≤ l)) is what σ⁻¹(l − μ) is for one log-normal.
 */
import { normalProbability, normalQuantile } from '../numeric/normal'
import type { Part } from './figures'

/** P(ln c ≤ l). Exact values count from their own l on. */
export function below(parts: readonly Part[], l: number): number {
  let sum = 0
  for (const { lnMedian, sigma } of parts) sum += sigma === 0 ? (l >= lnMedian ? 1 : 0) : normalProbability((l - lnMedian) / sigma)
  return sum / parts.length
}

/** P(ln c > l), by itself so that its tail keeps its digits. */
function above(parts: readonly Part[], l: number): number {
  let sum = 0
  for (const { lnMedian, sigma } of parts) sum += sigma === 0 ? (l >= lnMedian ? 0 : 1) : normalProbability((lnMedian - l) / sigma)
  return sum / parts.length
}

/** y(l) = Φ⁻¹(P(ln c ≤ l)), from the smaller tail; ±∞ where that underflows. */
export function scoreOf(parts: readonly Part[], l: number): number {
  const F = below(parts, l)
  return F < 0.5 ? normalQuantile(F) : -normalQuantile(above(parts, l))
}

/** y just below l: the same without what is exactly l. */
export function scoreBelow(parts: readonly Part[], l: number): number {
  const others = parts.filter(({ lnMedian, sigma }) => sigma > 0 || lnMedian !== l)
  const share = others.length / parts.length
  const F = others.length === 0 ? 0 : share * below(others, l)
  return F < 0.5 ? normalQuantile(F) : -normalQuantile(1 - share + share * above(others, l))
}

/** Smallest l with y(l) ≥ y: the quantile of ln c at Φ(y), to 1e-13. */
export function lnQuantile(parts: readonly Part[], y: number): number {
  const ends = parts.map(({ lnMedian, sigma }) => lnMedian + sigma * y)
  // Each part has reached Φ(y) at its own end, so the mixture has it between them.
  return smallest((l) => scoreOf(parts, l) - y, Math.min(...ends), Math.max(...ends))
}

/**
 * Smallest argument in [low, high] at which a non-decreasing f is ≥ 0 (high when none is), to 1e-13. Secant steps in which an end that stays counts half (Illinois), and bisection
 * in between, since f may jump.
 */
export function smallest(f: (l: number) => number, from: number, to: number): number {
  let [low, high, below, above] = [from, to, f(from), f(to)]
  if (below >= 0) return low
  let stayed = 0
  for (let round = 0; round < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); round++) {
    const secant = low - (below * (high - low)) / (above - below)
    const middle = round % 3 === 2 || !(secant > low && secant < high) ? 0.5 * (low + high) : secant
    if (middle === low || middle === high) break
    const there = f(middle)
    if (there < 0) {
      if (stayed === 1) above /= 2
      ;[low, below, stayed] = [middle, there, 1]
    } else {
      if (stayed === -1) below /= 2
      ;[high, above, stayed] = [middle, there, -1]
      // Nothing but a flat stretch could lie lower, and a score has none within a part.
      if (there === 0) low = Math.max(low, high - 1e-13 * Math.max(1, Math.abs(high)))
    }
  }
  return high
}
