/**
 * Levenshtein distance: fewest insertions, deletions and substitutions that turn one text into the other, counted in code points (an emoji is one).
 * Source: Levenshtein 1966; computed by columns of bits, 32 cells at a time (Myers 1999, J. ACM 46, 395; blocks as in its section 4).
 */

/** The code points of a text. */
export const codePoints = (text: string): Uint32Array => Uint32Array.from(text, (sign) => sign.codePointAt(0)!)

const WORD = 32

/** Distance of two texts given by their code points; 0 for equal texts, the longer one's length at most. Takes about |a|·|b|/32 steps. */
export function editDistance(a: Uint32Array, b: Uint32Array): number {
  let start = 0
  let endA = a.length
  let endB = b.length
  // What both share at their ends costs nothing.
  while (start < endA && start < endB && a[start] === b[start]) start++
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [pattern, text] = endA < endB ? [a.subarray(start, endA), b.subarray(start, endB)] : [b.subarray(start, endB), a.subarray(start, endA)]
  return pattern.length === 0 ? text.length : blockDistance(pattern, text)
}

/** A column of the table of distances is kept as differences between neighbours: where it grows (`Pv`) and where it falls (`Mv`), a bit for each row. */
function blockDistance(pattern: Uint32Array, text: Uint32Array): number {
  const m = pattern.length
  const blocks = Math.ceil(m / WORD)
  const matches = matchBits(pattern, blocks)
  const none = new Int32Array(blocks)
  const Pv = new Int32Array(blocks).fill(-1)
  const Mv = new Int32Array(blocks)
  let distance = m
  for (const sign of text) {
    const Eqs = matches.get(sign) ?? none
    // The first row of the table counts up: each sign of the text must be inserted.
    let step = 1
    for (let block = 0; block < blocks; block++) {
      const last = block === blocks - 1 ? (m - 1) % WORD : WORD - 1
      const pv = Pv[block]!
      const mv = Mv[block]!
      const Eq = Eqs[block]! | (step < 0 ? 1 : 0)
      const Xv = Eqs[block]! | mv
      const Xh = ((((Eq & pv) + pv) | 0) ^ pv) | Eq
      const Ph = mv | ~(Xh | pv)
      const Mh = pv & Xh
      const out = (Ph >>> last) & 1 ? 1 : (Mh >>> last) & 1 ? -1 : 0
      const Ph1 = (Ph << 1) | (step > 0 ? 1 : 0)
      const Mh1 = (Mh << 1) | (step < 0 ? 1 : 0)
      Pv[block] = Mh1 | ~(Xv | Ph1)
      Mv[block] = Ph1 & Xv
      step = out
    }
    distance += step
  }
  return distance
}

/** For each sign of the pattern, the rows where it stands. */
function matchBits(pattern: Uint32Array, blocks: number): Map<number, Int32Array> {
  const matches = new Map<number, Int32Array>()
  pattern.forEach((sign, i) => {
    const rows = matches.get(sign) ?? new Int32Array(blocks)
    rows[i >> 5]! |= 1 << (i & 31)
    matches.set(sign, rows)
  })
  return matches
}
