/** The threshold on screen as evidence for a target: the entry that would be added, what it would do to the plan, and adding it. */
import type { Outcome, Run } from '../../../shared/outcome'
import { addTarget } from '../../../shared/plan/edits'
import { addEntry } from '../../../shared/plan/evidenceEdits'
import type { Entry, Plan, Target } from '../../../shared/plan/schema'
import { Asked } from './asked.svelte'
import type { Threshold } from '../../../shared/labAnswers'
import { lab } from './lab.svelte'
import { planning } from './plan.svelte'

const MOST_ENTRIES = 64
const LONGEST_SOURCE = 500
const LONGEST_NAME = 200

/** Why nothing can be saved. */
export type Hindrance = 'noFit' | 'loss' | 'noInterval' | 'full'

interface Typed {
  readonly of: Threshold
  readonly low: number | null
  readonly high: number | null
}

class LabEvidence {
  readonly preview = new Asked('planner.evaluate')
  /** Ends that were typed over those of the fit; they go with the fit. */
  #typed = $state.raw<Typed | null>(null)

  /** 90 % ends of the critical scale, as typed or fitted; null where the data do not bound it. */
  ends: { low: number | null; high: number | null } = $derived.by(() => {
    const { fit } = lab
    const typed = this.#typed?.of === fit ? this.#typed : null
    const fitted = fit?.intervals?.critical
    return { low: typed?.low ?? fitted?.low ?? null, high: typed?.high ?? fitted?.high ?? null }
  })
  /** The chosen target; null for a new one. */
  target: Target | null = $derived.by(() => {
    const { plan } = planning
    if (plan === null || lab.chosen.target === '') return null
    return plan.targets.find(({ id }) => id === lab.chosen.target) ?? plan.targets.find(({ id }) => id === plan.focus) ?? plan.targets[0] ?? null
  })
  hindrance: Hindrance | null = $derived.by(() => {
    const { fit } = lab
    if (fit === null) return 'noFit'
    if (fit.scale === 'loss') return 'loss'
    const { low, high } = this.ends
    if (low === null || high === null || low >= high) return 'noInterval'
    return this.target !== null && this.target.entries.length >= MOST_ENTRIES ? 'full' : null
  })
  entry: Entry | null = $derived.by(() => {
    const { fit } = lab
    const { low, high } = this.ends
    if (fit === null || fit.scale === 'loss' || low === null || high === null || this.hindrance !== null) return null
    return {
      id: null,
      ticked: true,
      axis: fit.scale,
      critical: { low, high },
      means: fit.link === 'weibull' ? 'scale' : 'p50',
      steepness: fit.steepness > 0 && fit.steepness <= 100 ? fit.steepness : null,
      date: null,
      fromOwnRuns: lab.chosen.own,
      source: [lab.fileNames, fit.task ?? '', fit.metric]
        .filter((part) => part !== '')
        .join(', ')
        .slice(0, LONGEST_SOURCE)
    }
  })
  /** The plan with the entry; null when there is none. */
  edited: Plan | null = $derived.by(() => {
    const { plan } = planning
    return plan === null || this.entry === null ? null : this.#added(plan, this.entry)
  })
  /** What the edited plan comes to; null until it is known. */
  then: Outcome | null = $derived(this.edited !== null && this.preview.current?.input.plan === this.edited ? this.preview.current.output : null)

  type(ends: { low?: number; high?: number }): void {
    if (lab.fit !== null) this.#typed = { of: lab.fit, ...this.ends, ...ends }
  }

  ask(): void {
    if (this.edited === null) this.preview.clear()
    else this.preview.ask({ plan: this.edited, audit: false })
  }

  /** Adds the entry, one step of the plan; the id of the target that it stands under now. */
  save(step: string): string | null {
    const { entry } = this
    if (entry === null) return null
    planning.edit(
      () => step,
      (plan) => this.#added(plan, entry)
    )
    const id = this.target?.id ?? planning.plan?.targets.at(-1)?.id ?? null
    lab.set({ target: id })
    return id
  }

  #added(plan: Plan, entry: Entry): Plan {
    const { target } = this
    if (target !== null) return addEntry(plan, target.id, entry)
    const { critical, means, axis, steepness } = entry
    const own: Partial<Target> = {
      name: (lab.fit?.task ?? lab.fit?.metric ?? '').slice(0, LONGEST_NAME),
      axis,
      critical,
      criticalMeans: means,
      ...(lab.fit?.link === 'logistic' ? { link: 'logistic' } : {}),
      ...(steepness === null ? {} : { steepness }),
      entries: [entry]
    }
    return addTarget(plan, null, own)
  }
}

export const evidence = new LabEvidence()

/** The run that a target needs, in an outcome; null where no size does, or where there is no such target. */
export const requiredOf = (outcome: Outcome | null, id: string | null): Run | null => outcome?.targets.find((target) => target.id === id)?.required ?? null
