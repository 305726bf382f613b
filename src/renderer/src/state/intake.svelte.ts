/**
 * The file that a screen works with: handed over to the host in slices, read there, and read again whenever the settings change. Rows typed or pasted are a
 * small text that goes the same way, so that whatever is analysed was read by `import.read`.
 */
import type { Output } from '../../../shared/contract'
import type { Progress } from '../../../shared/contract/procedure'
import { fileSlices } from './fileSlices'
import type { ExampleTable } from './exampleTables.svelte'
import { CallRefused, call } from './host'
import { NOTHING_KEPT, type IntakeKept, type ReadSettings, type Source } from './intakeKept'
import { isCancelled, problemOf, type Problem } from './refusals'
import { settled } from './settled'
import { tableOf, tableOfRows, textOf, type TextTable } from './textTable'

export type FileRead = Output<'import.read'>

/** Longest text that is kept with the screen, and edited as a table, in characters; a longer one is handed over like a file. */
export const LONGEST_TEXT = 40_000
/** Most rows of a file that can be made a table to edit. */
const MOST_EDITED = 500
const RESTED_MS = 150

interface Question extends IntakeKept {
  readonly source: Source
}

export class Intake {
  source = $state.raw<Source | null>(null)
  settings = $state.raw<ReadSettings>({})
  /** What was made of the file: with `busy`, what was made of it under the settings before. */
  reading = $state.raw<FileRead | null>(null)
  busy = $state(false)
  /** `taking` (bytes handed over) or `reading` (bytes read). */
  progress = $state.raw<Progress | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** True after `cancel` until something is asked again. */
  cancelled = $state(false)
  /** The rows as typed or pasted, to be edited; null where the source is a file, or no table. */
  table: TextTable | null = $derived.by(() => {
    const { source, reading } = this
    if (source?.kind !== 'text' || (reading !== null && reading.table === null)) return null
    return reading?.table ? tableOf(source.text, reading.table.delimiter, reading.table.header) : null
  })
  readonly #always: ReadSettings
  readonly #keep: (kept: IntakeKept) => void
  #taking = new AbortController()

  #question = settled<Question, FileRead>({
    send: ({ source, settings }, signal) =>
      call(
        'import.read',
        { ...settings, ...this.#always, ...(source.kind === 'file' ? { file: source.file } : { text: source.text }), fileName: source.name },
        { signal, onItem: (item) => void (signal.aborted || (this.progress = item as Progress)) }
      ),
    answered: (reading) => {
      this.reading = reading
      this.#ended(null)
    },
    failed: (reason) => {
      this.reading = null
      this.#ended(isCancelled(reason) ? null : problemOf(reason))
    },
    rest: (run) => {
      const timer = setTimeout(run, this.#rest)
      return () => clearTimeout(timer)
    }
  })
  /** A file is read at once; settings and cells may still be changing. */
  #rest = 0

  /**
   * @param always settings that the screen needs whatever the person chooses, such as `{as: 'curve'}`
   * @param keep told of every change, for the screen's desk
   */
  constructor({ always = {}, keep = () => undefined }: { always?: ReadSettings; keep?: (kept: IntakeKept) => void } = {}) {
    this.#always = always
    this.#keep = keep
  }

  /** Shows again what the screen kept. */
  resume({ source, settings }: IntakeKept): void {
    if (source !== null) this.#show(source, settings)
  }

  /** Hands a file over and reads it. Until it has arrived, what was there stays. */
  async take(file: File): Promise<void> {
    this.#stop()
    const { signal } = (this.#taking = new AbortController())
    this.#begin({ stage: 'taking', done: 0, total: file.size })
    const name = file.name.slice(-300)
    let id: string | null = null
    try {
      id = (await call('import.begin', { fileName: name, size: file.size }, { signal })).file
      for await (const { at, base64 } of fileSlices(file)) {
        const { received } = await call('import.append', { file: id, at, base64 }, { signal })
        if (!signal.aborted) this.progress = { stage: 'taking', done: received, total: file.size }
      }
      if (signal.aborted) throw new CallRefused({ code: 'cancelled', message: '', path: '' })
      this.#show({ kind: 'file', file: id, name, size: file.size })
    } catch (reason) {
      if (id !== null) discard(id)
      if (!signal.aborted) this.#ended(problemOf(reason))
    }
  }

  /** A text that was pasted or typed. */
  takeText(text: string, name: string): void {
    if (text.length > LONGEST_TEXT) void this.take(new File([text], name))
    else this.#show({ kind: 'text', text, name, example: null })
  }

  takeExample({ id, fileName, text }: Pick<ExampleTable, 'id' | 'fileName' | 'text'>): void {
    this.#show({ kind: 'text', text, name: fileName, example: id })
  }

  /** Reads the same file under other settings. */
  change(settings: Partial<ReadSettings>): void {
    this.settings = { ...this.settings, ...settings }
    if (this.source === null) return
    this.#keep({ source: this.source, settings: this.settings })
    this.#read(this.source, RESTED_MS)
  }

  /** Puts an edited table in the place of what was there; its columns stay what they were taken for. */
  edit(table: { readonly header: readonly string[]; readonly rows: readonly { readonly cells: readonly string[] }[] }): void {
    const text = textOf(table)
    if (text.length > LONGEST_TEXT) return void this.take(new File([text], this.source?.name ?? ''))
    const source: Source = { kind: 'text', text, name: this.source?.name ?? '', example: null }
    this.#replace(source)
    this.#keep({ source, settings: this.settings })
    this.#read(source, RESTED_MS)
  }

  /** Whether the rows of the file on screen can become a table to edit. */
  get editable(): boolean {
    const { reading } = this
    return this.table !== null || (reading !== null && reading.kind !== 'samples' && reading.counts.rows <= MOST_EDITED)
  }

  /** Makes the rows of a file a table to edit. What was refused is not among them. */
  editRows(): void {
    const table = this.reading === null ? null : (this.table ?? tableOfRows(this.reading.kind, this.reading.rows))
    if (table === null) return
    this.settings = {}
    this.edit(table)
  }

  /** Stops handing over or reading; what was there before stays. */
  cancel(): void {
    this.#stop()
    this.#ended(null)
    this.cancelled = true
  }

  /** Reads again what was cancelled or failed. */
  again(): void {
    if (this.source !== null) this.#read(this.source)
  }

  clear(): void {
    this.#stop()
    this.#replace(null)
    this.settings = {}
    this.reading = null
    this.#ended(null)
    this.#keep(NOTHING_KEPT)
  }

  #show(source: Source, settings: ReadSettings = {}): void {
    this.#stop()
    this.#replace(source)
    this.settings = settings
    this.reading = null
    this.#keep({ source, settings })
    this.#read(source)
  }

  #read(source: Source, rest = 0): void {
    this.#begin(null)
    this.#rest = rest
    this.#question.ask({ source, settings: this.settings })
  }

  /** A file that is no longer shown is not kept either. */
  #replace(source: Source | null): void {
    const before = this.source
    this.source = source
    if (before?.kind === 'file' && !(source?.kind === 'file' && source.file === before.file)) discard(before.file)
  }

  #stop(): void {
    this.#taking.abort()
    this.#question.drop()
  }

  #begin(progress: Progress | null): void {
    this.busy = true
    this.cancelled = false
    this.problem = null
    this.progress = progress
  }

  #ended(problem: Problem | null): void {
    this.busy = false
    this.progress = null
    this.problem = problem
  }
}

/** What cannot be removed now goes with what no screen shows any more. */
const discard = (file: string): void => void call('import.discard', { file }).catch(() => undefined)
