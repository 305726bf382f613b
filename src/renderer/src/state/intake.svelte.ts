/**
 * The files that a screen works with: handed over to the host, read there, and read again whenever the settings change. Rows typed or pasted are a small text
 * that goes the same way, so that whatever is analysed was read by `import.read`.
 */
import { note } from '../../../shared/note'
import type { Progress } from '../../../shared/contract/procedure'
import type { ExampleTable } from './exampleTables.svelte'
import { together, type FileRead, type FileState } from './fileReads'
import { discard, handOver } from './handOver'
import { CallRefused } from './host'
import { NOTHING_KEPT, type IntakeKept, type ReadSettings, type Source } from './intakeKept'
import { readSources } from './readSources'
import { problemOf, type Problem } from './refusals'
import { settled } from './settled'
import { tableOf, tableOfRows, textOf, type TableCells, type TextTable } from './textTable'

/** Longest text that is kept with the screen, and edited as a table, in characters; a longer one is handed over like a file. */
export const LONGEST_TEXT = 40_000
/** Most rows of files that can be made a table to edit. */
const MOST_EDITED = 500
const MOST_FILES = 100
const RESTED_MS = 150

export class Intake {
  sources = $state.raw<readonly Source[]>([])
  settings = $state.raw<ReadSettings>({})
  /** What was read from all files together; while `busy`, what was read under the settings before. */
  reading = $state.raw<FileRead | null>(null)
  /** What became of each file. */
  files = $state.raw<readonly FileState[]>([])
  /** Files that never arrived, and why. */
  refused = $state.raw<readonly { readonly name: string; readonly problem: Problem }[]>([])
  busy = $state(false)
  /** `taking` (bytes handed over) or `reading` (bytes read). */
  progress = $state.raw<Progress | null>(null)
  /** True after `cancel` until something is asked again. */
  cancelled = $state(false)
  /** Why there is nothing to show. */
  problem: Problem | null = $derived(
    this.reading === null && !this.busy ? ([...this.refused, ...this.files].find(({ problem }) => problem !== null)?.problem ?? null) : null
  )
  /** The rows as typed or pasted, to be edited; null where they come from a file, or are no table. */
  table = $state.raw<TextTable | null>(null)
  /** Whether the rows on screen can become a table to edit. */
  editable: boolean = $derived(this.table !== null || (this.reading !== null && this.reading.kind !== 'samples' && this.reading.counts.rows <= MOST_EDITED))
  readonly #always: ReadSettings
  readonly #keep: (kept: IntakeKept) => void
  #taking = new AbortController()
  /** Files are read at once; settings and cells may still be changing. */
  #rest = 0

