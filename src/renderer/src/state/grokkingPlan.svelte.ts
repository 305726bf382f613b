/** The tokens at which a run generalised as the plan's fixed tokens per run: what that would do to the plan, and doing it. */
import type { Outcome } from '../../../shared/outcome'
import { setInput } from '../../../shared/plan/edits'
import type { Plan } from '../../../shared/plan/schema'
import { Asked } from './asked.svelte'
import { grokking } from './grokking.svelte'
import { planning } from './plan.svelte'

class GrokkingPlan {
  readonly preview = new Asked('planner.evaluate')
  /** Null where the run has not generalised, or nobody said what a step takes. */
  tokens: number | null = $derived(grokking.analysis?.tokens?.generalisation ?? null)
  edited: Plan | null = $derived.by(() => {
    const { plan } = planning
    return plan === null || this.tokens === null || this.tokens <= 0 ? null : setInput(plan, 'fixedTokens', this.tokens)
  })
  inUse: boolean = $derived(this.tokens !== null && planning.plan?.ratio.kind === 'fixedD' && planning.plan.ratio.tokens === this.tokens)
  /** What the edited plan comes to; null until it is known. */
  then: Outcome | null = $derived(this.edited !== null && this.preview.current?.input.plan === this.edited ? this.preview.current.output : null)

  ask(): void {
    if (this.edited === null || this.inUse) this.preview.clear()
    else this.preview.ask({ plan: this.edited, audit: false })
  }

  /** One step of the plan. */
  use(step: string): void {
    const { tokens } = this
    if (tokens !== null)
      planning.edit(
        () => step,
        (plan) => setInput(plan, 'fixedTokens', tokens)
      )
  }
}

export const grokkingPlan = new GrokkingPlan()
