/** The Targets screen: which view and which target it shows, how the library is filtered, and what it asks the host. */
import type { Input } from '../../../shared/contract'
import type { Outcome } from '../../../shared/outcome'
import type { Plan, Target } from '../../../shared/plan/schema'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { fieldOf, oneOf } from './intakeKept'
import { EVERYTHING, filtersFrom, type Filters } from './evidenceFilters'
import { route } from './route.svelte'

export const VIEWS = ['targets', 'library', 'benchmarks'] as const
export type ViewId = (typeof VIEWS)[number]

interface TargetsDesk {
  view: ViewId
  /** Target that was chosen here; the one of the answer's sentence until then. */
  target: string | null
  /** Row of the library that is shown in full. */
  row: string | null
  filters: Filters
}

const textOf = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null)

function linkQuestion({ plan, path }: Outcome, { id }: Target): Input<'planner.link'> {
  const run = path.rungs.at(-1)?.run.N
  return { plan, target: id, ...(run === undefined ? {} : { run }) }
}

class TargetsState {
  readonly desk = new Desk<TargetsDesk>('targets', (kept) => ({
    view: oneOf(VIEWS, fieldOf(kept, 'view'), 'targets'),
    target: textOf(fieldOf(kept, 'target')),
    row: textOf(fieldOf(kept, 'row')),
    filters: filtersFrom(fieldOf(kept, 'filters'))
  }))
  readonly link = new Asked('planner.link')
  /** The same target in the base, while a scenario is on screen. */
  readonly linkOfBase = new Asked('planner.link')
  readonly benchmarks = new Asked('evidence.benchmarks')

  filters: Filters = $derived(this.desk.value.filters)

  get chosen(): string | null {
    return this.desk.value.target
  }
  set chosen(target: string | null) {
    this.desk.set({ target })
  }
  get row(): string | null {
    return this.desk.value.row
  }
  set row(row: string | null) {
    this.desk.set({ row })
  }

  /** The target on screen: the chosen one while the plan has it, else that of the sentence. */
  targetOf({ plan, focus }: Outcome): Target | null {
    return plan.targets.find(({ id }) => id === this.chosen) ?? plan.targets.find(({ id }) => id === focus) ?? plan.targets[0] ?? null
  }

  show(view: ViewId): void {
    this.desk.set({ view })
  }

  filter(change: Partial<Filters>): void {
    this.desk.set({ filters: { ...this.filters, ...change } })
  }

  clearFilters(): void {
    this.desk.set({ filters: { ...EVERYTHING, sort: this.filters.sort } })
  }

  /** Follows a link from elsewhere: to a view, to a target, or to a row of the library. */
  follow(plan: Plan): void {
    const at = textOf(route.at)
    if (at === null) return
    route.at = null
    if (VIEWS.some((view) => view === at)) this.show(at as ViewId)
    else if (plan.targets.some(({ id }) => id === at)) {
      this.show('targets')
      this.chosen = at
    } else {
      this.show('library')
      this.clearFilters()
      this.row = at
    }
  }

  /** @param base answer of the base while a scenario is on screen */
  askLink(outcome: Outcome, base: Outcome | null, target: Target): void {
    this.link.ask(linkQuestion(outcome, target))
    if (base === null || !base.plan.targets.some(({ id }) => id === target.id)) this.linkOfBase.clear()
    else this.linkOfBase.ask(linkQuestion(base, target))
  }

  askBenchmarks({ plan, path }: Outcome): void {
    this.benchmarks.ask({ plan, rungs: path.rungs.map(({ run }) => run.N) })
  }
}

export const targets = new TargetsState()