  #question = settled<IntakeKept, FileState[]>({
    send: ({ sources, settings }, signal) =>
      readSources(sources, { ...settings, ...this.#always }, { signal, tell: (progress) => void (signal.aborted || (this.progress = progress)) }),
    answered: (states) => {
      const { files, reading } = together(states)
      this.files = files
      this.reading = reading
      this.table ??= this.#typed()
      this.#ended()
    },
    failed: (reason) => {
      this.files = this.sources.map((source) => ({ source, read: null, problem: problemOf(reason) }))
      this.reading = null
      this.#ended()
    },
    rest: (run) => {
      const timer = setTimeout(run, this.#rest)
      return () => clearTimeout(timer)
    }
  })

  /**
   * @param always settings that the screen needs whatever the person chooses, such as `{as: 'curve'}`
   * @param keep told of every change, for the screen's desk
   */
  constructor({ always = {}, keep = () => undefined }: { always?: ReadSettings; keep?: (kept: IntakeKept) => void } = {}) {
    this.#always = always
    this.#keep = keep
  }

  /** Shows again what the screen kept. */
  resume({ sources, settings }: IntakeKept): void {
    if (sources.length > 0) this.#show(sources, settings)
  }

  /** Hands files over and reads them, in the place of those before or, with `add`, beside them. Until they have arrived, what was there stays. */
  async take(given: File | readonly File[], { add = false }: { add?: boolean } = {}): Promise<void> {
    const files = given instanceof File ? [given] : given
    if (files.length === 0) return
    this.#stop()
    const { signal } = (this.#taking = new AbortController())
    const total = files.reduce((sum, { size }) => sum + size, 0)
    this.#begin({ stage: 'taking', done: 0, total })
    const taken: Source[] = []
    let done = 0
    if (files.length > MOST_FILES) {
      const about = note('intake-too-many-files', { count: files.length, limit: MOST_FILES })
      this.refused = [{ name: '', problem: problemOf(new CallRefused({ ...about, path: '' })) }]
    }
    for (const file of files.length > MOST_FILES ? [] : files) {
      try {
        taken.push(await handOver(file, signal, (received) => void (signal.aborted || (this.progress = { stage: 'taking', done: done + received, total }))))
      } catch (reason) {
        if (!signal.aborted) this.refused = [...this.refused, { name: file.name, problem: problemOf(reason) }]
      }
      if (signal.aborted) return taken.forEach((source) => void (source.kind === 'file' && discard(source.file)))
      done += file.size
    }
    if (taken.length > 0) this.#show(add ? [...this.sources, ...taken] : taken, add ? this.settings : {})
    else this.#ended()
  }

  /** A text that was pasted or typed. */
  takeText(text: string, name: string): void {
    this.refused = []
    if (text.length > LONGEST_TEXT) void this.take(new File([text], name))
    else this.#show([{ kind: 'text', text, name, example: null }])
  }

  takeExample({ id, fileName, text }: Pick<ExampleTable, 'id' | 'fileName' | 'text'>): void {
    this.refused = []
    this.#show([{ kind: 'text', text, name: fileName, example: id }])
  }

  /** Takes one file out. */
  remove(source: Source): void {
    const rest = this.sources.filter((one) => one !== source)
    if (rest.length === 0) this.clear()
    else this.#show(rest, this.settings)
  }

  /** Reads the same files under other settings. */
  change(settings: Partial<ReadSettings>): void {
    this.settings = { ...this.settings, ...settings }
    this.#keep({ sources: this.sources, settings: this.settings })
    if (this.sources.length > 0) this.#read(RESTED_MS)
  }

  /** Begins a table to type into. */
  startTable(header: readonly string[], name: string): void {
    this.#show([{ kind: 'text', text: textOf({ header, rows: [] }), name, example: null }])
    this.table = { header, rows: [] }
    this.edit({ header, rows: [{ cells: header.map(() => '') }] })
  }

  /** Puts an edited table in the place of what was there; its columns stay what they were taken for. */
  edit(table: TableCells): void {
    const text = textOf(table)
    const name = this.sources[0]?.name ?? ''
    if (text.length > LONGEST_TEXT) return void this.take(new File([text], name))
    this.#replace([{ kind: 'text', text, name, example: null }])
    this.table = tableOf(text, '\t', true)
    this.#keep({ sources: this.sources, settings: this.settings })
    this.#read(RESTED_MS)
  }

  /** Makes the rows of files a table to edit. What was refused is not among them. */
  editRows(): void {
    const table = this.reading === null ? null : (this.table ?? tableOfRows(this.reading.kind, this.reading.rows))
    if (table === null || this.table !== null) return
    this.settings = {}
    this.edit(table)
  }

  /** Stops handing over or reading; what was there before stays. */
  cancel(): void {
    this.#stop()
    this.#ended()
    this.cancelled = true
  }

  /** Reads again what was cancelled or failed. */
  again(): void {
    if (this.sources.length > 0) this.#read()
  }

  clear(): void {
    this.#stop()
    this.#replace([])
    this.settings = {}
    this.reading = null
    this.table = null
    this.files = []
    this.refused = []
    this.#ended()
    this.#keep(NOTHING_KEPT)
  }

  #show(sources: readonly Source[], settings: ReadSettings = {}): void {
    this.#stop()
    this.#replace(sources)
    this.settings = settings
    this.reading = null
    this.table = null
    this.files = []
    this.#keep({ sources, settings })
    this.#begin(null)
    this.#read()
  }

  #read(rest = 0): void {
    this.#rest = rest
    this.busy = true
    this.cancelled = false
    this.#question.ask({ sources: this.sources, settings: this.settings })
  }

  /** The table that a text is, once it is known how it is written. */
  #typed(): TextTable | null {
    const [source, another] = this.sources
    const table = this.reading?.table
    return source?.kind === 'text' && another === undefined && table ? tableOf(source.text, table.delimiter, table.header) : null
  }

  /** A file that is no longer shown is not kept either. */
  #replace(sources: readonly Source[]): void {
    const before = this.sources
    this.sources = sources
    for (const old of before) if (old.kind === 'file' && !sources.some((one) => one.kind === 'file' && one.file === old.file)) discard(old.file)
  }

  #stop(): void {
    this.#taking.abort()
    this.#question.drop()
  }

  #begin(progress: Progress | null): void {
    this.busy = true
    this.cancelled = false
    this.progress = progress
    if (progress?.stage === 'taking') this.refused = []
  }

  #ended(): void {
    this.busy = false
    this.progress = null
  }
}
