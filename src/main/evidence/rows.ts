/** Rows of the evidence library: those of the catalogues, and the planner's own entries, in one shape. */
import * as z from 'zod'
import { evidenceRowSchema, type EvidenceRow, type OwnEvidence } from '../../shared/contract/evidence'
import { EVIDENCE_CATEGORIES, EVIDENCE_KINDS } from '../../shared/plan/evidenceLibrary'
import { critical, criticalMeans } from '../../shared/plan/targetSchema'
import type { Catalogues } from '../catalogues'

const sourced = { id: z.string(), year: z.number(), source: z.string() }
const category = z.enum(EVIDENCE_CATEGORIES)

const capabilityRow = z.object({
  ...sourced,
  capability: z.string(),
  category,
  kind: z.enum(EVIDENCE_KINDS),
  axis: z.literal('N'),
  critical,
  criticalMeans,
  steepness: z.number(),
  benefit: z.number().optional()
})
const emergenceRow = z.object({
  ...sourced,
  ability: z.string(),
  setting: z.string(),
  capability: z.string().nullable(),
  category: category.nullable(),
  model: z.string().nullable(),
  reference: z.string(),
  N: z.number().nullable(),
  C: z.number().nullable(),
  criticalMeans
})
const modelRow = z.object({ ...sourced, name: z.string(), N: z.number(), D: z.number(), C: z.number() })

const NOTHING = {
  name: '',
  capability: null,
  category: null,
  means: 'unknown',
  steepness: null,
  benefit: null,
  run: null,
  grade: null,
  fromOwnRuns: false
} as const satisfies Partial<EvidenceRow>

/** Every row of the catalogues of figures; one that is not what its catalogue promises is a broken installation and throws. */
export const shippedRows = ({ capabilities, emergences, models }: Catalogues): EvidenceRow[] => [
  ...capabilities.map((row) => ofCapability(capabilityRow.parse(row))),
  ...emergences.map((row) => ofEmergence(emergenceRow.parse(row))),
  ...models.map((row) => ofModel(modelRow.parse(row)))
]

function ofCapability({ axis, critical, criticalMeans: means, benefit, year, ...row }: z.infer<typeof capabilityRow>) {
  return { ...NOTHING, ...row, origin: 'capabilities', figures: [{ axis, critical }], means, benefit: benefit ?? null, ...dated(year) } satisfies EvidenceRow
}

/** Table 1 of Wei et al. gives size and compute of the smallest model that showed the ability: a figure on either axis. */
function ofEmergence({ id, ability, setting, capability, category, model, reference, N, C, criticalMeans: means, year, source }: z.infer<typeof emergenceRow>) {
  const figures = [...(N === null ? [] : [{ axis: 'N' as const, critical: N }]), ...(C === null ? [] : [{ axis: 'C' as const, critical: C }])]
  const name = `${ability} (${[setting.toLowerCase(), ...(model === null ? [] : [model])].join(', ')})`
  return {
    ...NOTHING,
    id,
    origin: 'emergences',
    kind: 'first observed',
    name,
    capability,
    category,
    figures,
    means,
    ...dated(year),
    source: `${source}; ${reference}`
  } satisfies EvidenceRow
}

const ofModel = ({ id, name, N, D, C, year, source }: z.infer<typeof modelRow>) =>
  ({ ...NOTHING, id, origin: 'models', kind: 'published run', name, figures: [], run: { N, D, C }, ...dated(year), source }) satisfies EvidenceRow

const dated = (year: number): Pick<EvidenceRow, 'date' | 'year'> => ({ date: String(year), year })

/** The planner's own entry. */
export function ownRow({ id, name, capability, category, axis, critical, means, steepness, grade, date, fromOwnRuns, source }: OwnEvidence): EvidenceRow {
  const year = date === null ? null : Number(date.slice(0, 4))
  return evidenceRowSchema.parse({
    ...NOTHING,
    id,
    origin: 'own',
    kind: 'own',
    name,
    capability,
    category,
    figures: [{ axis, critical }],
    means,
    steepness,
    grade,
    date,
    year,
    fromOwnRuns,
    source
  })
}

/** A row as entries of a shared file, one for each figure; none where it has no figure. */
export const asEntries = ({ id, name, capability, category, figures, means, steepness, grade, date, fromOwnRuns, source }: EvidenceRow): OwnEvidence[] =>
  figures.map(({ axis, critical }, k) => ({
    id: k === 0 ? id : `${id}-${axis}`,
    name,
    capability,
    category: category ?? 'other',
    axis,
    critical,
    means,
    steepness,
    grade,
    date,
    fromOwnRuns,
    source
  }))

/** What an entry says, whatever its id: equal keys, equal content. */
export const contentOf = ({ name, capability, category, axis, critical, means, steepness, grade, date, fromOwnRuns, source }: OwnEvidence): string => {
  const figure = typeof critical === 'number' ? [critical] : [critical.low, critical.high]
  return JSON.stringify([name.trim(), capability, category, axis, figure, means, steepness, grade, date, fromOwnRuns, source.trim()])
}
