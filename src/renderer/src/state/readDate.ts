/** Reads a date as plans hold it: a month, or a day of it. */
import type { Read } from './reading'

const DATE = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/

/**
 * @param expected what is said of anything else
 * @param clear for a date that need not be known: what typing nothing does
 */
export const readDate =
  (expected: string, keep: (date: string) => void, clear?: () => void): Read =>
  (text) => {
    const date = text.trim()
    if (date === '' && clear !== undefined) return { ok: true, echo: '–', keep: clear }
    return DATE.test(date) ? { ok: true, echo: date, keep: () => keep(date) } : { ok: false, reason: expected }
  }
