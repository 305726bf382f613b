/** Inputs of the plan itself: one row each. Bounds are those of the schema; a test holds the two together. */
import type { Input, Source } from './inputs'
import { inputFrom, type Row } from './inputRow'
import { withField } from './field'
import type { Plan } from './schema'

const measured = (value: number, citation: string, prior: Source['prior'] = null): Source => ({ value, prior, citation })
const COTTIER = 'Cottier et al. 2024 (Epoch AI), arXiv 2405.21015'
/** A start value that no publication stands behind. */
const assumed = (value: number): Source => measured(value, '')
const share = { min: 0, max: 1000 } as const
const none = { none: true } as const

/** Index of the target that the answer sentence is about. */
export const focusIndex = (plan: Plan): number =>
  Math.max(
    0,
    plan.targets.findIndex((target) => target.id === plan.focus)
  )

const LAST_TRAINED_N = 7e9

const rows = {
  wanted: {
    path: 'targets.0.wanted',
    kind: 'percent',
    chosen: true,
    rule: { above: 0, below: 1 },
    slider: { from: 0.05, to: 0.99, log: false },
    write: (plan, value) => (plan.targets.length === 0 ? plan : withField(plan, `targets.${focusIndex(plan)}.wanted`, value))
  },
  budget: { path: 'limits.budgetUsd', kind: 'usd', chosen: true, rule: { above: 0, max: 1e15, ...none }, slider: { from: 3e5, to: 3e7, log: true } },
  price: {
    path: 'costs.pricePerHourUsd',
    kind: 'usdPerHour',
    rule: { above: 0, max: 1e6, range: true },
    slider: { from: 0.5, to: 10, log: true },
    source: (_plan, { price }) => (price ? { value: price.median, prior: { low: price.low, high: price.high }, citation: price.citation } : null)
  },
  mfu: {
    path: 'cluster.mfu',
    kind: 'percent',
    rule: { above: 0, max: 1, range: true },
    slider: { from: 0.1, to: 0.7, log: false },
    source: measured(0.4, 'Epoch AI, Notable AI Models, 2025-03 (n = 62)', { low: 0.2, high: 0.56 })
  },
  accelerators: {
    path: 'cluster.accelerators',
    kind: 'count',
    chosen: true,
    rule: { min: 1, max: 1e9, whole: true },
    slider: { from: 64, to: 65536, log: true }
  },
  tokensPerParameter: {
    path: 'ratio.tokensPerParameter',
    kind: 'ratio',
    chosen: true,
    rule: { above: 0, max: 1e9 },
    slider: { from: 2, to: 2000, log: true },
    typed: (plan) => (plan.ratio.kind === 'ratio' ? plan.ratio.tokensPerParameter : null),
    write: (plan, value) => ({ ...plan, ratio: typeof value === 'number' ? { kind: 'ratio', tokensPerParameter: value } : { kind: 'optimal' } }),
    reset: (plan) => ({ ...plan, ratio: { kind: 'optimal' } })
  },
  fixedTokens: {
    path: 'ratio.tokens',
    kind: 'D',
    chosen: true,
    rule: { above: 0, max: 1e30 },
    typed: (plan) => (plan.ratio.kind === 'fixedD' ? plan.ratio.tokens : null),
    write: (plan, value) => ({ ...plan, ratio: typeof value === 'number' ? { kind: 'fixedD', tokens: value } : { kind: 'optimal' } }),
    reset: (plan) => ({ ...plan, ratio: { kind: 'optimal' } })
  },
  deadline: { path: 'limits.deadlineDays', kind: 'days', chosen: true, rule: { above: 0, max: 1e5, ...none }, slider: { from: 7, to: 720, log: true } },

  flopPerParameterToken: {
    path: 'law.flopPerParameterToken',
    kind: 'number',
    rule: { above: 0, max: 1000 },
    source: measured(6, 'Kaplan et al. 2020, §2.1')
  },
  totalPerActive: {
    path: 'model.totalPerActive',
    kind: 'number',
    chosen: true,
    rule: { min: 1, max: 1e4 },
    typed: (plan) => (plan.model.kind === 'moe' ? plan.model.totalPerActive : 1),
    write: (plan, value) => ({ ...plan, model: typeof value === 'number' && value > 1 ? { kind: 'moe', totalPerActive: value } : { kind: 'dense' } })
  },
  peak: {
    path: 'accelerator.peakFlopPerSecond',
    kind: 'flopPerSecond',
    rule: { above: 0, max: 1e20 },
    source: (plan) => ofAccelerator(plan, plan.accelerator.peakFlopPerSecond)
  },
  memory: {
    path: 'accelerator.memoryBytes',
    kind: 'bytes',
    rule: { above: 0, max: 1e15 },
    source: (plan) => ofAccelerator(plan, plan.accelerator.memoryBytes)
  },
  power: { path: 'accelerator.powerWatts', kind: 'watts', rule: { above: 0, max: 1e6 }, source: (plan) => ofAccelerator(plan, plan.accelerator.powerWatts) },
  uptime: { path: 'cluster.uptime', kind: 'percent', rule: { above: 0, max: 1 }, source: assumed(1) },
  bytesPerParameter: {
    path: 'cluster.bytesPerParameter',
    kind: 'number',
    rule: { above: 0, max: 1000 },
    source: measured(16, 'Rajbhandari et al. 2020 (ZeRO), §3.1')
  },

  failedRuns: { path: 'costs.failedRuns.share', kind: 'percent', rule: share, source: assumed(0.1) },
  experiments: { path: 'costs.experiments.share', kind: 'percent', rule: share, source: assumed(0.25) },
  postTraining: { path: 'costs.postTraining.share', kind: 'percent', rule: share, source: assumed(0) },
  evaluation: { path: 'costs.evaluation.share', kind: 'percent', rule: share, source: assumed(0) },
  dataPrice: { path: 'costs.dataUsdPerTrillionTokens', kind: 'usd', rule: { min: 0, max: 1e15 }, source: assumed(0) },
  people: { path: 'costs.staff.people', kind: 'number', rule: { min: 0, max: 1e6 }, source: assumed(0) },
  salary: { path: 'costs.staff.usdPerPersonYear', kind: 'usd', rule: { min: 0, max: 1e9 }, source: assumed(0) },
  fixedUsd: { path: 'costs.fixedUsdPerRun', kind: 'usd', rule: { min: 0, max: 1e15 }, source: assumed(0) },
  fixedDays: { path: 'costs.fixedDaysPerRun', kind: 'days', rule: { min: 0, max: 1e5 }, source: assumed(0) },
  usdPerKwh: {
    path: 'costs.energy.usdPerKwh',
    kind: 'usd',
    rule: { min: 0, max: 100 },
    source: measured(0.0826, COTTIER)
  },
  pue: { path: 'costs.energy.pue', kind: 'number', rule: { min: 1, max: 10 }, source: measured(1.25, COTTIER) },
  serverMultiplier: {
    path: 'costs.energy.serverMultiplier',
    kind: 'number',
    rule: { min: 1, max: 10 },
    source: measured(1.82, COTTIER)
  },
  averageLoad: { path: 'costs.energy.averageLoad', kind: 'percent', rule: { above: 0, max: 1 }, source: measured(0.75, COTTIER) },
  gramsCo2PerKwh: { path: 'costs.energy.gramsCo2PerKwh', kind: 'number', rule: { min: 0, max: 5000 }, source: assumed(400) },
  inferenceTokens: { path: 'costs.inference.tokens', kind: 'D', rule: { min: 0, max: 1e30 }, source: assumed(0) },
  inferenceMfu: { path: 'costs.inference.mfu', kind: 'percent', rule: { above: 0, max: 1 }, source: assumed(0.2) },

  computeLimit: { path: 'limits.computeFlop', kind: 'C', chosen: true, rule: { above: 0, max: 1e40, ...none } },
  uniqueTokens: { path: 'limits.uniqueTokens', kind: 'D', rule: { above: 0, max: 1e30, ...none } },
  maxEpochs: {
    path: 'limits.maxEpochs',
    kind: 'number',
    chosen: true,
    rule: { min: 1, max: 1e4 },
    source: measured(4, 'Muennighoff et al. 2023, arXiv 2305.16264')
  },
  stepFactor: {
    path: 'limits.largestStep.factor',
    kind: 'factor',
    chosen: true,
    rule: { above: 1, max: 1e6, ...none },
    write: (plan, value) =>
      withField(
        plan,
        'limits.largestStep',
        typeof value === 'number' ? { ...(plan.limits.largestStep ?? { lastTrainedN: LAST_TRAINED_N }), factor: value } : null
      )
  },
  lastTrainedN: {
    path: 'limits.largestStep.lastTrainedN',
    kind: 'N',
    chosen: true,
    rule: { above: 0, max: 1e20 },
    write: (plan, value) =>
      typeof value === 'number' ? withField(plan, 'limits.largestStep', { ...(plan.limits.largestStep ?? { factor: 10 }), lastTrainedN: value }) : plan
  },
  confidence: {
    path: 'limits.confidence',
    kind: 'percent',
    chosen: true,
    rule: { above: 0, below: 1 },
    slider: { from: 0.5, to: 0.99, log: false },
    source: assumed(0.8)
  },

  discountRate: {
    path: 'decision.discountRate',
    kind: 'percent',
    chosen: true,
    rule: { min: 0, max: 10 },
    slider: { from: 0, to: 0.3, log: false },
    source: assumed(0)
  },
  horizon: { path: 'decision.horizonYears', kind: 'years', rule: { above: 0, max: 100 }, slider: { from: 0.5, to: 10, log: true }, source: assumed(3) },
  correlation: {
    path: 'decision.correlation',
    kind: 'number',
    chosen: true,
    rule: { min: 0, max: 1 },
    slider: { from: 0, to: 1, log: false },
    source: assumed(0.3)
  },
  halvingMonths: {
    path: 'decision.progress.halvingMonths',
    kind: 'number',
    rule: { min: 1, max: 120, ...none },
    slider: { from: 5, to: 14, log: false },
    write: (plan, value) => withField(plan, 'decision.progress', typeof value === 'number' ? { ...plan.decision.progress, halvingMonths: value } : null),
    source: measured(8, 'Ho et al. 2024, arXiv 2403.05812 (95 % interval 5 to 14)', { low: 5, high: 14 }),
    // As published thresholds are taken until the planner says otherwise.
    reset: (plan) => withField(plan, 'decision.progress', null)
  },
  usdPerPoint: { path: 'decision.usdPerPoint', kind: 'usd', chosen: true, rule: { above: 0, max: 1e15, ...none } },
  priorityHigh: { path: 'decision.priorityCuts.high', kind: 'percent', chosen: true, rule: { above: 0, max: 1 }, source: assumed(0.8) },
  priorityMedium: { path: 'decision.priorityCuts.medium', kind: 'percent', chosen: true, rule: { above: 0, max: 1 }, source: assumed(0.5) }
} satisfies Record<string, Row>

function ofAccelerator(plan: Plan, value: number): Source | null {
  return plan.accelerator.source === '' ? null : measured(value, plan.accelerator.source)
}

export type PlanInputId = keyof typeof rows

const pathOf = (id: PlanInputId, path: string) => (id === 'wanted' ? (plan: Plan) => `targets.${focusIndex(plan)}.wanted` : () => path)

/** "wanted" is another name of an input that a target has. */
const beliefIdOf = (id: PlanInputId) => (plan: Plan) => {
  if (id !== 'wanted') return id
  const target = plan.targets[focusIndex(plan)]
  return target === undefined ? null : `wanted@${target.id}`
}

export const planInputs: Record<PlanInputId, Input> = Object.fromEntries(
  (Object.keys(rows) as PlanInputId[]).map((id) => [id, inputFrom(id, id, rows[id], { path: pathOf(id, rows[id].path), beliefId: beliefIdOf(id) })])
) as Record<PlanInputId, Input>
