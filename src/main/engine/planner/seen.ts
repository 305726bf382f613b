/** What finished runs say about each threshold T_i (docs/model.md, Finished runs): reached at scale x means T_i ≤ x, not reached at x means T_i > x. */
import { note, type Note } from '../../../shared/notes'
import type { Plan } from '../../../shared/plan/schema'
import { scaleAt, type RunModel } from '../run'
import { SAME } from './averaged'
import { nameOf } from './requiredSize'

/** ln T in (above, atMost]: −∞ and ∞ where no run says anything. */
export interface Seen {
  above: number
  atMost: number
  /** Place of the first finished run that reached it; null while it is open. */
  reachedBy: number | null
}

export const UNSEEN: Seen = { above: -Infinity, atMost: Infinity, reachedBy: null }

/** One for each target. Results that contradict one another or that no scale can be given to are left aside, and said. */
export function seenOf({ targets, actuals }: Pick<Plan, 'targets' | 'actuals'>, model: RunModel): { seen: Seen[]; notes: Note[] } {
  const notes: Note[] = []
  const seen = targets.map((target): Seen => {
    const found = { ...UNSEEN }
    const about = { target: nameOf(target), targetId: target.id, kind: target.axis === 'C' ? 'C' : 'N' }
    actuals.forEach(({ N, D, stopped, results }, run) => {
      const reached = results.find((result) => result.target === target.id)?.reached ?? null
      const path = `actuals.${run}.results`
      if (reached === null) return
      if (stopped && !reached && target.axis === 'N') {
        notes.push(note('actuals-stopped-unused', { ...about, N }, path))
        return
      }
      const scale = scaleAt(model, target.axis, N, D)
      if (scale === null) {
        notes.push(note('actuals-scale-undefined', { ...about, N, law: model.law.name }, path))
        return
      }
      if (!reached) found.above = Math.max(found.above, Math.log(scale))
      else {
        found.atMost = Math.min(found.atMost, Math.log(scale))
        found.reachedBy ??= run
      }
    })
    if (found.above + SAME < found.atMost) return found
    notes.push(note('actuals-contradict', { ...about, reached: Math.exp(found.atMost), missed: Math.exp(found.above) }, 'actuals'))
    return UNSEEN
  })
  return { seen, notes }
}
