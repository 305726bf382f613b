/**
 * Everything the engine says in words (warnings, reasons, refusals) is a code with values; the sentence is made from the message catalogue of the
 * reader's language. `message` is the English sentence, so that scripts and logs can read it without a catalogue.
 */
import * as z from 'zod'

export const noteSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** What fills the sentence's places: numbers raw (formatted by the reader's locale), names as they are. */
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  /** Field of the plan that the note is about, for example "costs.priceAsOf". */
  path: z.string().optional()
})
export type Note = z.infer<typeof noteSchema>

/** A question that has no answer. */
export const noAnswerSchema = z.object({
  reason: z.enum(['unreachable', 'underdetermined', 'notDefined']),
  detail: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  /** Note whose sentence `detail` is, so that it can be said in another language. */
  code: z.string().optional()
})
export type NoAnswer = z.infer<typeof noAnswerSchema>

export { isNoAnswer, noAnswer, note, type NoteCode } from './note'
