/** A target of a plan: the capability that is wanted, what is believed about its threshold, and what it is worth. */
import * as z from 'zod'
import { FLOOR_PROBLEM, floorBelowCeiling } from './fieldsTogether'
import { evidenceDate, id, number, oneOf, open, text } from './rules'

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
export const critical = z.union(
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
export const criticalMeans = oneOf(['scale', 'p50', 'first-observed', 'unknown'])
/** The scale that a threshold is on: parameters N, compute C, or N of the compute-optimal run with the same loss. */
export const axis = oneOf(['N', 'C', 'effective'])

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
}).refine(floorBelowCeiling, { error: FLOOR_PROBLEM.message, path: FLOOR_PROBLEM.path })
