/** A CSV, TSV or other delimited table, line by line. */
import type { KindOfRows } from '../../../shared/contract/import'
import { few, type Gathering } from '../gathering'
import { metricKnowledge } from '../metrics'
import { ImportRefusal } from '../refusal'
import type { Piece } from '../source/content'
import { cellReader, isEmptyCell, type Decimal } from './cells'
import { guessColumns, type Column, type Guess, type Told } from './columns'
import { reading, type Fill, type Models } from './reading'
import { rowMaker } from './rows'
import { eachRecord } from './records'
import { sheetOf, type Sheet } from './sheet'

export interface TableRequest {
  as?: KindOfRows
  columns?: Readonly<Record<string, Told>>
  decimal?: Decimal
  fill: Fill
  models: Models
}

export interface TableRead {
  kind: KindOfRows
  columns: { name: string; field: Column['field']; guessed: boolean; unit: number; preview: string[]; empty: number }[]
  table: { delimiter: string; decimal: Decimal; header: boolean }
}

const PREVIEWED = 5

export async function readTable(
  { head, whole, pieces }: { head: string; whole: boolean; pieces: AsyncIterable<Piece> },
  request: TableRequest,
  gathered: Gathering
): Promise<TableRead> {
  const sheet = sheetOf(head, whole, request.decimal)
  if (sheet === null) throw new ImportRefusal('import-empty')
  const guess = guessColumns(sheet, request.columns ?? {}, request.as)
  const { columns, kind } = guess
  for (const name of Object.keys(request.columns ?? {})) if (!sheet.names.includes(name)) gathered.warn('import-no-such-column', { column: name })
  const read = cellReader(sheet)
  const maker = rowMaker(kind, columns, reading(columns, { read, decimal: sheet.decimal, fill: request.fill, models: request.models, gathered }), gathered)
  const empty = columns.map(() => 0)
  const usable = isUsable(guess, gathered)
  let headerSeen = !sheet.header

  await eachRecord(
    pieces,
    sheet.delimiter,
    (cells, line) => {
      if (cells.every((cell) => cell.trim() === '')) return
      gathered.counts.lines++
      if (!headerSeen) {
        headerSeen = true
        return
      }
      const problem = shapeProblem(cells, sheet)
      if (problem !== null) return gathered.refuse(problem, { expected: columns.length, found: cells.length }, { line })
      columns.forEach(({ at }, i) => {
        if (isEmptyCell(cells[at] ?? '')) empty[i]!++
      })
      if (usable) maker.take(cells, line)
    },
    gathered
  )
  maker.settle()
  tellGuesses(guess, sheet, request, gathered)
  return {
    kind,
    columns: columns.map(({ name, field, guessed, unit, at }, i) => ({
      name,
      field,
      guessed,
      unit,
      preview: sheet.sample.slice(0, PREVIEWED).map((row) => (row[at] ?? '').slice(0, 100)),
      empty: empty[i]!
    })),
    table: { delimiter: sheet.delimiter, decimal: sheet.decimal, header: sheet.header }
  }
}

/** A row of another length than the header's has its cells in the wrong columns; empty cells at the end do not matter. */
function shapeProblem(cells: readonly string[], { names, header }: Sheet): 'import-row-short' | 'import-row-long' | 'import-header-again' | null {
  if (cells.length < names.length) return 'import-row-short'
  if (cells.slice(names.length).some((cell) => cell.trim() !== '')) return 'import-row-long'
  return header && cells.every((cell, i) => i >= names.length || (cell.trim() !== '' && cell.trim() === names[i])) ? 'import-header-again' : null
}

/** Without these columns no row says anything. */
function isUsable({ kind, columns }: Guess, gathered: Gathering): boolean {
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field)
  const missing = kind === 'observations' ? !has('score') : kind === 'runs' ? !has('loss') : kind === 'curve' ? !has('step') : !(has('target') && has('output'))
  const code = {
    observations: 'import-no-score-column',
    runs: 'import-no-loss-column',
    curve: 'import-no-step-column',
    samples: 'import-no-output-column'
  } as const
  if (missing)
    gathered.warn(code[kind], {
      columns: columns
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 300)
    })
  return !missing
}

/** What was assumed of the table as a whole. */
function tellGuesses({ kind, columns, passedOver }: Guess, sheet: Sheet, request: TableRequest, gathered: Gathering): void {
  if (!sheet.header) gathered.warn('import-no-header', { count: columns.length })
  if (sheet.decimal === ',') gathered.warn('import-decimal-comma')
  for (const { name, unit, field } of columns)
    if (unit !== 1 && field !== null) gathered.warn(unit === 0.01 ? 'import-percent-column' : 'import-unit-column', { column: name, unit })
  for (const field of new Set(passedOver.map((each) => each.field))) {
    const same = passedOver.filter((each) => each.field === field)
    gathered.warn('import-columns-passed-over', { columns: few(same.map(({ column }) => column)), field, instead: same[0]!.instead })
  }
  if (kind === 'runs') {
    const missing = (['N', 'D'] as const).filter((size) => request.fill[size] === undefined && !columns.some(({ field }) => field === size))
    if (missing.length > 0) gathered.warn('import-runs-without', { fields: missing.join(', ') })
  }
  if (kind !== 'observations') return
  const named = columns.filter(({ field, metric, guessed }) => field === 'score' && metric === 'score' && guessed)
  if (named.length > 0)
    gathered.warn('import-scores-guessed', {
      columns: named
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 300)
    })
  const unknown = new Set(
    gathered.rows.flatMap((row) => ('metric' in row && typeof row.higherIsBetter !== 'boolean' && metricKnowledge(row.metric) === null ? [row.metric] : []))
  )
  if (unknown.size > 0) gathered.warn('import-direction-unknown', { metrics: [...unknown].slice(0, 5).join(', ') })
}
