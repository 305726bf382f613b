/** How a table is written: its delimiter, whether its first row names the columns, and its decimal mark. Found from the head of the file. */
import Papa from 'papaparse'
import { ImportRefusal } from '../refusal'
import { cellReader, isDecimalComma, isDecimalPoint, type Decimal, type Marks } from './cells'
import { fieldsOf } from './fields'
import { taskAndMetric } from '../metrics'

export interface Sheet extends Marks {
  delimiter: string
  header: boolean
  /** Names of the columns: those of the header, made unique; "column 3" where there is none. */
  names: string[]
  /** Rows of the head below the header, to guess from and to preview. */
  sample: string[][]
}

const DELIMITERS = [',', '\t', ';', '|']
const SAMPLED = 200
const MOST_COLUMNS = 2000

/** Null for a text without a single row. */
export function sheetOf(head: string, whole: boolean, decimal?: Decimal): Sheet | null {
  // The last line of a head that is not the whole text may be cut.
  const text = whole || !head.includes('\n') ? head : head.slice(0, head.lastIndexOf('\n'))
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, rows: rowsOf(text, delimiter) }))
  const best = readings.reduce((a, b) => (evenness(b.rows) > evenness(a.rows) ? b : a))
  const [first, ...rest] = best.rows
  if (first === undefined) return null
  if (first.length > MOST_COLUMNS) throw new ImportRefusal('import-too-many-columns', { count: first.length, limit: MOST_COLUMNS })
  const header = isHeader(first)
  const sample = header ? rest : best.rows
  return {
    delimiter: best.delimiter,
    ...marksOf(sample, best.delimiter, decimal),
    header,
    names: header ? unique(first) : first.map((_, i) => `column ${i + 1}`),
    sample
  }
}

function rowsOf(text: string, delimiter: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: SAMPLED, skipEmptyLines: 'greedy' })
  return data
}

/** How well a delimiter explains the rows: the share with as many cells as the first, then the number of cells. One cell a row explains nothing. */
function evenness(rows: readonly string[][]): number {
  const cells = rows[0]?.length ?? 0
  if (cells < 2) return 0
  return rows.filter((row) => row.length === cells).length / rows.length + Math.min(cells, 99) / 1000
}

/** A first row that is no row of numbers: one of its cells is a known name, or none is a number. */
function isHeader(row: readonly string[]): boolean {
  const read = cellReader({ decimal: '.', groups: true })
  return row.some((cell) => fieldsOf(cell).length > 0 || taskAndMetric(cell) !== null) || !row.some((cell) => read(cell, 'number').type === 'number')
}

/**
 * The comma is the decimal mark only where some cell cannot be read otherwise and none has a point. Where commas divide the cells, where points are decimal marks, or
 * where it is told, a comma within a number divides thousands.
 */
function marksOf(sample: readonly string[][], delimiter: string, told?: Decimal): Marks {
  const cells = sample.flat()
  const points = cells.some(isDecimalPoint)
  if (told !== undefined) return { decimal: told, groups: told === '.' }
  const commas = delimiter !== ',' && !points && cells.some(isDecimalComma)
  return { decimal: commas ? ',' : '.', groups: delimiter === ',' || (points && !cells.some(isDecimalComma)) }
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((raw, i) => {
    const name = raw.trim() === '' ? `column ${i + 1}` : raw.trim()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
