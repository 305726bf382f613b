/** The links that the app knows. A new link is one file and one line here. */
import type { LinkId, TheoryLinkId } from '../../../shared/plan/schema'
import { boltzmann } from './boltzmann'
import { complexity } from './complexity'
import { floored } from './floored'
import type { Link, TargetLink } from './link'
import { logistic } from './logistic'
import { powerOnset } from './powerOnset'
import { shiftedWeibull } from './shiftedWeibull'
import { step } from './step'
import { weibull } from './weibull'

/** Those of a planner's target, in the order in which they are offered; the first is the default. */
export const LINKS: readonly TargetLink[] = [weibull, shiftedWeibull, powerOnset, logistic, step]

/** Those of the theory view only. `all-of` joins three others and stands in `allOf.ts`. */
export const THEORY_LINKS: readonly Link[] = [floored, boltzmann, complexity]

/** The link of a target. Throws on an id that the schema does not allow. */
export function linkOf(id: LinkId): TargetLink {
  const link = LINKS.find((l) => l.id === id)
  if (!link) throw new Error(`Unknown link ${id}`)
  return link
}

/** Any link of one scale. Throws on an id that the schema does not allow. */
export function singleLinkOf(id: LinkId | Exclude<TheoryLinkId, 'all-of'>): Link {
  const link = [...LINKS, ...THEORY_LINKS].find((l) => l.id === id)
  if (!link) throw new Error(`Unknown link ${id}`)
  return link
}
