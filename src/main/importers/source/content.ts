/** The text of a file, piece by piece: byte order marks, UTF-8 and UTF-16, line ends; what is no text is refused by name. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ImportRefusal } from '../refusal'

export interface Content {
  /** Length in bytes, or in characters for a text that was given. */
  total: number
  /** Pieces of text with one kind of line end, `\n`, each with how much of the total was read by its end. */
  pieces: AsyncIterable<Piece>
}
export interface Piece {
  text: string
  done: number
}

/** Pieces are small enough that none is long to wait for, and large enough that their number does not matter. */
const PIECE = 2 ** 20

/** First bytes of files of other kinds that people drop by mistake, as Latin-1. */
const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'PDF'],
  [/^PK\x03\x04/, 'ZIP / XLSX'],
  [/^.{1,3}PNG\r?\n/s, 'PNG'],
  [/^GIF8[79]a/, 'GIF'],
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^\x1f\x8b/, 'GZIP'],
  [/^\x28\xb5\x2f\xfd/, 'ZSTD'],
  [/^7z\xbc\xaf/, '7Z'],
  [/^PAR1/, 'Parquet'],
  [/^SQLite format 3/, 'SQLite'],
  [/^\xd0\xcf\x11\xe0/, 'XLS']
]

/** A file on the disk. Directories, devices and pipes are refused: they have no end, or no content. */
export async function fileContent(path: string): Promise<Content> {
  const { size } = await stat(path).then(
    (found) => (found.isFile() ? found : Promise.reject(new ImportRefusal('import-no-file', { path }, 'path'))),
    (problem: unknown) => Promise.reject(unreadable(problem, path))
  )
  return { total: size, pieces: decoded(bytesOf(path)) }
}

/** A text that was given. */
export function textContent(text: string): Content {
  return { total: text.length, pieces: textPieces(text) }
}

function unreadable(problem: unknown, path: string): ImportRefusal {
  if (problem instanceof ImportRefusal) return problem
  const reason = (problem as NodeJS.ErrnoException).code ?? String(problem)
  return reason === 'ENOENT' ? new ImportRefusal('file-missing', { path }, 'path') : new ImportRefusal('import-unreadable', { path, reason }, 'path')
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) yield bytes as Buffer
  } catch (problem) {
    throw unreadable(problem, path)
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let decoder: TextDecoder | null = null
  let lineEnds = oneLineEnd()
  let done = 0
  let line = 1
  for await (const piece of bytes) {
    if (decoder === null) {
      const encoding = encodingOf(piece)
      refuseOtherKinds(piece.subarray(0, 16).toString('latin1'), encoding === 'utf-8' && piece.includes(0), 'path')
      decoder = new TextDecoder(encoding, { fatal: true })
      lineEnds = oneLineEnd()
    }
    done += piece.length
    const text = lineEnds(decode(decoder, piece, line))
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++
    yield { text, done }
  }
  // Throws for a file that ends within a character.
  if (decoder !== null) yield { text: lineEnds(decode(decoder, undefined, line)), done }
}

function decode(decoder: TextDecoder, piece: Buffer | undefined, line: number): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new ImportRefusal('import-not-utf8', { line }, 'path')
  }
}

function encodingOf(start: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

async function* textPieces(text: string): AsyncGenerator<Piece> {
  refuseOtherKinds(text.slice(0, 16), text.slice(0, PIECE).includes('\0'), 'text')
  const lineEnds = oneLineEnd()
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += PIECE)
    yield { text: lineEnds(text.slice(at, at + PIECE)), done: Math.min(at + PIECE, text.length) }
}

function refuseOtherKinds(start: string, hasNul: boolean, path: 'path' | 'text'): void {
  const kind = OTHER_KINDS.find(([first]) => first.test(start))?.[1]
  if (kind !== undefined) throw new ImportRefusal('import-other-kind', { kind }, path)
  if (hasNul) throw new ImportRefusal('import-binary', {}, path)
}

/** Turns CRLF and CR into LF, also where a piece ends between the two. */
function oneLineEnd(): (text: string) => string {
  let afterCr = false
  return (text) => {
    if (text === '') return text
    const rest = afterCr && text.startsWith('\n') ? text.slice(1) : text
    afterCr = text.endsWith('\r')
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest
  }
}
