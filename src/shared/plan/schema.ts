/**
 * The plan document, version 1: everything a planner may change, and nothing that is computed.
 * Units are in the field names or stated beside them. Money is USD of `decision.baseDate`; sizes are parameters, data are tokens, compute is FLOP.
 */
import * as z from 'zod'
import { outcomeId, reachesZero, seekableInput } from './outcomes'
import { belief, date, evidenceDate, id, number, oneOf, open, text } from './rules'
import { scenariosSchema } from './scenarioSchema'

/** Published laws that a plan can use: those with a compute-optimal allocation. */
export const LAW_IDS = ['besiroglu-2024', 'hoffmann-2022', 'hoffmann-2022-a1', 'hoffmann-2022-a2', 'muennighoff-2023', 'kaplan-2020-nd', 'llama-3'] as const
/** Laws that can be asked, but not planned with. */
export const ASKED_ONLY_LAW_IDS = [
  'kaplan-2020-n',
  'kaplan-2020-d',
  'kaplan-2020-c',
  'additive',
  'power-offset',
  'separable',
  'size-proxy',
  'multimodal',
  'multilingual',
  'product',
  'fitted:kaplan-nd',
  'fitted:power-offset',
  'fitted:separable'
] as const
/** Links of a planner's target. */
export const LINK_IDS = ['weibull', 'shifted-weibull', 'power-onset', 'logistic', 'step'] as const
/** Links of the theory view only: they are no distribution of a threshold over one scale, or need what a target does not carry. */
export const THEORY_LINK_IDS = ['floored', 'boltzmann', 'complexity', 'all-of'] as const

/** What the benefit of a target is worth: dollars once, dollars per year until the horizon, or points (never added to dollars). */
const benefit = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('usd'), value: number({ from: 0, example: '5e6' }), per: oneOf(['once', 'year']).default('once') }),
    open({ kind: z.literal('points'), value: number({ from: 0, example: '0.85' }) })
  ],
  { error: 'expected {"kind": "usd", "value": 5e6, "per": "once"} or {"kind": "points", "value": 0.85}' }
)

const size = { above: 0, to: 1e40, example: '60e9' } as const

/** The critical scale: exact, a 90 % range, or open upwards ("100B+": `high` is null). */
const critical = z.union(
  [
    number(size),
    open({ low: number(size), high: number(size).nullable() }).refine((r) => r.high === null || r.low < r.high, {
      error: 'expected low below high, for example {"low": 50e9, "high": 70e9}; for an exact value write one number'
    })
  ],
  {
    error: (issue) =>
      typeof issue.input === 'object' && issue.input !== null
        ? 'expected {"low": 50e9, "high": 70e9} with low below high (high may be null for an open range)'
        : 'expected a scale above 0 such as 60e9, or a 90 % range such as {"low": 50e9, "high": 70e9}'
  }
)

/** What a critical figure is: the link's own scale (63.2 % point of a Weibull), its 50 % point, the first size it was seen at, or unknown. All but the first are used as 50 % point. */
const criticalMeans = oneOf(['scale', 'p50', 'first-observed', 'unknown'])
/** The scale that a threshold is on: parameters N, compute C, or N of the compute-optimal run with the same loss. */
const axis = oneOf(['N', 'C', 'effective'])

/** A published or measured critical scale, carried by the target that rests on it. */
export const entrySchema = open({
  /** Row of the evidence library that it was copied from, if any. */
  id: id.nullable().default(null),
  /** Only ticked entries count; several of them make an equal-weight mixture. */
  ticked: z.boolean({ error: 'expected true or false' }).default(true),
  axis: axis.default('N'),
  critical,
  means: criticalMeans.default('unknown'),
  /** As the source gives it, for the record: a target has one steepness for all its entries. */
  steepness: number({ above: 0, to: 100, example: '3.2' }).nullable().default(null),
  /** When it was true: a year, month or day; null when not known. A year alone counts as its middle. */
  date: evidenceDate.nullable().default(null),
  /** From the planner's own runs: algorithmic progress of others does not apply to it. */
  fromOwnRuns: z.boolean({ error: 'expected true or false' }).default(false),
  source: text(500).default('')
})

export const targetSchema = open({
  id,
  /** The planner's own name; when empty the name of `capability` in the reader's language. */
  name: text(200, '"Code generation"').default(''),
  /** Row of the capability catalogue that this target was made from, if any. */
  capability: id.nullable().default(null),
  axis: axis.default('N'),
  link: oneOf(LINK_IDS).default('weibull'),
  critical,
  criticalMeans: criticalMeans.default('scale'),
  /** When the critical figure was true and whether it is from the planner's own runs; null when not known. Only algorithmic progress asks. */
  criticalAsOf: open({ date: evidenceDate, fromOwnRuns: z.boolean({ error: 'expected true or false' }).default(false) })
    .nullable()
    .default(null),
  /** Evidence: when some of it is ticked, the critical scale is an equal-weight mixture of it and `critical` is not used. */
  entries: z
    .array(entrySchema, { error: 'expected a list of entries, for example [{"critical": {"low": 50e9, "high": 70e9}, "means": "p50"}]' })
    .max(64, { error: 'expected at most 64 entries' })
    .default([]),
  /** Multiplies the threshold, for a stated reason: training strategy, data quality, architecture. Null leaves it where it is. */
  shift: open({ factor: number({ above: 0, to: 1e6, example: '0.7' }), reason: text(500, '"better data"').default('') })
    .nullable()
    .default(null),
  /** Steepness α (Weibull, shifted Weibull), s (logistic) or β (power-law onset); not used by a step. */
  steepness: number({ above: 0, to: 100, example: '3.2' }).default(3),
  /** Chance that no scale is needed (floor) and that no scale suffices (1 − ceiling). */
  floor: number({ from: 0, below: 1, example: '0' }).default(0),
  ceiling: number({ above: 0, to: 1, example: '1' }).default(1),
  /** Wanted probability, strictly between 0 and 1. */
  wanted: number({ above: 0, below: 1, example: '0.8' }).default(0.8),
  benefit,
  /** Only paths whose last run reaches the wanted probability are allowed. */
  must: z.boolean({ error: 'expected true or false' }).default(false),
  /** Rows of the evidence library that the figures rest on. */
  evidence: z.array(id).default([])
}).refine((t) => t.floor < t.ceiling, { error: 'expected floor below ceiling, for example 0 and 1', path: ['floor'] })

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

