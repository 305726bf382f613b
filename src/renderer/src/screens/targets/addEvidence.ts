/** The menu that adds evidence to a target: rows of the library about its capability, any other row, or a figure that is typed. */
import type { EvidenceRow } from '../../../../shared/contract/evidence'
import { entryFrom } from '../../../../shared/plan/evidenceLibrary'
import type { Entry, Target } from '../../../../shared/plan/schema'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Group } from '../../parts/menu'
import { route } from '../../state/route.svelte'
import { targets } from '../../state/targets.svelte'
import { figureText } from './words'

/** Rows of the library about a target's capability that it does not have yet, as the entries that they would be. */
export function candidatesOf(rows: readonly EvidenceRow[], target: Target): { row: EvidenceRow; entry: Entry }[] {
  const there = new Set(target.entries.map(({ id }) => id))
  return rows.flatMap((row) => {
    const entry = row.capability !== null && row.capability === target.capability && !there.has(row.id) ? entryFrom(row, target.axis) : null
    return entry === null ? [] : [{ row, entry }]
  })
}

/** What a candidate is called where the capability is known. */
export const candidateName = (row: EvidenceRow, text: Messages): string =>
  row.origin === 'capabilities' ? text.screen.targets.library.kind[row.kind] : row.name || row.source

export function evidenceGroups(rows: readonly EvidenceRow[], target: Target, add: (entry: Entry) => void, text: Messages, language: Language): Group[] {
  const words = text.screen.targets.entries
  const same = candidatesOf(rows, target).map(({ row, entry }) => ({
    label: candidateName(row, text),
    detail: `${figureText(entry.critical, entry.axis, language)} · ${row.date ?? '–'}`,
    run: () => add(entry)
  }))
  const typed: Entry = {
    id: null,
    ticked: true,
    axis: target.axis,
    critical: target.critical,
    means: 'unknown',
    steepness: null,
    date: null,
    fromOwnRuns: false,
    source: ''
  }
  return [
    ...(same.length === 0 ? [] : [{ title: words.addSame, items: same }]),
    {
      title: words.addOther,
      items: [
        { label: words.browse, run: () => targets.show('library') },
        { label: words.type, run: () => add(typed) },
        { label: words.fit, run: () => route.go('lab') }
      ]
    }
  ]
}
