/** The evidence library: shipped rows and the planner's own, saved, shared as a file and read from one. */
import type { Output, ParsedInput } from '../../shared/contract'
import { EVIDENCE_EXTENSION, type EvidenceRow, type OwnEvidence } from '../../shared/contract/evidence'
import type { OwnLibrary } from '../documents/evidence'
import { StorageRefusal } from '../documents/storageRefusal'
import { disagreementsOf } from './disagreements'
import { asEntries, contentOf, ownRow } from './rows'
import { readShared, writeShared } from './sharedFile'

export interface EvidenceServices {
  shipped: readonly EvidenceRow[]
  own: OwnLibrary
  /** Today, as in 2026-11-22. */
  today: () => string
}

/** Content of every row, by which row: the planner's own after the shipped, as those can be changed. */
function contents(shipped: readonly EvidenceRow[], own: readonly OwnEvidence[]): Map<string, string> {
  const entries = [...[...own].reverse(), ...shipped.flatMap((row) => asEntries(row).map((entry) => ({ ...entry, id: row.id })))]
  return new Map(entries.map((entry) => [contentOf(entry), entry.id]))
}

export async function listEvidence({ shipped, own }: EvidenceServices): Promise<Output<'evidence.list'>> {
  const { entries, notes } = await own.list()
  const rows = [...entries.map(ownRow), ...shipped]
  const disagreements = disagreementsOf(rows)
  const withFigures = rows.filter(({ figures }) => figures.length > 0)
  const counts = {
    figures: withFigures.length,
    capabilities: new Set(withFigures.flatMap(({ capability }) => capability ?? [])).size,
    apart: new Set(disagreements.filter(({ apart }) => apart).map(({ capability }) => capability)).size,
    own: entries.length
  }
  return { rows, counts, disagreements, notes }
}

export async function saveEvidence({ shipped, own }: EvidenceServices, given: ParsedInput<'evidence.save'>['entry']): Promise<Output<'evidence.save'>> {
  const { answer, notes } = await own.change((entries) => {
    const there = entries.find(({ id }) => id === given.id)
    const entry: OwnEvidence = { ...given, id: there?.id ?? freeId(given.id, [...shipped, ...entries], own) }
    const same = entries.find((other) => contentOf(other) === contentOf(entry))
    return same === undefined || same.id === there?.id ? { put: [entry], answer: { entry, known: false } } : { put: [], answer: { entry: same, known: true } }
  })
  return { row: ownRow(answer.entry), known: answer.known, notes }
}

export async function importEvidence({ shipped, own }: EvidenceServices, content: string): Promise<Output<'evidence.import'>> {
  const { rows, problems } = readShared(content)
  const { answer, notes } = await own.change((entries) => {
    const there = contents(shipped, entries)
    const put: OwnEvidence[] = []
    const known: Output<'evidence.import'>['known'] = []
    for (const { row, entry } of rows) {
      const same = there.get(contentOf(entry))
      if (same !== undefined) known.push({ row, id: same })
      else {
        const added = { ...entry, id: freeId(entry.id, [...shipped, ...entries, ...put], own) }
        there.set(contentOf(added), added.id)
        put.push(added)
      }
    }
    return { put, answer: { added: put.map(ownRow), known } }
  })
  return { ...answer, problems, notes }
}

/** The wished id while no row has it, else a new one. */
const freeId = (wish: string | undefined, rows: readonly { id: string }[], own: OwnLibrary): string =>
  wish === undefined || rows.some(({ id }) => id === wish) ? own.freshId() : wish

export async function exportEvidence({ shipped, own, today }: EvidenceServices, ids: readonly string[] | undefined): Promise<Output<'evidence.export'>> {
  const { entries } = await own.list()
  const rows = [...entries.map(ownRow), ...shipped]
  const wanted = ids ?? entries.map(({ id }) => id)
  const content = wanted.flatMap((id) => {
    const row = rows.find((each) => each.id === id)
    if (row === undefined) throw new StorageRefusal('evidence-missing', { id }, 'ids')
    // An own entry as it is kept, with fields that this version does not know.
    return entries.find((entry) => entry.id === id) ?? asEntries(row)
  })
  return {
    fileName: `evidence-${today()}${EVIDENCE_EXTENSION}`,
    mediaType: 'application/json',
    base64: Buffer.from(writeShared(content)).toString('base64')
  }
}
