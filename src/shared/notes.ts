/**
 * Everything the engine says in words (warnings, reasons, refusals) is a code with values; the sentence is made from the message catalogue of the
 * reader's language. `message` is the English sentence, so that scripts and logs can read it without a catalogue.
 */
import * as z from 'zod'
import { fill } from './text/fill'
import { notesEn } from './text/notes.en'

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

export const isNoAnswer = (x: unknown): x is NoAnswer => typeof x === 'object' && x !== null && 'reason' in x && 'detail' in x

export type NoteCode = keyof typeof notesEn

/** A note with its English sentence. Add the code's template to `text/notes.en.ts` and `text/notes.zh.ts`. */
export function note(code: NoteCode, values: Record<string, number | string> = {}, path?: string): Note {
  return { code, message: fill(notesEn[code], values, 'en'), values, ...(path === undefined ? {} : { path }) }
}

/** A question without an answer, with its English sentence; templates stand with those of the notes. */
export function noAnswer(reason: NoAnswer['reason'], code: NoteCode, values: Record<string, number | string> = {}): NoAnswer {
  return { reason, detail: fill(notesEn[code], values, 'en'), values, code }
}
