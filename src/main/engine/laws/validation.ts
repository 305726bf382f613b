/**
 * The validation table: for each published model the loss that every law predicts, beside any claimed value. A claim is never a result: it stands apart, with
 * what is known of it, and models whose figures are not public have no losses at all.
 */
import { isNoAnswer, note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'
import type { AskedLawId } from '../../../shared/plan/schema'
import type { PublishedModel } from '../published'
import { outsideFittedRange } from '../warnings'
import { CLAIMS, type Claim } from './claims'
import type { Law } from './law'
import { lossAt } from './lossAt'
import { ALL_LAWS, lawNamed } from './registry'

export interface Column {
  /** The law's id, with the set behind a colon where it is not the law's first. */
  key: string
  law: AskedLawId
  constants: string
  name: string
  notes: Note[]
}

export interface ValidationRow {
  model: string
  year: number | null
  /** Active parameters, tokens and FLOP as published; null where they are not. */
  N: number | null
  totalN: number | null
  D: number | null
  C: number | null
  computable: boolean
  /** Nats per token by column; empty when not computable. */
  losses: Record<string, number>
  /** Columns whose law was not fitted to runs of this N, D or C. */
  extrapolated: string[]
  claimed: { low: number; high: number } | null
  /** Claim less prediction, in nats and over the prediction, by column; null without a claim or a prediction. */
  error: Record<string, { absolute: number; relative: number }> | null
  notes: Note[]
}

export interface Validation {
  columns: Column[]
  rows: ValidationRow[]
  /** Laws that predict no loss from public figures and published constants, with the reason. */
  notApplicable: { law: AskedLawId; reason: Note }[]
  /** Why losses in one row, and in one column, are or are not comparable. */
  notes: Note[]
}

/** A law with one of its sets; the law's first unless given. */
export interface ColumnChoice {
  law: AskedLawId
  constants?: string | undefined
}

/** Every law with its first set, and Kaplan's second version of L(C). */
export const EVERY_COLUMN: readonly ColumnChoice[] = ALL_LAWS.flatMap(({ id }): ColumnChoice[] =>
  id === 'kaplan-2020-c' ? [{ law: id }, { law: id, constants: 'compute-efficient' }] : [{ law: id }]
)

/** Training FLOP per parameter and token, by which a row whose listed FLOP differ is marked. */
const K = 6
/** Listed FLOP farther than this from k·N·D are counted otherwise: attention, repeated data, another architecture. */
const SAME_FLOP = 0.1

/** Rows for the models of the catalogue and for the claims that are not among them. Throws on a set that a law does not have. */
export function validationTable(models: readonly PublishedModel[], choices: readonly ColumnChoice[]): Validation {
  const asked = choices.map((choice) => ({ choice, law: lawNamed(choice.law) }))
  const applicable = asked.filter(({ law }) => notApplicable(law) === null).map(({ choice, law }) => columnOf(law, choice.constants))
  const claims = new Map(CLAIMS.map((claim) => [claim.model, claim]))
  const listed = new Set(models.map(({ name }) => name))
  return {
    columns: applicable.map(({ column }) => column),
    rows: [
      ...models.map((model) => rowOf(model, claims.get(model.name) ?? null, applicable)),
      ...CLAIMS.filter(({ model }) => !listed.has(model)).map(unknownRow)
    ],
    notApplicable: asked.flatMap(({ law }) => {
      const reason = notApplicable(law)
      return reason === null ? [] : [{ law: law.id, reason }]
    }),
    notes: [note('validation-not-comparable'), note('validation-embeddings'), note('validation-fresh')]
  }
}

interface Applicable {
  law: Law
  set: string
  column: Column
}

function columnOf(law: Law, wanted: string | undefined): Applicable {
  const first = Object.keys(law.constants)[0]!
  const set = wanted ?? first
  const caution = law.caution?.[set]
  const notes = [
    ...(caution === undefined ? [] : [note(caution, { law: law.name })]),
    ...(law.id === 'additive' && set === 'planning' ? [note('validation-additive-planning')] : [])
  ]
  return { law, set, column: { key: set === first ? law.id : `${law.id}:${set}`, law: law.id, constants: set, name: law.name, notes } }
}

/** Why a law has no column: no loss, no constants of its own, or arguments that public figures do not have. */
function notApplicable(law: Law): Note | null {
  const set = Object.values(law.constants)[0]
  if (!set) return note('validation-own-constants', { law: law.name })
  if (law.arguments.includes('modalities') || law.arguments.includes('languages')) return note('validation-other-arguments', { law: law.name })
  return law.bind(set, { k: K }).loss === null ? note('law-without-loss', { law: law.name }) : null
}

function rowOf(model: PublishedModel, claim: Claim | null, columns: readonly Applicable[]): ValidationRow {
  const { name, year, N, D, C } = model
  const totalN = model.totalN ?? N
  const losses: Record<string, number> = {}
  const extrapolated: string[] = []
  for (const { law, set, column } of columns) {
    // A law of compute alone takes the listed FLOP, all others N and D.
    const given = law.arguments.includes('N') || law.arguments.includes('D') ? { N, D } : { C }
    const answer = lossAt(law, { set, constants: law.constants[set]! }, given, K)
    if (isNoAnswer(answer)) throw new Error(`${law.name} has no loss of ${name}: ${answer.detail}`)
    losses[column.key] = answer.loss
    if (outsideFittedRange(law, [{ N, D, C }]).length > 0) extrapolated.push(column.key)
  }
  const notes = [
    ...(claim ? [note(claim.note, { claimed: claim.claimed.low }), note('claim-not-computed')] : []),
    ...(totalN > N * (1 + 1e-9) ? [note('validation-experts', { N, totalN })] : []),
    ...(Math.abs(C / (K * N * D) - 1) > SAME_FLOP ? [note('validation-flop', { C, computed: K * N * D })] : [])
  ]
  const error = claim && Object.fromEntries(Object.entries(losses).map(([key, loss]) => [key, errorOf(claim, loss)]))
  return { model: name, year, N, totalN, D, C, computable: true, losses, extrapolated, claimed: claim?.claimed ?? null, error, notes }
}

/** Distance of a prediction to the nearer end of the claimed range; 0 within it. */
function errorOf({ claimed: { low, high } }: Claim, loss: number): { absolute: number; relative: number } {
  const absolute = loss < low ? low - loss : loss > high ? high - loss : 0
  return { absolute, relative: absolute / loss }
}

const unknownRow = ({ model, claimed, figures, note: code }: Claim): ValidationRow => ({
  model,
  year: null,
  N: null,
  totalN: null,
  D: null,
  C: null,
  computable: false,
  losses: {},
  extrapolated: [],
  claimed,
  error: null,
  notes: [
    note('validation-not-computable', { model }),
    note(code, {
      claimed: claimed.low,
      low: claimed.low,
      high: claimed.high,
      ...(figures?.N ? { N: figures.N } : {}),
      ...(figures?.D ? { D: figures.D } : {})
    }),
    note('claim-not-computed')
  ]
})
