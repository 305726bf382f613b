/** The links that the app knows. A new link is one file and one line here. */
import type { LinkId } from '../../../shared/plan/schema'
import type { Link } from './link'
import { logistic } from './logistic'
import { step } from './step'
import { weibull } from './weibull'

/** In the order in which they are offered; the first is the default. */
export const LINKS: readonly Link[] = [weibull, logistic, step]

/** The link of a target. Throws on an id that the schema does not allow. */
export function linkOf(id: LinkId): Link {
  const link = LINKS.find((l) => l.id === id)
  if (!link) throw new Error(`Unknown link ${id}`)
  return link
}
