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
export interface Batch {
  /** Number of the first line, 1-based. */
  first: number
  lines: string[]
}

/** Longest line that is read as one record, in characters. */
export const LONGEST_LINE = 2 ** 24

/** Whole lines, as many at a time as a piece completes. */
export async function* batchesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Batch> {
  let line = 1
  // Kept in parts, so that a line of many pieces is not copied again with each.
  let begun: string[] = []
  let length = 0
  for await (const { text } of pieces) {
    const lines = text.split('\n')
    const last = lines.pop()!
    const longest = Math.max(length + (lines[0] ?? last).length, last.length)
    if (longest > LONGEST_LINE) throw new ImportRefusal('import-line-too-long', { line, megabytes: LONGEST_LINE / 2 ** 20 })
    if (lines.length > 0) {
      lines[0] = begun.join('') + lines[0]!
      yield { first: line, lines }
      line += lines.length
      begun = []
      length = 0
    }
    begun.push(last)
    length += last.length
  }
  if (length > 0) yield { first: line, lines: [begun.join('')] }
}

export async function* linesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Line> {
  for await (const { first, lines } of batchesOf(pieces)) for (const [i, text] of lines.entries()) yield { text, line: first + i }
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
