/** The parametric bootstrap that the tests share: curves drawn from the null's fit, and how many look at least as extreme as the measured one. */
import { drawBinomial } from '../numeric/binomialDraw'
import type { RandomStream } from '../numeric/random'
import { gaussianLogLikelihood } from './criterion'
import type { CurveData } from './curveFit'
import { rowsOf } from './pooled'
import type { Response } from './response'

/** Drawing stops at so many hits: then p is not small, and p = hits/replicates is still exact under the null (Besag & Clifford 1991). */
const ENOUGH_HITS = 20

export interface NullModel {
  /** Mean of each point under the null, and the standard deviation around it for Gaussian scatter. */
  means: Float64Array
  deviation: number
}

export interface BootstrapP {
  /** Share of draws at least as extreme, the measured curve counted among them. */
  p: number
  replicates: number
}

/** `extreme(drawn)` says whether drawn scores are at least as extreme as the measured ones; replicate i takes `stream(i)`; at most `most` are drawn. */
export function bootstrapP(
  data: CurveData,
  { means, deviation }: NullModel,
  extreme: (drawn: CurveData) => boolean,
  stream: (i: number) => RandomStream,
  most: number
): BootstrapP {
  let hits = 0
  let drawn = 0
  while (drawn < most && hits < ENOUGH_HITS) {
    if (extreme(drawnFrom(data, means, deviation, stream(drawn++)))) hits++
  }
  return { p: hits >= ENOUGH_HITS ? hits / drawn : (hits + 1) / (drawn + 1), replicates: drawn }
}

/** Scores around the means; of pooled rows their means, and with Gaussian scatter what the rows scatter around them. */
function drawnFrom(data: CurveData, means: Float64Array, deviation: number, random: RandomStream): CurveData {
  const { m, noise, pooled } = data
  if (noise === 'binomial') return { ...data, y: means.map((mean, i) => drawBinomial(random, m[i]!, Math.min(1, Math.max(0, mean))) / m[i]!) }
  const y = means.map((mean, i) => mean + (deviation / Math.sqrt(m[i]!)) * random.normal())
  if (pooled === undefined) return { ...data, y }
  let within = 0
  for (let i = means.length; i < pooled.rows; i++) within += (deviation * random.normal()) ** 2
  return { ...data, y, pooled: { ...pooled, within } }
}

/** Points that scatter φ times as much as their items allow count as if they had φ times fewer: whole items, at least one. */
export const effectiveData = (response: Response, phi: number): CurveData =>
  response.noise === 'gaussian' ? response : { ...response, m: response.m.map((items) => Math.max(1, Math.round(items / phi))) }

/** −2·ln L of what a fit minimised, but for a constant. */
export const minusTwoLogL = (data: CurveData, objective: number, rounding: number): number =>
  data.noise === 'gaussian' ? gaussianLogLikelihood(objective, rowsOf(data), rounding) : objective

/** Gaussian scatter around a null with `parameters`, never below that of rounding. */
export const deviationOf = (data: CurveData, objective: number, parameters: number, rounding: number): number =>
  Math.sqrt(Math.max(objective / Math.max(1, rowsOf(data) - parameters), rounding ** 2))
