/** What finished runs have taken (docs/model.md, Finished runs): money and time are facts that come off the limits, not distributions. */
import { note, type Note } from '../../../shared/notes'
import type { Plan } from '../../../shared/plan/schema'
import { DAYS_PER_YEAR, daysAt, usdAt } from '../cost'
import { runModel } from '../run'
import { believedIn } from './believed'
import { monthsOf } from './progress'

export interface FinishedRun {
  N: number
  D: number
  C: number
  usd: number
  /** Days from the start of the plan. */
  startDays: number
  endDays: number
}

export interface SoFar {
  /** The plan as it was given. */
  given: Plan
  runs: FinishedRun[]
  /** Money spent, and days gone since the start of the plan. */
  usd: number
  days: number
  /** The plan for what is still ahead: what is left of budget and deadline, and steps counted from the largest finished run. The clock starts again. */
  ahead: Plan
  notes: Note[]
}

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12

/** Without finished runs `ahead` is the plan itself. */
export function soFarOf(plan: Plan): SoFar {
  if (plan.actuals.length === 0) return { given: plan, runs: [], usd: 0, days: 0, ahead: plan, notes: [] }
  const { costs } = believedIn(plan)
  // What a run cost includes data that the runs before had not bought.
  const notes: Note[] = []
  const runs: FinishedRun[] = []
  plan.actuals.forEach((actual, i) => {
    const path = `actuals.${i}`
    const { cost, k } = runModel({ ...plan, actuals: plan.actuals.slice(0, i) }, costs)
    const { N, D } = actual
    const C = k * N * D
    const usd = actual.usd ?? usdAt(cost, C, D)
    const days = actual.days ?? daysAt(cost.mean, C)
    if (actual.usd === null) notes.push(note('actuals-cost-estimated', { run: i + 1, N, usd }, path))
    const before = runs.at(-1)?.endDays ?? 0
    const dated = actual.endedAt === null ? null : (monthsOf(actual.endedAt) - monthsOf(plan.decision.baseDate)) * DAYS_PER_MONTH
    if (actual.days === null && dated === null) notes.push(note('actuals-days-estimated', { run: i + 1, N, days }, path))
    // A date tells pauses as well as work; one before the days of the runs themselves does not turn time back.
    const earliest = before + (dated === null ? days : (actual.days ?? 0))
    if (dated !== null && dated + precisionOf(actual.endedAt ?? '') < earliest)
      notes.push(note('actuals-date-too-early', { run: i + 1, N, date: actual.endedAt ?? '', days: earliest }, `${path}.endedAt`))
    const endDays = Math.max(earliest, dated ?? 0)
    runs.push({ N, D, C, usd, startDays: Math.max(before, endDays - days), endDays })
  })
  const usd = runs.reduce((sum, run) => sum + run.usd, 0)
  const days = runs.at(-1)?.endDays ?? 0
  const { budgetUsd, deadlineDays, largestStep } = plan.limits
  if (budgetUsd !== null && usd > budgetUsd) notes.push(note('actuals-over-budget', { spent: usd, budget: budgetUsd }, 'limits.budgetUsd'))
  if (deadlineDays !== null && days > deadlineDays) notes.push(note('actuals-past-deadline', { gone: days, deadline: deadlineDays }, 'limits.deadlineDays'))
  const largest = plan.actuals.reduce((most, { N, stopped }) => (stopped ? most : Math.max(most, N)), 0)
  const limits: Plan['limits'] = {
    ...plan.limits,
    budgetUsd: budgetUsd === null ? null : Math.max(0, budgetUsd - usd),
    deadlineDays: deadlineDays === null ? null : Math.max(0, deadlineDays - days),
    largestStep: largestStep === null ? null : { ...largestStep, lastTrainedN: Math.max(largestStep.lastTrainedN, largest) }
  }
  return { given: plan, runs, usd, days, ahead: { ...plan, limits }, notes }
}

/** Days that a date leaves open: a month counts from its start. */
const precisionOf = (date: string): number => (date.length > 'yyyy-mm'.length ? 1 : 31)
