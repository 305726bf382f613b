/** Floor and ceiling of a fit: as asked, at chance where it is known, free where the sizes can tell. */
import { noAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import type { Ends } from './box'
import type { Response } from './response'

/** Critical scale and steepness are always free. */
const SHAPE_PARAMETERS = 2

/**
 * The floor is held at chance where that is known and the small sizes do not lie below it; floor and ceiling are free otherwise, as real curves need (a task can top out
 * far below its best score). More sizes than free parameters are needed: with fewer the ceiling, then the floor, is held at the end of the metric's range, and the notes say so.
 */
export function endsFor(response: Response, sizes: number, asked: Partial<Ends> = {}): { ends: Ends; notes: Note[] } | NoAnswer {
  const { bounded, chance } = response
  const notes: Note[] = []
  const belowChance = asked.floor === undefined && chance !== null && liesBelow(response, chance)
  if (belowChance) notes.push(note('floor-below-chance'))
  const ends: Ends = { floor: asked.floor ?? (chance === null || belowChance ? 'free' : chance), ceiling: asked.ceiling ?? 'free' }
  const needed = (): number => SHAPE_PARAMETERS + (ends.floor === 'free' ? 1 : 0) + (ends.ceiling === 'free' ? 1 : 0) + 1
  if (sizes < needed() && bounded && ends.ceiling === 'free' && asked.ceiling === undefined) {
    ends.ceiling = 1
    notes.push(note('ceiling-held', { sizes }))
  }
  if (sizes < needed() && bounded && ends.floor === 'free' && asked.floor === undefined) {
    ends.floor = 0
    notes.push(note('floor-held', { sizes }))
  }
  return sizes < needed() ? noAnswer('underdetermined', 'fit-needs-sizes', { sizes, needed: needed() }) : { ends, notes }
}

/** True when the smaller half of the points lies below chance by more than two standard errors of its mean, or all points do. */
function liesBelow({ y, m, noise }: Response, chance: number): boolean {
  if (y.every((v) => v < chance)) return true
  const half = Math.max(1, Math.floor(y.length / 2))
  const [values, items] = [y.slice(0, half), m.slice(0, half)]
  const total = items.reduce((sum, v) => sum + v, 0)
  const mean = values.reduce((sum, v, i) => sum + v * items[i]!, 0) / total
  const scatter = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, half - 1) / half
  const error = Math.sqrt(noise === 'binomial' ? Math.max((chance * (1 - chance)) / total, scatter) : scatter)
  return half > 1 && chance - mean > 2 * error
}
