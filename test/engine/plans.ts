/** Plans for tests: the schema's defaults but for what a test is about. */
import { planSchema, type Plan, type PlanInput } from '../../src/shared/plan/schema'

export const planOf = (input: PlanInput): Plan => planSchema.parse(input)

/** Bare compute at a round price: no surcharges, no data, no staff. */
export const BARE = { pricePerHourUsd: 2, failedRuns: { share: 0 }, experiments: { share: 0 } } as const

/** The three capabilities of the source's planner: sizes and benefits as given there, as certain steps. */
export const SOURCE_TARGETS = [
  { id: 'multi-step', critical: 70e9, link: 'step', benefit: { kind: 'points', value: 0.9 } },
  { id: 'multilingual', critical: 50e9, link: 'step', benefit: { kind: 'points', value: 0.7 } },
  { id: 'code', critical: 10e9, link: 'step', benefit: { kind: 'points', value: 0.85 } }
] as const satisfies PlanInput['targets']
