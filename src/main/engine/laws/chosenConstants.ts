/** Which constants a question is asked with: a published set by its name, or the user's own, checked name by name. */
import type { Constants, Law } from './law'

export interface Chosen {
  /** Name of the published set, or `own`. */
  set: string
  constants: Constants
}

/** What is wrong with one constant, or with `constants` as a whole (null), and what was expected. */
export interface WrongConstant {
  name: string | null
  expected: string
}

/** Irreducible losses, which may be 0 in every law. */
const OFFSETS = ['E', 'b', 'epsilon']

/** An accepted set of the user's own. */
export function exampleOf({ constants, own }: Law): Constants {
  const example = own?.example ?? Object.values(constants)[0]
  if (!example) throw new Error('A law without published constants needs an example')
  return example
}

/** Names of the law's constants; of a law with constants for each modality, those of the example's modalities. */
export const namesOf = (law: Law): string[] => Object.keys(exampleOf(law))

/** The law's first set when nothing is given. `modalities` are those that the question names; each needs its own constants where the law has such. */
export function chosenConstants(law: Law, given: string | Constants | undefined, modalities: readonly string[] = []): Chosen | WrongConstant {
  const sets = Object.keys(law.constants)
  const first = sets[0]
  if (given === undefined && first === undefined) return { name: null, expected: `expected your own constants, for example ${shown(law)}` }
  const set = given ?? first!
  if (typeof set !== 'string') return wrongIn(law, set, modalities) ?? { set: 'own', constants: set }
  const constants = Object.hasOwn(law.constants, set) ? law.constants[set] : undefined
  if (!constants)
    return { name: null, expected: `expected ${[...sets.map((name) => `"${name}"`), 'your own constants'].join(' or ')}, for example ${shown(law)}` }
  const missing = needed(law, modalities).find((name) => constants[name] === undefined)
  return missing === undefined
    ? { set, constants }
    : { name: missing, expected: `the set "${set}" has no ${missing}; expected your own constants, for example ${shown(law)}` }
}

function wrongIn(law: Law, given: Constants, modalities: readonly string[]): WrongConstant | null {
  const names = needed(law, modalities)
  const example = exampleOf(law)
  const like = (name: string): number => example[name] ?? Object.entries(example).find(([known]) => known.startsWith(beforeDot(name)))?.[1] ?? 1
  for (const name of names) {
    const value = given[name]
    const zero = OFFSETS.includes(name) || law.own?.mayBeZero?.includes(name)
    const below = law.own?.belowOne?.includes(name)
    if (value === undefined || !(zero ? value >= 0 : value > 0) || (below && value >= 1))
      return { name, expected: `expected a number ${zero ? 'at least 0' : 'above 0'}${below ? ' and below 1' : ''}, for example ${like(name)}` }
  }
  const perModality = law.own?.perModality ?? []
  const unknown = Object.keys(given).find((name) => !names.includes(name) && !perModality.some((kind) => name.startsWith(`${kind}.`)))
  return unknown === undefined ? null : { name: unknown, expected: `there is no constant ${unknown}; expected ${names.join(', ')}` }
}

/** Names that a question needs: those of the example, but for modalities those that it asks for. */
function needed(law: Law, modalities: readonly string[]): string[] {
  const perModality = law.own?.perModality ?? []
  const common = namesOf(law).filter((name) => !perModality.some((kind) => name.startsWith(`${kind}.`)))
  return [...common, ...modalities.flatMap((modality) => perModality.map((kind) => `${kind}.${modality}`))]
}

const beforeDot = (name: string): string => name.slice(0, name.indexOf('.') + 1)
const shown = (law: Law): string => JSON.stringify(exampleOf(law))
