/** What could be measured before a plan is decided, and what that costs (docs/model.md, Uncertainty). */
import type { CandidateInput } from '../../../../shared/contract/nextRun'
import type { Plan } from '../../../../shared/plan/schema'
import { logNormalOf, scaledLogNormal } from '../../factor'
import { runAt } from '../../run'
import type { Setting } from '../../planner/setting'
import type { UncertainInput } from '../plan/uncertainInputs'

interface Cost {
  /** Mean USD, and days on the plan's own cluster. */
  usd: number
  days: number
}

export type Candidate = Cost &
  (
    | { kind: 'score'; target: number; run: { N: number; D: number; C: number }; items: number }
    /** The logarithm of an input is measured with this deviation. */
    | { kind: 'mfu' | 'price'; error: number }
  )

/** Small runs of a target: each half the one before, the first half the run that the target requires. */
const RUNGS = 6
const HALF = 2
const ITEMS = 1000
const HOURS_PER_DAY = 24

/** Small runs scored on every target whose scale is believed, and a measurement of MFU and a quote where those are. */
export function usualCandidates({ wanted }: Setting, uncertain: readonly UncertainInput[]): CandidateInput[] {
  const believed = (id: string): boolean => uncertain.some(({ input }) => input.id === id)
  const scored = wanted.filter(({ target: { id } }) => believed(`critical@${id}`))
  return [
    ...scored.flatMap(({ target: { id }, N }) =>
      N === null ? [] : Array.from({ length: RUNGS }, (_, k): CandidateInput => ({ kind: 'score', N: N / HALF ** (k + 1), target: id, items: ITEMS }))
    ),
    ...(believed('mfu') ? [{ kind: 'mfu', days: 1, error: 0.03 } satisfies CandidateInput] : []),
    ...(believed('price') ? [{ kind: 'price', days: 7, usd: 0, error: 0.02 } satisfies CandidateInput] : [])
  ]
}

/** With what each costs: a small run what the plan's cost model says of it, a measurement on the cluster its rent. */
export function candidatesOf({ plan, model }: Setting, inputs: readonly CandidateInput[]): Candidate[] {
  return inputs.flatMap((input): Candidate[] => {
    if (input.kind === 'price') return [{ kind: 'price', usd: input.usd, days: input.days, error: input.error }]
    if (input.kind === 'mfu') return [{ kind: 'mfu', usd: rentPerDay(plan) * input.days, days: input.days, error: input.error }]
    const { N, D, C, usd, days } = runAt(model, input.N)
    const targets = plan.targets.flatMap(({ id }, at) => (input.target === undefined || input.target === id ? [at] : []))
    return targets.map((target) => ({ kind: 'score', target, run: { N, D, C }, items: input.items, usd, days }))
  })
}

/** Of the whole cluster, at the mean price. */
function rentPerDay({ cluster, costs: { pricePerHourUsd } }: Plan): number {
  return cluster.accelerators * HOURS_PER_DAY * scaledLogNormal(1, logNormalOf(pricePerHourUsd)).mean
}
