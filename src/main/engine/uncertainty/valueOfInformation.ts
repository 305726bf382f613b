/**
 * What it is worth to know more before deciding (docs/model.md, Uncertainty; Raiffa & Schlaifer 1961). `utilities[a][s]` is the value U of action a under parameter draw s,
 * in one unit (USD or points); all draws have the same weight.
 */
import { noAnswer, type NoAnswer } from '../../../shared/notes'
import { normalProbability, normalQuantile } from '../numeric/normal'
import { errorFromGroups } from './percentiles/percentile'

export interface InformationValue {
  /** Index of the action that is best on what is known now, and its mean value. */
  best: number
  bestValue: number
  /** EVPI = E[max_a U] − max_a E[U], and its standard error from the number of draws. */
  perfect: number
  perfectError: number
  /** EVSI of the measurement; null without one. 0 ≤ EVSI ≤ EVPI on the same draws. And its standard error, for the actions that it leads to. */
  sample: number | null
  sampleError: number | null
}

/**
 * EVPI, and the EVSI of a measurement.
 * @param measurement `likelihood` is p(y | θ_s) draw after draw, `bins` numbers for each; every row is scaled to add up to 1
 * @param groups equally many draws in a row that are independent of the other groups', for the errors; each draw its own unless said
 */
export function informationValue(
  utilities: readonly Float64Array[],
  measurement?: { likelihood: Float64Array; bins: number },
  groups = utilities[0]?.length ?? 0
): InformationValue | NoAnswer {
  const S = utilities[0]?.length ?? 0
  if (S === 0) return noAnswer('notDefined', 'information-no-draws')
  const means = utilities.map((U) => U.reduce((sum, u) => sum + u, 0) / S)
  const best = means.indexOf(Math.max(...means))
  // All relative to the action that is best now: what remains is never negative, whatever rounding does.
  const leads = utilities.map((U) => U.map((u, s) => u - utilities[best]![s]!))
  const most = new Float64Array(S)
  for (const lead of leads) for (let s = 0; s < S; s++) most[s] = Math.max(most[s]!, lead[s]!)
  const perfect = most.reduce((sum, lead) => sum + lead, 0) / S
  const known = { best, bestValue: means[best]!, perfect, perfectError: errorOfMean(most, groups) }
  if (measurement === undefined) return { ...known, sample: null, sampleError: null }
  const { likelihood, bins } = measurement
  if (likelihood.length !== S * bins) throw new Error(`${likelihood.length} likelihoods do not fit ${S} draws and ${bins} bins`)
  const rows = new Float64Array(S)
  for (let s = 0; s < S; s++) {
    for (let y = 0; y < bins; y++) rows[s]! += likelihood[s * bins + y]!
    if (!(rows[s]! > 0)) return noAnswer('notDefined', 'information-no-answer', { row: s + 1 })
  }
  let sample = 0
  /** What each draw adds: Σ_y p(y | θ_s)·(U(a_y, θ_s) − U(best, θ_s)). */
  const added = new Float64Array(S)
  for (let y = 0; y < bins; y++) {
    // max_a Σ_s p(y | θ_s)·(U(a, θ_s) − U(best, θ_s)): 0 for the action that is best now.
    let gain = 0
    let chosen = leads[best]!
    for (const lead of leads) {
      let sum = 0
      for (let s = 0; s < S; s++) sum += (likelihood[s * bins + y]! / rows[s]!) * lead[s]!
      if (sum > gain) [gain, chosen] = [sum, lead]
    }
    for (let s = 0; s < S; s++) added[s]! += (likelihood[s * bins + y]! / rows[s]!) * chosen[s]!
    sample += gain / S
  }
  // Equal when the measurement tells all that matters; then rounding may put it above by its last digit.
  return { ...known, sample: Math.min(sample, perfect), sampleError: errorOfMean(added, groups) }
}

/** Standard error of the mean from the means of independent groups of equally many values in a row; 0 where it cannot be told from a single one. */
function errorOfMean(values: Float64Array, groups: number): number {
  const each = values.length / groups
  if (!Number.isInteger(each)) throw new Error(`${values.length} draws do not make ${groups} equal groups`)
  return errorFromGroups(Array.from({ length: groups }, (_, g) => values.subarray(g * each, (g + 1) * each).reduce((sum, v) => sum + v, 0) / each)) ?? 0
}

export const USUAL_BINS = 15

/**
 * p(y | θ_s) of a measurement y = prediction_s + error, error normal with standard deviation `error` > 0 (in the unit of y), with y cut into bins of about equal
 * chance, open at both ends. Row after row, for `informationValue`.
 */
export function binnedLikelihood(predictions: Float64Array, error: number, bins = USUAL_BINS): Float64Array {
  const S = predictions.length
  // One possible y for each draw, its error spread evenly (golden-ratio sequence), gives the edges.
  const possible = predictions.map((y, s) => y + error * normalQuantile(((s + 0.5) * 0.6180339887498949) % 1)).sort()
  const edges = Array.from({ length: bins - 1 }, (_, k) => possible[Math.floor(((k + 1) * S) / bins)]!)
  const out = new Float64Array(S * bins)
  for (let s = 0; s < S; s++) {
    let below = 0
    for (let k = 0; k < bins; k++) {
      const upTo = k < bins - 1 ? normalProbability((edges[k]! - predictions[s]!) / error) : 1
      out[s * bins + k] = upTo - below
      below = upTo
    }
  }
  return out
}
