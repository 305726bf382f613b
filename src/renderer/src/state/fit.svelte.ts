/** "Fit your own runs": the runs of a file, the approach, what the engine fits to them, and what the fit would make of the plan. */
import type { Input, Output } from '../../../shared/contract'
import type { FitApproach, FitForm } from '../../../shared/contract/fit'
import type { ImportedRow, RunRow } from '../../../shared/contract/import'
import { isNoAnswer } from '../../../shared/note'
import type { NoAnswer } from '../../../shared/notes'
import type { Outcome } from '../../../shared/outcome'
import { setLaw } from '../../../shared/plan/edits'
import type { Plan } from '../../../shared/plan/schema'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { Intake } from './intake.svelte'
import { fieldOf, oneOf, readIntake, type IntakeKept } from './intakeKept'
import { planning } from './plan.svelte'

export const APPROACHES = ['parametric', 'isoflop', 'envelope'] as const satisfies readonly FitApproach[]
export const FORMS = ['chinchilla', 'kaplan-nd', 'separable', 'power-offset'] as const satisfies readonly FitForm[]
export const REPLICATES = [0, 200, 1000, 4000] as const
const LONGEST_SOURCE = 500

export type Fit = Exclude<Output<'laws.fit'>, NoAnswer>

interface FitDesk {
  intake: IntakeKept
  approach: FitApproach
  form: FitForm
  bootstrap: number
}

const isRun = (row: ImportedRow): row is RunRow => !('metric' in row) && !('step' in row) && !('output' in row) && 'loss' in row

class FitState {
  readonly desk = new Desk<FitDesk>('fit', (kept) => ({
    intake: readIntake(fieldOf(kept, 'intake')),
    approach: oneOf(APPROACHES, fieldOf(kept, 'approach'), 'parametric'),
    form: oneOf(FORMS, fieldOf(kept, 'form'), 'chinchilla'),
    bootstrap: REPLICATES.find((count) => count === fieldOf(kept, 'bootstrap')) ?? 200
  }))
  readonly intake = new Intake({ keep: (intake) => this.desk.set({ intake }) })
  readonly fitted = new Asked('laws.fit', { long: true })
  readonly preview = new Asked('planner.evaluate')
  readonly published = new Asked('laws.list')
  /** Row of the run that is looked at; null for none. */
  row = $state<number | null>(null)
  #resumed = false

  chosen: FitDesk = $derived(this.desk.value)
  isRuns: boolean = $derived(this.intake.reading?.kind === 'runs')
  runs: readonly RunRow[] = $derived(this.isRuns ? (this.intake.reading?.rows ?? []).filter(isRun) : [])
  question: Input<'laws.fit'> | null = $derived.by(() => {
    const { approach, form, bootstrap } = this.chosen
    if (this.runs.length === 0) return null
    return {
      points: this.runs.map(({ N, D, C, loss, line }) => ({ N, D, C, loss, line })),
      approach,
      bootstrap,
      ...(approach === 'parametric' ? { form } : {})
    }
  })
  answer = $derived(this.question === null ? null : (this.fitted.current?.output ?? null))
  fit: Fit | null = $derived(this.answer === null || isNoAnswer(this.answer) ? null : this.answer)
  /** Why there is none, and which runs stand in the way. */
  noFit: Extract<Output<'laws.fit'>, NoAnswer> | null = $derived(this.answer !== null && isNoAnswer(this.answer) ? this.answer : null)
  files: string = $derived(this.intake.sources.map(({ name }) => name).join(', '))
  /** The plan with the fitted law; null where a plan cannot have it. */
  edited: Plan | null = $derived.by(() => {
    const { plan } = planning
    return plan === null || this.fit === null ? null : withFit(plan, this.fit, this.files)
  })
  then: Outcome | null = $derived(this.edited !== null && this.preview.current?.input.plan === this.edited ? this.preview.current.output : null)
  inUse: boolean = $derived(this.edited !== null && this.edited === planning.plan)

  async start(): Promise<void> {
    this.published.ask({})
    await this.desk.load()
    if (this.#resumed) return
    this.#resumed = true
    this.intake.resume(this.desk.value.intake)
  }

  set(change: Partial<Omit<FitDesk, 'intake'>>): void {
    this.desk.set(change)
  }

  ask(): void {
    if (this.question === null) this.fitted.clear()
    else this.fitted.ask(this.question)
  }

  askPreview(): void {
    if (this.edited === null) this.preview.clear()
    else this.preview.ask({ plan: this.edited, audit: false })
  }

  /** Puts the law into the plan: one step. */
  use(step: string): void {
    const { fit, files } = this
    if (fit !== null)
      planning.edit(
        () => step,
        (plan) => withFit(plan, fit, files) ?? plan
      )
  }
}

/** Constants that a plan takes as they are. */
const NAMES = ['E', 'A', 'B', 'alpha', 'beta'] as const

function withFit(plan: Plan, fit: Fit, files: string): Plan | null {
  if (fit.approach !== 'parametric' || fit.form !== 'chinchilla') return null
  const { E, A, B, alpha, beta } = fit.constants
  if (E === undefined || A === undefined || B === undefined || alpha === undefined || beta === undefined) return null
  if (!(E >= 0 && A > 0 && B > 0 && alpha > 0 && beta > 0)) return null
  const covariance = fit.covariance !== null && fit.covariance.names.every((name) => (NAMES as readonly string[]).includes(name)) ? fit.covariance : null
  const fitted = {
    constants: { E, A, B, alpha, beta },
    covariance: covariance && { names: covariance.names, matrix: covariance.matrix },
    source: files.slice(0, LONGEST_SOURCE),
    range: { N: fit.range.N, D: fit.range.D, C: fit.range.C }
  }
  const edited = setLaw(plan, { id: 'fitted:chinchilla', fitted })
  return JSON.stringify(edited.law) === JSON.stringify(plan.law) ? plan : edited
}

export const fitting = new FitState()
