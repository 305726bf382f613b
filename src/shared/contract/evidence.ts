/** `evidence.*`: the library of figures that thresholds rest on, what the planner adds to it, and the benchmarks that would show a capability. */
import * as z from 'zod'
import { EVIDENCE_CATEGORIES, EVIDENCE_GRADES, EVIDENCE_KINDS, EVIDENCE_ORIGINS } from '../plan/evidenceLibrary'
import { evidenceDate, id, number, oneOf, open, text } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { axis, critical, criticalMeans } from '../plan/targetSchema'
import { problemSchema } from './observations'
import { EXAMPLE_PLAN } from './planner'
import { bytes, n, nothing, procedure, warnings } from './procedure'

/** Extension of a file of evidence that a team shares. */
export const EVIDENCE_EXTENSION = '.scalepath-evidence.json'
/** Most entries that a planner can keep. */
export const MOST_EVIDENCE = 5000
const LONGEST_FILE = 25_000_000

const NAMED = {
  error: 'expected a capability of the catalogue or a name, for example {"capability": "code-generation"} or {"name": "Tool use"}',
  path: ['name']
}

const fields = open({
  /** The planner’s own words; may be empty where `capability` says it. */
  name: text(200, '"Tool use"').default(''),
  /** Capability of the catalogue, if it is one. */
  capability: id.nullable().default(null),
  category: oneOf(EVIDENCE_CATEGORIES).default('other'),
  axis: axis.default('N'),
  critical,
  means: criticalMeans.default('unknown'),
  steepness: number({ above: 0, to: 100, example: '3.2' }).nullable().default(null),
  /** Grade of the verdict that it comes from; null where nothing was tested. */
  grade: oneOf(EVIDENCE_GRADES).nullable().default(null),
  date: evidenceDate.nullable().default(null),
  fromOwnRuns: z.boolean({ error: 'expected true or false' }).default(false),
  source: text(500).default('')
})
const isNamed = ({ name, capability }: { name: string; capability: string | null }): boolean => capability !== null || name.trim() !== ''

/** An entry of the planner’s own as it is kept, and as it stands in a shared file. */
export const ownEvidenceSchema = fields.extend({ id }).refine(isNamed, NAMED)
export type OwnEvidence = z.infer<typeof ownEvidenceSchema>

export const evidenceRowSchema = z.object({
  id: z.string(),
  origin: z.enum(EVIDENCE_ORIGINS),
  kind: z.enum(EVIDENCE_KINDS),
  /** As the source calls it; empty where `capability` says it. */
  name: z.string(),
  capability: z.string().nullable(),
  category: z.enum(EVIDENCE_CATEGORIES).nullable(),
  /** One for each axis that the source gives; none where it gives no threshold (many tasks in one row, a published run). */
  figures: z.array(z.object({ axis, critical })),
  means: criticalMeans,
  steepness: n.nullable(),
  /** Benefit that the source’s planner gives to the capability; null elsewhere. */
  benefit: n.nullable(),
  /** A published run: active parameters, tokens, FLOP. */
  run: z.object({ N: n, D: n, C: n }).nullable(),
  grade: z.enum(EVIDENCE_GRADES).nullable(),
  date: z.string().nullable(),
  /** Year of `date`, to filter and sort by. */
  year: n.nullable(),
  fromOwnRuns: z.boolean(),
  source: z.string()
})
export type EvidenceRow = z.infer<typeof evidenceRowSchema>

/** Figures of one capability on one axis; `apart` when two of them have no value in common. An open range ends at three times its lower end. */
const disagreement = z.object({
  capability: z.string(),
  axis,
  low: n,
  high: n,
  apart: z.boolean(),
  /** From the lowest figure up. */
  rows: z.array(z.object({ id: z.string(), low: n, high: n, open: z.boolean() }))
})

