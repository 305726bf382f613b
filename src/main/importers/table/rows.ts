/** One line of a table → its rows, by kind. */
import type { CurveRow, KindOfRows, RunRow, SampleRow } from '../../../shared/contract/import'
import type { Observation } from '../../../shared/contract/observations'
import type { Gathering } from '../gathering'
import { isBenchmark, metricKnowledge } from '../metrics'
import type { Column } from './columns'
import type { NumberCell, Reading } from './reading'

export interface RowMaker {
  take: (cells: readonly string[], line: number) => void
  /** After the last line. */
  settle: () => void
}

export function rowMaker(kind: KindOfRows, columns: readonly Column[], reading: Reading, gathered: Gathering): RowMaker {
  if (kind === 'runs') return { take: runs(reading, gathered), settle: reading.settle }
  if (kind === 'curve') return { take: curve(reading, gathered), settle: reading.settle }
  if (kind === 'samples') return { take: samples(reading, gathered), settle: reading.settle }
  return observations(columns, reading, gathered)
}

function observations(columns: readonly Column[], reading: Reading, gathered: Gathering): RowMaker {
  const { label, number, columnOf, fill } = reading
  const scores = columns.filter(({ field }) => field === 'score')
  // An error beside several scores belongs to none of them.
  const wide = scores.length > 1
  const empty = new Map<string, number>()
  return {
    take(cells, line) {
      const model = label('model', cells, line) ?? fill.model ?? null
      const task = label('task', cells, line)
      const metricCell = label('metric', cells, line)
      const higherIsBetter = truth(label('higherIsBetter', cells, line))
      const sizes = reading.sizes(model, cells, line)
      const shared = {
        model,
        family: label('family', cells, line) ?? reading.model(model)?.family ?? fill.family ?? null,
        ...sizes.values,
        loss: number('loss', cells, line),
        n: number('n', cells, line),
        stderr: wide ? null : number('stderr', cells, line),
        random: number('random', cells, line),
        high: number('high', cells, line),
        shots: number('shots', cells, line),
        line
      }
      const rows: Observation[] = []
      for (const column of scores) {
        const cell = reading.cell(column, cells, line)
        if (cell === null) {
          if (!reading.isEmpty(column, cells)) continue
          if (wide) empty.set(column.name, (empty.get(column.name) ?? 0) + 1)
          else gathered.refuse('import-no-score', {}, { line, column: column.name })
          continue
        }
        const metric = metricCell ?? column.metric ?? fill.metric ?? 'score'
        const both = task !== null && column.task !== null && task !== column.task ? `${task}/${column.task}` : null
        const row: Observation = {
          ...shared,
          task: both ?? task ?? column.task ?? fill.task ?? null,
          metric,
          score: cell.value,
          higherIsBetter: higherIsBetter ?? metricKnowledge(metric)?.higherIsBetter ?? null
        }
        const kept = gathered.keep(row)
        if (kept) rows.push(row)
        const divide = kept ? () => inHundredths(row, columnOf('stderr')?.unit !== 0.01) : undefined
        reading.sharesOf(column, metric, isShare(column, row)).note(cell, line, divide)
      }
      sizes.into(rows)
    },
    settle() {
      reading.settle()
      for (const [column, count] of empty) gathered.warn('import-empty-scores', { column, count })
    }
  }
}

/** Whether a score is a share, so that numbers above 1 are percentages; null when nothing is known. */
function isShare(column: Column, { metric, task }: Observation): boolean | null {
  if (column.unitKnown) return false
  const knowledge = metricKnowledge(metric)
  if (knowledge !== null) return knowledge.share
  return metric === 'score' && typeof task === 'string' && isBenchmark(task) ? true : null
}

/** A percentage with what belongs to it; a baseline or ceiling of at most 1 was a fraction already. */
function inHundredths(row: Observation, errorToo: boolean): void {
  row.score = row.score! / 100
  if (errorToo && typeof row.stderr === 'number') row.stderr /= 100
  if (typeof row.random === 'number' && row.random > 1) row.random /= 100
  if (typeof row.high === 'number' && row.high > 1) row.high /= 100
}

const runs =
  (reading: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const sizes = reading.sizes(null, cells, line)
    const row: RunRow = { run: reading.label('run', cells, line), ...sizes.values, loss: reading.number('loss', cells, line), line }
    sizes.into(gathered.keep(row) ? [row] : [])
  }

const curve =
  ({ label, number, cell, columnOf, sharesOf }: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const accuracy = { trainAccuracy: cell(columnOf('trainAccuracy'), cells, line), validationAccuracy: cell(columnOf('validationAccuracy'), cells, line) }
    const row: CurveRow = {
      run: label('run', cells, line),
      step: number('step', cells, line),
      trainAccuracy: accuracy.trainAccuracy?.value ?? null,
      validationAccuracy: accuracy.validationAccuracy?.value ?? null,
      trainLoss: number('trainLoss', cells, line),
      validationLoss: number('validationLoss', cells, line),
      weightNorm: number('weightNorm', cells, line),
      line
    }
    const kept = gathered.keep(row)
    for (const [field, found] of Object.entries(accuracy) as [keyof typeof accuracy, NumberCell | null][]) {
      if (found === null) continue
      const column = columnOf(field)!
      sharesOf(column, 'accuracy', !column.unitKnown).note(found, line, kept ? () => (row[field] = row[field]! / 100) : undefined)
    }
  }

const samples =
  (reading: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const { label, text, fill } = reading
    const model = label('model', cells, line) ?? fill.model ?? null
    const sizes = reading.sizes(model, cells, line)
    const row: SampleRow = {
      model,
      N: sizes.values.N,
      task: label('task', cells, line) ?? fill.task ?? null,
      id: label('id', cells, line),
      target: text('target', cells),
      output: text('output', cells),
      scores: {},
      line
    }
    sizes.into(gathered.keep(row) ? [row] : [])
  }

const truth = (text: string | null): boolean | null =>
  text === null ? null : /^(?:true|yes|1|y|higher|up|是|真)$/i.test(text) ? true : /^(?:false|no|0|n|lower|down|否|假)$/i.test(text) ? false : null
