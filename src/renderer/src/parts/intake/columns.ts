/** What the column picker offers: units in which a column may count, and how a choice is told to `import.read`. */
import type { ColumnField } from '../../../../shared/contract/import'
import type { Messages } from '../../../../shared/text/messages'
import type { FileRead } from '../../state/fileReads'
import type { ReadSettings } from '../../state/intakeKept'

type UnitName = keyof Messages['screen']['intake']['units']
type Column = FileRead['columns'][number]

interface Unit {
  readonly value: number
  readonly name: UnitName
}

const ONE: Unit = { value: 1, name: 'one' }
const COUNTS: readonly Unit[] = [
  ONE,
  { value: 1e3, name: 'thousand' },
  { value: 1e6, name: 'million' },
  { value: 1e8, name: 'hundredMillion' },
  { value: 1e9, name: 'billion' },
  { value: 1e12, name: 'trillion' }
]
const COMPUTE: readonly Unit[] = [ONE, { value: 1e18, name: 'exa' }, { value: 1e21, name: 'zetta' }, { value: 8.64e19, name: 'petaDays' }]
const SHARES: readonly Unit[] = [ONE, { value: 0.01, name: 'percent' }]
const UNITS: Partial<Record<ColumnField, readonly Unit[]>> = {
  N: COUNTS,
  D: COUNTS,
  C: COMPUTE,
  step: COUNTS,
  score: SHARES,
  stderr: SHARES,
  random: SHARES,
  trainAccuracy: SHARES,
  validationAccuracy: SHARES
}

/** Units of a field, with the present one; none for fields that do not count anything. */
export function unitsOf(field: ColumnField | null, present: number): readonly Unit[] {
  const units = field === null ? [] : (UNITS[field] ?? [])
  return units.length === 0 || units.some(({ value }) => value === present) ? units : [...units, { value: present, name: 'other' }]
}

/** A column with another unit, everything else as it was taken. */
export const columnSetting = ({ field }: Pick<Column, 'field'>, unit: number): NonNullable<ReadSettings['columns']>[string] =>
  field === null ? null : { field, unit }

const LONGEST_CELL = 12
const MOST_CELLS = 3

/** The first cells of a column, each once, in one short line. */
export const shortCells = (cells: readonly string[]): string =>
  [...new Set(cells)]
    .slice(0, MOST_CELLS)
    .map((cell) => (cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell))
    .join(' · ')
