/** The chance that each target, and all of them, are reached at every size of a column (planning model §2). */
import type { Plan } from '../../../shared/plan/schema'
import { lnScales, type Axis, type RunColumns, type RunModel } from '../run'
import { marginals } from './belief'
import { joint } from './joint'
import type { Wanted } from './requiredSize'

export interface Chances {
  /** ln of the scale on each target's axis; null where the law does not define that axis. */
  lnX: (Float64Array | null)[]
  /** F̄ of each target, in the order of the plan; 0 on an axis that is not defined. */
  each: Float64Array[]
  /** H: all targets are reached. */
  all: Float64Array
}

export function chancesAt(plan: Plan, model: RunModel, wanted: readonly Wanted[], columns: RunColumns): Chances {
  const perAxis = new Map<Axis, Float64Array | null>()
  const lnX = wanted.map(({ target: { axis } }) => {
    if (!perAxis.has(axis)) perAxis.set(axis, lnScales(model, axis, columns))
    return perAxis.get(axis) ?? null
  })
  const each = wanted.map(({ belief }, i) => {
    const scales = lnX[i]
    return scales ? marginals(belief, scales) : new Float64Array(columns.N.length)
  })
  const defined = lnX.filter((scales) => scales !== null)
  const all =
    wanted.length === 0 || defined.length < wanted.length
      ? new Float64Array(columns.N.length)
      : joint(
          wanted.map(({ belief }) => belief),
          defined,
          each,
          plan.decision.correlation
        )
  return { lnX, each, all }
}
