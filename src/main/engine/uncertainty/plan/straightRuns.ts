/**
 * Runs of a policy that is a straight line in logarithms: ln D = intercept + slope·ln N, at most ln(e·U), and ln C = ln k + ln N + ln D. A scale on the axis N (or effective,
 * which then is N) is the size itself; one on C is solved for it.
 */
import { logarithm } from '../../numeric/logarithm'
import type { Axis } from '../../run'
import { BLOCK_SIZE } from '../draws/block'
import type { Columns } from './drawn'
import type { LnRuns, RunsFor } from './sizes'

export interface Line {
  lnK: number
  intercept: number
  slope: number
  lnCap: number
}

const columns = (): LnRuns => ({ lnN: new Float64Array(BLOCK_SIZE), lnD: new Float64Array(BLOCK_SIZE), lnC: new Float64Array(BLOCK_SIZE) })

/** The same line in every draw. */
export function runsAlong(axis: Axis, { lnK, intercept, slope, lnCap }: Line): RunsFor {
  const lnD = (lnN: number): number => (Math.abs(lnN) === Infinity ? lnN : Math.min(intercept + slope * lnN, lnCap))
  const lnC = (lnN: number): number => (Math.abs(lnN) === Infinity ? lnN : lnK + lnN + lnD(lnN))
  const out = columns()
  return {
    fill: (lnX, _inputs, n) => {
      const lnNs = axis === 'C' ? out.lnN : lnX
      if (axis === 'C') for (let i = 0; i < n; i++) out.lnN[i] = sizeForC(lnX[i]!, lnK, intercept, slope, lnCap)
      fillAlong(lnNs, out, n, { lnK, intercept, slope, lnCap })
      return axis === 'C' ? out : { ...out, lnN: lnX }
    },
    along: slope >= 0 ? { lnD, lnC } : null
  }
}

/** `lnD` and `lnC` of a column, in a loop of its own. */
function fillAlong(lnN: Float64Array, { lnD, lnC }: LnRuns, n: number, { lnK, intercept, slope, lnCap }: Line): void {
  for (let i = 0; i < n; i++) {
    const ln = lnN[i]!
    const onLine = intercept + slope * ln
    const tokens = Math.abs(ln) === Infinity ? ln : onLine < lnCap ? onLine : lnCap
    lnD[i] = tokens
    // As infinite as ln N.
    lnC[i] = lnK + ln + tokens
  }
}

/** Lines of one slope whose k, whose factor of tokens or whose most tokens are drawn. */
export function runsAcross(
  axis: Axis,
  { intercept, slope }: Pick<Line, 'intercept' | 'slope'>,
  drawn: (inputs: Columns) => { k: Float64Array; policy: Float64Array; U: Float64Array; e: Float64Array }
): RunsFor {
  const out = columns()
  return {
    fill: (lnX, inputs, n) => {
      const { k, policy, U, e } = drawn(inputs)
      const { lnN, lnD, lnC } = out
      for (let i = 0; i < n; i++) {
        const x = lnX[i]!
        if (Math.abs(x) === Infinity) {
          lnN[i] = lnD[i] = lnC[i] = x
          continue
        }
        const lnK = logarithm(k[i]!)
        const start = intercept + logarithm(policy[i]!)
        const lnCap = logarithm(U[i]! * e[i]!)
        const ln = axis === 'C' ? sizeForC(x, lnK, start, slope, lnCap) : x
        lnN[i] = ln
        lnD[i] = Math.min(start + slope * ln, lnCap)
        lnC[i] = lnK + ln + lnD[i]!
      }
      return out
    },
    along: null
  }
}

/** ln N of the run of ln C = x: on the line, or with the most tokens where the line has more. */
function sizeForC(x: number, lnK: number, intercept: number, slope: number, lnCap: number): number {
  const lnN = (x - lnK - intercept) / (1 + slope)
  return intercept + slope * lnN > lnCap ? x - lnK - lnCap : lnN
}
