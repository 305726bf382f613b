/**
 * The contract: every procedure that a host serves, with the schema of its input, its output and, for long work, its progress items.
 * Written once; validated on the way in and on the way out by `src/main/dispatch.ts`. Numbers are plain; units are in the names
 * (N parameters, D tokens, C FLOP, loss nats/token, usd USD, probability 0–1). No Date, Map, BigInt, NaN or Infinity crosses.
 * A question without an answer is a result `{reason, detail}`; a refused input rejects with `{code, message, path}`.
 */
import * as z from 'zod'
import { noAnswerSchema, noteSchema } from './notes'
import { FRONTIER_AXES, frontierSchema, outcomeSchema, pathSchema, pinOutcomeSchema, targetOutcomeSchema } from './outcome'
import { LAW_IDS, LINK_IDS, PINNABLE, VARIABLE, acceleratorSchema, clusterSchema, costsSchema, planSchema, targetSchema } from './plan/schema'
import { number, oneOf, open, text } from './plan/rules'

const positive = (example: string) => number({ above: 0, to: 1e60, example })
const n = z.number()
const warnings = z.array(noteSchema)
const orNoAnswer = <T extends z.ZodType>(schema: T) => z.union([schema, noAnswerSchema])
const law = oneOf(LAW_IDS)
const constants = oneOf(['unrounded', 'printed']).default('unrounded')
const link = oneOf(LINK_IDS)
const linkParams = open({
  critical: positive('60e9'),
  steepness: positive('3.2').default(3),
  floor: number({ from: 0, below: 1, example: '0' }).default(0),
  ceiling: number({ above: 0, to: 1, example: '1' }).default(1)
}).refine((l) => l.floor < l.ceiling, { error: 'expected floor below ceiling, for example 0 and 1', path: ['floor'] })
const bytes = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })

export const policySchema = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('optimal') }),
    open({ kind: z.literal('ratio'), value: positive('20').default(20) }),
    open({ kind: z.literal('fixedN'), value: positive('70e9') }),
    open({ kind: z.literal('fixedD'), value: positive('1.4e12') })
  ],
  { error: 'expected {"kind": "optimal"}, {"kind": "ratio", "value": 20}, {"kind": "fixedN", "value": 70e9} or {"kind": "fixedD", "value": 1.4e12}' }
)

export const GIVENS = ['N', 'D', 'C', 'loss', 'usd', 'acceleratorHours', 'days'] as const
const given = z
  .strictObject(Object.fromEntries(GIVENS.map((g) => [g, positive('5.76e23').optional()])) as Record<(typeof GIVENS)[number], z.ZodOptional<z.ZodNumber>>, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })
  .refine((g) => Object.values(g).filter((v) => v !== undefined).length === 1, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })

/** What it takes to turn FLOP into money and time; every part has a default, named in a warning when it is used. */
const spending = open({ accelerator: acceleratorSchema.optional(), cluster: clusterSchema.partial().optional(), costs: costsSchema.partial().optional() })

export const documentInfoSchema = z.object({
  id: z.string(),
  name: z.string(),
  savedAt: z.string(),
  example: z.string().nullable(),
  path: z.string().nullable()
})
/** What opening a document gives: the plan and how it was read. `newer` opens read-only; `damaged` has no plan. */
export const openedSchema = z.object({
  info: documentInfoSchema.nullable(),
  verdict: z.enum(['ok', 'migrated', 'newer', 'damaged']),
  plan: planSchema.nullable(),
  /** The plan as it was last kept with Save: what deltas are measured against. */
  baseline: planSchema.nullable(),
  notes: warnings,
  /** Earlier generations that can be opened instead, newest first. */
  backups: z.array(z.object({ id: z.string(), savedAt: z.string() }))
})
const settings = {
  language: oneOf(['system', 'en', 'zh']),
  theme: oneOf(['system', 'light', 'dark']),
  /** Document shown at the next start. */
  lastDocument: z.string().nullable(),
  /** Documents opened, newest first. */
  recents: z.array(z.string()),
  publishedRuns: z.boolean(),
  window: open({ width: n, height: n, x: n.optional(), y: n.optional(), maximised: z.boolean().default(false) }).nullable()
}
export const settingsSchema = open({
  language: settings.language.default('system'),
  theme: settings.theme.default('system'),
  lastDocument: settings.lastDocument.default(null),
  recents: settings.recents.default([]),
  publishedRuns: settings.publishedRuns.default(true),
  window: settings.window.default(null)
})
/** Some settings to change. Without defaults: a field that is not given stays as it is. */
export const settingsChangeSchema = open(settings).partial()

