/** Rows of runs: what can be fitted, and for the rest the row and the reason. */
import type { Problem } from '../../../shared/contract/observations'
import { note, type Note } from '../../../shared/notes'
import { problem as problemOf } from '../../../shared/problem'
import { cellProblem, isEmpty } from '../emergence/cells'
import { median } from '../numeric/quantile'
import type { FitPoint } from './sample'

export interface RunRow {
  N?: number | null | undefined
  D?: number | null | undefined
  C?: number | null | undefined
  loss?: number | null | undefined
  line?: number | null | undefined
}

/** Below these nobody trains a language model: the column is in millions or billions. */
const FEWEST = { N: 1e4, D: 1e6 }
/** A column whose median is this many times above the fewest is in plain numbers, so a cell below the fewest is in other units. */
const CLEARLY_ABOVE = 100

export interface Runs {
  points: FitPoint[]
  problems: Problem[]
  warnings: Note[]
}

/** The usable runs in the order given. D is C/(k·N) where only C is given; without `needsD` it may be missing. */
export function runsOf(rows: readonly RunRow[], { k, needsD }: { k: number; needsD: boolean }): Runs {
  const problems: Problem[] = []
  const refuse = ({ line }: RunRow, problem: Problem): void => void problems.push({ ...problem, ...(typeof line === 'number' ? { line } : {}) })
  const whole = rows.flatMap((row, i) => {
    const { N, C, loss } = row
    const D = isEmpty(row.D) && !isEmpty(C) && !isEmpty(N) && N > 0 ? C / (k * N) : row.D
    const cells = [['N', N], ...(needsD || !isEmpty(D) ? ([['D', D]] as const) : []), ...(isEmpty(C) ? [] : ([['C', C]] as const)), ['loss', loss]] as const
    const problem = cells.map(([column, value]) => cellProblem(i + 1, column, value, 'positive')).find((found) => found !== null)
    if (problem) {
      refuse(row, problem)
      return []
    }
    return [{ row: i + 1, N: N!, D: D ?? NaN, C: C ?? k * N! * (D ?? NaN), loss: loss! }]
  })
  const inUnits = whole.filter((point) => {
    const odd = (['N', 'D'] as const).find((column) => point[column] < FEWEST[column] && medianOf(whole, column) > CLEARLY_ABOVE * FEWEST[column])
    if (odd === undefined) return true
    refuse(
      rows[point.row - 1]!,
      problemOf('fit-row-units', { row: point.row, column: odd, value: point[odd], typical: medianOf(whole, odd) }, { row: point.row, column: odd })
    )
    return false
  })
  const first = new Map<string, number>()
  const points = inUnits.filter((point) => {
    const key = `${point.N} ${point.D} ${point.C} ${point.loss}`
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, point.row)
      return true
    }
    refuse(rows[point.row - 1]!, problemOf('fit-row-repeated', { row: point.row, first: before }, { row: point.row }))
    return false
  })
  const small = (['N', 'D'] as const).filter((column) => points.length > 0 && medianOf(points, column) < FEWEST[column])
  const warnings = small.map((column) => note('fit-units-small', { column, typical: medianOf(points, column) }))
  return { points, problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)), warnings }
}

/** NaN, which no comparison holds for, where no run has the column. */
function medianOf(points: readonly FitPoint[], column: 'N' | 'D'): number {
  const known = points.map((point) => point[column]).filter(Number.isFinite)
  return known.length === 0 ? NaN : median(known)
}
