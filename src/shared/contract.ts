/**
 * The contract: every procedure that a host serves, with what it answers, an example, and the schemas of its input, its output and, for long work, its
 * progress items. One file an area in `contract/`; validated on the way in and on the way out by `src/main/dispatch.ts`.
 * No Date, Map, BigInt, NaN or Infinity crosses. A question without an answer is a result `{reason, detail}`; a refused input rejects with
 * `{code, message, path}`, and values where its code is a note's.
 */
import type * as z from 'zod'
import { allocateContract } from './contract/allocate'
import { costsContract } from './contract/costs'
import { deskContract } from './contract/desk'
import { distributionContract } from './contract/distribution'
import { documentsContract } from './contract/documents'
import type { documentInfoSchema, openedSchema, settingsSchema } from './contract/documents'
import { emergenceContract } from './contract/emergence'
import { evidenceContract } from './contract/evidence'
import { evaluatorContract } from './contract/evaluator'
import { fitContract } from './contract/fit'
import { grokkingContract } from './contract/grokking'
import { importContract } from './contract/import'
import { intakeContract } from './contract/intake'
import { lawsContract } from './contract/laws'
import { linksContract } from './contract/links'
import { nextRunContract } from './contract/nextRun'
import { plannerContract } from './contract/planner'
import { regretContract } from './contract/regret'
import { scenariosContract } from './contract/scenarios'
import { sensitivityContract } from './contract/sensitivity'
import { simulateContract } from './contract/simulate'
import { targetLinkContract } from './contract/targetLink'
import { theoryContract } from './contract/theory'
import { twoStepContract } from './contract/twoStep'

export { CATALOGUES, openedSchema, settingsSchema } from './contract/documents'

export const contract = {
  ...lawsContract,
  ...fitContract,
  ...allocateContract,
  ...linksContract,
  ...emergenceContract,
  ...theoryContract,
  ...twoStepContract,
  ...grokkingContract,
  ...evaluatorContract,
  ...importContract,
  ...intakeContract,
  ...costsContract,
  ...plannerContract,
  ...regretContract,
  ...targetLinkContract,
  ...scenariosContract,
  ...simulateContract,
  ...sensitivityContract,
  ...distributionContract,
  ...nextRunContract,
  ...evidenceContract,
  ...documentsContract,
  ...deskContract
} as const

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type Input<P extends ProcedureName> = z.input<Contract[P]['input']>
export type ParsedInput<P extends ProcedureName> = z.output<Contract[P]['input']>
export type Output<P extends ProcedureName> = z.output<Contract[P]['output']>
/** Progress items of a procedure; never for those without. */
export type Item<P extends ProcedureName> = Contract[P] extends { item?: infer S extends z.ZodType } ? z.infer<S> : never
/** What a refused call rejects with. */
export interface Refusal {
  code: string
  message: string
  path: string
  /** What fills the places of the code's sentence, where the catalogue of notes has one: then it can be said in another language. */
  values?: Record<string, number | string>
}
export type DocumentInfo = z.infer<typeof documentInfoSchema>
export type Opened = z.infer<typeof openedSchema>
export type Settings = z.infer<typeof settingsSchema>
