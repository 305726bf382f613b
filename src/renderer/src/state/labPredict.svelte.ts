/** The threshold predictor: known emergences as a table to edit, and the task that is asked for. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import { call } from './host'
import { lab } from './lab.svelte'
import type { KnownRow, PredictKept } from './labHelpersKept'

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
  chosen: PredictKept = $derived(lab.chosen.predict)
  observed = $state.raw<readonly Observed[]>([])
  readonly asked = new Asked('emergence.predictThreshold')
  question: Input<'emergence.predictThreshold'> = $derived({ ...this.chosen, known: [...this.chosen.known] })
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

  ask(change: Partial<PredictKept>): void {
    lab.set({ predict: { ...lab.chosen.predict, ...change } })
  }
  add(row: KnownRow): void {
    this.ask({ known: [...this.chosen.known, row] })
  }
  edit(at: number, change: Partial<KnownRow>): void {
    this.ask({ known: this.chosen.known.map((row, i) => (i === at ? { ...row, ...change } : row)) })
  }
  remove(at: number): void {
    this.ask({ known: this.chosen.known.filter((_row, i) => i !== at) })
  }
}

export const predict = new Predict()
