/**
 * Rows of the evidence library as entries of a target. What a row holds in numbers is its figures: one for each axis that its source gives, none where it gives no scale.
 * The screen uses this too, so it must not need zod.
 */
import type { Entry, Target } from './schema'

export const EVIDENCE_CATEGORIES = ['reasoning', 'code', 'instructions', 'multilingual', 'language', 'knowledge', 'other'] as const
/** Where a row is from: a catalogue of the app, or the planner. */
export const EVIDENCE_ORIGINS = ['capabilities', 'emergences', 'models', 'own'] as const
/** What a row of a catalogue is; `own` for the planner's. */
export const EVIDENCE_KINDS = ['critical scale', 'predicted', 'claim', 'category range', 'first observed', 'planner default', 'published run', 'own'] as const
export const EVIDENCE_GRADES = ['A', 'B', 'C'] as const

/** What an entry takes from a row. */
export interface LibraryFigures {
  readonly id: string
  readonly figures: readonly { readonly axis: Target['axis']; readonly critical: Target['critical'] }[]
  readonly means: Entry['means']
  readonly steepness: number | null
  readonly date: string | null
  readonly fromOwnRuns: boolean
  readonly source: string
}

/** The entry that a target on `axis` gets from a row, ticked; null where the row's source gives no figure on that axis. */
export function entryFrom(row: LibraryFigures, axis: Target['axis']): Entry | null {
  const figure = row.figures.find((each) => each.axis === axis)
  if (figure === undefined) return null
  const { id, means, steepness, date, fromOwnRuns, source } = row
  return { id, ticked: true, axis, critical: figure.critical, means, steepness, date, fromOwnRuns, source }
}
