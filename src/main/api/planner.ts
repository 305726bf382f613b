/** planner.* of the contract. Results carry the plan's warnings. */
import { note, type Note } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { dependsOnPath, kindOfOutcome } from '../../shared/plan/outcomes'
import { planSchema } from '../../shared/plan/schema'
import { DAYS_PER_YEAR } from '../engine/cost'
import { evaluate, type Environment } from '../engine/evaluate'
import { outOfReach } from '../engine/limits'
import { chanceAt } from '../engine/planner/chances'
import { frontierOf } from '../engine/planner/frontier'
import { intervalOf } from '../engine/planner/observedInterval'
import { axisValues } from '../engine/planner/outcomeGrid'
import { planPath, type Planned } from '../engine/planner/recommendedPath'
import { solvePin, stoppingLimits } from '../engine/planner/pin'
import { nameOf } from '../engine/planner/requiredSize'
import { riskyPath } from '../engine/planner/riskyPath'
import { rankingOf, returnsOf } from '../engine/planner/roi'
import { focusOf, settingOf } from '../engine/planner/setting'
import { computeAt, tokensAt } from '../engine/run'
import { riskNotes, warningsOf } from '../engine/warnings'
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'
import { riskOf } from './risk'

export const plannerApi = (
  environment: () => Environment,
  tasks: TaskRunner
): Omit<
  ApiPart<'planner'>,
  'planner.simulate' | 'planner.distribution' | 'planner.samples' | 'planner.sensitivity' | 'planner.nextRun' | 'planner.regret' | 'planner.link'
> => ({
  'planner.requiredSize': ({ plan, target }) => {
    const setting = settingOf(plan ?? planSchema.parse({ targets: target === undefined ? [] : [target] }))
    const { model } = setting
    return setting.wanted.map((wanted, i) => {
      const { N, scale } = wanted
      return {
        id: wanted.target.id,
        capability: nameOf(wanted.target),
        N,
        D: N === null ? null : tokensAt(model, N),
        C: N === null ? null : computeAt(model, N),
        probability: chanceAt(setting, i, scale),
        interval: intervalOf(setting, i)?.N ?? null,
        reason: wanted.reason
      }
    })
  },
  'planner.roi': ({ plan }, _context, given) => {
    const setting = settingOf(plan)
    const returns = returnsOf(setting)
    const planned = planPath(setting, false)
    return {
      capabilities: returns.map(({ required, ...each }, i) => ({
        ...each,
        id: plan.targets[i]!.id,
        capability: nameOf(plan.targets[i]!),
        benefit: plan.targets[i]!.benefit.value,
        cost: required?.usd ?? null,
        reason: setting.wanted[i]!.reason
      })),
      ranking: rankingOf(plan, returns),
      warnings: [...defaultNotes(given.plan, plan), ...planWarnings(setting, returns, planned, environment().today)]
    }
  },
  'planner.path': async ({ plan }, context, given) => {
    const { risk, notes } = await riskOf(tasks, plan, context)
    const setting = settingOf(plan)
    const returns = returnsOf(setting)
    const planned = risk === null ? planPath(setting) : riskyPath(setting, risk)
    return {
      ...planned.path,
      rungs: planned.path.rungs.map((rung) => ({
        ...rung,
        N: rung.run.N,
        D: rung.run.D,
        C: rung.run.C,
        start: rung.startDays / DAYS_PER_YEAR,
        end: rung.endDays / DAYS_PER_YEAR
      })),
      ranking: rankingOf(plan, returns),
      outOfReach: setting.wanted.flatMap((wanted) => {
        const broken = outOfReach(plan, setting.model, setting.limits, wanted)
        return broken === null ? [] : [{ capability: wanted.target.id, limits: broken.limits, binding: broken.binding }]
      }),
      warnings: [...defaultNotes(given.plan, plan), ...notes, ...planWarnings(setting, returns, planned, environment().today)]
    }
  },
  'planner.frontier': ({ plan, over, points, from, to, pointwise }) => {
    const frontier = frontierOf(settingOf(plan), { over, points, from, to })
    if (!pointwise) return { ...frontier, points: [] }
    const at = (curve: 'probability' | 'p5' | 'p95', k: number): number[] => frontier.each.map((each) => each[curve][k]!)
    return {
      ...frontier,
      points: frontier.x.map((x, k) => ({ x, probability: { each: at('probability', k), all: frontier.all[k]! }, low: at('p5', k), high: at('p95', k) }))
    }
  },
  'planner.evaluate': async ({ plan, audit, frontier }, context, given) => {
    // Whoever can do without the audit is moving a slider.
    if (!audit) tasks.makeWay()
    const { risk, notes } = audit ? await riskOf(tasks, plan, context) : { risk: null, notes: [] }
    const outcome = evaluate(plan, environment(), { audit, frontier, risk })
    return { ...outcome, warnings: [...defaultNotes(given.plan, plan), ...notes, ...outcome.warnings] }
  },
  'planner.goalSeek': ({ plan, pin, vary }, _context, given) => {
    const { plan: solved, pin: outcome, reason } = solvePin(plan, { ...pin, vary })
    return {
      pin: outcome,
      value: reason === null ? outcome.value : null,
      plan: reason === null ? solved : null,
      reason,
      nearest: reason === null ? null : outcome.reached,
      stoppedBy: reason === 'unreachable' ? stoppingLimits(plan, outcome) : null,
      warnings: [...defaultNotes(given.plan, plan), ...(dependsOnPath(pin.quantity) ? riskNotes(settingOf(plan), { risk: null }) : [])]
    }
  },
  'planner.grid': async ({ plan, x, y, quantity }, { signal, emit }) => {
    const xs = axisValues(plan, x)
    const ys = axisValues(plan, y)
    let done = 0
    const rows = await Promise.all(
      ys.map(async (yValue, at) => {
        const row = await tasks.run('gridRow', { plan, x: x.input, xs, y: y.input, yValue, quantity }, { signal, emit: () => undefined })
        emit({ y: at, values: row.values, xs, ys, done: ++done, total: ys.length })
        return row
      })
    )
    return {
      quantity,
      kind: kindOfOutcome(quantity),
      x: xs,
      y: ys,
      values: rows.map(({ values }) => values),
      undefined: rows.flatMap(({ reasons }, at) => reasons.flatMap((reason, i) => (reason === null ? [] : [{ x: i, y: at, reason }]))),
      warnings: [...(plan.pin === null ? [] : [note('grid-pin-aside')]), ...riskNotes(settingOf(plan), { risk: null })]
    }
  }
})

function planWarnings(setting: ReturnType<typeof settingOf>, returns: ReturnType<typeof returnsOf>, planned: Planned, today: string): Note[] {
  const focus = focusOf(setting)
  return warningsOf(
    setting,
    returns.map(({ required }) => required),
    planned,
    focus === null ? -1 : setting.wanted.indexOf(focus),
    today
  )
}
