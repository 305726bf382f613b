/** links.* of the contract. */
import { isNoAnswer } from '../../shared/notes'
import { withBounds } from '../engine/links/bounds'
import { LINKS, linkOf } from '../engine/links/registry'
import type { ApiPart } from './implementation'

export const linksApi: ApiPart<'links'> = {
  'links.list': () => LINKS.map(({ id, name, formula, note: about }) => ({ id, name, formula, note: about })),
  'links.probability': ({ link, scale, params }) => ({ probability: withBounds(linkOf(link)).probability(scale, params) }),
  'links.scaleFor': ({ link, probability, params }) => {
    const scale = withBounds(linkOf(link)).scaleFor(probability, params)
    return isNoAnswer(scale) ? scale : { scale }
  }
}
