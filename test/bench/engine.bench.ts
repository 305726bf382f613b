/** How long the engine takes: a plan of ten capabilities, one frame's work, and a frontier as fine as a poster. */
import { readFileSync } from 'node:fs'
import { evaluate } from '../../src/main/engine/evaluate'
import { frontierOf } from '../../src/main/engine/planner/frontier'
import { planPath } from '../../src/main/engine/planner/recommendedPath'
import { settingOf } from '../../src/main/engine/planner/setting'
import type { PublishedModel } from '../../src/main/engine/published'
import { planSchema, type Plan } from '../../src/shared/plan/schema'
import { row, timed } from './timing'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))

/** The reasoning example with each of its five targets twice, the second a third larger. */
export function tenCapabilities(): Plan {
  const plan = planSchema.parse((read('examples/reasoning.scalepath.json') as { plan: unknown }).plan)
  const larger = plan.targets.map((t) => ({
    ...t,
    id: `${t.id}-2`,
    critical: typeof t.critical === 'number' ? t.critical * 1.3 : { low: t.critical.low * 1.3, high: (t.critical.high ?? t.critical.low * 3) * 1.3 }
  }))
  return { ...plan, targets: [...plan.targets, ...larger] }
}

/** The same with two more published figures for each target, which make a mixture. */
export function withEvidence(plan: Plan): Plan {
  const times = (critical: Plan['targets'][number]['critical'], factor: number) =>
    typeof critical === 'number' ? critical * factor : { low: critical.low * factor, high: (critical.high ?? critical.low * 3) * factor }
  return planSchema.parse({
    ...plan,
    targets: plan.targets.map((target) => ({
      ...target,
      entries: [0.8, 1, 1.6].map((factor) => ({ axis: target.axis, critical: times(target.critical, factor), means: target.criticalMeans }))
    }))
  })
}

export const title = 'The engine, on one thread'

export function bench() {
  const { rows: models } = read('catalogues/models.json') as { rows: PublishedModel[] }
  const plan = tenCapabilities()
  const environment = { today: '2026-11-22', models }
  const free: Plan = { ...plan, limits: { ...plan.limits, budgetUsd: null, deadlineDays: null, largestStep: null } }
  // Every call is another position of the slider, so that nothing kept from the last answer flatters it.
  let calls = 0
  const moved = (from: Plan): Plan => ({ ...from, cluster: { ...from.cluster, mfu: 0.25 + (0.4 * (calls++ % 997)) / 997 } })
  const evaluating = (from: Plan, audit: boolean, count: number) => timed(() => evaluate(moved(from), environment, { audit, frontier: audit }), count)
  return [
    row('evaluate while a slider moves, 10 capabilities, all limits', 'ms', evaluating(plan, false, 400), { most: 1, of: 'p95' }),
    row('evaluate while a slider moves, 10 capabilities, no limits', 'ms', evaluating(free, false, 400), { most: 1, of: 'p95' }),
    row('evaluate while a slider moves, 10 capabilities, each a mixture of three figures', 'ms', evaluating(withEvidence(plan), false, 100), {
      most: 16.7,
      of: 'p95'
    }),
    row('evaluate at rest, 10 capabilities, all limits', 'ms', evaluating(plan, true, 400)),
    row(
      'exact path on a grid of 400 sizes, 10 capabilities, all limits',
      'ms',
      timed(() => planPath(settingOf(moved(plan)), false), 200),
      { most: 50 }
    ),
    row(
      'the same with what is told about it: alternatives, bounds, the gain from polishing',
      'ms',
      timed(() => planPath(settingOf(moved(plan)), true), 100)
    ),
    row(
      'frontier with its bands, 10 capabilities',
      'ms',
      timed(() => frontierOf(settingOf(moved(plan))), 200),
      { most: 300 }
    ),
    row(
      'frontier with its bands, 10 capabilities, 10 000 points',
      'ms',
      timed(() => frontierOf(settingOf(moved(plan)), { points: 10_000 }), 40)
    )
  ]
}
