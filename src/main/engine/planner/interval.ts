/** The 5–50–95 % range of the required run: over the belief about the critical scale, and for money and days over price and MFU as well. */
import type { Quantiles, TargetOutcome } from '../../../shared/outcome'
import { isNoAnswer } from '../../../shared/notes'
import { daysAt, usdAt } from '../cost'
import type { Factor } from '../factor'
import { normalProbability, normalDensity } from '../numeric/normal'
import { bracketDecreasing, findRoot } from '../numeric/root'
import { tokensAt, type RunModel } from '../run'
import { sizeForScale } from '../sizeFor'
import { isExact, partsOf, scaleAt, scaleInterval } from './belief'
import type { Wanted } from './requiredSize'
import { isWhole, scaleBelief, type ScaleBelief } from './wholeBelief'

/** Null when the target needs no scale, or when some value of its threshold has no run. */
export function requiredInterval(model: RunModel, { target, belief, N }: Wanted): TargetOutcome['interval'] {
  if (N === null) return null
  const whole = isWhole(belief) ? scaleBelief(belief, target.wanted) : null
  const scales = whole === null ? scaleInterval(belief, target.wanted) : wholeInterval(whole)
  if (scales === null || isNoAnswer(scales) || scales.p5 <= 0) return null
  const runAtScale = (scale: number): RunPoint | null => {
    if (scale === 0) return NO_RUN
    if (scale === Infinity) return null
    const size = sizeForScale(model, target.axis, scale)
    if (typeof size !== 'number') return null
    const D = tokensAt(model, size)
    return { N: size, D, C: model.k * size * D }
  }
  const scaleCurves = whole
    ? [(u: number) => Math.exp(whole.lnScaleAt(u))]
    : partsOf(belief).map((part) => {
        const middle = belief.parts === null ? scales.p50 : scaleAt(belief, part.lnMedian, target.wanted)
        return (u: number) => (typeof middle === 'number' ? middle * Math.exp(part.sigma * u) : Infinity)
      })
  const curves = scaleCurves.map((scaleAtScore): RunCurve => {
    const seen = new Map<number, RunPoint | null>()
    return (u) => {
      if (!seen.has(u)) seen.set(u, runAtScale(scaleAtScore(u)))
      return seen.get(u) ?? null
    }
  })
  const [curve] = curves
  const alone = curves.length === 1 ? curve : undefined
  const [low, middle, high] = alone
    ? [alone(-NINETY_FIVE), alone(0), alone(NINETY_FIVE)]
    : [runAtScale(scales.p5), runAtScale(scales.p50), runAtScale(scales.p95)]
  if (low === null || middle === null || high === null) return null
  const of = (key: 'N' | 'D' | 'C'): Quantiles => ({ p5: low[key], p50: middle[key], p95: high[key] })
  const spread = (factor: Factor, rest: (run: RunPoint) => number): Quantiles | null => {
    const line = (run: RunPoint): Line => ({ slope: run.C, rest: rest(run) })
    if (isExact(belief) && whole === null) return factorAlone(line(middle), factor)
    if (factor.certain) return { p5: value(line(low), factor.mean), p50: value(line(middle), factor.mean), p95: value(line(high), factor.mean) }
    const lines = curves.map((each) => (u: number) => {
      const run = each(u)
      return run && line(run)
    })
    return alone ? together(lines[0]!, factor) : mixed(lines, [line(low), line(middle), line(high)], factor)
  }
  const { cost } = model
  const usd = spread(cost.usdPerFlop, ({ D }) => usdAt(cost, 0, D))
  const days = spread(cost.daysPerFlop, () => daysAt(cost.mean, 0))
  return usd && days && { N: of('N'), D: of('D'), C: of('C'), usd, days }
}

/** The run when the required scale is at the score u of one log-normal, or of all that is believed. */
type RunCurve = (u: number) => RunPoint | null

interface RunPoint {
  N: number
  D: number
  C: number
}

/** Where no scale is needed. */
const NO_RUN: RunPoint = { N: 0, D: 0, C: 0 }

/** 5–50–95 % over all that is believed of the target. */
function wholeInterval({ lnScaleAt }: ScaleBelief): Quantiles | null {
  const at = (score: number): number => Math.exp(lnScaleAt(score))
  const scales = { p5: at(-NINETY_FIVE), p50: at(0), p95: at(NINETY_FIVE) }
  return Number.isFinite(scales.p95) ? scales : null
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

const factorAlone = (line: Line, factor: Factor): Quantiles => ({
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
  const ratio = Math.abs(Math.log(high.slope / low.slope) / Math.log(factor.quantile(0.95) / factor.quantile(0.05)))
  const most = Math.hypot(1, ratio)
  const likely = (score: number): number | null => {
    const line = at((score * ratio) / most)
    return line && value(line, factor.quantile(normalProbability(score / most)))
  }
  const below = chanceBelow(at, most, factor)
  const quantile = (score: number): number | null => {
    const guess = likely(score)
    if (guess === null || ratio > 16) return guess
    const wanted = normalProbability(score)
    const missing = (lnY: number): number => wanted - below(Math.exp(lnY))
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

/** P(slope·Z + rest ≤ y) over u and Z; `most` is how steep it is in u beside Z, which sets the step of the trapezoid rule. */
function chanceBelow(at: (u: number) => Line | null, most: number, factor: Factor): (y: number) => number {
  const step = STEPS.find((s) => s * most <= (2 * Math.PI) / Math.sqrt(32)) ?? 1 / 16
  const reach = Math.ceil(5.5 / step)
  const lines = Array.from({ length: 2 * reach + 1 }, (_, j) => ({ line: at((j - reach) * step), weight: step * normalDensity((j - reach) * step) }))
  return (y) => {
    let below = 0
    // A threshold that no run reaches costs more than any y.
    for (const { line, weight } of lines) if (line !== null) below += weight * factor.atMost((y - line.rest) / line.slope)
    return below
  }
}

/** Quantiles over an equal-weight mixture of thresholds and Z: the distribution function is the mean over the parts, each of which is smooth. */
function mixed(parts: readonly ((u: number) => Line | null)[], middles: readonly [Line, Line, Line], factor: Factor): Quantiles | null {
  const spread = Math.log(factor.quantile(0.95) / factor.quantile(0.05))
  const below = parts.map((at) => {
    const [low, high] = [at(-NINETY_FIVE), at(NINETY_FIVE)]
    const steep = low === null || high === null ? Infinity : Math.abs(Math.log(high.slope / low.slope) / spread)
    return chanceBelow(at, Math.hypot(1, steep), factor)
  })
  const quantile = (score: number, line: Line): number | null => {
    const wanted = normalProbability(score)
    const missing = (lnY: number): number => wanted - below.reduce((sum, P) => sum + P(Math.exp(lnY)), 0) / below.length
    const bracket = bracketDecreasing(missing, Math.log(value(line, factor.quantile(0.5))), 0.05, 64)
    return bracket && Math.exp(findRoot(missing, bracket, 1e-9))
  }
  const [p5, p50, p95] = [quantile(-NINETY_FIVE, middles[0]), quantile(0, middles[1]), quantile(NINETY_FIVE, middles[2])]
  return p5 === null || p50 === null || p95 === null ? null : { p5, p50, p95 }
}
