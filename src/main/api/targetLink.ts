/** planner.link of the contract. */
import { defaultNotes } from '../../shared/plan/complete'
import { linkViewOf } from '../engine/planner/linkView'
import { solvePin } from '../engine/planner/pin'
import type { Api } from './implementation'

export const targetLinkApi: Pick<Api, 'planner.link'> = {
  'planner.link': ({ plan: given, target, points, run }, _context, typed) => {
    const plan = given.pin === null ? given : { ...solvePin(given, given.pin).plan, pin: null }
    const view = linkViewOf(plan, { i: plan.targets.findIndex(({ id }) => id === target), points, run: run ?? null })
    return { ...view, warnings: [...defaultNotes(typed.plan, given), ...view.warnings] }
  }
}
