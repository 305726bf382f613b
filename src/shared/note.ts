/** Makes notes and refusals: a code with values, and the English sentence. What they are is in `notes.ts`, which needs zod; this does not, so that the screen can use it. */
import type { NoAnswer, Note } from './notes'
import { fill } from './text/fill'
import { notesEn } from './text/notes.en'

export type NoteCode = keyof typeof notesEn

/** A note with its English sentence. Add the code's template to `text/notes.en.ts` and `text/notes.zh.ts`. */
export function note(code: NoteCode, values: Record<string, number | string> = {}, path?: string): Note {
  return { code, message: fill(notesEn[code], values, 'en'), values, ...(path === undefined ? {} : { path }) }
}

/** A question without an answer, with its English sentence; templates stand with those of the notes. */
export function noAnswer(reason: NoAnswer['reason'], code: NoteCode, values: Record<string, number | string> = {}): NoAnswer {
  return { reason, detail: fill(notesEn[code], values, 'en'), values, code }
}

export const isNoAnswer = (x: unknown): x is NoAnswer => typeof x === 'object' && x !== null && 'reason' in x && 'detail' in x
