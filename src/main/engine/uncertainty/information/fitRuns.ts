/**
 * Runs that a fit of one's own scaling law needs: isoFLOPs (Hoffmann et al. 2022, approach 2) wide enough that none of the doubts of `fit/doubts.ts` about the design
 * remains: N, D and the optima each over more than 1.5 decades, at least 5 runs for each of 5 constants, ln N and ln D far from collinear.
 */
import type { NextRun } from '../../../../shared/contract/nextRun'
import { note } from '../../../../shared/notes'
import { daysAt, usdAt } from '../../cost'
import type { Setting } from '../../planner/setting'
import { tokensAt } from '../../run'
import { sizeForCompute } from '../../sizeFor'

/** The largest isoFLOP, as a share of the smallest run that a target requires; isoFLOPs, and the factor of ten between neighbours. */
const LARGEST = 0.01
const BUDGETS = 5
const DECADES_APART = 0.4
/** Sizes of an isoFLOP, from a quarter to four times the optimum's. */
const SIZES = 7
const WIDTH = 4

/** Null when no target has a size to start from. */
export function fitRunsOf({ model, wanted }: Setting): NextRun['fitRuns'] {
  const required = wanted.flatMap(({ N }) => N ?? [])
  if (required.length === 0) return null
  const { cost } = model
  const smallest = Math.min(...required)
  const most = LARGEST * model.k * smallest * tokensAt(model, smallest)
  const runs = Array.from({ length: BUDGETS }, (_, b) => most / 10 ** (DECADES_APART * b)).flatMap((C) => {
    const optimum = sizeForCompute({ ...model, ratio: { kind: 'optimal' }, tokenCap: Infinity }, C)
    return Array.from({ length: SIZES }, (_, s) => {
      const N = optimum * WIDTH ** ((2 * s) / (SIZES - 1) - 1)
      const D = C / (model.k * N)
      return { N, D, C, usd: usdAt(cost, C, D), days: daysAt(cost.mean, C) }
    })
  })
  const sum = (of: 'usd' | 'days'): number => runs.reduce((total, run) => total + run[of], 0)
  const decades = (of: 'N' | 'D' | 'C'): number => Math.log10(Math.max(...runs.map((run) => run[of])) / Math.min(...runs.map((run) => run[of])))
  return {
    runs,
    usd: sum('usd'),
    days: sum('days'),
    decades: { N: decades('N'), D: decades('D'), C: decades('C') },
    reason: note('information-law-exact', { law: model.law.name }, 'law.id')
  }
}
