/** The chance that each target, and all of them, are reached at every size of a column (docs/model.md, Beliefs and probabilities). */
import type { Plan } from '../../../shared/plan/schema'
import { lnScales, type Axis, type RunColumns, type RunModel } from '../run'
import { marginal, marginals } from './belief'
import { joint } from './joint'
import type { Observed } from './observed'
import type { Wanted } from './requiredSize'

export interface Chances {
  /** ln of the scale on each target's axis; null where the law does not define that axis. */
  lnX: (Float64Array | null)[]
  /** F̄ of each target, in the order of the plan; 0 on an axis that is not defined, 1 where a finished run has reached it. */
  each: Float64Array[]
  /** H: all targets are reached. */
  all: Float64Array
}

/** `observed`: what finished runs showed, null when there is nothing of that kind. */
export function chancesAt(plan: Plan, model: RunModel, wanted: readonly Wanted[], columns: RunColumns, observed: Observed | null): Chances {
  const perAxis = new Map<Axis, Float64Array | null>()
  const lnX = wanted.map(({ target: { axis } }) => {
    if (!perAxis.has(axis)) perAxis.set(axis, lnScales(model, axis, columns))
    return perAxis.get(axis) ?? null
  })
  const each = wanted.map(({ belief }, i) => {
    const scales = lnX[i]
    if (observed?.states[i] === 'done') return new Float64Array(columns.N.length).fill(1)
    return scales ? (observed?.marginals(i, scales) ?? marginals(belief, scales)) : new Float64Array(columns.N.length)
  })
  const defined = lnX.filter((scales) => scales !== null)
  const all =
    wanted.length === 0 || defined.length < wanted.length
      ? new Float64Array(columns.N.length)
      : (observed?.all(defined, each) ??
        joint(
          wanted.map(({ belief }) => belief),
          defined,
          each,
          plan.decision.correlation
        ))
  return { lnX, each, all }
}

/** F̄ of target i at one scale on its axis; 1 when a finished run has reached it, else 0 where there is no scale. */
export function chanceAt({ observed, wanted }: { observed: Observed | null; wanted: readonly Wanted[] }, i: number, scale: number | null): number {
  if (observed?.states[i] === 'done') return 1
  if (scale === null) return 0
  return observed?.marginals(i, Float64Array.of(Math.log(scale)))[0] ?? marginal(wanted[i]!.belief, scale)
}
