/**
 * Which of the changes between two scenarios makes how much of the difference. Up to eight changes: the Shapley value, a change's mean effect over all orders in
 * which the changes can be made (Shapley 1953). More: the effects in the order given. Either way the parts add up to the difference.
 */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'

export interface Attribution {
  /** Outcome without any change, and with all. */
  from: number
  to: number
  /** One for each change; they add up to `to` − `from`. */
  parts: number[]
  /** Says so when the parts depend on the order. */
  warning: Note | null
}

export const MOST_CHANGES = 8

/**
 * @param outcome of the scenario in which the changes marked true are made; asked once for each combination
 * @returns the first combination's reason when one has no outcome
 */
export function attribute(changes: number, outcome: (made: readonly boolean[]) => number | NoAnswer): Attribution | NoAnswer {
  return changes <= MOST_CHANGES ? shapley(changes, outcome) : inOrder(changes, outcome)
}

function shapley(n: number, outcome: (made: readonly boolean[]) => number | NoAnswer): Attribution | NoAnswer {
  const values: number[] = []
  for (let made = 0; made < 2 ** n; made++) {
    const value = outcome(Array.from({ length: n }, (_, i) => ((made >> i) & 1) === 1))
    if (isNoAnswer(value)) return value
    values.push(value)
  }
  /** |S|!·(n − |S| − 1)!/n!, the share of orders in which exactly S comes before a change. */
  const weight = (size: number): number => 1 / (n * choose(n - 1, size))
  const parts = Array.from({ length: n }, (_, i) => {
    let part = 0
    for (let before = 0; before < 2 ** n; before++) if (((before >> i) & 1) === 0) part += weight(ones(before)) * (values[before | (1 << i)]! - values[before]!)
    return part
  })
  return { from: values[0]!, to: values.at(-1)!, parts, warning: null }
}

function inOrder(n: number, outcome: (made: readonly boolean[]) => number | NoAnswer): Attribution | NoAnswer {
  const values: number[] = []
  for (let count = 0; count <= n; count++) {
    const value = outcome(Array.from({ length: n }, (_, i) => i < count))
    if (isNoAnswer(value)) return value
    values.push(value)
  }
  const parts = values.slice(1).map((value, i) => value - values[i]!)
  return { from: values[0]!, to: values[n]!, parts, warning: note('attribution-in-order', { changes: n, most: MOST_CHANGES }) }
}

function ones(x: number): number {
  let count = 0
  for (let rest = x; rest > 0; rest >>= 1) count += rest & 1
  return count
}

function choose(n: number, k: number): number {
  let c = 1
  for (let i = 1; i <= k; i++) c = (c * (n - k + i)) / i
  return c
}
