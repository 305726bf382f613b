/** Lines → records of cells. Quoted cells may hold delimiters and line breaks; a quotation mark that goes wrong costs its own line and no other. */
import Papa from 'papaparse'
import type { Gathering } from '../gathering'
import { batchesOf } from '../source/pieces'
import type { Piece } from '../source/content'

/** A quoted cell of more lines than this was never closed. */
const MOST_LINES = 200

type Split = { cells: string[] } | 'open' | 'inside'

/** @param take is told the cells of a record and the line where it begins */
export async function eachRecord(
  pieces: AsyncIterable<Piece>,
  delimiter: string,
  take: (cells: readonly string[], line: number) => void,
  gathered: Gathering
): Promise<void> {
  /** Lines from an open quotation mark on, and the number of the first. */
  let open: string[] = []
  let openLine = 0
  const refuse = (code: 'import-quote-open' | 'import-quote-inside', line: number): void => {
    gathered.counts.lines++
    gathered.refuse(code, { line }, { line })
  }
  const read = (text: string, line: number): void => {
    if (open.length === 0 && !text.includes('"')) return take(text.split(delimiter), line)
    open.push(text)
    if (open.length === 1) openLine = line
    const record = open.join('\n')
    const split = open.length > 1 && !text.includes('"') ? 'open' : splitQuoted(record, delimiter)
    if (split === 'open') return open.length < MOST_LINES ? undefined : giveUp()
    if (split === 'inside' && open.length > 1) return giveUp()
    open = []
    if (split === 'inside') refuse('import-quote-inside', openLine)
    else take(split.cells, openLine)
  }
  /** The quotation mark stays open: its line is refused, and the lines after it are read again on their own. */
  const giveUp = (): void => {
    const [, ...again] = open
    const line = openLine
    open = []
    refuse('import-quote-open', line)
    again.forEach((text, i) => read(text, line + 1 + i))
  }
  for await (const { first, lines } of batchesOf(pieces)) lines.forEach((text, i) => read(text, first + i))
  while (open.length > 0) giveUp()
}

function splitQuoted(record: string, delimiter: string): Split {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: '\n' })
  const codes = errors.filter(({ type }) => type === 'Quotes').map(({ code }) => code)
  if (codes.includes('InvalidQuotes')) return 'inside'
  return codes.length > 0 || data.length !== 1 ? 'open' : { cells: data[0]! }
}
