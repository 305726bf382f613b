/**
 * What choosing the recommended path may be regretted by (Savage 1951): over common draws, against every other path that the app lists. V is that of each draw, luck of the
 * thresholds included; regret of a path in a draw is what the best of the listed paths would have brought more.
 */
import type { Regret } from '../../../../shared/contract/regret'
import { isNoAnswer, note, type NoAnswer } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { actionsOf, cornerNotes } from '../information/actions'
import { planPath } from '../../planner/recommendedPath'
import { settingOf } from '../../planner/setting'
import type { DrawRequest } from '../draws/drawPlan'
import { PathWalk } from './pathWalk'
import { riskMeasure } from './riskMeasure'
import { uncertainInputs } from './uncertainInputs'
import { worthDraws } from './worthDraws'

type Listed = Omit<Regret['paths'][number], 'value' | 'regret' | 'against' | 'chanceBetter'>

/** @param recommended N of its rungs: that of the plan's own objective */
export function regretOf(plan: Plan, recommended: readonly number[], request: DrawRequest): Regret | NoAnswer {
  const setting = settingOf(plan)
  const uncertain = uncertainInputs(plan)
  if (isNoAnswer(uncertain)) return uncertain
  const paths = new Map<string, Listed>()
  const add = (sizes: readonly number[], why: Listed['listedAs'][number], keepsLimits: boolean): void => {
    const known = paths.get(sizes.join())
    if (known === undefined) paths.set(sizes.join(), { sizes: [...sizes], listedAs: [why], keepsLimits })
    else known.listedAs.push(why)
  }
  add(recommended, { kind: 'recommended', input: null, end: null }, true)
  for (const { kind, sizes, feasible } of planPath(setting).path.alternatives ?? []) add(sizes, { kind, input: null, end: null }, feasible)
  for (const { sizes, bestFor } of actionsOf(plan, uncertain, () => undefined))
    for (const { kind, input, end } of bestFor) if (kind !== 'nothing') add(sizes, { kind: kind === 'plan' ? 'mean' : 'corner', input, end }, true)
  const listed = [...paths.values()]
  const sizes = [...new Set(listed.flatMap((path) => path.sizes))].sort((a, b) => a - b)
  const drawn = worthDraws(plan, sizes, request)
  if (isNoAnswer(drawn)) return drawn
  if (setting.objective === 'points') return { draws: drawn.draws, paths: [], warnings: [note('regret-in-points', {}, 'decision.usdPerPoint')] }
  const walk = new PathWalk(drawn)
  const values = listed.map((path) => walk.of(path.sizes.map((N) => sizes.indexOf(N))))
  const allowed = values.filter((_V, a) => listed[a]!.keepsLimits)
  const best = Float64Array.from({ length: drawn.draws }, (_, s) => allowed.reduce((most, V) => Math.max(most, V[s]!), -Infinity))
  const own = values[0]!
  const told = listed.map((path, a): Regret['paths'][number] => {
    const V = values[a]!
    return {
      ...path,
      value: estimate(V, drawn.groups),
      regret: spread(
        V.map((v, s) => Math.max(0, best[s]! - v)),
        drawn.groups
      ),
      against:
        a === 0
          ? null
          : spread(
              own.map((v, s) => Math.max(0, V[s]! - v)),
              drawn.groups
            ),
      chanceBetter: a === 0 ? null : V.reduce((count, v, s) => count + (v > own[s]! ? 1 : 0), 0) / drawn.draws
    }
  })
  return { draws: drawn.draws, paths: [told[0]!, ...told.slice(1).sort((a, b) => b.value.mean - a.value.mean)], warnings: cornerNotes(setting) }
}

function estimate(values: Float64Array, groups: number): { mean: number; standardError: number | null } {
  const mean = (from: number, to: number): number => values.subarray(from, to).reduce((sum, v) => sum + v, 0) / (to - from)
  const whole = mean(0, values.length)
  if (groups < 2) return { mean: whole, standardError: null }
  const each = values.length / groups
  const squares = Array.from({ length: groups }, (_, g) => (mean(g * each, (g + 1) * each) - whole) ** 2).reduce((sum, v) => sum + v, 0)
  return { mean: whole, standardError: Math.sqrt(squares / (groups - 1) / groups) }
}

/** Mean, and the value that it stays below in 95 % of the draws. */
const spread = (values: Float64Array, groups: number): { mean: number; standardError: number | null; p95: number } => ({
  ...estimate(values, groups),
  p95: riskMeasure(values.slice(), { kind: 'quantile', level: 0.95 })
})
