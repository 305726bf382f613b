/** Turns the schema's issues into sentences that name the field, what was expected with an example, and what was found. */
import type * as z from 'zod'

export interface FieldRefusal {
  code: 'bad-input'
  message: string
  /** The field, as in `targets[0].critical`; empty for the input itself. */
  path: string
}

type Key = PropertyKey
type Issue = z.core.$ZodIssue

/** The first thing wrong with an input. `input` is what was given to the schema; it is only read. */
export function refusalOf(error: z.ZodError, input: unknown): FieldRefusal {
  return refusalsOf(error, input)[0] ?? { code: 'bad-input', message: 'the input was refused', path: '' }
}

/** Everything wrong with an input, in the schema's order. */
export const refusalsOf = (error: z.ZodError, input: unknown): FieldRefusal[] => error.issues.map((issue) => refusal(issue, input))

function refusal(issue: Issue, input: unknown): FieldRefusal {
  const path = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => JSON.stringify(key.slice(0, 60))).join(', ')
    return {
      code: 'bad-input',
      message: sentence(path, `${issue.message.startsWith('Unrecognized') ? '' : `${issue.message}; `}there is no field ${names}`),
      path: pathText([...issue.path, issue.keys[0] ?? ''])
    }
  }
  return { code: 'bad-input', message: sentence(path, `${expected(issue.message)}; found ${found(at(input, issue.path))}`), path }
}

/** The library's own messages, for the few fields whose schema gives none, without what `found` says better. */
const expected = (message: string): string =>
  message
    .replace(/^Invalid input: /, '')
    .replace(/, received .*$/, '')
    .replace(/^expected object$/, 'expected an object')

const sentence = (path: string, problem: string): string => (path === '' ? problem : `${path}: ${problem}`)

/** A path as people write it: `targets[0].critical`. */
export const pathText = (path: readonly Key[]): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '')

/** The value at a path, `undefined` where there is none. */
function at(input: unknown, path: readonly Key[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<Key, unknown>)[key]
  }
  return value
}

const LONGEST = 60

/** What was found, short enough for a sentence. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'NaN, which is not a number' : Number.isFinite(value) ? String(value) : 'a number too large to hold'
  if (typeof value === 'string') return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)
  if (typeof value === 'object' && value !== null && isSmall(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return `an object with ${someKeys(value)}`
  return String(value)
}

/** A flat list or object whose text is short. */
function isSmall(value: object): boolean {
  const values: unknown[] = Object.values(value)
  const flat =
    values.length <= 8 && values.every((v) => v === null || typeof v === 'boolean' || Number.isFinite(v) || (typeof v === 'string' && v.length < LONGEST))
  return flat && JSON.stringify(value).length <= LONGEST
}

function someKeys(value: object): string {
  const keys = Object.keys(value)
  const shown = keys.slice(0, 4).map((key) => JSON.stringify(key.slice(0, LONGEST)))
  return shown.join(', ') + (keys.length > shown.length ? ' and more' : '')
}
