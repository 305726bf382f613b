/**
 * The planner's own evidence: one file in the data folder, written durably, of the format that a team shares. What was removed stays in it, so that it can be brought back;
 * so does an entry that this version cannot read, untouched.
 */
import { join } from 'node:path'
import * as z from 'zod'
import { MOST_EVIDENCE, type OwnEvidence } from '../../shared/contract/evidence'
import { note, type Note } from '../../shared/notes'
import { EVIDENCE_FORMAT, EVIDENCE_VERSION, readEntry } from '../evidence/sharedFile'
import { durableWriter, type DurableParts } from './durableFile'
import { JsonStore } from './jsonStore'
import { createQueue } from './queue'
import { StorageRefusal } from './storageRefusal'

export interface EvidenceParts extends DurableParts {
  /** Data folder of the app. */
  folder: string
  clock: () => Date
}

export interface Kept {
  entries: readonly OwnEvidence[]
  notes: Note[]
}

/** Every method runs after those called before it have ended. */
export interface OwnLibrary {
  list: () => Promise<Kept>
  /**
   * Adds what is made of the entries that are there, replacing those whose id is; nothing comes between. Rejects when the file cannot be read, so that nothing of it is
   * lost, and when it would hold too many.
   */
  change: <T>(make: (entries: readonly OwnEvidence[]) => { put: readonly OwnEvidence[]; answer: T }) => Promise<{ answer: T; notes: Note[] }>
  remove: (id: string) => Promise<{ removed: boolean; notes: Note[] }>
  restore: (id: string) => Promise<{ entry: OwnEvidence; notes: Note[] }>
  freshId: () => string
  settled: () => Promise<void>
}

const schema = z.looseObject({
  format: z.literal(EVIDENCE_FORMAT),
  version: z.literal(EVIDENCE_VERSION),
  entries: z.array(z.unknown()),
  removed: z.array(z.unknown()).default([])
})
type File = z.infer<typeof schema>

export const evidencePath = (folder: string): string => join(folder, 'evidence.json')

export function createOwnLibrary(parts: EvidenceParts): OwnLibrary {
  const { folder, fs, platform, clock, random } = parts
  const path = evidencePath(folder)
  const queue = createQueue()
  const said = new Set<string>()
  let news: Note[] = []
  /** Why the file could not be read just now. */
  let unread: string | null = null
  const store = new JsonStore<File>({
    path,
    schema,
    defaults: { format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, entries: [], removed: [] },
    reset: 'evidence-reset',
    fs,
    platform,
    clock,
    writeDurable: durableWriter(parts),
    indent: 2,
    report: (about) => {
      const reason = String(about.values['reason'] ?? about.code)
      if (about.code === 'file-unreadable') unread = reason
      tell(about.code === 'evidence-reset' ? about : note(about.code === 'file-unreadable' ? 'evidence-unreadable' : 'evidence-not-kept', { path, reason }))
    }
  })

  function tell(about: Note): void {
    if (said.has(about.message)) return
    said.add(about.message)
    news.push(about)
  }

  async function read(): Promise<{ file: File; entries: OwnEvidence[] }> {
    unread = null
    const file = await store.get()
    // A damaged file is put aside at once, so that the next start says nothing any more.
    if (news.some(({ code }) => code === 'evidence-reset')) await store.set({})
    // Of two entries with one id the first counts, as where an id is looked up.
    const entries = [
      ...new Map(
        file.entries
          .flatMap((given) => entryOf(given) ?? [])
          .reverse()
          .map((entry) => [entry.id, entry])
      ).values()
    ].reverse()
    const unreadable = file.entries.length - entries.length
    if (unreadable > 0) tell(note('evidence-entries-unreadable', { count: unreadable, path }))
    return { file, entries }
  }

  /** Before a change: a file that is there but could not be read must not be replaced. */
  async function readToChange(): ReturnType<typeof read> {
    const found = await read()
    if (unread !== null) throw new StorageRefusal('evidence-unreadable', { path, reason: unread }, path)
    return found
  }

  async function write({ file, entries }: Awaited<ReturnType<typeof read>>, put: readonly OwnEvidence[]): Promise<void> {
    if (put.length === 0) return
    const known = new Set(entries.map(({ id }) => id))
    const added = put.filter(({ id }) => !known.has(id))
    if (file.entries.length + added.length > MOST_EVIDENCE) throw new StorageRefusal('evidence-full', { most: MOST_EVIDENCE })
    const replaced = new Map(put.map((entry) => [entry.id, entry]))
    const changed = file.entries.map((given) => replaced.get(entryOf(given)?.id ?? '') ?? given)
    await store.set({ entries: [...changed, ...added] })
  }

  const told = (): Note[] => {
    const notes = news
    news = []
    return notes
  }

  /** Moves entries with an id from one list of the file to the other. */
  async function move(id: string, from: 'entries' | 'removed', to: 'entries' | 'removed'): Promise<OwnEvidence | null> {
    const { file } = await readToChange()
    const moving = file[from].filter((given) => entryOf(given)?.id === id)
    const entry = entryOf(moving.at(-1))
    if (entry === null) return null
    const others = file[to].filter((given) => entryOf(given)?.id !== id)
    await store.set({ [from]: file[from].filter((given) => !moving.includes(given)), [to]: [...others, moving.at(-1)] })
    return entry
  }

  async function change<T>(make: (entries: readonly OwnEvidence[]) => { put: readonly OwnEvidence[]; answer: T }): Promise<{ answer: T; notes: Note[] }> {
    const found = await readToChange()
    const { put, answer } = make(found.entries)
    await write(found, put)
    return { answer, notes: told() }
  }

  async function restore(id: string): Promise<{ entry: OwnEvidence; notes: Note[] }> {
    const entry = await move(id, 'removed', 'entries')
    if (entry === null) throw new StorageRefusal('evidence-missing', { id }, 'id')
    return { entry, notes: told() }
  }

  return {
    list: () => queue.run(async () => ({ entries: (await read()).entries, notes: told() })),
    change: (make) => queue.run(() => change(make)),
    remove: (id) => queue.run(async () => ({ removed: (await move(id, 'entries', 'removed')) !== null, notes: told() })),
    restore: (id) => queue.run(() => restore(id)),
    freshId: () => `own-${random(6)}`,
    settled: queue.settled
  }
}

function entryOf(given: unknown): OwnEvidence | null {
  const read = readEntry(given, 1)
  return 'entry' in read ? read.entry : null
}