export const evidenceContract = {
  'evidence.list': procedure({
    about: 'The evidence library: figures of the catalogues, published runs and the planner’s own entries, and where sources of one capability disagree.',
    example: {},
    input: nothing,
    output: z.object({
      rows: z.array(evidenceRowSchema),
      /** Rows with a figure, capabilities that they are about, and capabilities with figures that have no value in common. */
      counts: z.object({ figures: n, capabilities: n, apart: n, own: n }),
      /** One for each capability and axis with two figures or more, the widest disagreement first. */
      disagreements: z.array(disagreement),
      notes: warnings
    })
  }),
  'evidence.save': procedure({
    about: 'Keeps an entry of the planner’s own: a new one, or in place of the one with its id; one that is there already is not doubled.',
    example: { entry: { capability: 'code-generation', critical: { low: 12e9, high: 18e9 }, means: 'p50', source: 'Own runs, 2026-11' } },
    input: open({ entry: fields.extend({ id: id.optional() }).refine(isNamed, NAMED) }),
    output: z.object({
      row: evidenceRowSchema,
      /** True when an entry of the same content was there: `row` is that one, and nothing was written. */
      known: z.boolean(),
      notes: warnings
    })
  }),
  'evidence.remove': procedure({
    about: 'Takes an own entry out of the library; `evidence.restore` brings it back, and targets that were made from it keep what they copied.',
    example: { id: 'own-1f0c9a' },
    input: open({ id }),
    output: z.object({ removed: z.boolean(), notes: warnings })
  }),
  'evidence.restore': procedure({
    about: 'Brings back an own entry that was removed.',
    example: { id: 'own-1f0c9a' },
    input: open({ id }),
    output: z.object({ row: evidenceRowSchema, notes: warnings })
  }),
  'evidence.import': procedure({
    about: 'Adds the entries of a shared file: those of the same content as one that is there are not doubled, refused ones are listed with their place.',
    example: {
      text: '{"format": "scalepath-evidence", "version": 1, "entries": [{"id": "a", "name": "Tool use", "critical": {"low": 8e9, "high": 20e9}, "means": "p50"}]}'
    },
    input: open({ text: text(LONGEST_FILE, '{"format": "scalepath-evidence", "version": 1, "entries": []}') }),
    output: z.object({
      added: z.array(evidenceRowSchema),
      /** Entries (1-based places in the file) that are in the library already, and as which row. */
      known: z.array(z.object({ row: n, id: z.string() })),
      problems: z.array(problemSchema),
      notes: warnings
    })
  }),
  'evidence.export': procedure({
    about: 'Entries as the bytes of a file that a team can share: the planner’s own, or the rows with the given ids.',
    example: {},
    input: open({ ids: z.array(id, { error: 'expected a list of ids, for example ["own-1f0c9a"]' }).optional() }),
    output: bytes
  }),
  'evidence.benchmarks': procedure({
    about: 'Benchmarks with the size from which each tells models apart, the plan’s targets that it measures, and the first rung at which it would.',
    example: { plan: EXAMPLE_PLAN },
    input: open({
      plan: planSchema,
      /** Sizes of the rungs, in parameters; the recommended path when left out. */
      rungs: z.array(number({ above: 0, to: 1e45, example: '32e9' }), { error: 'expected a list of sizes, for example [8e9, 32e9]' }).optional()
    }),
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        category: z.enum(['diverse', 'multitask', 'maths', 'code', 'holistic']),
        /** Parameters from which it discriminates; null where its source says “various”. */
        discriminatesFrom: n.nullable(),
        /** Capabilities of the catalogue that its tasks exercise. */
        capabilities: z.array(z.string()),
        /** Targets of the plan that have one of these capabilities. */
        targets: z.array(z.string()),
        /** First rung (0-based) at which it discriminates, and its size; null where none does or no size is known. */
        firstRung: z.object({ rung: n, N: n }).nullable(),
        link: z.string(),
        source: z.string(),
        asOf: z.string()
      })
    )
  })
} as const
