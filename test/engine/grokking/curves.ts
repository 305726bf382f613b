/** Small made-up training curves. */
import type { CurveRow } from '../../../src/main/engine/grokking/curve'

/** Rows at 100, 200, … from pairs of training and validation accuracy, each repeated so many times. */
export function curveOf(...stretches: [records: number, train: number, validation: number][]): CurveRow[] {
  return stretches
    .flatMap(([records, train, validation]) => Array.from({ length: records }, () => ({ trainAccuracy: train, validationAccuracy: validation })))
    .map((row, i) => ({ step: 100 * (i + 1), ...row }))
}

/** Validation from one value to another in equal steps of the record, while training accuracy is 1. */
export const ramp = (records: number, from: number, to: number): [number, number, number][] =>
  Array.from({ length: records }, (_, i) => [1, 1, from + ((to - from) * (i + 1)) / records])

/** The same rows with a validation loss or weight norm, by index. */
export const withColumn = (rows: CurveRow[], column: 'validationLoss' | 'weightNorm', value: (i: number) => number | null): CurveRow[] =>
  rows.map((row, i) => ({ ...row, [column]: value(i) }))
