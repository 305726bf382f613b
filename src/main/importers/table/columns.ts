/** What each column of a table is: as told, else guessed from its name and first cells; and from that, what the rows are. */
import type { ColumnField, KindOfRows } from '../../../shared/contract/import'
import { isBenchmark, taskAndMetric } from '../metrics'
import { cellReader } from './cells'
import { fieldsOf, percentUnit, withoutUnit } from './fields'
import type { Sheet } from './sheet'

export interface Column {
  name: string
  at: number
  field: ColumnField | null
  guessed: boolean
  /** What bare numbers are multiplied by. */
  unit: number
  /** Whether the unit was told by the name or the caller, so that the cells need not be looked at. */
  unitKnown: boolean
  /** Of a score column: what it holds, where its name or the caller says so. */
  task: string | null
  metric: string | null
}

export type Told = ColumnField | { field: ColumnField; unit?: number; task?: string; metric?: string } | null

export interface Guess {
  columns: Column[]
  kind: KindOfRows
  /** Columns that could have been taken for a field that another column was taken for. */
  passedOver: { column: string; field: ColumnField; instead: string }[]
}

const SEVERAL = new Set<ColumnField>(['score'])

/** Fields of each kind of rows; a column's name may mean several fields, and the kind decides. */
const FIELDS_OF: Record<KindOfRows, ReadonlySet<ColumnField>> = {
  observations: new Set(['model', 'family', 'task', 'metric', 'score', 'N', 'D', 'C', 'loss', 'n', 'stderr', 'random', 'high', 'higherIsBetter', 'shots']),
  runs: new Set(['run', 'N', 'D', 'C', 'loss']),
  curve: new Set(['run', 'step', 'trainAccuracy', 'validationAccuracy', 'trainLoss', 'validationLoss', 'weightNorm']),
  samples: new Set(['model', 'N', 'D', 'C', 'task', 'id', 'target', 'output', 'logprobs', 'embedding', 'targetEmbedding'])
}

export function guessColumns(sheet: Sheet, told: Readonly<Record<string, Told>>, as?: KindOfRows): Guess {
  const said = new Map(Object.entries(told))
  const kind = as ?? kindOf(sheet, said)
  const columns = sheet.names.map((name, at) => fromTold(name, at, said.get(name)))
  const taken = new Map(columns.flatMap(({ field, name }) => (field === null ? [] : [[field, name] as const])))
  const passedOver: Guess['passedOver'] = []
  const free = columns.filter(({ name }) => !said.has(name))
  for (const { column, field, unit } of bestFirst(free, kind)) {
    if (column.field !== null) continue
    const instead = taken.get(field)
    if (instead === undefined || SEVERAL.has(field)) {
      taken.set(field, column.name)
      Object.assign(column, { field, unit, unitKnown: unit !== 1 })
    } else if (field !== 'run' && field !== 'task') passedOver.push({ column: column.name, field, instead })
  }
  if (kind === 'observations' && !columns.some(({ field, metric }) => field === 'score' && metric === null)) takeScores(free, sheet)
  const model = columns.find(({ field }) => field === 'model')
  const run = free.find(({ field, name }) => field === null && fieldsOf(name).some((f) => f.field === 'run'))
  // Where no column is called a model, the runs are the models.
  if ((kind === 'observations' || kind === 'samples') && model === undefined && run !== undefined) run.field = 'model'
  return { columns, kind, passedOver: passedOver.filter(({ column }) => columns.find(({ name }) => name === column)!.field === null) }
}

function fromTold(name: string, at: number, told: Told | undefined): Column {
  const given = typeof told === 'string' ? { field: told } : (told ?? null)
  const ofName = given === null ? undefined : fieldsOf(name).find(({ field }) => field === given.field)
  const unit = (typeof told === 'object' && told !== null ? told.unit : undefined) ?? ofName?.unit
  const named = given?.field === 'score' ? taskAndMetric(withoutUnit(name)) : null
  return {
    name,
    at,
    field: given?.field ?? null,
    guessed: told === undefined,
    unit: unit ?? 1,
    unitKnown: unit !== undefined && (unit !== 1 || typeof told === 'object'),
    task: (typeof told === 'object' ? told?.task : undefined) ?? named?.task ?? null,
    metric: (typeof told === 'object' ? told?.metric : undefined) ?? named?.metric ?? null
  }
}

/** Columns with the fields of a kind that their names can mean, the most telling name first; `n` means parameters in a table of runs that has no other column for them. */
function bestFirst(columns: readonly Column[], kind: KindOfRows): { column: Column; field: ColumnField; rank: number; unit: number }[] {
  const wanted = FIELDS_OF[kind]
  const found = columns.flatMap((column) => fieldsOf(column.name).map((each) => ({ column, ...each })))
  const hasSize = found.some(({ field }) => field === 'N')
  return (
    found
      .map((each) => (kind === 'runs' && each.field === 'n' && !hasSize ? { ...each, field: 'N' as const } : each))
      // Columns A to D of a table of samples are answers to choose from.
      .filter(({ field, column }) => wanted.has(field) && !(kind === 'samples' && /^[cd]$/i.test(column.name.trim())))
      .sort((a, b) => a.rank - b.rank)
  )
}

/** Columns named after a metric ("acc", "gsm8k_exact_match") or a benchmark ("MMLU"), and unknown ones that hold nothing but numbers from 0 to 1. */
function takeScores(columns: readonly Column[], sheet: Sheet): void {
  const read = cellReader(sheet)
  for (const column of columns) {
    if (column.field !== null) continue
    const name = withoutUnit(column.name)
    const named = taskAndMetric(name)
    const unit = percentUnit(column.name)
    const numbers = sheet.sample.map((row) => read(row[column.at] ?? '', 'number')).filter(({ type }) => type !== 'empty')
    if (named !== null) Object.assign(column, { field: 'score', ...named, unit, unitKnown: unit !== 1 })
    else if (isBenchmark(name)) Object.assign(column, { field: 'score', task: name, metric: 'acc', unit, unitKnown: unit !== 1 })
    else if (fieldsOf(column.name).length === 0 && numbers.length > 0 && numbers.every((cell) => cell.type === 'number' && cell.value >= 0 && cell.value <= 1))
      Object.assign(column, { field: 'score', task: column.name, metric: 'score' })
  }
}

function kindOf({ names }: Sheet, said: ReadonlyMap<string, Told>): KindOfRows {
  const fields = new Set<ColumnField>()
  for (const name of names) {
    const told = said.get(name)
    if (typeof told === 'string') fields.add(told)
    else if (told !== undefined && told !== null) fields.add(told.field)
    else if (told === undefined) for (const { field } of fieldsOf(name)) fields.add(field)
  }
  const has = (...some: ColumnField[]): boolean => some.some((field) => fields.has(field))
  if (has('target') && has('output')) return 'samples'
  if (has('metric') || has('score')) return 'observations'
  if (has('step') && has('trainAccuracy', 'validationAccuracy')) return 'curve'
  const scores = names.some((name) => !said.has(name) && (isBenchmark(withoutUnit(name)) || isScore(name)))
  return has('loss') && has('N', 'D', 'C', 'n') && !scores ? 'runs' : 'observations'
}

/** A metric that is not itself a loss: a table of runs may have losses on several sets. */
const isScore = (name: string): boolean => {
  const named = taskAndMetric(withoutUnit(name))
  return named !== null && !/loss|nll|cross_entropy/i.test(named.metric) && !fieldsOf(name).some(({ field }) => field === 'loss')
}
