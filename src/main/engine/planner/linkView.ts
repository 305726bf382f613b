/**
 * One target's link over its own scale (docs/model.md, Beliefs and probabilities): F̄ and its band, and for each entry of its evidence what it says alone and
 * what ticking or unticking it does to the required run. Everything given what finished runs showed, as the answer has it.
 */
import type { TargetLink } from '../../../shared/contract/targetLink'
import { isNoAnswer } from '../../../shared/notes'
import { counts } from '../../../shared/plan/evidence'
import type { Entry, Plan, Target } from '../../../shared/plan/schema'
import { normalQuantile } from '../numeric/normal'
import { runAt, scaleAt as scaleOfRun } from '../run'
import { bandOf } from './band'
import { lnCriticalAt, marginals, requiredScale, scaleAt, type TargetBelief } from './belief'
import { chanceAt } from './chances'
import { figureNotes } from './figureNotes'
import { intervalOf } from './observedInterval'
import { settingOf, type Setting } from './setting'

export interface LinkRequest {
  /** Place of the target in the plan. */
  i: number
  /** How many scales, at least 2. */
  points: number
  /** Parameters of a run to mark. */
  run: number | null
}

/** @param plan with its pin, if any, already solved */
export function linkViewOf(plan: Plan, { i, points, run }: LinkRequest): TargetLink {
  const setting = settingOf(plan)
  const { target } = setting.wanted[i]!
  const alone = target.entries.map((entry) => (entry.axis === target.axis ? settingOf(withEntries(plan, i, [{ ...entry, ticked: true }])) : null))
  const marked = markedRun(setting, i, run)
  const beliefs = [setting, ...alone].flatMap((each) => each?.wanted[i]?.belief ?? [])
  const x = scalesAround(beliefs, [setting.wanted[i]!.scale, marked?.scale ?? null], points)
  const lnX = Float64Array.from(x, Math.log)
  const [p5, p25, p75, p95] = bandOf(setting, i, lnX).map(chances) as [number[], number[], number[], number[]]
  return {
    target: target.id,
    axis: target.axis,
    x,
    probability: chances(marginalsOf(setting, i, lnX)),
    p5,
    p25,
    p75,
    p95,
    required: requirementOf(setting, i),
    interval: intervalOf(setting, i)?.N ?? null,
    run: marked,
    entries: target.entries.map((entry, at) => {
      const one = alone[at] ?? null
      return {
        at,
        counts: counts(entry, target.axis),
        otherAxis: one === null,
        alone: one && { probability: chances(marginalsOf(one, i, lnX)), half: halfOf(one, i), required: requirementOf(one, i) },
        toggled: requirementOf(settingOf(withEntries(plan, i, toggled(target, at))), i)
      }
    }),
    warnings: figureNotes(setting).filter(({ values }) => values.targetId === target.id)
  }
}

const withEntries = (plan: Plan, i: number, entries: Entry[]): Plan => ({
  ...plan,
  targets: plan.targets.map((target, j) => (j === i ? { ...target, entries } : target))
})

const toggled = ({ entries }: Target, at: number): Entry[] => entries.map((entry, k) => (k === at ? { ...entry, ticked: !entry.ticked } : entry))

function marginalsOf({ observed, wanted }: Setting, i: number, lnX: Float64Array): Float64Array {
  if (observed?.states[i] === 'done') return new Float64Array(lnX.length).fill(1)
  return observed?.marginals(i, lnX) ?? marginals(wanted[i]!.belief, lnX)
}

/** Interpolated chances may leave [0, 1] or fall by their last digits. */
function chances(values: Float64Array): number[] {
  let highest = 0
  return Array.from(values, (value) => (highest = Math.max(highest, Math.min(1, value))))
}

function requirementOf({ model, wanted }: Setting, i: number): TargetLink['required'] {
  const { scale, N, reason } = wanted[i]!
  return { scale, N, usd: N === null ? null : runAt(model, N).usd, reason }
}

/** Scale at which F̄ is one half; null where it starts above or ends below, or a finished run has settled it. */
function halfOf({ observed, wanted }: Setting, i: number): number | null {
  if (observed !== null && observed.states[i] !== 'open') return null
  const scale = observed?.requiredScale(i, 0.5) ?? requiredScale(wanted[i]!.belief, 0.5)
  return isNoAnswer(scale) || scale === 0 ? null : scale
}

function markedRun(setting: Setting, i: number, N: number | null): TargetLink['run'] {
  const scale = N === null ? null : scaleOfRun(setting.model, setting.wanted[i]!.target.axis, N)
  return N === null || scale === null ? null : { N, scale, probability: chanceAt(setting, i, scale) }
}

/** Shares of the link between which a curve is worth drawing, over the 90 % range of the critical scale. */
const SHOWN = { from: 0.02, to: 0.98 }
/** A flat link would reach over hundreds of decades: a curve is followed this far to both sides of its critical scale. */
const FARTHEST = 1e3
const MARGIN = 1.25

function scalesAround(beliefs: readonly TargetBelief[], others: readonly (number | null)[], points: number): number[] {
  const ends = beliefs.flatMap((belief) => {
    const whole = { ...belief, floor: 0, ceiling: 1 }
    return (
      [
        [0.05, SHOWN.from],
        [0.95, SHOWN.to]
      ] as const
    ).map(([q, p]) => {
      const lnC = lnCriticalAt(belief, normalQuantile(q))
      const c = Math.exp(lnC)
      const scale = scaleAt(whole, lnC, p)
      return typeof scale === 'number' && scale > 0 ? Math.min(c * FARTHEST, Math.max(c / FARTHEST, scale)) : c
    })
  })
  const inside = [...ends, ...others.filter((scale): scale is number => scale !== null && scale > 0)].filter(Number.isFinite)
  const from = Math.min(...inside) / MARGIN
  const step = Math.log((Math.max(...inside) * MARGIN) / from) / (points - 1)
  return Array.from({ length: points }, (_, k) => from * Math.exp(k * step))
}
