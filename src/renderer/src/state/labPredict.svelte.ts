/** The threshold predictor: known emergences as a table to edit, and the task that is asked for. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import { call } from './host'

export interface KnownRow {
  readonly task: string
  readonly property: number | null
  readonly threshold: number | null
  readonly reached: boolean
}

/** The rows that the procedure shows as its example: made up to try it with. */
const START: readonly KnownRow[] = [
  { task: 'arithmetic', property: 2, threshold: 6e9, reached: true },
  { task: 'arithmetic', property: 3, threshold: 13e9, reached: true },
  { task: 'deduction', property: 4, threshold: 60e9, reached: true },
  { task: 'deduction', property: 6, threshold: 70e9, reached: false }
]

/** A row of the library of observed emergences. */
export interface Observed {
  readonly id: string
  readonly ability: string
  readonly N: number
  readonly source: string
}
const isObserved = (row: Readonly<Record<string, unknown>>): boolean =>
  typeof row.ability === 'string' && typeof row.N === 'number' && typeof row.id === 'string'

class Predict {
  known = $state.raw<readonly KnownRow[]>(START)
  task = $state('deduction')
  property = $state(5)
  observed = $state.raw<readonly Observed[]>([])
  readonly asked = new Asked('emergence.predictThreshold')
  question: Input<'emergence.predictThreshold'> = $derived({ known: [...this.known], task: this.task, property: this.property })
  #loading: Promise<void> | null = null

  load(): void {
    this.#loading ??= call('catalogues.list', { name: 'emergences' }).then(
      (rows) =>
        void (this.observed = rows
          .filter(isObserved)
          .map((row) => ({ id: String(row.id), ability: String(row.ability), N: Number(row.N), source: String(row.source ?? '') }))),
      () => void (this.#loading = null)
    )
  }

  add(row: KnownRow): void {
    this.known = [...this.known, row]
  }
  edit(at: number, change: Partial<KnownRow>): void {
    this.known = this.known.map((row, i) => (i === at ? { ...row, ...change } : row))
  }
  remove(at: number): void {
    this.known = this.known.filter((_row, i) => i !== at)
  }
}

export const predict = new Predict()
