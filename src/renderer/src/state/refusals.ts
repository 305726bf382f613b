/** What went wrong with a call, in the reader's language where its code has a sentence. */
import type { NoAnswer } from '../../../shared/notes'
import type { Language, Messages } from '../../../shared/text/messages'
import { sentenceOf } from './editing'
import { CallRefused } from './host'

/** Kept as it came, so that it is said anew when the language changes. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly values?: Record<string, number | string> | undefined
}

export const problemOf = (reason: unknown): Problem =>
  reason instanceof CallRefused
    ? { code: reason.code, message: reason.message, values: reason.values }
    : { code: 'internal', message: reason instanceof Error ? reason.message : String(reason) }

export const isCancelled = (reason: unknown): boolean => reason instanceof CallRefused && reason.code === 'cancelled'

export const sayProblem = ({ code, message, values }: Problem, text: Messages, language: Language): string =>
  values !== undefined && Object.hasOwn(text.notes, code) ? sentenceOf(code, values, text, language) : message

/** Why a question has no answer. */
export const sayNoAnswer = ({ code, detail, values = {} }: NoAnswer, text: Messages, language: Language): string =>
  code !== undefined && Object.hasOwn(text.notes, code) ? sentenceOf(code, values, text, language) : detail
