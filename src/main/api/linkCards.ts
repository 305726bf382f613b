/** The links as `links.list` tells them, `all-of` among them. */
import type { Output } from '../../shared/contract'
import { LINK_IDS } from '../../shared/plan/targetSchema'
import type { Link } from '../engine/links/link'

type Card = Output<'links.list'>[number]

const allOf: Card = {
  id: 'all-of',
  name: 'All of N, D and C',
  formula: 'P = P_N(N)·P_D(D)·P_C(C), or min(P_N(N), P_D(D), P_C(C))',
  note: 'Three links with a critical scale each, in the unit of its own resource. The product takes the thresholds for independent, the minimum for one cause behind all three.',
  source: 'Secondary literature: a capability that needs size, data and compute together',
  forTargets: false,
  supremum: 1,
  asGiven: null
}

export function linkCards(links: readonly Link[]): Card[] {
  const cards = links.map(({ id, name, formula, note, source, supremum, asGiven }) => ({
    id,
    name,
    formula,
    note,
    source,
    forTargets: LINK_IDS.some((each) => each === id),
    supremum,
    asGiven: asGiven === undefined ? null : { formula: asGiven.formula, note: asGiven.note }
  }))
  return [...cards, allOf]
}
