/**
 * The plan document, version 1: everything a planner may change, and nothing that is computed.
 * Units are in the field names or stated beside them. Money is USD of `decision.baseDate`; sizes are parameters, data are tokens, compute is FLOP.
 */
import * as z from 'zod'
import { actualsSchema } from './actualsSchema'
import { distributionSchema } from './distributionSchema'
import { wholeProblems } from './fieldsTogether'
import { reachesZero } from './outcomes'
import { outcomeId, seekableInput } from './outcomeSchema'
import type { ASKED_ONLY_LAW_IDS, LAW_IDS } from './lawSchema'
import { lawSchema } from './lawSchema'
import { belief, date, id, number, oneOf, open, text } from './rules'
import { scenariosSchema } from './scenarioSchema'
import type { entrySchema, THEORY_LINK_IDS } from './targetSchema'
import { targetSchema } from './targetSchema'

const model = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('dense') }),
    /** N is active parameters everywhere but in memory, which holds N·totalPerActive. */
    open({ kind: z.literal('moe'), totalPerActive: number({ from: 1, to: 1e4, example: '8' }) })
  ],
  { error: 'expected {"kind": "dense"} or {"kind": "moe", "totalPerActive": 8}' }
)

/** How many tokens a run of N parameters gets, before the limit of unique tokens. */
export const ratioSchema = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('optimal') }),
    open({ kind: z.literal('ratio'), tokensPerParameter: number({ above: 0, to: 1e9, example: '20' }) }),
    open({ kind: z.literal('fixedD'), tokens: number({ above: 0, to: 1e30, example: '1.4e12' }) })
  ],
  { error: 'expected {"kind": "optimal"}, {"kind": "ratio", "tokensPerParameter": 20} or {"kind": "fixedD", "tokens": 1.4e12}' }
)

/** One accelerator, copied from the catalogue (or the planner's own) so that the plan gives the same numbers for ever. */
export const acceleratorSchema = open({
  id,
  name: text(100, '"H100 SXM"'),
  /** Dense BF16 peak, FLOP/s per accelerator (not the doubled sparse figure). */
  peakFlopPerSecond: number({ above: 0, to: 1e20, example: '989.4e12' }),
  memoryBytes: number({ above: 0, to: 1e15, example: '80e9' }),
  powerWatts: number({ above: 0, to: 1e6, example: '700' }),
  source: text(500).default('')
})

/** NVIDIA H100 SXM5: Epoch AI, Machine Learning Hardware, 2025-03; data sheet of 2023. */
export const DEFAULT_ACCELERATOR = {
  id: 'h100-sxm',
  name: 'H100 SXM',
  peakFlopPerSecond: 989.4e12,
  memoryBytes: 80e9,
  powerWatts: 700,
  source: 'NVIDIA H100 data sheet, dense BF16; Epoch AI, Machine Learning Hardware, 2025-03'
}

export const clusterSchema = open({
  accelerators: number({ from: 1, to: 1e9, whole: true, example: '2048' }).default(1024),
  /** Model FLOP utilisation: useful FLOP over peak FLOP. */
  mfu: belief({ above: 0, to: 1, example: '0.4' }).default(0.4),
  /** Share of the calendar in which the cluster works. */
  uptime: number({ above: 0, to: 1, example: '0.95' }).default(1),
  /** Weights, gradients and optimiser state; 16 for mixed-precision Adam (Rajbhandari et al. 2020). Activations come on top: this is a floor. */
  bytesPerParameter: number({ above: 0, to: 1000, example: '16' }).default(16)
})

/** A surcharge: `share` of the bare compute cost, or of compute and failed runs together. */
const overhead = (share: number, of: 'compute' | 'training') =>
  open({ share: number({ from: 0, to: 1000, example: '0.25' }).default(share), of: oneOf(['compute', 'training']).default(of) }).prefault({})