export const CATALOGUES = ['accelerators', 'models', 'capabilities', 'emergences'] as const

const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const nothing = z.strictObject({}).default({})

export const contract = {
  'laws.list': procedure(
    nothing,
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        citation: z.string(),
        formula: z.string(),
        constants: z.record(z.string(), z.record(z.string(), n)),
        fittedRange: z.object({ N: z.tuple([n, n]).nullable(), D: z.tuple([n, n]).nullable(), C: z.tuple([n, n]).nullable() })
      })
    )
  ),
  'laws.loss': procedure(
    open({ law, constants, N: positive('70e9').optional(), D: positive('1.4e12').optional(), C: positive('5.76e23').optional() }),
    orNoAnswer(z.object({ loss: n, terms: z.record(z.string(), n), warnings }))
  ),
  'laws.optimum': procedure(
    open({ law, constants, C: positive('5.76e23'), flopPerParamToken: positive('6').default(6) }),
    orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), tokensPerParam: n, warnings }))
  ),
  'laws.solve': procedure(
    open({ law, constants, policy: policySchema, given, flopPerParamToken: positive('6').default(6), costs: spending.optional() }),
    orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), usd: n, acceleratorHours: n, days: n, warnings }))
  ),
  'allocate.effectiveSize': procedure(open({ law, constants, N: positive('7e9'), D: positive('2e12') }), orNoAnswer(z.object({ N: n, warnings }))),
  'links.list': procedure(nothing, z.array(z.object({ id: z.string(), name: z.string(), formula: z.string(), note: z.string() }))),
  'links.probability': procedure(open({ link, scale: number({ from: 0, to: 1e60, example: '60e9' }), params: linkParams }), z.object({ probability: n })),
  'links.scaleFor': procedure(
    open({ link, probability: number({ above: 0, below: 1, example: '0.9' }), params: linkParams }),
    orNoAnswer(z.object({ scale: n }))
  ),
  'costs.estimate': procedure(
    open({
      N: positive('70e9'),
      totalN: positive('70e9').optional(),
      D: positive('1.4e12'),
      flopPerParamToken: positive('6').default(6),
      hardware: acceleratorSchema.optional(),
      cluster: clusterSchema.partial().optional(),
      costs: costsSchema.partial().optional()
    }),
    z.object({
      C: n,
      acceleratorHours: n,
      days: n,
      energyKwh: n,
      co2Kg: n,
      /** `total` is the cost of the run by rent; `inference` is serving over the model's life and not part of it. */
      usd: z.object({ rent: n, failedRuns: n, experiments: n, postTraining: n, evaluation: n, data: n, staff: n, energy: n, fixed: n, inference: n, total: n }),
      memory: z.object({ bytesPerParameter: n, minAccelerators: n }),
      warnings
    })
  ),
  'planner.requiredSize': procedure(
    open({ plan: planSchema.optional(), target: targetSchema.optional() }).refine((q) => (q.plan === undefined) !== (q.target === undefined), {
      error: 'expected either a plan or a target'
    }),
    z.array(
      z.object({
        id: z.string(),
        N: n.nullable(),
        D: n.nullable(),
        C: n.nullable(),
        probability: n,
        interval: z.object({ p5: n, p50: n, p95: n }).nullable(),
        reason: noteSchema.nullable()
      })
    )
  ),
  'planner.roi': procedure(
    open({ plan: planSchema }),
    z.object({
      capabilities: z.array(
        targetOutcomeSchema
          .pick({
            id: true,
            benefitUsd: true,
            benefitCostRatio: true,
            roi: true,
            pointsPerUsd: true,
            sourceScore: true,
            priority: true,
            rank: true,
            reason: true
          })
          .extend({ benefit: n, probability: n, cost: n.nullable() })
      ),
      ranking: z.array(z.string()),
      warnings
    })
  ),
  'planner.path': procedure(
    open({ plan: planSchema }),
    pathSchema.extend({
      ranking: z.array(z.string()),
      outOfReach: z.array(
        z.object({ capability: z.string(), limits: z.array(z.object({ limit: z.string(), maxN: n.nullable(), needs: n })), binding: z.string() })
      ),
      warnings
    })
  ),
  'planner.frontier': procedure(
    open({
      plan: planSchema,
      over: oneOf(FRONTIER_AXES).default('usd'),
      points: number({ from: 2, to: 20_000, whole: true, example: '240' }).default(240),
      from: positive('3e4').optional(),
      to: positive('1e8').optional()
    }),
    frontierSchema
  ),
  /** Without `audit` the path comes sooner, without what is told about it besides (null): binding limits, alternatives, bounds. */
  'planner.evaluate': procedure(open({ plan: planSchema, audit: z.boolean({ error: 'expected true or false' }).default(true) }), outcomeSchema),
  'planner.goalSeek': procedure(
    open({ plan: planSchema, pin: open({ quantity: oneOf(PINNABLE), value: positive('14') }), vary: oneOf(VARIABLE) }),
    z.object({
      pin: pinOutcomeSchema,
      plan: planSchema.nullable(),
      reason: z.enum(['unreachable', 'underdetermined', 'notDefined']).nullable(),
      nearest: n.nullable()
    })
  ),
  'plan.check': procedure(open({ text: text(25_000_000) }), openedSchema),

  'catalogues.list': procedure(open({ name: oneOf(CATALOGUES) }), z.array(z.record(z.string(), z.unknown()))),
  'settings.get': procedure(nothing, settingsSchema),
  'settings.set': procedure(settingsChangeSchema, settingsSchema),
  'documents.list': procedure(nothing, z.object({ documents: z.array(documentInfoSchema), examples: z.array(z.object({ id: z.string(), name: z.string() })) })),
  /** What the app shows at start: the file it was started with, else the last document, else the first example. */
  'documents.current': procedure(nothing, openedSchema),
  'documents.open': procedure(
    z.union([open({ id: z.string() }), open({ example: z.string() }), open({ text: z.string(), name: text(300).optional() }), open({ backup: z.string() })], {
      error: 'expected {"id": …}, {"example": …}, {"text": …} or {"backup": …}'
    }),
    openedSchema
  ),
  /** Autosave, and Save when `baseline` is given. Resolves when the bytes are on the disk. */
  'documents.save': procedure(open({ id: z.string(), plan: planSchema, baseline: planSchema.optional() }), z.object({ savedAt: z.string() })),
  'documents.remove': procedure(open({ id: z.string() }), z.object({ removed: z.boolean() })),
  /** Brings back a document that was removed. */
  'documents.restore': procedure(open({ id: z.string() }), documentInfoSchema),
  'documents.export': procedure(open({ plan: planSchema }), bytes),
  'report.pdf': procedure(open({ plan: planSchema, language: oneOf(['en', 'zh']).default('en'), paper: oneOf(['A4', 'Letter']).default('A4') }), bytes),
  'report.csv': procedure(open({ plan: planSchema, language: oneOf(['en', 'zh']).default('en') }), z.array(bytes)),
  'app.info': procedure(nothing, z.object({ version: z.string(), host: z.enum(['electron', 'browser', 'cli']), dataFolder: z.string(), notes: warnings }))
} as const

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type Input<P extends ProcedureName> = z.input<Contract[P]['input']>
export type ParsedInput<P extends ProcedureName> = z.output<Contract[P]['input']>
export type Output<P extends ProcedureName> = z.output<Contract[P]['output']>
/** What a refused call rejects with. */
export interface Refusal {
  code: string
  message: string
  path: string
}
export type DocumentInfo = z.infer<typeof documentInfoSchema>
export type Opened = z.infer<typeof openedSchema>
export type Settings = z.infer<typeof settingsSchema>
