/**
 * Percentages and fractions. A column of shares (accuracies and the like) with numbers above 1 holds percentages, all of it: 0.8 in it is 0.8 %. This is known only after
 * the last row, so rows keep what was written until then.
 */
import { few, type Gathering } from '../gathering'
import type { Cell } from './cells'

export interface Shares {
  /** @param apply sets the row's number (and what goes with it) again, divided by 100; not given for rows that are not kept */
  note: (cell: Extract<Cell, { type: 'number' }>, line: number, apply?: () => void) => void
  settle: (gathered: Gathering) => void
}

/**
 * Numbers of one column, under one metric.
 * @param known whether the metric is known to be a share; null where nothing is known of it
 */
export function shares(column: string, metric: string, known: boolean | null): Shares {
  let signed = 0
  let bare = 0
  let low = Infinity
  let high = -Infinity
  const bareLines: number[] = []
  const small: number[] = []
  const toDivide: (() => void)[] = []
  return {
    note(cell, line, apply) {
      if (cell.percent) {
        signed++
        return
      }
      bare++
      low = Math.min(low, cell.value)
      high = Math.max(high, cell.value)
      if (bareLines.length < 10) bareLines.push(line)
      if (cell.value > 0 && cell.value <= 1 && small.length < 10) small.push(line)
      if (apply !== undefined) toDivide.push(apply)
    },
    settle(gathered) {
      const values = { column, metric, high }
      const percentages = low >= 0 && high > 1 && high <= 100
      if (percentages && (known === true || signed > 0)) {
        for (const divide of toDivide) divide()
        if (small.length > 0) gathered.warn('import-percent-small', { ...values, lines: few(small) })
        else gathered.warn('import-percent', values)
      } else if (percentages && known === null) gathered.warn('import-percent-maybe', values)
      else if (known === true && bare > 0 && (high > 1 || low < 0)) gathered.warn('import-not-a-share', { ...values, low })
      if (signed > 0 && bare > 0) gathered.warn('import-percent-mixed', { ...values, signed, bare, lines: few(bareLines) })
    }
  }
}
