/** Rows of the smaller questions about emergence, read cell by cell: a row with an impossible cell is refused with its reason, the others go on. */
import type { Problem } from '../../../shared/contract/observations'
import { cellProblem, isEmpty } from './cells'
import type { CellRule } from './cells'
import type { KnownThreshold } from './predictThreshold'
import { scalesOf } from './scale'
import type { TwoStepRun } from './twoStep'

type Cell = number | null | undefined

export interface Read<Row> {
  rows: Row[]
  problems: Problem[]
}

/** Observed emergences: property 0 or above, threshold above 0, performance 0–1 or empty. */
export function readKnown(
  known: readonly { task: string; property?: Cell; threshold?: Cell; performance?: Cell; reached?: boolean | null | undefined }[]
): Read<KnownThreshold> {
  return read(known, (one, row) => ({
    broken: [
      cellProblem(row, 'property', one.property, 'notNegative'),
      cellProblem(row, 'threshold', one.threshold, 'positive'),
      optional(row, 'performance', one.performance, 'share')
    ],
    value: () => ({
      row,
      task: one.task,
      property: one.property!,
      threshold: one.threshold!,
      performance: one.performance ?? null,
      reached: one.reached ?? null
    })
  }))
}

/** Small runs for the two steps, C = 6·N·D where it is empty: any cell may be empty, but a run of which fewer than two are known says nothing. */
export function readRuns(runs: readonly { N?: Cell; D?: Cell; C?: Cell; loss?: Cell; score?: Cell }[]): Read<TwoStepRun> {
  return read(withCompute(runs), ({ C, loss, score }, row) => ({
    broken: [
      optional(row, 'C', C, 'positive'),
      optional(row, 'loss', loss, 'positive'),
      optional(row, 'score', score, 'share'),
      isEmpty(loss) ? cellProblem(row, 'loss', null, 'positive') : null,
      isEmpty(C) && isEmpty(score) ? cellProblem(row, 'score', null, 'share') : null
    ],
    value: () => ({ C: C ?? null, loss: loss ?? null, score: score ?? null })
  }))
}

const withCompute = <Run extends { N?: Cell; D?: Cell; C?: Cell }>(runs: readonly Run[]): Run[] =>
  runs.map((run) => (isEmpty(run.C) ? { ...run, C: scalesOf(run).C } : run))

/** Per-token accuracies by size, in ascending order of size: N above 0, p above 0 and at most 1. */
export function readAccuracies(rows: readonly { N?: Cell; p?: Cell }[]): Read<{ row: number; N: number; p: number }> {
  const { rows: usable, problems } = read(rows, ({ N, p }, row) => ({
    broken: [cellProblem(row, 'N', N, 'positive'), cellProblem(row, 'p', p, 'share') ?? cellProblem(row, 'p', p, 'positive')],
    value: () => ({ row, N: N!, p: p! })
  }))
  return { rows: usable.sort((a, b) => a.N - b.N || a.p - b.p), problems }
}

const optional = (row: number, column: string, value: Cell, rule: CellRule): Problem | null => (isEmpty(value) ? null : cellProblem(row, column, value, rule))

function read<Given, Row>(given: readonly Given[], look: (one: Given, row: number) => { broken: (Problem | null)[]; value: () => Row }): Read<Row> {
  const rows: Row[] = []
  const problems: Problem[] = []
  given.forEach((one, i) => {
    const { broken, value } = look(one, i + 1)
    const problem = broken.find((each) => each !== null)
    if (problem === undefined || problem === null) rows.push(value())
    else problems.push(problem)
  })
  return { rows, problems }
}
