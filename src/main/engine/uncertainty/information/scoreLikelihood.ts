/** How likely each result of a benchmark is under each draw: right answers among independent items, counted into bins. */
import { binomialProbability } from '../../numeric/binomial'
import { normalQuantile } from '../../numeric/normal'
import { USUAL_BINS } from '../valueOfInformation'

/** Draws that show where the results will lie. */
const LOOKED_AT = 1024
/** exp(−40): a tail below it is taken as none. */
const NEGLIGIBLE = 40

/**
 * p(y | θ_s) row after row for `informationValue`, with y the number of right answers of `items` when each is right with chance p_s, cut into at most 15 bins of about equal
 * chance. Results that are whole numbers may leave fewer bins than that.
 */
export function scoreLikelihood(chances: Float64Array, items: number): { likelihood: Float64Array; bins: number } {
  const edges = edgesOf(chances, items)
  const bins = edges.length + 1
  const likelihood = new Float64Array(chances.length * bins)
  for (let s = 0; s < chances.length; s++) {
    let below = 0
    for (let y = 0; y < bins; y++) {
      const upTo = y < edges.length ? atMost(edges[y]!, items, chances[s]!) : 1
      likelihood[s * bins + y] = Math.max(0, upTo - below)
      below = Math.max(below, upTo)
    }
  }
  return { likelihood, bins }
}

/** Largest counts of all bins but the last. Any edges would do; these are quantiles of results that could come out, by the normal approximation. */
function edgesOf(chances: Float64Array, items: number): number[] {
  const S = chances.length
  const looked = Math.min(S, LOOKED_AT)
  const results = Float64Array.from({ length: looked }, (_, j) => {
    const p = chances[Math.floor((j * S) / looked)]!
    const z = normalQuantile(((j + 0.5) * 0.6180339887498949) % 1)
    return Math.min(items, Math.max(0, Math.round(items * p + Math.sqrt(items * p * (1 - p)) * z)))
  }).sort()
  const edges = Array.from({ length: USUAL_BINS - 1 }, (_, y) => results[Math.floor(((y + 1) * looked) / USUAL_BINS)]!)
  return [...new Set(edges)].filter((edge) => edge < items)
}

/** P(X ≤ k); 0 or 1 where Chernoff's bound exp(−n·KL(k/n ‖ p)) says so, which spares most of the work. */
function atMost(k: number, items: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return k >= items ? 1 : 0
  const q = k / items
  const divergence = (q > 0 ? q * Math.log(q / p) : 0) + (q < 1 ? (1 - q) * Math.log((1 - q) / (1 - p)) : 0)
  if (items * divergence > NEGLIGIBLE) return q > p ? 1 : 0
  return binomialProbability(k, items, p)
}
