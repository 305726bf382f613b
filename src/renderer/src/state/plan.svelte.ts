/**
 * The document on screen: its base and scenarios with every step of the session, the plan as last saved, and how safe it is on the disk. What the screens show
 * and edit is `plan`: the base, or the scenario that is chosen; an edit finds its own way into the one or the other.
 */
import type { DocumentInfo, Opened } from '../../../shared/contract'
import type { Note } from '../../../shared/notes'
import { diffPlans } from '../../../shared/plan/diff'
import { clearScenario, editShown, fork, removeScenario } from '../../../shared/plan/scenarioEdits'
import { baseOf, MOST_SCENARIOS, overridesBetween, planOf } from '../../../shared/plan/scenarios'
import type { Plan, Scenario } from '../../../shared/plan/schema'
import { before, begin, redo, redoName, step, stepsOf, undo, undoName, type History, type StepName } from './history'
import { CallRefused, call } from './host'
import { reader } from './language.svelte'
import { newest } from './newest'
import { notices } from './notices.svelte'
import { outcomes } from './outcome.svelte'
import { scenarioName } from './scenarioName'
import { freeName, sameBase, viewAfter } from './scenarioView'
import { settings } from './settings.svelte'

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
  /** What is kept: the base with its scenarios. */
  document: Plan | null = $derived(this.#history?.present.state ?? null)
  #shown = $state<string | null>(null)
  /** The scenario on screen; null while the base is. */
  scenario: Scenario | null = $derived(this.document?.scenarios.find(({ id }) => id === this.#shown) ?? null)
  /** The plan on screen, without scenarios of its own. */
  plan: Plan | null = $derived(this.document && planOf(this.document, this.#shown))
  /** What changes are measured against: the saved plan while the base is on screen, the base while a scenario is. */
  reference: Plan | null = $derived(this.scenario === null ? this.baseline && baseOf(this.baseline) : this.document && baseOf(this.document))
  /** How many fields differ from what they are measured against. */
  changes: number = $derived(this.scenario?.overrides.length ?? (this.plan && this.reference ? diffPlans(this.reference, this.plan).length : 0))
  /** Whether the base differs from the saved plan. */
  unkept: boolean = $derived(this.document !== null && this.baseline !== null && !sameBase(this.document, this.baseline))
  undoName = $derived(this.#history && undoName(this.#history))
  redoName = $derived(this.#history && redoName(this.#history))
  /** The steps of the session, and which of them is shown. */
  session = $derived(this.#history && stepsOf(this.#history))
  #keepBaseline = false

  #writes = newest<{ id: string; plan: Plan; baseline?: Plan }, { savedAt: string }>({
    send: (document) => call('documents.save', document),
    answered: ({ savedAt }, { plan, baseline }) => {
      if (baseline === this.baseline) this.#keepBaseline = false
      if (plan === this.document) this.saving = { kind: 'saved', at: savedAt }
    },
    failed: (reason) => {
      this.saving = { kind: 'failed', reason: reason instanceof CallRefused ? reason.message : String(reason) }
      setTimeout(() => this.saving.kind === 'failed' && this.retry(), RETRY_AFTER_MS)
    },
    frame: (run) => setTimeout(run, AUTOSAVE_AFTER_MS),
    idle: () => this.#waiting.splice(0).forEach((tell) => tell())
  })
  #waiting: (() => void)[] = []
  /** True while edits go into a new scenario. */
  #forking = false
  /** The gesture that is making a scenario, the scenario, and what was on screen when it began. */
  #forked: { gesture: symbol | null; id: string; view: string | null } | null = null

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
    const last = settings.current.shownScenario
    this.#shown = last !== null && last.document === opened.info?.id && opened.plan.scenarios.some(({ id }) => id === last.scenario) ? last.scenario : null
    this.saving = opened.verdict === 'newer' || !opened.info ? { kind: 'readonly' } : { kind: 'saved', at: opened.info.savedAt }
    outcomes.begin(planOf(opened.plan, this.#shown), this.reference ?? opened.plan)
  }

  /**
   * One edit of what is on screen: a step of its own, or part of the gesture whose token is given. Each move of a gesture is made from the plan before it.
   * What a scenario cannot hold is done to the base, and said.
   */
  edit(name: StepName, change: (plan: Plan) => Plan, gesture: symbol | null = null): void {
    this.editIn(this.#shown, name, change, gesture)
  }

  /** The same for a scenario that need not be on screen; null is the base. */
  editIn(view: string | null, name: StepName, change: (plan: Plan) => Plan, gesture: symbol | null = null): void {
    if (!this.#history) return
    const own = gesture !== null && this.#forked?.gesture === gesture ? this.#forked : null
    if ((this.#forking || own !== null) && this.#forkOff(this.#history, name, change, gesture, own === null ? view : own.view)) return
    const from = before(this.#history, gesture)
    if (view === null) return this.#go(step(this.#history, change(from), name, gesture))
    const { plan, inBase } = editShown(from, view, change)
    this.#go(step(this.#history, plan, name, gesture))
    if (inBase && plan !== from) notices.show(reader.text.screen.scenarios.inBase)
  }

  /** An edit of the document as a whole: its name, its scenarios. */
  editDocument(name: StepName, change: (document: Plan) => Plan): void {
    if (this.#history) this.#go(step(this.#history, change(this.#history.present.state), name))
  }

  /** Runs edits; when asked to, what they change goes into a new scenario and nothing else moves. */
  forking(asked: boolean, run: () => void): void {
    this.#forking = asked
    try {
      run()
    } finally {
      this.#forking = false
    }
  }

  /** Chooses what is on screen: a scenario, or (null) the base. Not a step: nothing of the plan changes. */
  look(id: string | null): void {
    const { plan } = this
    this.#turn(id)
    if (this.plan && this.plan !== plan) outcomes.ask(this.plan)
  }

  /** Back to what changes are measured against. */
  reset(): void {
    const { scenario, baseline } = this
    if (scenario !== null)
      this.editDocument(
        (text) => text.screen.scenarios.steps.clear,
        (document) => clearScenario(document, scenario.id)
      )
    else if (baseline !== null)
      this.editDocument(
        (text) => text.screen.steps.reset,
        ({ scenarios }) => ({ ...baseline, scenarios })
      )
  }

  undo(): void {
    if (this.#history) this.#back(undo(this.#history))
  }
  redo(): void {
    if (this.#history) this.#back(redo(this.#history))
  }

  /** Walks to a step of the session, which can be walked back like any other. */
  goTo(place: number): void {
    for (let at = this.session?.at ?? place; at > place; at--) this.undo()
    for (let at = this.session?.at ?? place; at < place; at++) this.redo()
  }

  /** Keeps the plan as it is now as the one that changes are measured against. */
  save(): void {
    const { document } = this
    if (!document) return
    this.baseline = document
    this.#keepBaseline = true
    if (this.scenario === null) outcomes.measureAgainst(baseOf(document))
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
    this.editDocument(stepName, (plan) => (plan.name === name ? plan : { ...plan, name }))
  }

  /** Puts an edit into a scenario of its own, made from what is on screen. False when a scenario cannot hold it. */
  #forkOff(history: History<Plan>, name: StepName, change: (plan: Plan) => Plan, gesture: symbol | null, view: string | null): boolean {
    const from = before(history, gesture)
    const was = planOf(from, view)
    const like = change(was)
    const { overrides, left } = overridesBetween(was, like)
    if (left.length > 0) return false
    if (overrides.length === 0) {
      this.#go(step(history, from, name, gesture), view)
      return true
    }
    const { text, language } = reader
    if (from.scenarios.length >= MOST_SCENARIOS) {
      notices.show(text.screen.scenarios.full)
      return true
    }
    const document = fork(from, freeName(from, scenarioName(like, overrides, text, language)), like, 'scenario')
    const { id } = document.scenarios.at(-1)!
    const first = this.#forked === null || gesture === null || this.#forked.gesture !== gesture
    this.#forked = { gesture, id, view }
    this.#go(
      step(history, document, (t) => t.screen.scenarios.steps.fork, gesture),
      id
    )
    if (first) notices.show(text.screen.scenarios.forked, { label: text.screen.scenarios.undo, run: () => this.#unfork(id, view) })
    return true
  }

  /** Takes a fork back: as a step back while it is the last one, later by removing the scenario. */
  #unfork(id: string, view: string | null): void {
    const last = this.#history?.past.at(-1)?.state
    if (last?.scenarios.every((scenario) => scenario.id !== id) === true) {
      this.undo()
      this.look(view)
    } else
      this.editDocument(
        (text) => text.screen.scenarios.steps.remove,
        (document) => removeScenario(document, id)
      )
  }

  /** Steps back and forth go where the step happened. */
  #back(history: History<Plan>): void {
    if (this.#history && history !== this.#history) this.#go(history, viewAfter(this.#history.present.state, history.present.state, this.#shown))
  }

  /** @param view what is on screen from now on */
  #go(history: History<Plan>, view = this.#shown): void {
    const old = this.#history?.present.state
    const now = history.present.state
    if (history === this.#history) return this.look(view)
    this.#history = history
    this.#turn(view !== null && now.scenarios.every(({ id }) => id !== view) ? null : view)
    if (this.scenario !== null && old && !sameBase(old, now)) outcomes.measureAgainst(baseOf(now))
    outcomes.ask(planOf(now, this.#shown))
    this.#write()
  }

  /** What is on screen is a setting of this computer, not of the plan. */
  #turn(id: string | null): void {
    if (id === this.#shown) return
    const wasBase = this.#shown === null
    this.#shown = id
    if (wasBase !== (id === null) && this.reference) outcomes.measureAgainst(this.reference, true)
    const document = this.info?.id
    // A host that cannot keep it opens the document on its base: nothing is lost.
    if (document !== undefined) settings.set({ shownScenario: id === null ? null : { document, scenario: id } }).catch(() => undefined)
  }

  #write(): void {
    const document = this.#document()
    if (!document) return
    this.saving = { kind: 'saving' }
    this.#writes.ask(document)
  }

  /** What is to be written; null when nothing may be. */
  #document(): { id: string; plan: Plan; baseline?: Plan } | null {
    const { info, document, baseline } = this
    if (!info || !document || this.saving.kind === 'readonly') return null
    return { id: info.id, plan: document, ...(this.#keepBaseline && baseline ? { baseline } : {}) }
  }
}

export const planning = new PlanState()
