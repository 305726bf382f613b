/** The envelope that a plan is kept in, and its one way of being written: the same document always gives the same bytes. */
import * as z from 'zod'
import { VERSION } from './migrations'
import { open, text } from './rules'
import { planSchema } from './schema'
import type { Plan } from './schema'

export const FORMAT = 'scalepath'
export const EXTENSION = '.scalepath.json'

export const documentSchema = open({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Version of the app that wrote the document. */
  app: text(100, '"0.1.0"').default(''),
  /** Moment of the save, ISO 8601 in UTC. */
  savedAt: text(100, '"2026-11-22T05:30:00.000Z"').default(''),
  /** Id of the example that the plan was copied from. */
  example: text(100, '"code"').optional(),
  plan: planSchema,
  /** The plan as it was last kept with Save: what changes are measured against. */
  baseline: planSchema.optional()
})
export type PlanDocument = z.infer<typeof documentSchema>

/** A new document around a plan. `app` is the app's version, `savedAt` an ISO 8601 moment. */
export const documentOf = (plan: Plan, app: string, savedAt: string, more: { baseline?: Plan; example?: string } = {}): PlanDocument => ({
  format: FORMAT,
  version: VERSION,
  app,
  savedAt,
  ...more,
  plan
})

/**
 * The document as text: keys in the schema's order, unknown ones after them, two spaces, LF, a newline at the end. Loading and writing again gives the same bytes.
 * A document that the schema refuses is a programmer error and throws: nothing unreadable is ever written.
 */
export const serialise = (document: PlanDocument): string => `${JSON.stringify(documentSchema.parse(document), null, 2)}\n`
