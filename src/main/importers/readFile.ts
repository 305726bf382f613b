/** Reads a file of any known format. Runs in a worker: nothing here is quick for a large file. */
import type { Format, ImportedRow, KindOfRows, SampleRow } from '../../shared/contract/import'
import type { Observation, Problem } from '../../shared/contract/observations'
import type { Progress } from '../../shared/contract/procedure'
import type { Note, NoteCode } from '../../shared/notes'
import { FORMAT as PLAN_FORMAT } from '../../shared/plan/document'
import { EVIDENCE_FORMAT } from '../evidence/sharedFile'
import { few, gathering, type Gathering } from './gathering'
import { isBigBench, readBigBench } from './harness/bigBench'
import { isLmEvalResults, readLmEvalResults } from './harness/lmEvalResults'
import { isLmEvalSample, readLmEvalSamples } from './harness/lmEvalSamples'
import { suggestionsFor } from './modelSize'
import { ImportRefusal } from './refusal'
import { fileContent, textContent, type Piece } from './source/content'
import { isObject, readJson } from './source/json'
import { linesOf, withHead, wholeText, type Line } from './source/pieces'
import { readTable, type TableRead, type TableRequest } from './table/readTable'

export interface ImportRequest extends TableRequest {
  path?: string
  text?: string
  fileName?: string
  format?: Format
  groups: 'members' | 'groups'
  sizes?: 'total' | 'nonEmbedding' | 'flopMatched'
  mostRows: number
  mostProblems: number
  mostCharacters: number
}

export interface Imported {
  format: Format
  kind: KindOfRows
  rows: ImportedRow[]
  observations: Observation[]
  problems: Problem[]
  columns: TableRead['columns']
  table: TableRead['table'] | null
  counts: { lines: number; rows: number; returned: number; problems: number }
  suggestions: { model: string; N: number; from: string }[]
  warnings: Note[]
}

/** Files of Scalepath itself, which belong elsewhere. */
const OWN_FILES: ReadonlyMap<unknown, NoteCode> = new Map([
  [PLAN_FORMAT, 'import-own-plan'],
  [EVIDENCE_FORMAT, 'import-own-evidence']
])

interface Opened {
  head: string
  whole: boolean
  pieces: AsyncIterable<Piece>
}

export async function readFile(request: ImportRequest, tell: (progress: Progress) => void): Promise<Imported> {
  try {
    return await readContent(request, tell)
  } catch (problem) {
    // The readers do not know which field their text came from.
    if (problem instanceof ImportRefusal && problem.path === 'text' && request.path !== undefined) Object.assign(problem, { path: 'path' })
    throw problem
  }
}

async function readContent(request: ImportRequest, tell: (progress: Progress) => void): Promise<Imported> {
  const content = request.path === undefined ? textContent(request.text ?? '') : await fileContent(request.path)
  async function* told(): AsyncGenerator<Piece> {
    for await (const piece of content.pieces) {
      yield piece
      tell({ stage: 'reading', done: piece.done, total: content.total })
    }
  }
  const opened = await withHead(told())
  if (opened.head.trim() === '' && opened.whole) throw new ImportRefusal('import-empty')
  const gathered = gathering(request)
  const read = await readOpened(opened, { ...request, fileName: request.fileName ?? request.path }, gathered)
  const { rows, problems, warnings, counts } = gathered
  if (counts.rows + counts.problems === 0 && counts.lines <= 1) gathered.warn('import-no-rows')
  if (counts.rows > rows.length) gathered.warn('import-rows-cut', { returned: rows.length, count: counts.rows })
  if (counts.problems > problems.length) gathered.warn('import-problems-cut', { returned: problems.length, count: counts.problems })
  const suggestions = suggestionsFor(rows as { model?: string | null; N?: number | null }[])
  if (suggestions.length > 0) gathered.warn('import-size-suggested', { models: few(suggestions.map(({ model, from }) => `${model}: ${from}`)) })
  return { columns: [], table: null, observations: [], ...read, rows, problems, counts: { ...counts, returned: rows.length }, suggestions, warnings }
}

type Read = Pick<Imported, 'format' | 'kind'> & Partial<Pick<Imported, 'columns' | 'table' | 'observations'>>

async function readOpened(opened: Opened, request: ImportRequest, gathered: Gathering): Promise<Read> {
  const format = request.format ?? formatOf(opened.head, opened.whole)
  if (format === 'table') return { format, ...(await readTable(opened, request, gathered)) }
  if (format === 'lm-eval-samples') {
    const observations = await readLmEvalSamples(linesOf(opened.pieces), request, gathered as Gathering<SampleRow>)
    return { format, kind: 'samples', observations }
  }
  const text = await wholeText(opened.pieces)
  const read = readJson(text)
  if ('fault' in read)
    throw read.fault.line > 1 && isWholeLine(text) ? new ImportRefusal('import-lines-unknown') : new ImportRefusal('import-not-json', read.fault)
  if (read.notFinite > 0) gathered.warn('import-json-nan', { count: read.notFinite })
  const document = read.value
  if (request.format === undefined && Array.isArray(document) && isLmEvalSample(document[0])) {
    // Early 0.4 versions wrote their samples as one list.
    const observations = await readLmEvalSamples(itemsOf(document), request, gathered as Gathering<SampleRow>)
    return { format: 'lm-eval-samples', kind: 'samples', observations }
  }
  if (isLmEvalResults(document) && format !== 'big-bench') {
    readLmEvalResults(document, text, request, gathered)
    return { format: 'lm-eval-results', kind: 'observations' }
  }
  if (isBigBench(document) && request.format !== 'lm-eval-results') {
    readBigBench(document, request, gathered)
    return { format: 'big-bench', kind: 'observations' }
  }
  const own = isObject(document) ? OWN_FILES.get(document.format) : undefined
  if (own !== undefined) throw new ImportRefusal(own)
  throw new ImportRefusal('import-json-unknown', {
    found: isObject(document) ? Object.keys(document).slice(0, 6).join(', ') : Array.isArray(document) ? '[…]' : typeof document
  })
}

/** What a text is, by its first characters; which JSON document it is, only its whole tells. */
function formatOf(head: string, whole: boolean): Format | 'document' {
  const start = head.trimStart()
  if (start.startsWith('<')) throw new ImportRefusal('import-html')
  if (!/^[{[]/.test(start)) return 'table'
  const end = start.indexOf('\n')
  const first = readJson(end < 0 ? start : start.slice(0, end))
  // A first line cut by the head's end is longer than any line of a document that is laid out over lines.
  if (end < 0 && !whole) return start.startsWith('{"doc_id"') ? 'lm-eval-samples' : 'document'
  return 'value' in first && isLmEvalSample(first.value) ? 'lm-eval-samples' : 'document'
}

/** Whether the first line is a JSON value by itself: then the file is one of JSON lines. */
const isWholeLine = (text: string): boolean => 'value' in readJson(text.trimStart().split('\n', 1)[0]!)

async function* itemsOf(samples: readonly unknown[]): AsyncGenerator<Line> {
  for (const [i, sample] of samples.entries()) yield { text: JSON.stringify(sample), line: i + 1 }
}
