/**
 * What finished runs showed, in draws of θ (docs/model.md, Finished runs): a draw counts by the chance that it gave to what was seen, T_i in (a_i, b_i],
 *   p(θ | seen) ∝ ∏_i L_i(θ),  L_i(θ) = F_i(b_i; θ) − F_i(a_i; θ),
 * and the chance of what is still open is F_i(x | seen, θ) = (F_i(x; θ) − F_i(a_i; θ))/L_i(θ).
 */
import { noAnswer, type NoAnswer } from '../../../../shared/notes'
import type { Observed } from '../../planner/observed'
import { BLOCK_SIZE } from '../draws/block'
import type { Columns } from '../plan/drawn'
import type { Threshold } from '../plan/thresholds'

export interface ResultsSeen {
  /** Weights of the draws of a block whose thresholds are filled. */
  fill(inputs: Columns, n: number, weights: Float64Array): void
  /** Turns F_i into F_i given what was seen: 1 of a target that a finished run reached, 0 of one whose belief leaves no chance to what was seen. */
  condition(i: number, F: Float64Array, n: number): void
}

export function resultsSeen({ seen, states }: Observed, thresholds: readonly Threshold[]): ResultsSeen {
  const column = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const bounds = seen.map(({ above, atMost }) => ({ above: column().fill(above), atMost: column().fill(atMost) }))
  const below = seen.map(column)
  const upTo = column()
  return {
    fill: (inputs, n, weights) => {
      weights.fill(1, 0, n)
      seen.forEach(({ above, atMost }, i) => {
        if (states[i] === 'lost') return
        // Without a run that missed it even T_i = 0 is possible, without one that reached it even T_i = ∞.
        below[i]!.fill(0, 0, n)
        upTo.fill(1, 0, n)
        if (above > -Infinity) thresholds[i]!.fillChance(bounds[i]!.above, inputs, n, below[i]!)
        if (atMost < Infinity) thresholds[i]!.fillChance(bounds[i]!.atMost, inputs, n, upTo)
        for (let k = 0; k < n; k++) weights[k]! *= Math.max(0, upTo[k]! - below[i]![k]!)
      })
    },
    condition: (i, F, n) => {
      if (states[i] !== 'open') return F.fill(states[i] === 'done' ? 1 : 0, 0, n)
      for (let k = 0; k < n; k++) F[k] = below[i]![k]! < 1 ? Math.max(0, F[k]! - below[i]![k]!) / (1 - below[i]![k]!) : 0
    }
  }
}

/**
 * Places of draws that stand for the weighted ones with equal weight: systematic resampling within each independent group of draws in a row. A reason where a group has no
 * draw that what was seen leaves a chance.
 */
export function resampled(weights: Float64Array, groups: number): Uint32Array | NoAnswer {
  const each = weights.length / groups
  const places = new Uint32Array(weights.length)
  for (let g = 0; g < groups; g++) {
    const group = weights.subarray(g * each, (g + 1) * each)
    const total = group.reduce((sum, w) => sum + w, 0)
    if (!(total > 0)) return noAnswer('notDefined', 'information-results-too-rare', { draws: weights.length })
    let [at, upTo] = [0, group[0]!]
    for (let k = 0; k < each; k++) {
      const wanted = ((k + 0.5) / each) * total
      while (upTo < wanted && at < each - 1) upTo += group[++at]!
      places[g * each + k] = g * each + at
    }
  }
  return places
}
