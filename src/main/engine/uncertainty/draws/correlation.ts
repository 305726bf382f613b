/** Dependence between inputs as a Gaussian copula: correlated standard normal draws, each of which its own distribution then turns into a value. */
import { noAnswer, type NoAnswer } from '../../../../shared/notes'

/** Rounding leaves this much of a pivot that is 0. */
const ROUNDING = 1e-12

/**
 * L with L·Lᵀ = the correlation matrix, row by row; a matrix that is only semi-definite (inputs that move together exactly) has zeros on the diagonal of L.
 * @param names what the rows are called, for the refusal: the pair whose correlation the others do not allow, and the range that they do
 */
export function choleskyOf(matrix: readonly (readonly number[])[], names: readonly string[]): Float64Array[] | NoAnswer {
  const malformed = notACorrelation(matrix, names)
  if (malformed) return malformed
  const L: Float64Array[] = []
  for (let i = 0; i < matrix.length; i++) {
    const row = new Float64Array(matrix.length)
    for (let j = 0; j < i; j++) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= row[k]! * L[j]![k]!
      if (L[j]![j] === 0 && Math.abs(rest) > Math.sqrt(ROUNDING)) return impossible(matrix, i, names)
      row[j] = L[j]![j] === 0 ? 0 : rest / L[j]![j]!
    }
    const pivot = 1 - row.reduce((sum, value) => sum + value * value, 0)
    if (pivot < -ROUNDING) return impossible(matrix, i, names)
    row[i] = pivot <= ROUNDING ? 0 : Math.sqrt(pivot)
    L.push(row)
  }
  return L
}

function notACorrelation(matrix: readonly (readonly number[])[], names: readonly string[]): NoAnswer | null {
  if (matrix.length !== names.length || matrix.some((row) => row.length !== names.length))
    return noAnswer('notDefined', 'correlation-size', { inputs: names.length })
  for (let i = 0; i < names.length; i++)
    for (let j = 0; j <= i; j++) {
      const value = matrix[i]![j]!
      const pair = { first: names[j]!, second: names[i]! }
      if (!(value >= -1 && value <= 1)) return noAnswer('notDefined', 'correlation-outside', pair)
      if (value !== matrix[j]![i]) return noAnswer('notDefined', 'correlation-not-symmetric', pair)
      if (i === j && value !== 1) return noAnswer('notDefined', 'correlation-with-itself', { first: names[i]! })
    }
  return null
}

/**
 * Row i cannot join the rows before it. Names the pair (j, i) that has to move least: with the other correlations of the two given, ρ_ij must lie within
 * a·b ± √((1 − a²)(1 − b²)), a and b what the other rows explain of j and i.
 */
function impossible(matrix: readonly (readonly number[])[], i: number, names: readonly string[]): NoAnswer {
  let best: { j: number; from: number; to: number; move: number } | null = null
  for (let j = 0; j < i; j++) {
    const others = Array.from({ length: i }, (_, k) => k).filter((k) => k !== j)
    const order = [...others, j, i]
    const L = choleskyOf(
      [...others, j].map((r) => [...others, j].map((c) => matrix[r]![c]!)),
      order.slice(0, -1).map((r) => names[r]!)
    )
    if (!Array.isArray(L)) continue
    // Row i over the other rows alone.
    const row = new Float64Array(others.length)
    let explained = 0
    for (let c = 0; c < others.length; c++) {
      let rest = matrix[i]![others[c]!]!
      for (let k = 0; k < c; k++) rest -= row[k]! * L[c]![k]!
      row[c] = L[c]![c] === 0 ? 0 : rest / L[c]![c]!
      explained += row[c]! ** 2
    }
    if (explained > 1) continue
    const shared = row.reduce((sum, value, k) => sum + value * L[others.length]![k]!, 0)
    const room = L[others.length]![others.length]! * Math.sqrt(1 - explained)
    const value = matrix[i]![j]!
    const move = Math.max(shared - room - value, value - shared - room)
    if (best === null || move < best.move) best = { j, from: shared - room, to: shared + room, move }
  }
  if (best !== null)
    return noAnswer('notDefined', 'correlation-impossible', {
      first: names[best.j]!,
      second: names[i]!,
      value: matrix[i]![best.j]!,
      from: Math.max(-1, best.from),
      to: Math.min(1, best.to)
    })
  // No single change is enough: the strongest of the row.
  let strongest = 0
  for (let j = 1; j < i; j++) if (Math.abs(matrix[i]![j]!) > Math.abs(matrix[i]![strongest]!)) strongest = j
  return noAnswer('notDefined', 'correlation-impossible-together', { first: names[strongest]!, second: names[i]! })
}

/** z ← L·z for the columns z, in place. */
export function correlate(L: readonly Float64Array[], z: readonly Float64Array[]): void {
  const size = z[0]?.length ?? 0
  // From the last row up: a row uses only rows before it.
  for (let i = L.length - 1; i >= 0; i--) {
    const out = z[i]!
    const own = L[i]![i]!
    for (let k = 0; k < size; k++) out[k]! *= own
    for (let j = 0; j < i; j++) {
      const weight = L[i]![j]!
      const column = z[j]!
      if (weight !== 0) for (let k = 0; k < size; k++) out[k]! += weight * column[k]!
    }
  }
}
