/** The laws that the app knows. A new law is one file and one line here. */
import type { Law as LawChoice } from '../../../shared/plan/schema'
import { besiroglu2024 } from './besiroglu2024'
import { hoffmann2022 } from './hoffmann2022'
import { kaplan2020nd } from './kaplan2020nd'
import type { BoundLaw, Law } from './law'
import { llama3 } from './llama3'

/** In the order in which they are offered; the first is the default. */
export const LAWS: readonly Law[] = [besiroglu2024, hoffmann2022, kaplan2020nd, llama3]

/** The law of a plan (or of a call) with its published constants. Throws on an id that the schema does not allow. */
export function lawOf(choice: Pick<LawChoice, 'id' | 'constants'>): BoundLaw {
  const law = LAWS.find((l) => l.id === choice.id)
  if (!law) throw new Error(`Unknown law ${choice.id}`)
  const { constants, bind, ...about } = law
  return { ...about, ...bind(constants[choice.constants]), constantSet: choice.constants, constants: constants[choice.constants] }
}
