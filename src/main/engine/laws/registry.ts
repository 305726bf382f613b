/** The laws that the app knows. A new law is one file and one line here. */
import type { AskedLawId, Law as LawChoice } from '../../../shared/plan/schema'
import { additive } from './additive'
import { besiroglu2024 } from './besiroglu2024'
import { fittedChinchilla } from './fittedChinchilla'
import { hoffmann2022 } from './hoffmann2022'
import { hoffmann2022a1, hoffmann2022a2 } from './hoffmann2022Approaches'
import { kaplan2020c, kaplan2020d, kaplan2020n } from './kaplan2020'
import { fittedKaplanNd, kaplan2020nd } from './kaplan2020nd'
import type { BoundLaw, Constants, Held, Law, PlanLaw } from './law'
import { llama3 } from './llama3'
import { muennighoff2023 } from './muennighoff2023'
import { multilingual } from './multilingual'
import { multimodal } from './multimodal'
import { fittedPowerOffset, powerOffset, sizeProxy } from './powerOffset'
import { product } from './product'
import { fittedSeparable, separable } from './separable'

/** Published laws that a plan can use, in the order in which they are offered; the first is the default. */
export const LAWS: readonly PlanLaw[] = [besiroglu2024, hoffmann2022, hoffmann2022a1, hoffmann2022a2, muennighoff2023, kaplan2020nd, llama3]

/** All laws that can be asked: those of plans, those without an optimum, and forms for the user's own constants. */
export const ALL_LAWS: readonly Law[] = [
  ...LAWS,
  kaplan2020n,
  kaplan2020d,
  kaplan2020c,
  additive,
  powerOffset,
  separable,
  sizeProxy,
  multimodal,
  multilingual,
  product,
  fittedChinchilla,
  fittedKaplanNd,
  fittedPowerOffset,
  fittedSeparable
]

/** A law by its id. Throws on an id that the schema does not allow. */
export function lawNamed(id: AskedLawId): Law {
  const law = ALL_LAWS.find((each) => each.id === id)
  if (!law) throw new Error(`Unknown law ${id}`)
  return law
}

/** The law of a plan (or of a call) with its published constants, or with those of the planner's own fit. Throws on what the schema does not allow. */
export function lawOf({ id, constants: set, fitted }: Pick<LawChoice, 'id' | 'constants' | 'fitted'>): BoundLaw {
  const held = { k: TRAINING_FLOP }
  if (id !== 'fitted:chinchilla') {
    const law = LAWS.find((each) => each.id === id)
    if (!law) throw new Error(`Unknown law ${id}`)
    return bound(law, set, law.constants[set], held)
  }
  if (!fitted) throw new Error('The plan’s own law has no constants')
  return { ...bound(fittedChinchilla, 'own', fitted.constants, held), fittedRange: fitted.range, citation: fitted.source }
}

/** 2 FLOP per parameter and token forward, 4 backward. No law of a plan depends on what is held. */
const TRAINING_FLOP = 6

/** A law with its constants. */
export function bound(law: Law, constantSet: string, constants: Constants, held: Held): BoundLaw {
  const { constants: _sets, bind, own: _own, caution: _caution, ...about } = law
  return { ...about, ...bind(constants, held), constantSet, constants }
}

/** The law when only U unique tokens exist (null: always fresh ones). Laws that know no unique tokens take D′ in place of D and stay as they are. */
export const onUniqueTokens = (law: BoundLaw, uniqueTokens: number | null): BoundLaw =>
  uniqueTokens === null || law.limitedTo === null ? law : { ...law, ...law.limitedTo(uniqueTokens) }
