/** The laws that the app knows. A new law is one file and one line here. */
import type { Law as LawChoice } from '../../../shared/plan/schema'
import { besiroglu2024 } from './besiroglu2024'
import { fittedChinchilla } from './fittedChinchilla'
import { hoffmann2022 } from './hoffmann2022'
import { hoffmann2022a1, hoffmann2022a2 } from './hoffmann2022Approaches'
import { kaplan2020nd } from './kaplan2020nd'
import type { BoundLaw, Constants, Held, Law, PlanLaw } from './law'
import { llama3 } from './llama3'
import { muennighoff2023 } from './muennighoff2023'

/** Published laws that a plan can use, in the order in which they are offered; the first is the default. */
export const LAWS: readonly PlanLaw[] = [besiroglu2024, hoffmann2022, hoffmann2022a1, hoffmann2022a2, muennighoff2023, kaplan2020nd, llama3]

/** The law of a plan (or of a call) with its published constants, or with those of the planner's own fit. Throws on what the schema does not allow. */
export function lawOf({ id, constants: set, fitted }: Pick<LawChoice, 'id' | 'constants' | 'fitted'>): BoundLaw {
  if (id !== 'fitted:chinchilla') {
    const law = LAWS.find((l) => l.id === id)
    if (!law) throw new Error(`Unknown law ${id}`)
    return bound(law, set, law.constants[set], { k: TRAINING_FLOP })
  }
  if (!fitted) throw new Error('The plan’s own law has no constants')
  return { ...bound(fittedChinchilla, 'own', fitted.constants, { k: TRAINING_FLOP }), fittedRange: fitted.range, citation: fitted.source }
}

/** 2 FLOP per parameter and token forward, 4 backward; laws of a plan do not depend on it. */
const TRAINING_FLOP = 6

/** A law with its constants. */
export function bound(law: Law, constantSet: string, constants: Constants, held: Held): BoundLaw {
  const { constants: _sets, bind, own: _own, ...about } = law
  return { ...about, ...bind(constants, held), constantSet, constants }
}

/** The law when only U unique tokens exist (null: always fresh ones). Laws that know no unique tokens take D′ in place of D and stay as they are. */
export const onUniqueTokens = (law: BoundLaw, uniqueTokens: number | null): BoundLaw =>
  uniqueTokens === null || law.limitedTo === null ? law : { ...law, ...law.limitedTo(uniqueTokens) }
