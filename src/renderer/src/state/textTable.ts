/** A small table as people type it: texts in cells, with the line of the text that each row stands in. What the cells mean is for `import.read` to say. */
import Papa from 'papaparse'
import type { ImportedRow, KindOfRows } from '../../../shared/contract/import'

export interface TextTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[]
}

/** Cells alone, as they are written. */
export interface TableCells {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[] }[]
}

/** @param named whether the first row names the columns; else they are called as `import.read` calls them */
export function tableOf(text: string, delimiter: string, named: boolean): TextTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows: { cells: string[]; line: number }[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(plain, {
    delimiter,
    newline: '\n',
    step: ({ data, meta }) => {
      // An empty line is no row; one of empty cells may be about to be filled in.
      if (data.length > 1 || data[0]?.trim()) rows.push({ cells: data, line })
      line += plain.slice(from, meta.cursor).split('\n').length - 1
      from = meta.cursor
    }
  })
  const first = rows[0]?.cells ?? []
  return { header: named ? first : first.map((_, i) => `column ${i + 1}`), rows: named ? rows.slice(1) : rows }
}

/** As text with tabs between cells, so that commas are free to be decimal marks; row i then stands in line i + 2. */
export function textOf({ header, rows }: TableCells): string {
  const oneLine = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ')
  return `${Papa.unparse(
    [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(oneLine)),
    { delimiter: '\t', newline: '\n' }
  )}\n`
}

const COLUMNS: Partial<Record<KindOfRows, readonly string[]>> = {
  observations: 'model family task metric N D C loss score n stderr random high higherIsBetter shots'.split(' '),
  runs: 'run N D C loss'.split(' '),
  curve: 'run step trainAccuracy validationAccuracy trainLoss validationLoss weightNorm'.split(' ')
}

/** Rows that were read, as a table to edit: only columns that say something. Null for samples, which are no table. */
export function tableOfRows(kind: KindOfRows, rows: readonly ImportedRow[]): TextTable | null {
  const valueOf = (row: ImportedRow, column: string): unknown => (row as unknown as Record<string, unknown>)[column]
  const header = COLUMNS[kind]?.filter((column) => rows.some((row) => isSaid(valueOf(row, column))))
  if (header === undefined) return null
  const cells = (row: ImportedRow): string[] => header.map((column) => valueOf(row, column)).map((value) => (isSaid(value) ? String(value) : ''))
  return { header, rows: rows.map((row, i) => ({ cells: cells(row), line: i + 2 })) }
}

const isSaid = (value: unknown): boolean => value !== null && value !== undefined
