/**
 * What one screen shows that belongs to no plan (chosen file, columns, options): kept by the host across restarts, untouched by undo. Changes take effect
 * at once and are written a moment later, the newest winning; what waits when the window goes is written then.
 */
import type { DeskName } from '../../../shared/contract/desk'
import type { Note } from '../../../shared/notes'
import { sentenceOf } from './editing'
import { call } from './host'
import { reader } from './language.svelte'
import { newest } from './newest'
import { notices } from './notices.svelte'

const WRITTEN_AFTER_MS = 400

const all: { flush(): void }[] = []

/** Writes at once what waits on any desk: the window may be going. */
export function flushDesks(): void {
  for (const desk of all) desk.flush()
}

export class Desk<T extends object> {
  /** What the screen shows: the defaults until it is loaded. */
  value = $state.raw<T>()!
  loaded = $state(false)
  readonly #name: DeskName
  readonly #read: (kept: unknown) => T
  /** Changes made before what was kept is known: they win over it. */
  #early: Partial<T> = {}
  #loading: Promise<void> | null = null
  /** What is not known to be on the disk. */
  #unwritten: T | null = null

  #writes = newest<T, { notes: Note[] }>({
    send: (state) => call('desk.set', { name: this.#name, state }),
    answered: ({ notes }, state) => {
      if (this.#unwritten === state) this.#unwritten = null
      say(notes)
    },
    // A host that cannot be reached says so where the plan is saved; the next change is written again.
    failed: () => undefined,
    frame: (run) => setTimeout(run, WRITTEN_AFTER_MS)
  })

  /** @param read makes the state of whatever was kept, perhaps by another version: a wrong or missing field falls back to its default */
  constructor(name: DeskName, read: (kept: unknown) => T) {
    this.#name = name
    this.#read = read
    this.value = read(null)
    all.push(this)
  }

  /** Reads what was kept, once; resolves when `value` shows it. Without a host to ask, the defaults stay. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  set(change: Partial<T>): void {
    this.value = { ...this.value, ...change }
    if (this.loaded) this.#write()
    else this.#early = { ...this.#early, ...change }
  }

  flush(): void {
    if (this.#unwritten !== null) call('desk.set', { name: this.#name, state: this.#unwritten }, { keepalive: true }).catch(() => undefined)
  }

  async #load(): Promise<void> {
    try {
      const { state, notes } = await call('desk.get', { name: this.#name })
      this.value = { ...this.#read(state), ...this.#early }
      say(notes)
    } catch {
      // The screen works as at its first start.
    }
    this.loaded = true
    if (Object.keys(this.#early).length > 0) this.#write()
  }

  #write(): void {
    this.#unwritten = this.value
    this.#writes.ask(this.value)
  }
}

function say(notes: readonly Note[]): void {
  for (const { code, values } of notes) notices.show(sentenceOf(code, values, reader.text, reader.language))
}
