/** An expected failure of an implementation, such as a file that cannot be read: what crosses threads and hosts is its texts. */
import type { Refusal } from '../shared/contract'

/** Codes are words in lower case, with digits (`import-not-utf8`); errors of Node carry an upper-case `code` and are no refusals. */
export function isRefusal(problem: unknown): problem is Refusal {
  if (typeof problem !== 'object' || problem === null) return false
  const { code, message, path } = problem as Partial<Record<keyof Refusal, unknown>>
  return typeof code === 'string' && /^[a-z][a-z0-9-]*$/.test(code) && typeof message === 'string' && typeof path === 'string'
}

/** The texts and their values alone: cloning an Error would lose the code and the path. */
export const plainRefusal = ({ code, message, path, values }: Refusal): Refusal => ({ code, message, path, ...(values === undefined ? {} : { values }) })
