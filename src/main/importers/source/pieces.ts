/** Ways to go through the pieces of a text: the head first, whole lines, all at once. */
import { ImportRefusal } from '../refusal'
import type { Piece } from './content'

/** What is looked at to find out what a file is. */
const HEAD = 2 ** 18

/** The head of a text, and all its pieces (the head's again first). */
export async function withHead(pieces: AsyncIterable<Piece>): Promise<{ head: string; whole: boolean; pieces: AsyncIterable<Piece> }> {
  const rest = pieces[Symbol.asyncIterator]()
  const first: Piece[] = []
  let head = ''
  let whole = false
  while (head.length < HEAD && !whole) {
    const next = await rest.next()
    if (next.done) whole = true
    else {
      first.push(next.value)
      head += next.value.text
    }
  }
  async function* all(): AsyncGenerator<Piece> {
    yield* first
    if (!whole) yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { head, whole, pieces: all() }
}

export interface Line {
  text: string
  /** 1-based. */
  line: number
}

/** Longest line that is read as one record, in characters. */
export const LONGEST_LINE = 2 ** 24

export async function* linesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Line> {
  let line = 0
  // Kept in parts, so that a line of many pieces is not copied again with each.
  let begun: string[] = []
  let length = 0
  for await (const { text } of pieces) {
    const [first = '', ...more] = text.split('\n')
    begun.push(first)
    length += first.length
    if (length > LONGEST_LINE) throw new ImportRefusal('import-line-too-long', { line: line + 1, megabytes: LONGEST_LINE / 2 ** 20 })
    if (more.length === 0) continue
    yield { text: begun.join(''), line: ++line }
    for (const full of more.slice(0, -1)) yield { text: full, line: ++line }
    begun = [more.at(-1)!]
    length = begun[0]!.length
  }
  if (length > 0) yield { text: begun.join(''), line: ++line }
}

/** Longest JSON document that is read, in characters: results of a harness are a few megabytes at most. */
const LONGEST_DOCUMENT = 2 ** 28

export async function wholeText(pieces: AsyncIterable<Piece>): Promise<string> {
  const parts: string[] = []
  let length = 0
  for await (const { text } of pieces) {
    length += text.length
    if (length > LONGEST_DOCUMENT) throw new ImportRefusal('import-json-too-large', { megabytes: LONGEST_DOCUMENT / 2 ** 20 })
    parts.push(text)
  }
  return parts.join('')
}
