/** What a plan's own answer averages over, and which beliefs it leaves to the simulation. */
import { isNoAnswer, type NoAnswer } from '../../../shared/notes'
import { countedEntries } from '../../../shared/plan/evidence'
import type { Plan } from '../../../shared/plan/schema'
import { COST_INPUTS, type CostBeliefs, type CostInput } from '../costDraws'
import type { Shape } from '../uncertainty/distributions/distribution'
import { beliefsOf } from '../uncertainty/planBeliefs'
import type { BenefitBeliefs } from './benefits'
import type { LinkBeliefs } from './linkBeliefs'
import { hasOnset } from './onset'

export interface Believed {
  costs: CostBeliefs | null
  benefits: BenefitBeliefs
  /** By target. */
  links: ReadonlyMap<string, LinkBeliefs>
  /** Fields whose central value is used all the same, because an average over them would not be the plan's answer or has no finite value. */
  central: string[]
  /** Why none of the beliefs is used: one of them leaves nothing to draw. */
  refused: NoAnswer | null
}

const NOTHING: Believed = { costs: null, benefits: { values: new Map(), horizon: undefined }, links: new Map(), central: [], refused: null }

const isCost = (id: string): id is CostInput => (COST_INPUTS as readonly string[]).includes(id)

const NOTHING_BESIDE: LinkBeliefs = { steepness: null, floor: null, ceiling: null }
const isOfLink = (key: string): key is keyof LinkBeliefs => Object.hasOwn(NOTHING_BESIDE, key)

export function believedIn(plan: Plan): Believed {
  if (plan.beliefs.length === 0) return NOTHING
  const all = beliefsOf(plan)
  if (isNoAnswer(all)) return { ...NOTHING, refused: all }
  const costs = new Map<CostInput, Shape>()
  const values = new Map<string, Shape>()
  const links = new Map<string, LinkBeliefs>()
  const central: string[] = []
  let horizon: Shape | undefined
  for (const [id, { input, shape }] of all.beliefs) {
    const { key, target } = input
    const unbounded = shape.low === -Infinity || shape.high === Infinity
    if (target !== null && isOfLink(key) && !(key === 'steepness' && isLong(plan, target)))
      links.set(target, { ...(links.get(target) ?? NOTHING_BESIDE), [key]: shape })
    else if (unbounded && isNoAnswer(shape.mean)) central.push(input.path(plan))
    else if (isCost(id)) costs.set(id, shape)
    else if (key === 'benefit' && target !== null) values.set(target, shape)
    else if (key === 'horizon') horizon = shape
    else central.push(input.path(plan))
  }
  return { costs: costs.size === 0 ? null : costs, benefits: { values, horizon }, links, central, refused: null }
}

/** A link with an onset has its own panels for every steepness and every part of a mixture: together they would take seconds. */
function isLong({ targets }: Plan, id: string): boolean {
  const target = targets.find((one) => one.id === id)
  return target !== undefined && hasOnset(target.link) && countedEntries(target).length > 1
}
