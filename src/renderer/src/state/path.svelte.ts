/** What the Path screen asks: regrets over common draws, the next run worth making, and the plan as it was before any run; its axis is kept on its desk. */
import type { Outcome } from '../../../shared/outcome'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { fieldOf, oneOf } from './intakeKept'
import { outcomes } from './outcome.svelte'

export const LADDER_AXES = ['usd', 'days'] as const
export type LadderAxis = (typeof LADDER_AXES)[number]

export const pathDesk = new Desk<{ axis: LadderAxis }>('path', (kept) => ({ axis: oneOf(LADDER_AXES, fieldOf(kept, 'axis'), 'usd') }))

class PathState {
  readonly regret = new Asked('planner.regret', { long: true })
  readonly nextRun = new Asked('planner.nextRun', { long: true })
  /** The outcome as if nothing had been run. */
  readonly original = new Asked('planner.evaluate')
  /** The outcome that the advice on the next run was last asked for. */
  advisedOf = $state.raw<Outcome | null>(null)

  /** Regrets once the path is known with its audit, so that two long questions do not compete. */
  ask(outcome: Outcome): void {
    const { plan, path } = outcome
    if (path.unitOfBenefit === 'points') this.regret.clear()
    else if (outcomes.audited?.of === outcome) this.regret.ask({ plan })
    if (plan.actuals.length === 0) this.original.clear()
    else this.original.ask({ plan: { ...plan, actuals: [], pin: null }, audit: false })
  }

  advise(outcome: Outcome): void {
    this.advisedOf = outcome
    this.nextRun.again({ plan: outcome.plan })
  }
}

export const paths = new PathState()
