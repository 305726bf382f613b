/**
 * What the engine answers: every number that the app shows, with its unit in the name or beside it.
 * N parameters, D tokens, C FLOP, usd USD of the plan's base date, days days, probabilities 0–1, loss nats/token. `null` means "not defined here", with the reason beside it.
 */
import * as z from 'zod'
import { noteSchema } from './notes'
import { outcomeId, seekableInput } from './plan/outcomeSchema'
import { planSchema } from './plan/schema'

const n = z.number()
const p = z.number().min(0).max(1)
/** A curve: thousands of these numbers cross with every answer, so they are checked in one pass instead of one schema each. */
const curve = (low: number, high: number) =>
  z.custom<number[]>((v) => Array.isArray(v) && v.every((y) => typeof y === 'number' && y >= low && y <= high), {
    error: `expected a list of numbers from ${low} to ${high}`
  })
const sizes = curve(-Number.MAX_VALUE, Number.MAX_VALUE)
const chances = curve(0, 1)
export const quantilesSchema = z.object({ p5: n, p50: n, p95: n })

/** One training run from scratch. */
export const runSchema = z.object({
  /** Active parameters, and those that memory must hold (equal for a dense model). */
  N: n,
  totalN: n,
  D: n,
  C: n,
  tokensPerParameter: n,
  /** Times that the unique tokens are seen; null when they are not limited. */
  epochs: n.nullable(),
  /** True when the limit of unique tokens gives the run fewer tokens than its policy asks for. */
  dataCapped: z.boolean(),
  /** Tokens that count in the loss when data repeat; equals D otherwise. */
  effectiveD: n,
  loss: n.nullable(),
  acceleratorHours: n,
  /** Calendar time, mean over the beliefs; and its 5, 50 and 95 % points. */
  days: n,
  daysRange: quantilesSchema,
  /** Expected cost of the run alone, all its data bought; and its 5, 50 and 95 % points. */
  usd: n,
  usdRange: quantilesSchema,
  usdParts: z.object({ compute: n, failedRuns: n, experiments: n, postTraining: n, evaluation: n, data: n, staff: n, energy: n, fixed: n }),
  /** Serving the plan's inference volume at this size; not part of `usd`. */
  servingUsd: n,
  energyKwh: n,
  co2Kg: n,
  /** Accelerators below which weights, gradients and optimiser state do not fit. */
  minAccelerators: n
})
export type Run = z.infer<typeof runSchema>

export const LIMITS = ['budget', 'deadline', 'memory', 'data', 'compute', 'step'] as const
/** A limit that the required run breaks: what it needs, what the plan has, the largest N that the limit allows alone. */
export const brokenLimitSchema = z.object({ limit: z.enum(LIMITS), needs: n, has: n, maxN: n.nullable() })
export const outOfReachSchema = z.object({
  limits: z.array(brokenLimitSchema),
  binding: z.enum(LIMITS),
  /** The joint change that suffices: every broken limit set to what the run needs. */
  suffices: z.array(z.object({ limit: z.enum(LIMITS), needs: n }))
})

export const targetOutcomeSchema = z.object({
  id: z.string(),
  /** The run at which F̄(x) = wanted; null with a reason when no scale reaches it. */
  required: runSchema.nullable(),
  requiredScale: n.nullable(),
  reason: noteSchema.nullable(),
  /** 5–50–95 % over the belief of the size at which F(x; θ) = wanted, and of the cost of that run (also over price and MFU). */
  interval: z.object({ N: quantilesSchema, D: quantilesSchema, C: quantilesSchema, usd: quantilesSchema, days: quantilesSchema }).nullable(),
  /** F̄ at the last run of the recommended path; 0 when nothing is run. */
  probability: p,
  unlocked: z.boolean(),
  outOfReach: outOfReachSchema.nullable(),
  /** Value in USD at its own required run: benefit · discount · F̄, serving taken off; null for points without a price. */
  benefitUsd: n.nullable(),
  benefitCostRatio: n.nullable(),
  roi: n.nullable(),
  pointsPerUsd: n.nullable(),
  /** The source's w/(N·cost) with cost 1, and divided by the largest. */
  sourceScore: z.object({ raw: n, normalised: n }).nullable(),
  priority: z.enum(['high', 'medium', 'low']).nullable(),
  /** 1 = best; by ROI, or by points per USD. */
  rank: n.nullable()
})
export type TargetOutcome = z.infer<typeof targetOutcomeSchema>

