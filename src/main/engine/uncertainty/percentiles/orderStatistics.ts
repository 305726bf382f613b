/** Values of given ranks without sorting: the algorithm SELECT of Floyd & Rivest (1975, CACM 18, 165), which looks at each value about twice. */

/** Above this many values a sample says where the rank will lie. */
const SAMPLED = 600

/** Rearranges a[left…right] so that a[k] has its place in ascending order, with nothing larger before it and nothing smaller after it. No NaN. */
function select(a: Float64Array, left: number, right: number, k: number): void {
  while (right > left) {
    if (right - left > SAMPLED) {
      const n = right - left + 1
      const i = k - left + 1
      const z = Math.log(n)
      const s = 0.5 * Math.exp((2 * z) / 3)
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(i - n / 2)
      select(a, Math.max(left, Math.floor(k - (i * s) / n + sd)), Math.min(right, Math.floor(k + ((n - i) * s) / n + sd)), k)
    }
    const t = a[k]!
    let i = left
    let j = right
    a[k] = a[left]!
    a[left] = t
    const swapped = a[right]! > t
    if (swapped) {
      a[left] = a[right]!
      a[right] = t
    }
    while (i < j) {
      const x = a[i]!
      a[i] = a[j]!
      a[j] = x
      i++
      j--
      while (a[i]! < t) i++
      while (a[j]! > t) j--
    }
    // The first exchange has moved t to the other end.
    if (swapped) {
      const x = a[left]!
      a[left] = a[j]!
      a[j] = x
    } else {
      j++
      const x = a[right]!
      a[right] = a[j]!
      a[j] = x
    }
    if (j <= k) left = j + 1
    if (k <= j) right = j - 1
  }
}

/** Rearranges values[first…last] so that the places given, ascending and different, hold what they would in ascending order. Exact; infinite values have their place, NaN has none. */
export function placeRanks(values: Float64Array, first: number, last: number, places: readonly number[]): void {
  // The middle one first: it parts the values for those on either side.
  const place = (left: number, right: number, from: number, to: number): void => {
    if (from > to) return
    const middle = (from + to) >> 1
    const at = places[middle]!
    select(values, left, right, at)
    place(left, at - 1, from, middle - 1)
    place(at + 1, right, middle + 1, to)
  }
  place(first, last, 0, places.length - 1)
}

/** The values of the given ranks (0 = smallest), which must be ascending, different and below `values.length`. Rearranges `values`. */
export function orderStatistics(values: Float64Array, ranks: readonly number[]): number[] {
  placeRanks(values, 0, values.length - 1, ranks)
  return ranks.map((rank) => values[rank]!)
}

/** Where the p-quantile of n values lies: between rank `below` and the next, `share` of the way (type 7 of Hyndman & Fan 1996, the default of NumPy and R). */
export function placeOf(p: number, n: number): { below: number; share: number } {
  const h = (n - 1) * p
  // A share that rounding leaves must not ask for a rank that does not exist.
  const below = Math.min(Math.floor(h), Math.max(0, n - 2))
  return { below, share: h - below }
}

/** Quantiles of all values, each to the last digit of NumPy's `percentile`; `values` is left as it is. `probabilities` ascending, at least one value. */
export function quantilesOf(values: Float64Array, probabilities: readonly number[]): number[] {
  const n = values.length
  const places = probabilities.map((p) => placeOf(p, n))
  const wanted = [...new Set(places.flatMap(({ below }) => [below, Math.min(below + 1, n - 1)]))].sort((a, b) => a - b)
  const found = new Map(orderStatistics(Float64Array.from(values), wanted).map((value, i) => [wanted[i]!, value]))
  return places.map(({ below, share }) => between(found.get(below)!, found.get(Math.min(below + 1, n - 1))!, share))
}

/** Linear between two values that may be infinite. */
export const between = (low: number, high: number, share: number): number => (share === 0 || low === high ? low : low + share * (high - low))
