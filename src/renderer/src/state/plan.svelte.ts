/** The document on screen: its plan with every step of the session, the plan as last saved, and how safe it is on the disk. */
import type { DocumentInfo, Opened } from '../../../shared/contract'
import type { Note } from '../../../shared/notes'
import { diffPlans } from '../../../shared/plan/diff'
import type { Plan } from '../../../shared/plan/schema'
import { begin, redo, redoName, step, undo, undoName, type History, type StepName } from './history'
import { CallRefused, call } from './host'
import { newest } from './newest'
import { outcomes } from './outcome.svelte'

/** How safe the latest change is. `readonly`: written by a newer version, nothing is kept. */
export type SaveState = { kind: 'saved'; at: string | null } | { kind: 'saving' } | { kind: 'failed'; reason: string } | { kind: 'readonly' }

/** What could not be opened, with earlier generations that can be. */
export interface Damage {
  readonly name: string
  readonly notes: readonly Note[]
  readonly backups: Opened['backups']
}

const AUTOSAVE_AFTER_MS = 400
const RETRY_AFTER_MS = 5000

class PlanState {
  info = $state.raw<DocumentInfo | null>(null)
  baseline = $state.raw<Plan | null>(null)
  notes = $state.raw<readonly Note[]>([])
  backups = $state.raw<Opened['backups']>([])
  damage = $state.raw<Damage | null>(null)
  saving = $state.raw<SaveState>({ kind: 'saved', at: null })

  #history = $state.raw<History<Plan> | null>(null)
  plan: Plan | null = $derived(this.#history?.present.state ?? null)
  /** How many fields differ from the saved plan. */
  changes: number = $derived(this.plan && this.baseline ? diffPlans(this.baseline, this.plan).length : 0)
  undoName = $derived(this.#history && undoName(this.#history))
  redoName = $derived(this.#history && redoName(this.#history))
  #keepBaseline = false

  #writes = newest<{ id: string; plan: Plan; baseline?: Plan }, { savedAt: string }>({
    send: (document) => call('documents.save', document),
    answered: ({ savedAt }, { plan, baseline }) => {
      if (baseline === this.baseline) this.#keepBaseline = false
      if (plan === this.plan) this.saving = { kind: 'saved', at: savedAt }
    },
    failed: (reason) => {
      this.saving = { kind: 'failed', reason: reason instanceof CallRefused ? reason.message : String(reason) }
      setTimeout(() => this.saving.kind === 'failed' && this.retry(), RETRY_AFTER_MS)
    },
    frame: (run) => setTimeout(run, AUTOSAVE_AFTER_MS),
    idle: () => this.#waiting.splice(0).forEach((tell) => tell())
  })
  #waiting: (() => void)[] = []

  /** Shows a document. A damaged one leaves the one on screen as it is. */
  show(opened: Opened): void {
    if (opened.plan === null) {
      this.damage = { name: opened.info?.name ?? '', notes: opened.notes, backups: opened.backups }
      return
    }
    this.damage = null
    this.info = opened.info
    this.notes = opened.notes
    this.backups = opened.backups
    this.baseline = opened.baseline ?? opened.plan
    this.#keepBaseline = false
    this.#history = begin(opened.plan)
    this.saving = opened.verdict === 'newer' || !opened.info ? { kind: 'readonly' } : { kind: 'saved', at: opened.info.savedAt }
    outcomes.begin(opened.plan, this.baseline)
  }

  /** One edit: a step of its own, or part of the gesture whose token is given. */
  edit(name: StepName, change: (plan: Plan) => Plan, gesture: symbol | null = null): void {
    if (this.#history) this.#go(step(this.#history, change(this.#history.present.state), name, gesture))
  }
  undo(): void {
    if (this.#history) this.#go(undo(this.#history))
  }
  redo(): void {
    if (this.#history) this.#go(redo(this.#history))
  }

  /** Keeps the plan as it is now as the one that changes are measured against. */
  save(): void {
    const plan = this.plan
    if (!plan) return
    this.baseline = plan
    this.#keepBaseline = true
    outcomes.measureAgainst(plan)
    this.#write()
  }

  /** Resolves when nothing is left to write: before another document takes this one's place. */
  settled(): Promise<void> {
    return this.#writes.busy ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve()
  }

  retry(): void {
    this.#write()
  }

  /** Writes at once what waits for its turn: the window may be going. Should it stay, the ordinary write follows and tells of a failure. */
  flush(): void {
    const document = this.#document()
    if (document && this.saving.kind === 'saving') call('documents.save', document, { keepalive: true }).catch(() => undefined)
  }

  /** The name stands in the document and in the list of documents. */
  rename(name: string, stepName: StepName): void {
    this.edit(stepName, (plan) => ({ ...plan, name }))
  }

  #go(history: History<Plan>): void {
    if (history === this.#history) return
    this.#history = history
    outcomes.ask(history.present.state)
    this.#write()
  }

  #write(): void {
    const document = this.#document()
    if (!document) return
    this.saving = { kind: 'saving' }
    this.#writes.ask(document)
  }

  /** What is to be written; null when nothing may be. */
  #document(): { id: string; plan: Plan; baseline?: Plan } | null {
    const { info, plan, baseline } = this
    if (!info || !plan || this.saving.kind === 'readonly') return null
    return { id: info.id, plan, ...(this.#keepBaseline && baseline ? { baseline } : {}) }
  }
}

export const planning = new PlanState()