export const costsSchema = open({
  /** Rent per accelerator and hour. */
  pricePerHourUsd: belief({ above: 0, to: 1e6, example: '2.5' }).default(3.95),
  priceAsOf: date.default('2025-03'),
  priceSource: text(500).default(''),
  failedRuns: overhead(0.1, 'compute'),
  experiments: overhead(0.25, 'training'),
  postTraining: overhead(0, 'compute'),
  evaluation: overhead(0, 'compute'),
  dataUsdPerTrillionTokens: number({ from: 0, to: 1e15, example: '20000' }).default(0),
  staff: open({
    people: number({ from: 0, to: 1e6, example: '12' }).default(0),
    usdPerPersonYear: number({ from: 0, to: 1e9, example: '400000' }).default(0)
  }).prefault({}),
  fixedUsdPerRun: number({ from: 0, to: 1e15, example: '50000' }).default(0),
  fixedDaysPerRun: number({ from: 0, to: 1e5, example: '7' }).default(0),
  energy: open({
    /** False when the rent already pays for it; energy is then reported but not added. */
    billed: z.boolean({ error: 'expected true or false' }).default(false),
    usdPerKwh: number({ from: 0, to: 100, example: '0.0826' }).default(0.0826),
    /** Power usage effectiveness of the building. */
    pue: number({ from: 1, to: 10, example: '1.25' }).default(1.25),
    /** Server power over accelerator power. */
    serverMultiplier: number({ from: 1, to: 10, example: '1.82' }).default(1.82),
    /** Average power over rated power. */
    averageLoad: number({ above: 0, to: 1, example: '0.75' }).default(0.75),
    gramsCo2PerKwh: number({ from: 0, to: 5000, example: '400' }).default(400)
  }).prefault({}),
  /** Serving over the model's life: taken off the benefit, never added to a run's cost. */
  inference: open({
    tokens: number({ from: 0, to: 1e30, example: '2e12' }).default(0),
    mfu: number({ above: 0, to: 1, example: '0.2' }).default(0.2)
  }).prefault({})
})

export const limitsSchema = open({
  budgetUsd: number({ above: 0, to: 1e15, example: '5e6' }).nullable().default(null),
  /** Days from the start of the plan to the end of its last run. */
  deadlineDays: number({ above: 0, to: 1e5, example: '60' }).nullable().default(null),
  computeFlop: number({ above: 0, to: 1e40, example: '1e26' }).nullable().default(null),
  /** Unique tokens available; a run sees each at most `maxEpochs` times. */
  uniqueTokens: number({ above: 0, to: 1e30, example: '2e12' }).nullable().default(null),
  maxEpochs: number({ from: 1, to: 1e4, example: '4' }).default(4),
  /** N of each run is at most `factor` times the one before, the first counted from the largest model the team has trained. */
  largestStep: open({ factor: number({ above: 1, to: 1e6, example: '10' }), lastTrainedN: number({ above: 0, to: 1e20, example: '7e9' }) })
    .nullable()
    .default(null),
  /** The chance with which budget and deadline must hold when cost or time is uncertain. */
  confidence: number({ above: 0, below: 1, example: '0.8' }).default(0.8)
})

const level = number({ above: 0, to: 0.5, example: '0.05' }).default(0.05)
/** What is made largest: the mean of V, its quantile at `level`, or the mean of the worst share `level` of all cases. */
const objective = z.discriminatedUnion(
  'kind',
  [open({ kind: z.literal('mean') }), open({ kind: z.literal('quantile'), level }), open({ kind: z.literal('shortfall'), level })],
  { error: 'expected {"kind": "mean"}, {"kind": "quantile", "level": 0.05} or {"kind": "shortfall", "level": 0.05}' }
)

export const decisionSchema = open({
  /** Start of the plan; all money is of this date. */
  baseDate: date.default('2026-11'),
  /** Discount rate per year. */
  discountRate: number({ from: 0, to: 10, example: '0.08' }).default(0),
  /** Years over which yearly benefits are paid. */
  horizonYears: number({ above: 0, to: 100, example: '3' }).default(3),
  /** ρ: correlation of the logarithms of the critical scales. */
  correlation: number({ from: 0, to: 1, example: '0.3' }).default(0.3),
  /** Algorithmic progress: months in which the compute for the same result halves (Ho et al. 2024, arXiv 2403.05812: 8, 95 % interval 5 to 14); null leaves the thresholds as published. */
  progress: open({ halvingMonths: number({ from: 1, to: 120, example: '8' }).default(8) })
    .nullable()
    .default(null),
  /** What a point is worth; while null, points and dollars stay apart. */
  usdPerPoint: number({ above: 0, to: 1e15, example: '1e6' }).nullable().default(null),
  /** Ratio to the best benefit–cost ratio from which a priority is high or medium. */
  priorityCuts: open({
    high: number({ above: 0, to: 1, example: '0.8' }).default(0.8),
    medium: number({ above: 0, to: 1, example: '0.5' }).default(0.5)
  }).prefault({}),
  objective: objective.default({ kind: 'mean' })
})