export const rungSchema = z.object({
  run: runSchema,
  /** Cost of this step, data of earlier rungs not bought again, and the sum so far, finished runs included, counting every rung as if it were run. */
  usd: n,
  cumulativeUsd: n,
  /** The same two at the plan's limit confidence: what is held against the budget. */
  usdAtConfidence: n,
  cumulativeUsdAtConfidence: n,
  /** Days from the start of the plan. */
  startDays: n,
  endDays: n,
  endDaysAtConfidence: n,
  /** Chance that it is run, 1 − H of the rung before. */
  chanceRun: p,
  /** F̄ of each target after this rung, in the order of the plan; and H, that all are reached. */
  probabilities: z.array(p),
  all: p,
  /** Discounted, times the chance that they occur; benefit in USD or points. */
  marginalCost: n,
  marginalBenefit: n,
  /** Targets whose F̄ passes the wanted probability here. */
  unlocks: z.array(z.string())
})
export type Rung = z.infer<typeof rungSchema>

/** What finished runs took and showed, and the plan as a whole from its start. */
export const soFarSchema = z.object({
  runs: n,
  /** Spent, and gone since the start of the plan; what is left of budget and deadline, null without that limit. */
  usd: n,
  days: n,
  usdLeft: n.nullable(),
  daysLeft: n.nullable(),
  /** Targets that a finished run has reached. */
  reached: z.array(z.string()),
  /** Chance that the beliefs gave to what was seen. */
  chance: p,
  /** Discounted to the start of the plan: what was spent, and the benefits of what was reached; null for points. Points of what was reached, null for money. */
  spentPresentUsd: n,
  earnedUsd: n.nullable(),
  earnedPoints: n.nullable(),
  /** Earned less spent, plus the value of what is ahead, discounted to the start of the plan; null for points. */
  toDate: n.nullable(),
  /** The path that the same plan recommends from its start, as if nothing had been run; null without audit. */
  original: z.object({ value: n.nullable(), points: n.nullable(), usd: n, days: n }).nullable()
})

/** A path on the draws of a risk level: its risk measure (a quantile of V, or the mean of its worst share), the error that the draws leave, and its mean, USD. */
const riskCandidateSchema = z.object({ sizes: z.array(n), measure: n, standardError: n.nullable(), mean: n })

/** How the path was chosen at a risk level: by listing, beside the path with the best mean on the same draws. */
export const riskSchema = z.object({
  kind: z.enum(['quantile', 'shortfall']),
  level: p,
  chosen: riskCandidateSchema,
  atMean: riskCandidateSchema,
  /** Mean value that the attitude to risk costs: that of the path with the best mean less that of this one. */
  meanGivenUp: n,
  /** Paths that were compared, and the draws over which. */
  listed: n,
  draws: n
})

