/**
 * How a long answer crosses HTTP to the page: as lines of JSON, its long lists in parts ahead of the rest. One line of fifty thousand rows would keep the page
 * from moving while it is read; so it is read part by part.
 */

/** The media type that a caller accepts who puts the parts together: lines {item} for progress, {part} for items of a list, then {output} or {refusal}. */
export const LINES = 'application/vnd.scalepath.lines'

/** Items of a part: about a hundred kilobytes of rows. */
const PART = 1000

export interface Part {
  /** The field of the output. */
  list: string
  items: readonly unknown[]
}

type Fields = Readonly<Record<string, unknown>>
const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > PART
const hasFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The long lists of an answer in parts, and the answer with empty lists in their place. */
export function inParts(output: unknown): { parts: Part[]; rest: unknown } {
  if (!hasFields(output)) return { parts: [], rest: output }
  const parts: Part[] = []
  const rest: Record<string, unknown> = { ...output }
  for (const [list, value] of Object.entries(output)) {
    if (!isLong(value)) continue
    for (let at = 0; at < value.length; at += PART) parts.push({ list, items: value.slice(at, at + PART) })
    rest[list] = []
  }
  return { parts, rest }
}

/** The answer with its lists; the parts in the order in which they came. */
export function whole(rest: unknown, parts: readonly Part[]): unknown {
  if (parts.length === 0 || !hasFields(rest)) return rest
  const output: Record<string, unknown> = { ...rest }
  for (const list of new Set(parts.map((part) => part.list))) output[list] = parts.flatMap((part) => (part.list === list ? part.items : []))
  return output
}

/** JSON of an input in pieces, a long list of it in several: together they are what `JSON.stringify` writes. */
export function* jsonInPieces(input: unknown): Generator<string, void> {
  if (!hasFields(input) || !Object.values(input).some(isLong)) return yield JSON.stringify(input)
  let before = '{'
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    const head = `${before}${JSON.stringify(name)}:`
    before = ','
    if (!isLong(value)) {
      yield head + JSON.stringify(value)
      continue
    }
    for (let at = 0; at < value.length; at += PART) {
      const items = JSON.stringify(value.slice(at, at + PART)).slice(1, -1)
      yield (at === 0 ? `${head}[` : ',') + items + (at + PART < value.length ? '' : ']')
    }
  }
  yield '}'
}
