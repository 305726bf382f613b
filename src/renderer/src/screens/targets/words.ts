/** How rows of evidence are called and written. */
import type { EvidenceRow } from '../../../../shared/contract/evidence'
import { kindOfAxis } from '../../../../shared/plan/targetInputs'
import type { Entry, Target } from '../../../../shared/plan/schema'
import { formatBelief, plain } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { capabilityName } from '../../../../shared/text/names'

/** As its source calls it, else the capability in the reader's language. */
export const rowName = ({ name, capability, id }: Pick<EvidenceRow, 'name' | 'capability' | 'id'>, text: Messages): string =>
  name !== '' ? name : capabilityName(capability ?? id, text).long

export const figureText = (critical: Target['critical'], axis: Target['axis'], language: Language): string =>
  plain(formatBelief(critical, kindOfAxis(axis), language))

/** Where an entry is from: what it is in the library, if it is from there, and its source. Null when neither is known. */
export function sourceOf({ id, source }: Entry, rows: readonly EvidenceRow[], text: Messages): string | null {
  const row = rows.find((each) => each.id === id)
  const words = [...(row === undefined || row.origin === 'own' ? [] : [text.screen.targets.library.kind[row.kind]]), source || (row?.source ?? '')]
  return words.filter(Boolean).join(' · ') || null
}

/** What the figure of an entry is, in a few words. */
export const meaningText = (means: Entry['means'], text: Messages): string => text.screen.table[means === 'first-observed' ? 'firstObserved' : means]

export const MEANINGS = ['scale', 'p50', 'first-observed', 'unknown'] as const
export const AXES = ['N', 'C', 'effective'] as const
