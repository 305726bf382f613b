/** Dragging along a curve: the wanted probability of the point on it that is nearest to the pointer. */
import type { Frontier } from '../../../../shared/outcome'
import type { Frame } from './view'

/** Probabilities that the handle goes to; further ones can be typed. */
export const LEAST = 0.01
export const MOST = 0.99

/** Whole points, tenths near the ends where the curve is flat and a point is a long way. */
export const roundedWanted = (p: number): number => (p > 0.1 && p < 0.9 ? Math.round(p * 100) / 100 : Math.round(p * 1000) / 1000)

/**
 * @param px pointer in the figure's pixels
 * @returns a probability between LEAST and MOST; null when no part of the curve is in sight
 */
export function nearestWanted(frontier: Frontier, curve: readonly number[], frame: Frame, px: number, py: number): number | null {
  const { x } = frontier
  let best: number | null = null
  let least = Infinity
  for (let i = 1; i < x.length; i++) {
    if (x[i]! < frame.from || x[i - 1]! > frame.to) continue
    const [ax, ay, bx, by] = [frame.x(x[i - 1]!), frame.y(curve[i - 1]!), frame.x(x[i]!), frame.y(curve[i]!)]
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    const distance = (ax + t * (bx - ax) - px) ** 2 + (ay + t * (by - ay) - py) ** 2
    if (distance < least) {
      least = distance
      best = curve[i - 1]! + (curve[i]! - curve[i - 1]!) * t
    }
  }
  return best === null ? null : roundedWanted(Math.min(MOST, Math.max(LEAST, best)))
}
