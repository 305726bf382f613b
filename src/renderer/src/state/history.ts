/**
 * The steps of a session: an immutable list of plans, walked back and forth. A gesture (a drag, a held key) replaces its own last step, so that it is
 * undone as one.
 */
import type { Messages } from '../../../shared/text/messages'

/** What a step is called, in the language of the moment it is shown. */
export type StepName = (text: Messages) => string

export interface Step<T> {
  readonly state: T
  /** What led to this state; null for the state the history began with. */
  readonly name: StepName | null
  /** Steps of one gesture carry the same token. */
  readonly gesture: symbol | null
}

export interface History<T> {
  readonly past: readonly Step<T>[]
  readonly present: Step<T>
  readonly future: readonly Step<T>[]
}

/** A history that begins here: nothing to undo. */
export const begin = <T>(state: T): History<T> => ({ past: [], present: { state, name: null, gesture: null }, future: [] })

/** Whether a gesture is the one that made the present step. */
const continuesIn = <T>(history: History<T>, gesture: symbol | null): boolean => gesture !== null && gesture === history.present.gesture

/** The state that a move of a gesture starts from: the one before its first move. */
export const before = <T>(history: History<T>, gesture: symbol | null): T =>
  (continuesIn(history, gesture) ? history.past.at(-1) : undefined)?.state ?? history.present.state

/**
 * One more step. An edit that changes nothing is no step; one that continues the present gesture replaces it, and takes it away when it leads back to where
 * the gesture began. What was undone is forgotten.
 */
export function step<T>(history: History<T>, state: T, name: StepName, gesture: symbol | null = null): History<T> {
  if (state === history.present.state) return history
  const continues = continuesIn(history, gesture)
  const start = history.past.at(-1)
  if (continues && start?.state === state) return { past: history.past.slice(0, -1), present: start, future: [] }
  return { past: continues ? history.past : [...history.past, history.present], present: { state, name, gesture }, future: [] }
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1)
  if (!previous) return history
  return { past: history.past.slice(0, -1), present: { ...previous, gesture: null }, future: [history.present, ...history.future] }
}

/** One step forward; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...rest] = history.future
  if (!next) return history
  return { past: [...history.past, history.present], present: { ...next, gesture: null }, future: rest }
}

/** The name of the step that `undo` would take back, and of the one that `redo` would bring. */
export const undoName = <T>(history: History<T>): StepName | null => (history.past.length ? history.present.name : null)
export const redoName = <T>(history: History<T>): StepName | null => history.future[0]?.name ?? null

/** Every step in the order in which it was made, with what was undone, and the place of the present one. */
export const stepsOf = <T>({ past, present, future }: History<T>): { steps: readonly Step<T>[]; at: number } => ({
  steps: [...past, present, ...future],
  at: past.length
})