/** What is still ahead: with finished runs, costs, times and values are from now on, but for the running sums and the days of the rungs. */
export const pathSchema = z.object({
  unitOfBenefit: z.enum(['usd', 'points']),
  rungs: z.array(rungSchema),
  /** Expected value with gates and without; null for points (not defined). `gateBound` is the most that finer gates could be worth; null without audit. */
  value: z.object({ expected: n.nullable(), committed: n.nullable(), gateBound: n.nullable(), points: n.nullable(), expectedCost: n, discountRate: n }),
  usd: n,
  days: n,
  /** P(all) at the last run. */
  all: p,
  /** Chance that the path stays within the budget and the deadline; null without that limit. */
  withinBudget: p.nullable(),
  withinDeadline: p.nullable(),
  /** What stops a larger or better path: limits that are tight, empty when none is; null in an answer without audit and at a risk level. */
  binding: z.array(z.enum(LIMITS)).nullable(),
  /** Gain in value from moving the sizes between grid points; null when not defined, and without audit. */
  polishGain: n.nullable(),
  /** Null in an answer without audit. */
  alternatives: z
    .array(z.object({ kind: z.enum(['nothing', 'single', 'everyTarget', 'largest']), sizes: z.array(n), usd: n, value: n, regret: n, feasible: z.boolean() }))
    .nullable(),
  /** When nothing is worth running: what would have to change. */
  nothing: noteSchema.nullable(),
  /** Null while no run is finished. */
  soFar: soFarSchema.nullable(),
  /** Null where the path has the best mean: then no risk level was asked for, or the answer came without audit. */
  risk: riskSchema.nullable()
})
export type Path = z.infer<typeof pathSchema>

export const FRONTIER_AXES = ['usd', 'C', 'N', 'days'] as const
export const frontierSchema = z.object({
  over: z.enum(FRONTIER_AXES),
  /** Ascending; one value per point. N is the size of the best single run within x, 0 when none is possible. */
  x: sizes,
  N: sizes,
  /** Targets in the order of the plan: F̄ and its 5, 25, 75 and 95 % points over the belief. */
  each: z.array(z.object({ id: z.string(), probability: chances, p5: chances, p25: chances, p75: chances, p95: chances })),
  all: chances,
  /** Limits in units of x: where the best run stops growing. */
  limits: z.array(z.object({ limit: z.enum(LIMITS), x: n }))
})
export type Frontier = z.infer<typeof frontierSchema>

export const pinOutcomeSchema = z.object({
  quantity: outcomeId,
  vary: seekableInput,
  goal: n,
  status: z.enum(['solved', 'jump', 'unreachable']),
  /** Value of the varied input that solves it, or the nearest; and the pinned quantity there. */
  value: n.nullable(),
  reached: n.nullable(),
  /** Value of the varied input, and of the quantity, before the pin moved it. */
  before: n.nullable(),
  was: n.nullable(),
  others: z.array(n),
  note: noteSchema.nullable()
})
export type PinOutcome = z.infer<typeof pinOutcomeSchema>

export const outcomeSchema = z.object({
  /** The plan that was evaluated: the given one, with the input that gives way to a pin solved. */
  plan: planSchema,
  /** Id of the target that the sentence is about: `plan.focus`, else the first; null without targets. */
  focus: z.string().nullable(),
  targets: z.array(targetOutcomeSchema),
  path: pathSchema,
  frontier: frontierSchema,
  /** P(all) and F̄ of each target at the focus's required run; null when there is none. */
  atFocus: z.object({ all: p, each: z.array(p) }).nullable(),
  /** Size that each limit allows alone, null where the plan sets no such limit. */
  limits: z.array(z.object({ limit: z.enum(LIMITS), has: n, maxN: n.nullable() })),
  /** Optimal tokens per parameter of the law at the focus's required run; null when the law has no optimum. */
  optimalTokensPerParameter: n.nullable(),
  /** Published models at today's assumptions. */
  published: z.array(z.object({ name: z.string(), year: n, N: n, D: n, C: n, usd: n, days: n })),
  pin: pinOutcomeSchema.nullable(),
  warnings: z.array(noteSchema),
  health: z.object({ assumptions: n, outsideFittedRange: n, stalePrices: n, evidence: n })
})
export type Outcome = z.infer<typeof outcomeSchema>
export type Limit = (typeof LIMITS)[number]
export type Quantiles = z.infer<typeof quantilesSchema>
