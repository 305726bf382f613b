/**
 * From a scale to the run that has it, in every draw: N, D = min(D_policy(N), e·U) and C = k·N·D, in logarithms. Where the policy is a power law in N (a fixed ratio,
 * fixed tokens, the optimum of most laws) all of it is straight lines; elsewhere the planner's own functions are asked draw by draw.
 */
import type { Plan, Ratio } from '../../../../shared/plan/schema'
import { onUniqueTokens } from '../../laws/registry'
import type { Axis, RunModel } from '../../run'
import { policyTokens, scaleAt, tokensAt } from '../../run'
import { LARGEST, sizeForScale, SMALLEST } from '../../sizeFor'
import { BLOCK_SIZE } from '../draws/block'
import { uniform } from '../distributions/uniform'
import { checkedTable } from './checkedTable'
import { columnOf, isFixed, type Columns, type Quantity, type Sheet } from './drawn'
import type { LawDraws } from './lawDraws'
import { runsAcross, runsAlong } from './straightRuns'

/** ln N, ln D, ln C; all −∞ where no run is needed, all ∞ where none suffices. */
export interface LnRuns {
  lnN: Float64Array
  lnD: Float64Array
  lnC: Float64Array
}

export interface RunsFor {
  /** The runs with the scales lnX; the columns may be those of lnX itself. */
  fill(lnX: Float64Array, inputs: Columns, n: number): LnRuns
  /** ln D and ln C by ln N, non-decreasing, where they are the same functions in every draw; else null. */
  along: { lnD(lnN: number): number; lnC(lnN: number): number } | null
}

export interface Sizes {
  /** Whether anything that turns a size into tokens and compute is drawn. */
  fixed: boolean
  /** The runs with given scales on an axis. `span` bounds lnX where it is known. */
  runsFor(axis: Axis, span: { low: number; high: number } | null): RunsFor
  /** The tokens of runs of N parameters, ln C, and ln of their scale on an axis. */
  runOf(N: number): {
    fill(inputs: Columns, n: number): { D: Float64Array; C: Float64Array }
    lnScale(axis: Axis): (inputs: Columns, n: number) => Float64Array
  }
  /** Unique tokens that can be bought; ∞ when not limited. */
  uniqueTokens: Quantity
}

