/** What a planner who does not only look at the mean makes of the worth of a path over draws (Rockafellar & Uryasev 2000): its level-quantile, or the mean of its worst share. */

export interface RiskObjective {
  kind: 'quantile' | 'shortfall'
  level: number
}

/** The ⌈level·n⌉-th smallest value, or the mean of the ⌈level·n⌉ smallest; values are put into another order. At level 1 the shortfall is the mean. */
export function riskMeasure(values: Float64Array, { kind, level }: RiskObjective): number {
  // A level that is a whole number of draws but for rounding is that number.
  const count = Math.max(1, Math.ceil(level * values.length - 1e-9))
  select(values, count - 1)
  if (kind === 'quantile') return values[count - 1]!
  let sum = 0
  for (let k = 0; k < count; k++) sum += values[k]!
  return sum / count
}

/** Hoare's selection: afterwards values[k] is the k-th smallest (from 0) and none before it is larger. */
function select(values: Float64Array, k: number): void {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let [i, j] = [low, high]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const swapped = values[i]!
      values[i] = values[j]!
      values[j] = swapped
      i++
      j--
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else return
  }
}

/** The same measure in each of the independent groups of draws: their scatter is the error that the draws leave. Null for fewer than two groups. */
export function riskError(values: Float64Array, groups: number, objective: RiskObjective): number | null {
  if (groups < 2) return null
  const each = values.length / groups
  const measured = Array.from({ length: groups }, (_, g) => riskMeasure(values.slice(g * each, (g + 1) * each), objective))
  const mean = measured.reduce((sum, m) => sum + m, 0) / groups
  return Math.sqrt(measured.reduce((sum, m) => sum + (m - mean) ** 2, 0) / (groups - 1) / groups)
}
