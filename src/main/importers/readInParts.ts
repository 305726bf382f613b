/** The task that reads a file: progress items, then the rows in parts, then the rest. */
import { setTimeout as wait } from 'node:timers/promises'
import { readFile, type ImportRequest, type Imported } from './readFile'

/** Few enough that a part is taken over in a millisecond or two. */
const PART = 500
/** A thread takes over all parts that are waiting at once; between them it must be able to do something else. */
const PAUSE_MS = 3

export async function readInParts(request: ImportRequest, emit: (item: unknown) => void): Promise<Omit<Imported, 'rows'>> {
  const { rows, ...rest } = await readFile(request, emit)
  for (let at = 0; at < rows.length; at += PART) {
    if (at > 0) await wait(PAUSE_MS)
    emit({ rows: rows.slice(at, at + PART) })
  }
  return rest
}
