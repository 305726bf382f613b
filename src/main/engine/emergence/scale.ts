/** The scale of an analysis: parameters N, training FLOP C (6·N·D where it is not given), or the loss of the run. */
import type { Observation } from '../../../shared/contract/observations'
import { fitLine } from '../numeric/line'

export type Scale = 'N' | 'C' | 'loss'

const positive = (value: number | null | undefined): number | null => (typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null)

/** N, C and loss of a row, null where missing, zero or negative. C = 6·N·D where C is empty. */
export function scalesOf(row: Pick<Observation, 'N' | 'D' | 'C' | 'loss'>): Record<Scale, number | null> {
  const N = positive(row.N)
  const D = positive(row.D)
  const C = row.C === null || row.C === undefined ? (N !== null && D !== null ? positive(6 * N * D) : null) : positive(row.C)
  return { N, C, loss: positive(row.loss) }
}

/** C where at least half as many rows have it as have N, because scores follow compute more closely than size (see docs/model.md); else N, also where no row has any; the loss only where there is nothing else. */
export function defaultScale(rows: readonly Record<Scale, number | null>[]): Scale {
  const count = (scale: Scale): number => rows.filter((row) => row[scale] !== null).length
  if (count('C') > 0 && count('C') >= count('N') / 2) return 'C'
  return count('N') === 0 && count('loss') > 0 ? 'loss' : 'N'
}

/**
 * z, in which every curve is fitted: ln x for N and C; for the loss −ln(x)·`perLog`, which rises as things get better.
 * `perLog` says how much ln C (or ln N) one unit of −ln loss is worth in these rows, so that "a decade" means the same on every scale.
 */
export interface Axis {
  scale: Scale
  perLog: number
}

export const zOf = ({ scale, perLog }: Axis, x: number): number => (scale === 'loss' ? -Math.log(x) * perLog : Math.log(x))
export const xOf = ({ scale, perLog }: Axis, z: number): number => (scale === 'loss' ? Math.exp(-z / perLog) : Math.exp(z))

/** The axis of rows on a scale; on the loss the slope of −ln loss on ln C, or on ln N. Null where the loss has neither beside it or does not fall with it: then no decades are known. */
export function axisOf(scale: Scale, rows: readonly Record<Scale, number | null>[]): Axis | null {
  if (scale !== 'loss') return { scale, perLog: 1 }
  for (const size of ['C', 'N'] as const) {
    const known = rows.filter((row) => row.loss !== null && row[size] !== null)
    const line = fitLine(
      known.map((row) => Math.log(row[size]!)),
      known.map((row) => -Math.log(row.loss!))
    )
    if (line !== null && line.n > 2 && line.slope > 0) return { scale, perLog: 1 / line.slope }
  }
  return null
}
