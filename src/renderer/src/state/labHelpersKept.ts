/** What the threshold predictor and the chance helper of the lab keep between two starts, read back by hand: a wrong value falls back to its default. */
import { fieldOf } from './intakeKept'

/** A task that was seen to emerge, as a row to edit. */
export interface KnownRow {
  readonly task: string
  readonly property: number | null
  readonly threshold: number | null
  readonly reached: boolean
}
export interface PredictKept {
  readonly known: readonly KnownRow[]
  /** What is asked for. */
  readonly task: string
  readonly property: number
}
export interface GuessKept {
  readonly answers: number
  readonly items: number
  readonly score: number
}

/** The rows that the procedure shows as its example: made up to try it with. */
const KNOWN: readonly KnownRow[] = [
  { task: 'arithmetic', property: 2, threshold: 6e9, reached: true },
  { task: 'arithmetic', property: 3, threshold: 13e9, reached: true },
  { task: 'deduction', property: 4, threshold: 60e9, reached: true },
  { task: 'deduction', property: 6, threshold: 70e9, reached: false }
]
const LONGEST_NAME = 300

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME
/** A number from `from` on that the procedure takes, or null. */
const atLeast = (from: number, value: unknown): number | null => (isNumber(value) && value >= from ? value : null)
const whole = (most: number, value: unknown, otherwise: number): number =>
  isNumber(value) && Number.isInteger(value) && value >= 1 && value <= most ? value : otherwise

function rowOf(kept: unknown): KnownRow[] {
  const [task, threshold] = [fieldOf(kept, 'task'), atLeast(0, fieldOf(kept, 'threshold'))]
  if (!isName(task)) return []
  return [{ task, property: atLeast(0, fieldOf(kept, 'property')), threshold: threshold === 0 ? null : threshold, reached: fieldOf(kept, 'reached') !== false }]
}

export function readPredict(kept: unknown): PredictKept {
  const [known, task, property] = [fieldOf(kept, 'known'), fieldOf(kept, 'task'), atLeast(0, fieldOf(kept, 'property'))]
  return {
    known: Array.isArray(known) ? known.flatMap(rowOf) : KNOWN,
    task: isName(task) ? task : 'deduction',
    property: property ?? 5
  }
}

export function readGuess(kept: unknown): GuessKept {
  const score = fieldOf(kept, 'score')
  return {
    answers: whole(1e9, fieldOf(kept, 'answers'), 4),
    items: whole(1e8, fieldOf(kept, 'items'), 100),
    score: isNumber(score) && score >= 0 && score <= 1 ? score : 0.31
  }
}
