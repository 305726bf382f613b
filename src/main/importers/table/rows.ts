/** One line of a table → its rows, by kind. */
import type { CurveRow, KindOfRows, RunRow, SampleRow } from '../../../shared/contract/import'
import type { Observation } from '../../../shared/contract/observations'
import type { Gathering } from '../gathering'
import { isBenchmark, metricKnowledge } from '../metrics'
import { timesUnit } from './cells'
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
      const family = label('family', cells, line) ?? reading.model(model)?.family ?? fill.family ?? null
      const sizes = reading.sizes(model, cells, line)
      const [loss, n, shots] = [number('loss', cells, line), number('n', cells, line), number('shots', cells, line)]
      const [random, high] = [number('random', cells, line), number('high', cells, line)]
      const stderr = wide ? null : number('stderr', cells, line)
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
        const rowTask = both ?? task ?? column.task ?? fill.task ?? null
        const { N, D, C } = sizes.values
        const row = gathered.keep((): Observation => ({
          task: rowTask,
          model,
          family,
          N,
          D,
          C,
          loss,
          metric,
          score: cell.value,
          n,
          stderr,
          random,
          high,
          higherIsBetter: higherIsBetter ?? metricKnowledge(metric)?.higherIsBetter ?? null,
          shots,
          line
        }))
        if (row !== null) rows.push(row)
        const divide = row === null ? undefined : () => inHundredths(row, columnOf('stderr')?.unit !== 0.01)
        reading.sharesOf(column, metric, isShare(column, metric, rowTask)).note(cell, line, divide)
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
function isShare(column: Column, metric: string, task: string | null): boolean | null {
  if (column.unitKnown) return false
  const knowledge = metricKnowledge(metric)
  if (knowledge !== null) return knowledge.share
  return metric === 'score' && task !== null && isBenchmark(task) ? true : null
}

const hundredth = (percentage: number): number => timesUnit(percentage, 0.01)

/** A percentage with what belongs to it; a baseline or ceiling of at most 1 was a fraction already. */
function inHundredths(row: Observation, errorToo: boolean): void {
  row.score = hundredth(row.score!)
  if (errorToo && typeof row.stderr === 'number') row.stderr = hundredth(row.stderr)
  if (typeof row.random === 'number' && row.random > 1) row.random = hundredth(row.random)
  if (typeof row.high === 'number' && row.high > 1) row.high = hundredth(row.high)
}

const runs =
  (reading: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const sizes = reading.sizes(null, cells, line)
    const run = reading.label('run', cells, line)
    const loss = reading.number('loss', cells, line)
    const row = gathered.keep((): RunRow => ({ run, ...sizes.values, loss, line }))
    sizes.into(row === null ? [] : [row])
  }

const curve =
  ({ label, number, cell, columnOf, sharesOf }: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const accuracy = { trainAccuracy: cell(columnOf('trainAccuracy'), cells, line), validationAccuracy: cell(columnOf('validationAccuracy'), cells, line) }
    const given = {
      run: label('run', cells, line),
      step: number('step', cells, line),
      trainLoss: number('trainLoss', cells, line),
      validationLoss: number('validationLoss', cells, line),
      weightNorm: number('weightNorm', cells, line)
    }
    const row = gathered.keep((): CurveRow => ({
      ...given,
      trainAccuracy: accuracy.trainAccuracy?.value ?? null,
      validationAccuracy: accuracy.validationAccuracy?.value ?? null,
      line
    }))
    for (const [field, found] of Object.entries(accuracy) as [keyof typeof accuracy, NumberCell | null][]) {
      if (found === null) continue
      const column = columnOf(field)!
      sharesOf(column, 'accuracy', !column.unitKnown).note(found, line, row === null ? undefined : () => (row[field] = hundredth(row[field]!)))
    }
  }

const samples =
  (reading: Reading, gathered: Gathering): RowMaker['take'] =>
  (cells, line) => {
    const { label, text, list, fill } = reading
    const model = label('model', cells, line) ?? fill.model ?? null
    const sizes = reading.sizes(model, cells, line)
    const id = label('id', cells, line)
    const task = label('task', cells, line) ?? fill.task ?? null
    const numbers = {
      logprobs: list('logprobs', cells, line),
      embedding: list('embedding', cells, line),
      targetEmbedding: list('targetEmbedding', cells, line)
    }
    const row = gathered.keep((): SampleRow => ({
      model,
      ...sizes.values,
      task,
      id,
      target: text('target', cells),
      output: text('output', cells),
      ...numbers,
      scores: {},
      line
    }))
    sizes.into(row === null ? [] : [row])
  }

const truth = (text: string | null): boolean | null =>
  text === null ? null : /^(?:true|yes|1|y|higher|up|是|真)$/i.test(text) ? true : /^(?:false|no|0|n|lower|down|否|假)$/i.test(text) ? false : null
