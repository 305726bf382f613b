/** The task that reads a file: progress items, then the rows in parts, then the rest. */
import { readFile, type ImportRequest, type Imported } from './readFile'

/** Few enough that a part is taken over in a millisecond or two. */
const PART = 1000

export async function readInParts(request: ImportRequest, emit: (item: unknown) => void): Promise<Omit<Imported, 'rows'>> {
  const { rows, ...rest } = await readFile(request, emit)
  for (let at = 0; at < rows.length; at += PART) emit({ rows: rows.slice(at, at + PART) })
  return rest
}
