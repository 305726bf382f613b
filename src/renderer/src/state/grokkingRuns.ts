/** The training runs that the rows of a curve belong to. */
import type { Input } from '../../../shared/contract'
import type { CurveRow, ImportedRow } from '../../../shared/contract/import'

export interface Run {
  readonly name: string | null
  readonly rows: readonly CurveRow[]
  /** The rows as they are asked about. */
  readonly curve: Input<'grokking.analyze'>['curve']
}

export const isCurveRow = (row: ImportedRow): row is CurveRow => 'trainAccuracy' in row

/** In the order of the file. */
export function runsOf(rows: readonly CurveRow[]): Run[] {
  const runs = new Map<string | null, CurveRow[]>()
  for (const row of rows) {
    const own = runs.get(row.run)
    if (own === undefined) runs.set(row.run, [row])
    else own.push(row)
  }
  return [...runs].map(([name, own]) => ({ name, rows: own, curve: own.map(({ run: _run, line: _line, ...record }) => record) }))
}
