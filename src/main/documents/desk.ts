/** What each screen keeps that belongs to no plan: one small file a screen in `desk`, disposable, written durably. */
import { join } from 'node:path'
import * as z from 'zod'
import { DESKS, type DeskName } from '../../shared/contract/desk'
import { note, type Note } from '../../shared/notes'
import { durableWriter, sweepTemporaries, type DurableParts } from './durableFile'
import { JsonStore } from './jsonStore'
import { createQueue } from './queue'

export interface DeskParts extends DurableParts {
  /** Data folder of the app. */
  folder: string
  clock: () => Date
}

/** Every method runs after those called before it have ended. */
export interface Desk {
  get: (name: DeskName) => Promise<{ state: unknown; notes: Note[] }>
  set: (name: DeskName, state: unknown) => Promise<{ notes: Note[] }>
  /** Removes what a killed process left behind. */
  sweep: () => Promise<void>
  settled: () => Promise<void>
}

const VERSION = 1
const schema = z.looseObject({ format: z.literal('scalepath-desk'), version: z.literal(VERSION), state: z.unknown() })
type Kept = z.infer<typeof schema>

export const deskFolder = (folder: string): string => join(folder, 'desk')

export function createDesk(parts: DeskParts): Desk {
  const folder = deskFolder(parts.folder)
  const queue = createQueue()
  const writeDurable = durableWriter(parts)
  const stores = new Map(DESKS.map((name) => [name, storeOf(name)]))

  function storeOf(name: DeskName): { store: JsonStore<Kept>; news: Note[] } {
    const news: Note[] = []
    const said = new Set<string>()
    const report = (about: Note): void => {
      if (said.has(about.message)) return
      said.add(about.message)
      const code = about.code === 'file-unreadable' ? 'desk-unreadable' : 'desk-not-kept'
      news.push(about.code === 'desk-reset' ? about : note(code, { reason: about.values['reason'] ?? about.code }))
    }
    const { fs, platform, clock } = parts
    const path = join(folder, `${name}.json`)
    const defaults: Kept = { format: 'scalepath-desk', version: VERSION, state: null }
    return { store: new JsonStore<Kept>({ path, schema, defaults, reset: 'desk-reset', fs, platform, clock, writeDurable, report }), news }
  }

  async function get(name: DeskName): Promise<{ state: unknown; notes: Note[] }> {
    const { store, news } = stores.get(name)!
    const { state } = await store.get()
    // A damaged file is put aside at once, so that the next start says nothing any more.
    if (news.some(({ code }) => code === 'desk-reset')) await store.set({})
    return { state, notes: news.splice(0) }
  }

  async function set(name: DeskName, state: unknown): Promise<{ notes: Note[] }> {
    const { store, news } = stores.get(name)!
    await store.set({ state })
    return { notes: news.splice(0) }
  }

  return {
    get: (name) => queue.run(() => get(name)),
    set: (name, state) => queue.run(() => set(name, state)),
    sweep: () => queue.run(() => sweepTemporaries(parts.fs, folder, parts.clock())),
    settled: queue.settled
  }
}
