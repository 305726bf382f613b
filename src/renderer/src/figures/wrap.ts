/** Names that must fit: on one line, on two, or cut with an ellipsis. */

/**
 * The ways to set a name within a width: on one line if it fits, and on two, broken near the middle or else where the first line is full.
 * @param measure width of a text in the unit of `width`
 */
export function brokenLines(name: string, width: number, measure: (text: string) => number): string[][] {
  const ways: string[][] = measure(name) <= width ? [[name]] : []
  const spaces = [...name.matchAll(/ /g)].map((m) => m.index)
  const middle = [...spaces].sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  const last = spaces.filter((i) => measure(name.slice(0, i)) <= width).at(-1)
  for (const at of [middle, last]) {
    if (at === undefined) continue
    const lines = [name.slice(0, at), name.slice(at + 1)]
    if (lines.every((l) => measure(l) <= width)) return [...ways, lines]
  }
  if (ways.length > 0) return ways
  return [last === undefined ? [shortened(name, width, measure)] : [name.slice(0, last), shortened(name.slice(last + 1), width, measure)]]
}

/** The name cut to a width. */
export function shortened(name: string, width: number, measure: (text: string) => number): string {
  if (measure(name) <= width) return name
  const letters = [...name]
  let kept = letters.length
  while (kept > 1 && measure(letters.slice(0, kept).join('') + '…') > width) kept--
  return letters.slice(0, kept).join('').trimEnd() + '…'
}
