/** What validation added to a document: the fields that were not given and the value that stands in for each. */
import { pathText } from './refusal'

export interface Filled {
  path: string
  /** As it would stand in the file; shortened when it is a whole group of fields. */
  value: string
}

/** Compares what was given with what the schema made of it. Fields whose default says "nothing" (null, "", []) assume nothing and are not listed. */
export function filledIn(given: unknown, made: unknown, path: readonly PropertyKey[] = []): Filled[] {
  if (Array.isArray(made)) return made.flatMap((item, i) => filledIn(Array.isArray(given) ? given[i] : undefined, item, [...path, i]))
  if (typeof made !== 'object' || made === null || typeof given !== 'object' || given === null) return []
  return Object.entries(made).flatMap(([key, value]) => {
    const own = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined
    if (own !== undefined) return filledIn(own, value, [...path, key])
    return saysNothing(value) ? [] : [{ path: pathText([...path, key]), value: short(value) }]
  })
}

const saysNothing = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

function short(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
