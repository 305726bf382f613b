/** An outcome over two inputs, row by row as the engine computes them. Asked once the choices and the plan rest; a newer question takes the older one back. */
import type { Output } from '../../../shared/contract'
import type { Note } from '../../../shared/notes'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import type { Plan } from '../../../shared/plan/schema'
import { CallRefused, call } from './host'
import { settled } from './settled'

export interface AxisChoice {
  readonly input: string
  readonly from: number
  readonly to: number
  readonly points: number
}
export interface GridQuestion {
  readonly plan: Plan
  readonly x: AxisChoice
  readonly y: AxisChoice
  readonly quantity: OutcomeId
}
export interface GridShown {
  readonly question: GridQuestion
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** One for each y; null while it is not computed. */
  readonly rows: readonly (readonly (number | null)[] | null)[]
  readonly done: number
  readonly notes: readonly Note[]
  /** Reasons of cells without a value, known when the grid is whole. */
  readonly reasons: ReadonlyMap<string, Note>
}
interface Item {
  y: number
  values: (number | null)[]
  xs: number[]
  ys: number[]
  done: number
}

const RESTED = 300
export const cellKey = (x: number, y: number): string => `${x} ${y}`

class GridState {
  current = $state.raw<GridShown | null>(null)
  busy = $state(false)
  problem = $state<string | null>(null)
  cancelled = $state(false)

  #question = settled<GridQuestion, Output<'planner.grid'>>({
    send: (question, signal) => {
      const { plan, x, y, quantity } = question
      // Rows of the new grid take the place of the old one's from the first on.
      let started = false
      return call(
        'planner.grid',
        { plan, x: { ...x }, y: { ...y }, quantity },
        {
          signal,
          onItem: (item) => {
            if (signal.aborted) return
            const { y: at, values, xs, ys, done } = item as Item
            const rows = started && this.current !== null ? [...this.current.rows] : ys.map(() => null)
            started = true
            rows[at] = values
            this.current = { question, xs, ys, rows, done, notes: [], reasons: new Map() }
          }
        }
      )
    },
    answered: (grid, question) => {
      const reasons = new Map(grid.undefined.map(({ x, y, reason }) => [cellKey(x, y), reason]))
      this.current = { question, xs: grid.x, ys: grid.y, rows: grid.values, done: grid.y.length, notes: grid.warnings, reasons }
      this.#ended(null)
    },
    failed: (reason) => {
      if (!(reason instanceof CallRefused && reason.code === 'cancelled')) this.#ended(reason instanceof Error ? reason.message : String(reason))
    },
    rest: (run) => {
      const timer = setTimeout(run, RESTED)
      return () => clearTimeout(timer)
    }
  })

  /** Asks, unless that is what is there already. */
  ask(question: GridQuestion): void {
    if (this.current?.question === question && this.current.done === this.current.ys.length) return
    this.busy = true
    this.cancelled = false
    this.problem = null
    this.#question.ask(question)
  }

  drop(): void {
    this.#question.drop()
    this.#ended(null)
  }

  /** Stops it; what is computed stays. */
  cancel(): void {
    this.drop()
    this.cancelled = true
  }

  #ended(problem: string | null): void {
    this.busy = false
    this.problem = problem
  }
}

export const grid = new GridState()
