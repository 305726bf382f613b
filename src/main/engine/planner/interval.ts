/** The 5–50–95 % range of the required run: over the belief about the critical scale, and for money and days over price and MFU as well. */
import type { Quantiles, TargetOutcome } from '../../../shared/outcome'
import { isNoAnswer } from '../../../shared/notes'
import { daysAt, usdAt } from '../cost'
import type { Factor } from '../factor'
import { normalProbability, normalDensity } from '../numeric/normal'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { tokensAt, type RunModel } from '../run'
import { sizeForScale } from '../sizeFor'
import { scaleInterval } from './belief'
import type { Wanted } from './requiredSize'

/** Null when the target needs no scale, or when some value of its threshold has no run. */
export function requiredInterval(model: RunModel, { target, belief, N }: Wanted): TargetOutcome['interval'] {
  if (N === null) return null
  const scales = scaleInterval(belief, target.wanted)
  if (isNoAnswer(scales) || scales.p50 <= 0) return null
  const runAtScore = (u: number): RunPoint | null => {
    const size = sizeForScale(model, target.axis, scales.p50 * Math.exp(belief.sigma * u))
    if (typeof size !== 'number') return null
    const D = tokensAt(model, size)
    return { N: size, D, C: model.k * size * D }
  }
  const [low, middle, high] = [runAtScore(-NINETY_FIVE), runAtScore(0), runAtScore(NINETY_FIVE)]
  if (low === null || middle === null || high === null) return null
  const of = (key: 'N' | 'D' | 'C'): Quantiles => ({ p5: low[key], p50: middle[key], p95: high[key] })
  const seen = new Map<number, RunPoint | null>()
  const spread = (factor: Factor, rest: (run: RunPoint) => number): Quantiles | null => {
    const at = (u: number): Line | null => {
      if (!seen.has(u)) seen.set(u, runAtScore(u))
      const run = seen.get(u) ?? null
      return run && { slope: run.C, rest: rest(run) }
    }
    return belief.sigma === 0 ? alone({ slope: middle.C, rest: rest(middle) }, factor) : together(at, factor)
  }
  const { cost } = model
  const usd = spread(cost.usdPerFlop, ({ D }) => usdAt(cost, 0, D, 0))
  const days = spread(cost.daysPerFlop, () => daysAt(cost, 0, 0))
  return usd && days && { N: of('N'), D: of('D'), C: of('C'), usd, days }
}

interface RunPoint {
  N: number
  D: number
  C: number
}

/** slope·Z + rest. */
interface Line {
  slope: number
  rest: number
}
const value = ({ slope, rest }: Line, factor: number): number => slope * factor + rest

const NINETY_FIVE = 1.6448536269514722 // Φ⁻¹(0.95)

/** Steps of the trapezoid rule: few, so that money and days look at the same runs. */
const STEPS = [1, 1 / 2, 1 / 4, 1 / 8]

const alone = (line: Line, factor: Factor): Quantiles => ({
  p5: value(line, factor.quantile(0.05)),
  p50: value(line, factor.quantile(0.5)),
  p95: value(line, factor.quantile(0.95))
})

/**
 * Quantiles of slope(u)·Z + rest(u) with u standard normal and independent of Z. The distribution function is ∫φ(u)·P(Z ≤ (y − rest)/slope) du by the
 * trapezoid rule, whose step follows how much u moves the value against Z (error in probability below 1e-6). Where u moves it more than 16 times as much,
 * the value is read at the most likely point instead (Z then shifts the quantile by less than 0.2 % of its spread).
 */
function together(at: (u: number) => Line | null, factor: Factor): Quantiles | null {
  const [low, high] = [at(-NINETY_FIVE), at(NINETY_FIVE)]
  if (low === null || high === null) return null
  if (factor.certain) {
    const middle = at(0)
    return middle && { p5: value(low, factor.mean), p50: value(middle, factor.mean), p95: value(high, factor.mean) }
  }
  const ratio = Math.abs(Math.log(high.slope / low.slope) / Math.log(factor.quantile(0.95) / factor.quantile(0.05)))
  const most = Math.hypot(1, ratio)
  const likely = (score: number): number | null => {
    const line = at((score * ratio) / most)
    return line && value(line, factor.quantile(normalProbability(score / most)))
  }
  const step = STEPS.find((s) => s * most <= (2 * Math.PI) / Math.sqrt(32)) ?? 1 / 16
  const reach = Math.ceil(5.5 / step)
  const lines = Array.from({ length: 2 * reach + 1 }, (_, j) => ({ line: at((j - reach) * step), weight: step * normalDensity((j - reach) * step) }))
  const quantile = (score: number): number | null => {
    const guess = likely(score)
    if (guess === null || ratio > 16) return guess
    const wanted = normalProbability(score)
    const missing = (lnY: number): number => {
      const y = Math.exp(lnY)
      let below = 0
      // A threshold that no run reaches costs more than any y.
      for (const { line, weight } of lines) if (line !== null) below += weight * factor.atMost((y - line.rest) / line.slope)
      return wanted - below
    }
    // The spread of ln y is nearly normal, so its slope is known well enough for a few steps of Newton's kind.
    const slope = (most * Math.log(factor.quantile(0.95) / factor.quantile(0.05))) / (2 * NINETY_FIVE) / normalDensity(score)
    let lnY = Math.log(guess)
    for (let round = 0; round < 6; round++) {
      const step = missing(lnY) * slope
      lnY += step
      if (Math.abs(step) < 1e-8) return Math.exp(lnY)
    }
    const bracket = bracketDecreasing(missing, Math.log(guess), 1e-3, 8)
    return bracket === null ? guess : Math.exp(findRoot(missing, bracket, 1e-9))
  }
  const [p5, p50, p95] = [quantile(-NINETY_FIVE), quantile(0), quantile(NINETY_FIVE)]
  return p5 === null || p50 === null || p95 === null ? null : { p5, p50, p95 }
}
