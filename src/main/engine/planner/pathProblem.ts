/** A plan as the path solver sees it: columns of cost, time and probability over candidate sizes. */
import { DAYS_PER_YEAR, dataUsd, daysAt, usdAt } from '../cost'
import { runColumns } from '../run'
import { pathTarget } from './benefits'
import { chancesAt, type Chances } from './chances'
import { FORBIDDEN_BY, type PathProblem } from './problem'
import type { Setting } from './setting'

export interface Posed {
  problem: PathProblem
  chances: Chances
}

/** The problem on given sizes, strictly increasing. A data-capped run is allowed (with fewer tokens), so the data limit forbids nothing. */
export function poseProblem({ plan, soFar, observed, model, wanted, worths, served, objective, limits }: Setting, sizes: Float64Array): Posed {
  const columns = runColumns(model, sizes)
  const chances = chancesAt(plan, model, wanted, columns, observed)
  const { cost } = model
  const { confidence, budgetUsd, deadlineDays, largestStep } = plan.limits
  const { discountRate } = plan.decision
  const { mean } = cost
  const confident = cost.at(confidence)
  const maxN = (name: 'memory' | 'compute'): number => limits.find(({ limit }) => limit === name)?.maxN ?? Infinity
  const [memory, compute] = [maxN('memory'), maxN('compute')]
  // The largest feasible size comes back from an inverse function: leave room for its rounding.
  const over = (N: number, most: number): boolean => N > most * (1 + 1e-12)
  const problem: PathProblem = {
    objective,
    sizes,
    usdWithoutData: columns.C.map((C) => usdAt(cost, C, 0, mean)),
    dataUsd: columns.D.map((D) => dataUsd(cost, D)),
    dataAtConfidence: mean.usdPerToken > 0 ? confident.usdPerToken / mean.usdPerToken : 1,
    usdWithoutDataAtConfidence: columns.C.map((C) => usdAt(cost, C, 0, confident)),
    years: columns.C.map((C) => daysAt(mean, C) / DAYS_PER_YEAR),
    yearsAtConfidence: columns.C.map((C) => daysAt(confident, C) / DAYS_PER_YEAR),
    forbidden: Uint8Array.from(sizes, (N) => (over(N, memory) ? FORBIDDEN_BY.memory : 0) | (over(N, compute) ? FORBIDDEN_BY.compute : 0)),
    // What a finished run has reached is earned: it is no part of what is ahead.
    targets: wanted.flatMap(({ target }, i) => (observed?.states[i] === 'done' ? [] : [pathTarget(worths[i]!, target, chances.each[i]!)])),
    kept: sizes.map(served.kept),
    all: chances.all,
    // Room for rounding: the largest feasible size costs the budget to the last digit.
    budgetUsd: budgetUsd === null ? null : budgetUsd * (1 + 1e-12),
    deadlineYears: deadlineDays === null ? null : (deadlineDays / DAYS_PER_YEAR) * (1 + 1e-12),
    step: largestStep === null ? null : { factor: largestStep.factor, lastN: largestStep.lastTrainedN },
    discountRate,
    horizonYears: Math.max(0, served.horizonYears - soFar.days / DAYS_PER_YEAR)
  }
  return { problem, chances }
}
