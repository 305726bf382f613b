/** How far the cost and the time of runs may be from their mean: exact where one rate alone is uncertain, over the draws where several are. */
import type { Quantiles } from '../../shared/outcome'
import { daysAt, tokensPaid, usdAt, type CostModel } from './cost'
import { COST_DRAWS } from './costDraws'
import { drawnFactor, type Factor } from './factor'

/** Sums over runs as if each were made: FLOP, tokens paid for, runs. */
export interface Total {
  C: number
  tokens: number
  runs: number
}

const quantilesOf = (quantile: (p: number) => number): Quantiles => ({ p5: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95) })

/** 5–50–95 % of the USD and of the days of a run of C FLOP on D tokens. */
export const usdRange = (cost: CostModel, C: number, D: number): Quantiles =>
  cost.draws?.besides.usd
    ? quantilesOf(totalUsd(cost, { C, tokens: tokensPaid(cost, D), runs: 1 }, FEW).quantile)
    : quantilesOf((p) => usdAt(cost, C, D, cost.at(p)))
export const daysRange = (cost: CostModel, C: number): Quantiles =>
  cost.draws?.besides.days ? quantilesOf(totalDays(cost, { C, tokens: 0, runs: 1 }, FEW).quantile) : quantilesOf((p) => daysAt(cost.at(p), C))

/** Draws that tell a range: the first of them are spread as evenly as all. */
const FEW = 512

/** What runs cost together, and how long they take one after the other: all of them at the same price, speed and so on. */
export function totalUsd(cost: CostModel, { C, tokens: D, runs }: Total, most = COST_DRAWS): Factor {
  const { draws, mean } = cost
  if (!draws?.besides.usd) return moved(cost.usdPerFlop, C, mean.usdPerToken * D + mean.fixedUsd * runs)
  const { usdPerFlop, usdPerToken, fixedUsd } = draws
  return drawnFactor(usdPerFlop.subarray(0, most).map((Z, s) => C * Z + D * usdPerToken[s]! + runs * fixedUsd[s]!))
}
export function totalDays(cost: CostModel, { C, runs }: Total, most = COST_DRAWS): Factor {
  const { draws, mean } = cost
  if (!draws?.besides.days) return moved(cost.daysPerFlop, C, mean.fixedDays * runs)
  const { daysPerFlop, fixedDays } = draws
  return drawnFactor(daysPerFlop.subarray(0, most).map((Z, s) => C * Z + runs * fixedDays[s]!))
}

/** scale·Z + certain. */
const moved = (Z: Factor, scale: number, certain: number): Factor => ({
  mean: scale * Z.mean + certain,
  certain: Z.certain,
  quantile: (p) => scale * Z.quantile(p) + certain,
  atMost: (x) => Z.atMost((x - certain) / scale)
})
