/** A training curve, read row by row into records in the order of their steps. */
import type { Problem } from '../../../shared/contract/observations'
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'
import { cellProblem, isEmpty } from '../emergence/cells'

type Cell = number | null | undefined

export interface CurveRow {
  run?: string | null | undefined
  step?: Cell
  trainAccuracy?: Cell
  validationAccuracy?: Cell
  trainLoss?: Cell
  validationLoss?: Cell
  weightNorm?: Cell
}

/** Accuracies 0–1, losses in nats, the norm in its own unit; null where the row has none. */
export interface CurveRecord {
  step: number
  train: number
  validation: number
  trainLoss: number | null
  validationLoss: number | null
  weightNorm: number | null
}

export interface Curve {
  /** By step, each step once. */
  records: CurveRecord[]
  problems: Problem[]
  notes: Note[]
  /** First accuracy that can only be per cent, where there are too many of them to be slips; the curve can then not be read. */
  percent: { row: number; column: string; value: number } | null
}

/** Rows that may look like per cent before the whole column is taken for it. */
const SLIPS = 5
/** Row numbers that a note names. */
const NAMED = 10

/** `percent` reads accuracies as 0–100; `run` leaves the rows of all others out. A row without step or accuracies, or with impossible ones, is refused; an impossible loss or norm leaves that cell alone out. */
export function readCurve(rows: readonly CurveRow[], percent: boolean, run?: string): Curve {
  const scale = percent ? 100 : 1
  const rule = percent ? 'percent' : 'share'
  const problems: Problem[] = []
  const usable: Numbered[] = []
  let read = 0
  rows.forEach((given, i) => {
    if (run !== undefined && given.run !== run) return
    const row = i + 1
    read++
    const refused =
      cellProblem(row, 'step', given.step, 'notNegative') ??
      cellProblem(row, 'trainAccuracy', given.trainAccuracy, rule) ??
      cellProblem(row, 'validationAccuracy', given.validationAccuracy, rule)
    if (refused !== null) {
      problems.push(refused)
      return
    }
    const optional = (column: 'trainLoss' | 'validationLoss' | 'weightNorm'): number | null => {
      const value = given[column]
      if (isEmpty(value)) return null
      const problem = cellProblem(row, column, value, 'notNegative')
      if (problem !== null) problems.push(problem)
      return problem === null ? value : null
    }
    usable.push({
      row,
      step: given.step!,
      train: given.trainAccuracy! / scale,
      validation: given.validationAccuracy! / scale,
      trainLoss: optional('trainLoss'),
      validationLoss: optional('validationLoss'),
      weightNorm: optional('weightNorm')
    })
  })
  const looksPercent = problems.filter(({ code }) => code === 'cell-percent')
  const first = looksPercent[0]
  const ordered = inOrder(usable)
  const highest = usable.reduce((most, { train, validation }) => Math.max(most, train, validation), 0) * scale
  const many = looksPercent.length >= SLIPS || looksPercent.length >= read / 10
  return {
    records: ordered.records,
    problems,
    notes: [...ordered.notes, ...(percent && usable.length > 0 && highest <= 1 ? [note('grokking-share-as-percent', { highest }, 'accuracyUnit')] : [])],
    percent: first !== undefined && many ? { row: first.row!, column: first.column!, value: Number(first.values.value) } : null
  }
}

type Numbered = CurveRecord & { row: number }

/** Sorted by step; records of one step become their mean, because which of them is the right one is not known. */
function inOrder(usable: readonly Numbered[]): Pick<Curve, 'records' | 'notes'> {
  const bySteps = new Map<number, Numbered[]>()
  for (const one of usable) {
    const same = bySteps.get(one.step)
    if (same) same.push(one)
    else bySteps.set(one.step, [one])
  }
  const groups = [...bySteps.values()].sort((a, b) => a[0]!.step - b[0]!.step)
  const unordered = usable.filter(({ step }, i) => i > 0 && step < usable[i - 1]!.step)
  const repeated = groups.flatMap((group) => group.slice(1))
  return {
    records: groups.map(meanOf),
    notes: [
      ...(unordered.length > 0 ? [note('grokking-unordered', { count: unordered.length, rows: named(unordered) }, 'curve')] : []),
      ...(repeated.length > 0 ? [note('grokking-repeated', { count: repeated.length, rows: named(repeated) }, 'curve')] : [])
    ]
  }
}

function named(ones: readonly Numbered[]): string {
  const rows = ones.map(({ row }) => row).sort((a, b) => a - b)
  return rows.slice(0, NAMED).join(', ') + (rows.length > NAMED ? ', …' : '')
}

function meanOf(records: readonly Numbered[]): CurveRecord {
  const mean = (values: readonly (number | null)[]): number | null => {
    // Added up in one order, so that the mean does not depend on the order of the rows.
    const known = values.filter((value) => value !== null).sort((a, b) => a - b)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  }
  return {
    step: records[0]!.step,
    train: mean(records.map(({ train }) => train))!,
    validation: mean(records.map(({ validation }) => validation))!,
    trainLoss: mean(records.map(({ trainLoss }) => trainLoss)),
    validationLoss: mean(records.map(({ validationLoss }) => validationLoss)),
    weightNorm: mean(records.map(({ weightNorm }) => weightNorm))
  }
}
