/** Which figures of a plan were not given and stand at their defaults: results that rest on them say so. */
import type { Note } from '../notes'
import { note } from '../notes'
import { filledIn } from './filledIn'

/** Fields that only keep the books: nothing computed rests on their default. */
const BOOKKEEPING = /(^|\.)(id|name|notes|seed|focus|pin|must|evidence|capability|priceSource|source|reason|ticked)$/

/** One note per section (law, cluster, costs…) of the plan: `made` is what the schema made of what was `given`. */
export function defaultNotes(given: unknown, made: unknown): Note[] {
  const sections = new Map<string, string[]>()
  for (const { path, value } of filledIn(given, made)) {
    if (BOOKKEEPING.test(path)) continue
    const [section = path, ...rest] = path.split('.')
    const field = rest.join('.')
    sections.set(section, [...(sections.get(section) ?? []), field === '' ? value : `${field} ${value}`])
  }
  return [...sections].map(([section, values]) => note('default-used', { field: section, value: values.join(', ') }, section))
}
