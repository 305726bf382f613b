/** What a question about a number is about: the outcome, one target of it, one rung of its path, one run. */
import type { Outcome, Quantiles, Rung, Run, TargetOutcome } from '../outcome'
import type { Pinnable } from '../plan/outcomes'
import type { Plan, Target } from '../plan/schema'
import type { Better } from '../text/delta'
import type { Kind } from '../text/units'

export interface Scope {
  /** Target that `run.*` and `target.*` are about; the focus of the outcome when absent. */
  target?: string
  /** Rung of the path, 0 = first. When given, `run.*` and `rung.*` are about it. */
  rung?: number
}

export interface Subject {
  outcome: Outcome
  plan: Plan
  target: Target | null
  targetOutcome: TargetOutcome | null
  /** Place of the rung, and the rung. */
  at: number | null
  rung: Rung | null
  /** The rung's run, else the required run of the target. */
  run: Run | null
}

export function subjectOf(outcome: Outcome, scope: Scope = {}): Subject {
  const { plan } = outcome
  const id = scope.target ?? outcome.focus
  const target = plan.targets.find((t) => t.id === id) ?? null
  const targetOutcome = outcome.targets.find((t) => t.id === id) ?? null
  const at = scope.rung ?? null
  const rung = at === null ? null : (outcome.path.rungs[at] ?? null)
  return { outcome, plan, target, targetOutcome, at, rung, run: at === null ? (targetOutcome?.required ?? null) : (rung?.run ?? null) }
}

/**
 * The formula of a number as a template: `{run.C}` is a quantity, `{rung.usd#0}` the same of another rung, `{=mfu}` an input, `{=price~}` the mean and
 * `{=mfu~}` the harmonic mean of an input that is a range. `equals` evaluates to the value; `solves` is the condition that the value meets.
 */
export type Formula = { equals: string } | { solves: string } | null

export interface Quantity {
  kind: Kind | ((subject: Subject) => Kind)
  /** Which direction the planner gains by. */
  better: Better
  value: (subject: Subject) => number | null
  range?: (subject: Subject) => Quantiles | null
  formula?: (subject: Subject) => Formula
  /** Inputs that matter beside those in the formula. */
  inputs?: (subject: Subject) => readonly string[]
  /** Author, year, equation; the planning model's own definitions have none. */
  source?: string | ((subject: Subject) => string)
  /** True when it rests on the target's evidence. */
  evidence?: boolean
  /** Published range that the number was fitted on. */
  validRange?: (subject: Subject) => string | null
  pinnable?: Pinnable
  /** Fields of the plan whose notes are about this number, beside those of its inputs. */
  about?: readonly string[]
}

export const equals = (template: string): Formula => ({ equals: template })
export const solves = (template: string): Formula => ({ solves: template })
export const ofRun =
  (read: (run: Run) => number | null) =>
  ({ run }: Subject): number | null =>
    run === null ? null : read(run)
export const ofTarget =
  (read: (target: TargetOutcome) => number | null) =>
  ({ targetOutcome }: Subject): number | null =>
    targetOutcome === null ? null : read(targetOutcome)
export const ofRung =
  (read: (rung: Rung) => number | null) =>
  ({ rung }: Subject): number | null =>
    rung === null ? null : read(rung)
/** `a + b + …` over the rungs of the path. */
export const overRungs = ({ outcome }: Subject, term: (k: number) => string): string => outcome.path.rungs.map((_rung, k) => term(k)).join(' + ')

/** Chances given what finished runs showed follow from no formula of a line. */
export const afterRuns = ({ outcome }: Subject): boolean => outcome.path.soFar !== null
