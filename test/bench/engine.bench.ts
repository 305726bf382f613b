/** How long the engine takes: a plan of ten capabilities, one frame's work, and a frontier as fine as a poster. */
import { readFileSync } from 'node:fs'
import { evaluate } from '../../src/main/engine/evaluate'
import { frontierOf } from '../../src/main/engine/planner/frontier'
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

export function bench() {
  const { rows: models } = read('catalogues/models.json') as { rows: PublishedModel[] }
  const plan = tenCapabilities()
  const environment = { today: '2026-11-22', models }
  const free: Plan = { ...plan, limits: { ...plan.limits, budgetUsd: null, deadlineDays: null, largestStep: null } }
  // Every call is another position of the slider, so that nothing kept from the last answer flatters it.
  let calls = 0
  const moved = (from: Plan): Plan => ({ ...from, cluster: { ...from.cluster, mfu: 0.25 + (0.4 * (calls++ % 997)) / 997 } })
  return [
    row(
      'evaluate while a slider moves, 10 capabilities, all limits',
      'ms',
      timed(() => evaluate(moved(plan), environment, { audit: false }), 400),
      1
    ),
    row(
      'evaluate while a slider moves, 10 capabilities, no limits',
      'ms',
      timed(() => evaluate(moved(free), environment, { audit: false }), 400),
      1
    ),
    row(
      'evaluate at rest, 10 capabilities, all limits',
      'ms',
      timed(() => evaluate(moved(plan), environment), 400)
    ),
    row(
      'frontier, 10 capabilities, 10 000 points',
      'ms',
      timed(() => frontierOf(settingOf(plan), { points: 10_000 }), 40)
    )
  ]
}
