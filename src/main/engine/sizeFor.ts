/** The size of the run that has given tokens, compute, cost or scale: the functions of `run.ts` turned round. All of them never fall as N grows. */
import type { Plan } from '../../shared/plan/schema'
import { bracketDecreasing, findRoot } from './numeric/root'
import { policyTokens, scaleAt, tokensAt, type Axis, type RunModel } from './run'
import { dataUsd, usdAt } from './cost'
import type { Rates } from './costRates'

/** Largest N whose policy asks for at most D tokens: Infinity when more parameters never ask for more tokens than that, 0 when even the smallest run does. */
export function sizeForTokens(model: RunModel, D: number): number {
  const { ratio, law, k } = model
  if (D === Infinity) return Infinity
  if (ratio.kind === 'ratio') return D / ratio.tokensPerParameter
  if (ratio.kind === 'fixedD') return D >= ratio.tokens ? Infinity : 0
  if (law.optimalSize === null) throw new Error(`the law ${law.id} has no optimum`)
  return law.optimalSize(D, k)
}

/** N of the run of C FLOP, k·N·D(N) = C. Closed form on both sides of the size from which the data cap holds. */
export function sizeForCompute(model: RunModel, C: number): number {
  const { ratio, law, k } = model
  const optimum = ratio.kind === 'optimal' ? law.optimum : null
  const N =
    ratio.kind === 'ratio'
      ? Math.sqrt(C / (k * ratio.tokensPerParameter))
      : ratio.kind === 'fixedD'
        ? C / (k * ratio.tokens)
        : optimum === null
          ? NaN
          : optimum(C, k).N
  if (Number.isNaN(N)) throw new Error(`the law ${law.id} has no optimum`)
  return policyTokens(model, N) <= model.tokenCap ? N : C / (k * model.tokenCap)
}

/** N of the run that costs `usd` at these rates; 0 when what every run pays is more already. `near` is a guess that saves time. */
export function sizeForUsd(model: RunModel, usd: number, rates: Rates, near?: number): number {
  const { ratio, cost, k } = model
  // A fixed number of tokens is bought at any size.
  const fixedTokens = ratio.kind === 'fixedD' ? Math.min(ratio.tokens, model.tokenCap) : 0
  const left = usd - usdAt(cost, 0, fixedTokens, rates)
  if (left <= 0) return 0
  const most = sizeForCompute(model, left / rates.usdPerFlop)
  if (ratio.kind === 'fixedD' || rates.usdPerToken === 0 || most < SMALLEST) return most
  const growing = (N: number): number => {
    const D = tokensAt(model, N)
    return k * N * D * rates.usdPerFlop + dataUsd(cost, D, rates)
  }
  return growing(SMALLEST) >= left ? 0 : increasingInverse(growing, left, near !== undefined && near >= SMALLEST && near < most ? near : most)
}

/** N of the run that lasts `days` at these rates; 0 when the fixed days alone are longer. */
export const sizeForDays = (model: RunModel, days: number, { daysPerFlop, fixedDays }: Rates): number =>
  days <= fixedDays ? 0 : sizeForCompute(model, (days - fixedDays) / daysPerFlop)

/** Why no size has a scale: the law does not define it, the unique tokens stop it, or the policy's fixed tokens do. */
export type Unscalable = 'not-defined' | 'data' | 'fixed-tokens'

/** N of the run whose scale on an axis is x. On the effective axis a capped or fixed D leaves a loss that no size gets below. */
export function sizeForScale(model: RunModel, axis: Axis, x: number): number | Unscalable {
  if (axis === 'N') return x
  if (axis === 'C') return sizeForCompute(model, x)
  if (model.law.loss === null) return 'not-defined'
  const scale = (N: number): number => scaleAt(model, axis, N) ?? 0
  if (model.ratio.kind === 'optimal' && scale(x) === x) return x
  const bounded = model.ratio.kind === 'fixedD' || model.tokenCap < Infinity
  if (bounded && scale(LARGEST) < x) return policyTokens(model, LARGEST) > model.tokenCap ? 'data' : 'fixed-tokens'
  return increasingInverse(scale, x, x)
}

/** Larger than any model and any scale of the schema; a size that this cannot reach does not exist. And smaller than any that costs anything. */
export const LARGEST = 1e45
export const SMALLEST = 1e-45

/** Largest N that the memory of the plan's accelerators holds (a floor for accelerators is a ceiling for N). */
export const sizeForMemory = (model: RunModel, { accelerators }: Plan['cluster'], { parametersPerAccelerator }: Rates): number =>
  (accelerators * parametersPerAccelerator) / model.totalPerActive

/** x > 0 with f(x) = goal for a continuous f > 0 that never falls, from a guess; in logarithms, where costs and scales are nearly straight. */
export function increasingInverse(f: (x: number) => number, goal: number, start: number): number {
  const short = (u: number): number => Math.log(goal / f(Math.exp(u)))
  const from = Math.log(start)
  const gap = short(from)
  if (gap === 0) return start
  // A few secant steps, the first as if f were x²; where f has a corner they may not settle, and the bracket does.
  let [before, missed, u] = [from, gap, from + gap / 2]
  for (let round = 0; round < 8; round++) {
    const left = short(u)
    const step = (left * (u - before)) / (missed - left)
    if (Math.abs(left) < 1e-15 || Math.abs(step) <= 2e-15 * Math.abs(u)) return Math.exp(u)
    if (!(Math.abs(step) < Math.abs(gap))) break
    ;[before, missed, u] = [u, left, u + step]
  }
  const bracket = bracketDecreasing(short, from, Math.min(1, Math.abs(gap)), 600)
  if (bracket === null) throw new Error(`no size has ${goal}`)
  return Math.exp(findRoot(short, bracket, 1e-14))
}
