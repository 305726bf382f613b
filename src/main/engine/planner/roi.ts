/** Each target's own return: benefit–cost ratio, ROI, points per dollar, rank, priority, and the source's score (docs/model.md, Targets, limits, return). */
import type { Run, TargetOutcome } from '../../../shared/outcome'
import { DAYS_PER_YEAR } from '../cost'
import { runAt } from '../run'
import { presentUsd } from './benefits'
import { chanceAt } from './chances'
import type { Wanted } from './requiredSize'
import type { Setting } from './setting'

export interface Return extends Pick<TargetOutcome, 'benefitUsd' | 'benefitCostRatio' | 'roi' | 'pointsPerUsd' | 'sourceScore' | 'priority' | 'rank'> {
  /** The run that the target asks for alone, and F̄ there; null and 0 for a target without a size. */
  required: Run | null
  probability: number
}

/**
 * Benefit–cost ratio b·d(t)·F̄(x*)/c(x*) of each target alone, at its own required run started at once; ROI is that less 1.
 * Costs of separate runs do not add up to the path's. A target without a size has no return; points without a price have points per dollar only.
 */
export function returnsOf(setting: Setting): Return[] {
  const alone = setting.wanted.map((wanted, i) => returnAlone(setting, wanted, i))
  return ranked(setting, normalised(setting, alone))
}

function returnAlone(setting: Setting, { target, N, scale }: Wanted, i: number): Return {
  const { plan, soFar, model, worths, served } = setting
  const none: Return = {
    required: null,
    probability: 0,
    benefitUsd: null,
    benefitCostRatio: null,
    roi: null,
    pointsPerUsd: null,
    sourceScore: null,
    priority: null,
    rank: null
  }
  if (N === null || scale === null) return none
  const required = runAt(model, N)
  const probability = chanceAt(setting, i, scale)
  const worth = worths[i]!
  const sourceScore = { raw: target.benefit.value / N, normalised: 0 }
  const pointsPerUsd = target.benefit.kind === 'points' && required.usd > 0 ? (worth.points * probability) / required.usd : null
  if (!worth.paid) return { ...none, required, probability, sourceScore, pointsPerUsd }
  const benefitUsd = presentUsd(served, worth, plan.decision.discountRate, N, required.days / DAYS_PER_YEAR, soFar.days / DAYS_PER_YEAR) * probability
  const benefitCostRatio = required.usd > 0 ? benefitUsd / required.usd : null
  return {
    ...none,
    required,
    probability,
    sourceScore,
    pointsPerUsd,
    benefitUsd,
    benefitCostRatio,
    roi: benefitCostRatio === null ? null : benefitCostRatio - 1
  }
}

/** The source's w/(N·cost) with cost 1, divided by the largest among the benefits of the same kind: points and dollars do not compare. */
function normalised({ plan }: Setting, returns: readonly Return[]): Return[] {
  const largest = (kind: string): number =>
    Math.max(0, ...returns.flatMap(({ sourceScore }, i) => (plan.targets[i]!.benefit.kind === kind ? (sourceScore?.raw ?? []) : [])))
  const most = { usd: largest('usd'), points: largest('points') }
  return returns.map((each, i) => {
    const best = most[plan.targets[i]!.benefit.kind]
    return each.sourceScore === null ? each : { ...each, sourceScore: { raw: each.sourceScore.raw, normalised: best > 0 ? each.sourceScore.raw / best : 0 } }
  })
}

/** Rank by ROI, or by points per dollar where no target is paid; priority by the ratio to the best. A loss is never of high priority. */
function ranked({ plan, objective }: Setting, returns: readonly Return[]): Return[] {
  const merit = ({ benefitCostRatio, pointsPerUsd }: Return): number | null => (objective === 'usd' ? benefitCostRatio : pointsPerUsd)
  const order = returns.map((each, i) => ({ i, merit: merit(each) })).filter((each): each is { i: number; merit: number } => each.merit !== null)
  order.sort((a, b) => b.merit - a.merit || a.i - b.i)
  const best = order[0]?.merit ?? 0
  const { high, medium } = plan.decision.priorityCuts
  const ranks = new Map(order.map(({ i }, place) => [i, place + 1]))
  return returns.map((each, i) => {
    const own = merit(each)
    if (own === null) return each
    const ratio = best > 0 ? own / best : 0
    const loses = each.roi !== null && each.roi < 0
    const priority = ratio >= high && !loses ? 'high' : ratio >= medium ? 'medium' : 'low'
    return { ...each, rank: ranks.get(i) ?? null, priority }
  })
}

/** Ids of the targets from best to worst; those without a rank are left out. */
export const rankingOf = (plan: Setting['plan'], returns: readonly Pick<Return, 'rank'>[]): string[] =>
  plan.targets
    .map(({ id }, i) => ({ id, rank: returns[i]?.rank ?? null }))
    .filter((each): each is { id: string; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id)
