/** Names that must fit: broken at a space near the middle, or cut with an ellipsis. */

/** The name on one line and, where it has a place to break, on two. */
export function brokenLines(name: string): string[][] {
  const spaces = [...name.matchAll(/ /g)].map((m) => m.index)
  const middle = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  return middle === undefined ? [[name]] : [[name], [name.slice(0, middle), name.slice(middle + 1)]]
}

/** The name cut to a width; `measure` in the same unit. */
export function shortened(name: string, width: number, measure: (text: string) => number): string {
  if (measure(name) <= width) return name
  const letters = [...name]
  let kept = letters.length
  while (kept > 1 && measure(letters.slice(0, kept).join('') + '…') > width) kept--
  return letters.slice(0, kept).join('').trimEnd() + '…'
}