/** `laws`: those that a draw may pick; null, or one alone, where the law is exact. */
export function sizesOf(sheet: Sheet, plan: Plan, model: RunModel, laws: LawDraws | null = null): Sizes {
  const { ratio } = plan
  const k = sheet.number('flopPerParameterToken', model.k)
  const policy: Quantity =
    ratio.kind === 'ratio'
      ? sheet.number('tokensPerParameter', ratio.tokensPerParameter)
      : ratio.kind === 'fixedD'
        ? sheet.number('fixedTokens', ratio.tokens)
        : { fixed: 1 }
  const unique: Quantity = model.uniqueTokens === null ? { fixed: Infinity } : sheet.number('uniqueTokens', model.uniqueTokens)
  const epochs: Quantity = model.uniqueTokens === null ? { fixed: 1 } : sheet.number('maxEpochs', plan.limits.maxEpochs)
  const picked: Quantity = laws === null || laws.laws.length === 1 ? { fixed: 0 } : sheet.draw('law', uniform({ low: 0, high: 1 }))
  const fixed = [k, policy, unique, epochs, picked].every(isFixed)
  const models = laws === null ? [model] : laws.laws.map((law): RunModel => ({ ...model, law }))
  /** Place of the law that u picks. */
  const placeOf = (u: number): number => {
    if (laws === null || models.length === 1) return 0
    let [low, high] = [0, models.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (u < laws.cumulative[middle]!) high = middle
      else low = middle + 1
    }
    return low
  }
  const othersFixed = [k, policy, unique, epochs].every(isFixed)

  /** The run model when these numbers are those of a draw. */
  const modelIn = (of: RunModel, kHere: number, policyHere: number, U: number, e: number): RunModel => ({
    ...of,
    law: isFixed(unique) ? of.law : onUniqueTokens(of.law, U),
    k: kHere,
    ratio: ratioWith(ratio, policyHere),
    uniqueTokens: model.uniqueTokens === null ? null : U,
    tokenCap: U * e
  })
  const line = policyLine(model)
  const columns = (inputs: Columns) => ({ k: columnOf(k, inputs), policy: columnOf(policy, inputs), U: columnOf(unique, inputs), e: columnOf(epochs, inputs) })
  const modelAt = (inputs: Columns): ((draw: number) => RunModel) => {
    if (fixed) return () => model
    const law = columnOf(picked, inputs)
    if (othersFixed) return (draw) => models[placeOf(law[draw]!)]!
    const { k: ks, policy: ps, U, e } = columns(inputs)
    return (draw) => modelIn(models[placeOf(law[draw]!)]!, ks[draw]!, ps[draw]!, U[draw]!, e[draw]!)
  }
  /** Whether every law that may be drawn gives the same runs. */
  const sameRuns = (axis: Axis): boolean => isFixed(picked) || (axis !== 'effective' && ratio.kind !== 'optimal')
  const straight = (axis: Axis): boolean =>
    line !== null && sameRuns(axis) && (axis !== 'effective' || (model.law.loss !== null && ratio.kind === 'optimal' && model.tokenCap === Infinity))

  const runsFor: Sizes['runsFor'] = (axis, span) => {
    if (line !== null && straight(axis)) {
      if (!othersFixed) return runsAcross(axis, line, columns)
      const intercept = line.intercept + (isFixed(policy) ? Math.log(policy.fixed) : 0)
      return runsAlong(axis, { lnK: Math.log(model.k), intercept, slope: line.slope, lnCap: Math.log(model.tokenCap) })
    }
    const out: LnRuns = { lnN: new Float64Array(BLOCK_SIZE), lnD: new Float64Array(BLOCK_SIZE), lnC: new Float64Array(BLOCK_SIZE) }
    const lnSize = (lnX: number, here: RunModel): number => {
      const N = sizeForScale(here, axis, Math.exp(lnX))
      return typeof N === 'number' && N >= SMALLEST && N <= LARGEST ? Math.log(N) : Infinity
    }
    const table = fixed && span !== null && span.high - span.low < Infinity ? checkedTable((lnX) => lnSize(lnX, model), span.low, span.high, 1e-8) : null
    const fill: RunsFor['fill'] = (lnX, inputs, n) => {
      const at = modelAt(inputs)
      const { lnN, lnD, lnC } = out
      for (let i = 0; i < n; i++) {
        const x = lnX[i]!
        const here = at(i)
        const ln = Math.abs(x) === Infinity ? x : table === null ? lnSize(x, here) : table(x)
        lnN[i] = ln
        lnD[i] = Math.abs(ln) === Infinity ? ln : Math.log(tokensAt(here, Math.exp(ln)))
        lnC[i] = Math.abs(ln) === Infinity ? ln : Math.log(here.k) + ln + lnD[i]!
      }
      return out
    }
    return { fill, along: null }
  }

  const runOf: Sizes['runOf'] = (N) => {
    const D = new Float64Array(BLOCK_SIZE).fill(tokensAt(model, N))
    const C = new Float64Array(BLOCK_SIZE).fill(model.k * N * D[0]!)
    return {
      fill: (inputs, n) => {
        if (fixed) return { D, C }
        const at = modelAt(inputs)
        for (let i = 0; i < n; i++) {
          const here = at(i)
          D[i] = tokensAt(here, N)
          C[i] = here.k * N * D[i]!
        }
        return { D, C }
      },
      lnScale: (axis) => {
        const lnOf = (here: RunModel): number => {
          const scale = scaleAt(here, axis, N)
          // An axis that the law does not define is never reached.
          return scale === null ? -Infinity : Math.log(scale)
        }
        const column = new Float64Array(BLOCK_SIZE).fill(lnOf(model))
        if (fixed || axis === 'N') return () => column
        return (inputs, n) => {
          const at = modelAt(inputs)
          for (let i = 0; i < n; i++) column[i] = lnOf(at(i))
          return column
        }
      }
    }
  }
  return { fixed, runsFor, runOf, uniqueTokens: unique }
}

const ratioWith = (ratio: Ratio, value: number): Ratio =>
  ratio.kind === 'ratio' ? { ...ratio, tokensPerParameter: value } : ratio.kind === 'fixedD' ? { ...ratio, tokens: value } : ratio

/** ln D_policy = intercept + slope·ln N (+ ln of the ratio or of the fixed tokens); null where it is no straight line. */
function policyLine(model: RunModel): { intercept: number; slope: number } | null {
  if (model.ratio.kind === 'ratio') return { intercept: 0, slope: 1 }
  if (model.ratio.kind === 'fixedD') return { intercept: 0, slope: 0 }
  const lnD = (lnN: number): number => Math.log(policyTokens(model, Math.exp(lnN)))
  const [low, high] = [Math.log(1e4), Math.log(1e16)]
  const slope = (lnD(high) - lnD(low)) / (high - low)
  const intercept = lnD(low) - slope * low
  const bent = [0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 0.95].some((t) => {
    const lnN = low + t * (high - low)
    return Math.abs(lnD(lnN) - intercept - slope * lnN) > 1e-10
  })
  return bent ? null : { intercept, slope }
}
