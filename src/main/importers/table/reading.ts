/** Reads the cells of a line by their fields. What cannot be read is told with line and column, once, and reads as nothing. */
import type { ColumnField } from '../../../shared/contract/import'
import type { Gathering } from '../gathering'
import { isEmptyCell, timesUnit, type Cell, type CellKind, type Decimal } from './cells'
import { numbersIn } from './lists'
import type { Column } from './columns'
import { magnitudes, SIZES, type Magnitudes, type Size, type Sized } from './magnitudes'
import { shares, type Shares } from './shares'

/** Values for what the table does not say: of every row, and of a model by its name. */
export interface Fill {
  model?: string
  family?: string
  task?: string
  metric?: string
  N?: number
  D?: number
  C?: number
}
export type Models = Readonly<Record<string, { N?: number; D?: number; C?: number; family?: string }>>

export type NumberCell = Extract<Cell, { type: 'number' }>
type Line = readonly string[]

const LONGEST_LABEL = 300
const CELL_KINDS: Partial<Record<ColumnField, CellKind>> = { N: 'N', D: 'D', C: 'C', loss: 'loss', trainLoss: 'loss', validationLoss: 'loss' }

export interface Reading {
  columnOf: (field: ColumnField) => Column | undefined
  /** Null for an empty cell, one that is refused, and a column that is not there. */
  cell: (column: Column | undefined, cells: Line, line: number) => NumberCell | null
  isEmpty: (column: Column, cells: Line) => boolean
  number: (field: ColumnField, cells: Line, line: number) => number | null
  /** A short text; null when it is empty. */
  label: (field: ColumnField, cells: Line, line: number) => string | null
  /** A text as it stands. */
  text: (field: ColumnField, cells: Line) => string | null
  /** Numbers of one cell: [-0.1, -2.3], or with spaces or semicolons between them; null when it is empty or refused. */
  list: (field: ColumnField, cells: Line, line: number) => number[] | null
  /** N, D and C: the cell, else what was told of the model, else of every row. `into` names the rows that they go into. */
  sizes: (model: string | null, cells: Line, line: number) => { values: Record<Size, number | null>; into: (rows: readonly Sized[]) => void }
  /** What is known of a model from elsewhere. */
  model: (name: string | null) => Models[string] | undefined
  /** The numbers of a column under a metric, which may be percentages; `known`: whether they are shares, null when nothing is known. */
  sharesOf: (column: Column, metric: string, known: boolean | null) => Shares
  fill: Fill
  settle: () => void
}

export function reading(
  columns: readonly Column[],
  { read, decimal, fill, models, gathered }: { read: (text: string, kind: CellKind) => Cell; decimal: Decimal; fill: Fill; models: Models; gathered: Gathering }
): Reading {
  const at = new Map<ColumnField, Column>()
  for (const column of columns) if (column.field !== null && !at.has(column.field)) at.set(column.field, column)
  const sizes = new Map<Size, Magnitudes>()
  const groups = new Map<string, Shares>()

  const cell: Reading['cell'] = (column, cells, line) => {
    if (column === undefined) return null
    const found = read(cells[column.at] ?? '', CELL_KINDS[column.field!] ?? 'number')
    if (found.type === 'refused') gathered.refuse(found.code, found.values, { line, column: column.name })
    if (found.type !== 'number') return null
    // A cell with a unit of its own does not take the column's.
    return found.bare && column.unit !== 1 ? { ...found, value: timesUnit(found.value, column.unit) } : found
  }
  const model: Reading['model'] = (name) => (name !== null && Object.hasOwn(models, name) ? models[name] : undefined)
  return {
    columnOf: (field) => at.get(field),
    cell,
    isEmpty: (column, cells) => isEmptyCell(cells[column.at] ?? ''),
    number: (field, cells, line) => cell(at.get(field), cells, line)?.value ?? null,
    label(field, cells, line) {
      const column = at.get(field)
      const found = column === undefined ? '' : (cells[column.at] ?? '').trim()
      if (found.length <= LONGEST_LABEL) return found === '' ? null : found
      gathered.refuse('import-text-too-long', { length: found.length, limit: LONGEST_LABEL }, { line, column: column!.name })
      return null
    },
    text: (field, cells) => (at.has(field) ? (cells[at.get(field)!.at] ?? '') : null),
    list(field, cells, line) {
      const column = at.get(field)
      const text = column === undefined ? '' : (cells[column.at] ?? '').trim()
      if (isEmptyCell(text)) return null
      const numbers = numbersIn(text, decimal)
      if (numbers === null) gathered.refuse('import-not-a-list', { text: text.slice(0, 40) }, { line, column: column!.name })
      return numbers
    },
    sizes(name, cells, line) {
      const values: Record<Size, number | null> = { N: null, D: null, C: null }
      const found: [Size, Column, NumberCell][] = []
      for (const field of SIZES) {
        const column = at.get(field)
        const own = cell(column, cells, line)
        values[field] = own?.value ?? model(name)?.[field] ?? fill[field] ?? null
        if (own !== null && column !== undefined) found.push([field, column, own])
      }
      return {
        values,
        into: (rows) => {
          for (const [field, column, own] of found) entry(sizes, field, () => magnitudes(column, field)).note(own, rows, line)
        }
      }
    },
    model,
    sharesOf: (column, metric, known) => entry(groups, `${column.name}\n${metric}`, () => shares(column.name, metric, known)),
    fill,
    settle: () => {
      for (const each of [...sizes.values(), ...groups.values()]) each.settle(gathered)
    }
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