/** Constants of L(N, D) = E + A/N^α + B/D^β that were fitted to the planner's own runs. */
const chinchillaConstants = z.strictObject({
  E: number({ from: 0, to: 1e3, example: '1.8' }),
  A: number({ above: 0, to: 1e30, example: '480' }),
  B: number({ above: 0, to: 1e30, example: '2100' }),
  alpha: number({ above: 0, to: 10, example: '0.35' }),
  beta: number({ above: 0, to: 10, example: '0.37' })
})
const fittedRange = (example: string) =>
  z
    .tuple([number({ above: 0, to: 1e40, example }), number({ above: 0, to: 1e40, example })], {
      error: `expected the lowest and the highest, for example [${example}, ${example}]`
    })
    .nullable()
    .default(null)

/** Covariance of fitted constants, as `laws.fit` gives it: rows and columns are `names`, constants not named are exact. */
export const covarianceSchema = open({
  names: z.array(text(60, '"alpha"')).max(40),
  matrix: z.array(z.array(z.number({ error: 'expected a number' })))
}).refine(({ names, matrix }) => matrix.length === names.length && matrix.every((row) => row.length === names.length), {
  error: 'expected as many rows and columns as names, for example {"names": ["alpha"], "matrix": [[0.0002]]}'
})

const fittedLaw = open({
  constants: chinchillaConstants,
  covariance: covarianceSchema.nullable().default(null),
  /** What it was fitted to, in the planner's words. */
  source: text(500, '"our 40 runs of spring 2026"'),
  /** Lowest and highest N, D and C among those runs. */
  range: open({ N: fittedRange('1e8'), D: fittedRange('1e9'), C: fittedRange('1e19') }).prefault({})
})

export const lawSchema = open({
  /** `fitted:chinchilla` is the planner's own fit, whose constants are in `fitted`. */
  id: oneOf([...LAW_IDS, 'fitted:chinchilla']).default('besiroglu-2024'),
  /** Digits of the published constants; `printed` reproduces papers that used the rounded ones. */
  constants: oneOf(['unrounded', 'printed']).default('unrounded'),
  /** k in C = k·N·D. */
  flopPerParameterToken: number({ above: 0, to: 1000, example: '6' }).default(6),
  /** The planner's own fit; kept while another law is chosen. */
  fitted: fittedLaw.optional()
}).refine((law) => law.id !== 'fitted:chinchilla' || law.fitted !== undefined, {
  error: `expected the constants of your own fit, for example {"constants": {"E": 1.8, "A": 480, "B": 2100, "alpha": 0.35, "beta": 0.37}, "source": "our 40 runs"}`,
  path: ['fitted']
})

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
  }).prefault({})
})

/** A pinned outcome, the value that it is held at, and the input of the registry that gives way. */
export const pinSchema = open({ quantity: outcomeId, value: number({ example: '14' }), vary: seekableInput }).refine(
  ({ quantity, value }) => value > 0 || reachesZero(quantity),
  { error: 'expected a number above 0, for example 14', path: ['value'] }
)

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
  pin: pinSchema.nullable().default(null),
  seed: number({ from: 0, to: 4294967295, whole: true, example: '20261' }).default(20261)
}

/** Fields of the plan that a scenario can change: all but the books and the list of targets. */
export const plannedSchema = open(planned)

export const planSchema = open({
  id: id.default('plan'),
  name: text(200).default(''),
  notes: text().default(''),
  targets: z
    .array(targetSchema, { error: 'expected a list of targets, for example [{"id": "code", "critical": 25e9, "benefit": {"kind": "usd", "value": 5e6}}]' })
    .max(64, { error: 'expected at most 64 targets' }),
  ...planned,
  /** What else could be planned: each scenario holds only what it changes of the fields above, which are the base. */
  scenarios: scenariosSchema(plannedSchema, targetSchema)
}).superRefine((plan, context) => {
  const seen = new Set<string>()
  plan.targets.forEach((target, i) => {
    if (seen.has(target.id))
      context.addIssue({ code: 'custom', path: ['targets', i, 'id'], message: `expected each target to have its own id; "${target.id}" is there twice` })
    seen.add(target.id)
  })
  if (plan.focus !== null && plan.targets.length > 0 && !seen.has(plan.focus))
    context.addIssue({ code: 'custom', path: ['focus'], message: `expected the id of one of the targets, for example "${plan.targets[0]!.id}"` })
})

export type Plan = z.infer<typeof planSchema>
export type PlanInput = z.input<typeof planSchema>
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
