/** The law of a call with its constants; constants that do not fit are refused by name. */
import type { Note } from '../../shared/notes'
import { note } from '../../shared/notes'
import { found } from '../../shared/plan/refusal'
import type { AskedLawId } from '../../shared/plan/schema'
import { CallError } from '../dispatch'
import { chosenConstants, type Chosen } from '../engine/laws/chosenConstants'
import type { BoundLaw, Constants, Held, Law } from '../engine/laws/law'
import { bound, lawNamed } from '../engine/laws/registry'

export interface LawChoice {
  law: AskedLawId
  constants?: string | Constants | undefined
}

export interface ChosenLaw {
  law: Law
  chosen: Chosen
  /** What must be said of these constants. */
  warnings: Note[]
}

/** `modalities` are those that the question names; `path` is where in the input the choice stands. */
export function chosenLaw({ law: id, constants: given }: LawChoice, modalities: readonly string[] = [], path = 'constants'): ChosenLaw {
  const law = lawNamed(id)
  const chosen = chosenConstants(law, given, modalities)
  if ('expected' in chosen) {
    const value = chosen.name === null ? given : typeof given === 'object' ? given[chosen.name] : undefined
    throw refusal(chosen.name === null ? path : `${path}.${chosen.name}`, chosen.expected, value)
  }
  const caution = law.caution?.[chosen.set]
  const warnings = [
    ...(caution === undefined ? [] : [note(caution, { law: law.name }, 'constants')]),
    ...(chosen.set === 'own' ? [note('constants-own', { law: law.name }, 'constants')] : [])
  ]
  // A published range says nothing of other constants.
  return { law: chosen.set === 'own' ? { ...law, fittedRange: { N: null, D: null, C: null } } : law, chosen, warnings }
}

/** The law as a function of N and D; null where it needs an argument that is not held. */
export function boundLaw({ law, chosen }: ChosenLaw, held: Held): BoundLaw | null {
  const missing = (['languages', 'modalities'] as const).some((argument) => law.arguments.includes(argument) && held[argument] === undefined)
  return missing ? null : bound(law, chosen.set, chosen.constants, held)
}

/** A law of N and D with its constants; k in C = k·N·D. */
export function planarLaw(choice: LawChoice, k: number): { law: BoundLaw; warnings: Note[] } {
  const asked = chosenLaw(choice)
  return { law: bound(asked.law, asked.chosen.set, asked.chosen.constants, { k }), warnings: asked.warnings }
}

/** Refuses a field with what was expected of it. */
export const refusal = (path: string, expected: string, value: unknown): CallError =>
  new CallError({ code: 'bad-input', message: `${path}: ${expected}; found ${found(value)}`, path })
