/** The plan as a whole once runs are finished: what they took and earned, and what is ahead, in money of the plan's start. */
import type { Path } from '../../../shared/outcome'
import { DAYS_PER_YEAR } from '../cost'
import { presentUsd } from './benefits'
import type { Setting } from './setting'

/** `ahead`: value of the path that is still to come, USD of now; null for points. `original`: the path as if nothing had been run. */
export function toDateOf(
  { plan, soFar, observed, worths, served, objective }: Setting,
  ahead: number | null,
  original: Path | null
): NonNullable<Path['soFar']> {
  const { given, runs, usd, days } = soFar
  const rate = Math.log1p(plan.decision.discountRate)
  const present = (amount: number, at: number): number => amount * Math.exp((-rate * at) / DAYS_PER_YEAR)
  const spentPresentUsd = runs.reduce((sum, run) => sum + present(run.usd, run.startDays), 0)
  const reachedBy = plan.targets.map((_target, i) => (observed?.states[i] === 'done' ? runs[observed.seen[i]!.reachedBy ?? -1] : undefined))
  const earned = (of: (i: number, run: (typeof runs)[number]) => number): number =>
    reachedBy.reduce((sum, run, i) => (run === undefined ? sum : sum + of(i, run)), 0)
  const paid = objective === 'usd'
  const earnedUsd = paid ? earned((i, { N, endDays }) => presentUsd(served, worths[i]!, plan.decision.discountRate, N, endDays / DAYS_PER_YEAR)) : null
  const { budgetUsd, deadlineDays } = given.limits
  return {
    runs: runs.length,
    usd,
    days,
    usdLeft: budgetUsd === null ? null : budgetUsd - usd,
    daysLeft: deadlineDays === null ? null : deadlineDays - days,
    reached: plan.targets.filter((_target, i) => reachedBy[i] !== undefined).map(({ id }) => id),
    chance: observed?.chance ?? 1,
    spentPresentUsd,
    earnedUsd,
    earnedPoints: paid ? null : earned((i) => worths[i]!.points),
    toDate: earnedUsd === null || ahead === null ? null : earnedUsd - spentPresentUsd + present(ahead, days),
    original: original && { value: original.value.expected, points: original.value.points, usd: original.usd, days: original.days }
  }
}