/** A pinned outcome, the value that it is held at, and the input of the registry that gives way. */
export const pinSchema = open({ quantity: outcomeId, value: number({ example: '14' }), vary: seekableInput }).refine(
  ({ quantity, value }) => value > 0 || reachesZero(quantity),
  { error: 'expected a number above 0, for example 14', path: ['value'] }
)

/** How sure a number of the plan is; the number itself is the central value (median). Price, MFU and critical scales keep a 90 % range in their own field instead. */
const beliefSchema = open({
  /** Name of the input: `uptime`, `steepness@<target>`; see `inputs.ts`. */
  input: text(100, '"uptime" or "steepness@code"'),
  distribution: distributionSchema
})

const planned = {
  /** Target that the answer sentence is about. */
  focus: id.nullable().default(null),
  model: model.default({ kind: 'dense' }),
  law: lawSchema.prefault({}),
  ratio: ratioSchema.default({ kind: 'optimal' }),
  accelerator: acceleratorSchema.default(DEFAULT_ACCELERATOR),
  cluster: clusterSchema.prefault({}),
  costs: costsSchema.prefault({}),
  limits: limitsSchema.prefault({}),
  decision: decisionSchema.prefault({}),
  beliefs: z
    .array(beliefSchema, {
      error: 'expected a list of beliefs, for example [{"input": "uptime", "distribution": {"kind": "interval", "low": 0.8, "high": 0.95}}]'
    })
    .max(256, { error: 'expected at most 256 beliefs' })
    .default([]),
  pin: pinSchema.nullable().default(null),
  seed: number({ from: 0, to: 4294967295, whole: true, example: '20261' }).default(20261)
}

/** Fields of the plan that a scenario can change: all but the books and the list of targets. */
export const plannedSchema = open(planned)

const planShape = open({
  id: id.default('plan'),
  name: text(200).default(''),
  notes: text().default(''),
  targets: z
    .array(targetSchema, { error: 'expected a list of targets, for example [{"id": "code", "critical": 25e9, "benefit": {"kind": "usd", "value": 5e6}}]' })
    .max(64, { error: 'expected at most 64 targets' }),
  ...planned,
  /** Runs that have been made: their money and time are spent, and what they showed is known. No scenario changes them. */
  actuals: actualsSchema,
  /** What else could be planned: each scenario holds only what it changes of the fields above, which are the base. */
  scenarios: scenariosSchema(plannedSchema, targetSchema)
})
export type PlanShape = z.infer<typeof planShape>

export const planSchema = planShape.superRefine((plan, context) => {
  for (const { path, message } of wholeProblems(plan)) context.addIssue({ code: 'custom', path, message })
})

export type Plan = PlanShape
export type PlanInput = z.input<typeof planSchema>
export type BeliefEntry = z.infer<typeof beliefSchema>
export type Target = z.infer<typeof targetSchema>
export type Entry = z.infer<typeof entrySchema>
export type Benefit = Target['benefit']
export type Law = z.infer<typeof lawSchema>
export type LawId = Law['id']
export type PublishedLawId = (typeof LAW_IDS)[number]
export type AskedLawId = LawId | (typeof ASKED_ONLY_LAW_IDS)[number]
export type FittedLaw = NonNullable<Law['fitted']>
export type LinkId = Target['link']
export type TheoryLinkId = (typeof THEORY_LINK_IDS)[number]
export type AnyLinkId = LinkId | TheoryLinkId
export type Ratio = z.infer<typeof ratioSchema>
export type Accelerator = z.infer<typeof acceleratorSchema>
export type Cluster = z.infer<typeof clusterSchema>
export type Costs = z.infer<typeof costsSchema>
export type Limits = z.infer<typeof limitsSchema>
export type Decision = z.infer<typeof decisionSchema>
export type Pin = z.infer<typeof pinSchema>
export type Scenario = Plan['scenarios'][number]
export type Override = Scenario['overrides'][number]
