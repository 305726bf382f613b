/**
 * Where labels go. Every label offers places in order of liking; none may touch another label or anything that must stay visible, and a place over a
 * curve is taken only when there is no better one. Deterministic; with `previous` a label keeps its place while that is nearly as good, so that labels do
 * not jump while something is dragged.
 */
export interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}
export interface Place {
  /** Names the place across redraws: the way it is set, a colon, and where. */
  key: string
  box: Box
  /** 0 is the favourite. */
  cost: number
  /** Where the text starts, and how it is broken. */
  x: number
  y: number
  anchor: 'start' | 'end'
  lines: readonly string[]
}
export interface Wish {
  id: string
  /** The lower, the earlier it chooses. */
  order: number
  places: readonly Place[]
}
/** A curve as one height per pixel column, from column `start`. */
export interface Trail {
  start: number
  heights: readonly number[]
  /** What lying over this curve costs. */
  cost: number
}

/** A thin thing that a label may lie over if it must. */
export interface Veil {
  box: Box
  cost: number
}

const APART = 2
/** Air between a text and a line that passes it. */
const AIR = 2
const LOYALTY = 14

/** What staying is worth: all of it for the same place, most of it for the same side. */
function loyalty(last: string | undefined, key: string): number {
  if (last === undefined) return 0
  if (last === key) return LOYALTY
  return last.split(':')[0] === key.split(':')[0] ? 0.7 * LOYALTY : 0
}

export const overlap = (a: Box, b: Box, apart = 0): boolean => a.x0 < b.x1 + apart && b.x0 < a.x1 + apart && a.y0 < b.y1 + apart && b.y0 < a.y1 + apart
export const inside = (a: Box, frame: Box): boolean => a.x0 >= frame.x0 && a.x1 <= frame.x1 && a.y0 >= frame.y0 && a.y1 <= frame.y1

/** Columns of the box, as a share, that a curve passes through. */
function covered(box: Box, trail: Trail): number {
  const first = Math.max(0, Math.floor(box.x0 - trail.start))
  const last = Math.min(trail.heights.length - 2, Math.ceil(box.x1 - trail.start))
  let hits = 0
  for (let i = first; i <= last; i += 2) {
    const a = trail.heights[i]!
    const b = trail.heights[Math.min(i + 2, trail.heights.length - 1)]!
    if (Math.min(a, b) <= box.y1 + AIR && Math.max(a, b) >= box.y0 - AIR) hits++
  }
  return hits / Math.max(1, (box.x1 - box.x0) / 2)
}

/**
 * Chooses a place for every wish.
 * @param fixed what no label may touch
 * @returns the places by id; a wish without a free place is missing
 */
export function place(
  wishes: readonly Wish[],
  frame: Box,
  fixed: readonly Box[],
  trails: readonly Trail[],
  veils: readonly Veil[],
  previous?: ReadonlyMap<string, string>
): Map<string, Place> {
  const seats = [...wishes]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((w) => ({
      id: w.id,
      places: w.places
        .filter((p) => inside(p.box, frame) && !fixed.some((f) => overlap(p.box, f, APART)))
        .map((p) => ({ place: p, base: p.cost - loyalty(previous?.get(w.id), p.key) }))
        .sort((a, b) => a.base - b.base)
    }))
  const over = new Map<Place, number>()
  /** What the curves under a place add; worked out once, and only for places that are looked at. */
  const crossing = (p: Place): number => {
    let cost = over.get(p)
    if (cost === undefined) {
      cost = 0
      for (const t of trails) {
        const share = covered(p.box, t)
        if (share > 0) cost += t.cost * (0.5 + share)
      }
      for (const v of veils) if (overlap(p.box, v.box, APART)) cost += v.cost
      over.set(p, cost)
    }
    return cost
  }
  type Seat = (typeof seats)[number]
  /** The cheapest place that is free. */
  const best = (seat: Seat, isFree: (p: Place) => boolean): Place | undefined => {
    let found: Place | undefined
    let least = Infinity
    for (const { place: p, base } of seat.places) {
      if (base >= least) break
      if (!isFree(p)) continue
      const cost = base + crossing(p)
      if (cost < least) [found, least] = [p, cost]
    }
    return found
  }

  const chosen = new Map<string, Place>()
  const isFree = (p: Place, id: string): boolean => {
    for (const [other, q] of chosen) if (other !== id && overlap(p.box, q.box, APART)) return false
    return true
  }
  for (const seat of seats) {
    const free = best(seat, (p) => isFree(p, seat.id))
    if (free !== undefined) {
      chosen.set(seat.id, free)
      continue
    }
    // Nothing free: the place that one neighbour can leave for another of its own.
    for (const { place: wanted } of seat.places) {
      const inTheWay = [...chosen].filter(([, q]) => overlap(wanted.box, q.box, APART))
      if (inTheWay.length !== 1) continue
      const neighbour = seats.find((other) => other.id === inTheWay[0]![0])!
      const other = best(neighbour, (q) => isFree(q, neighbour.id) && !overlap(q.box, wanted.box, APART))
      if (other === undefined) continue
      chosen.set(neighbour.id, other)
      chosen.set(seat.id, wanted)
      break
    }
  }
  // Once more, now that everybody has sat down: a better place may have become free.
  for (const seat of seats) {
    const better = chosen.has(seat.id) ? best(seat, (p) => isFree(p, seat.id)) : undefined
    if (better !== undefined) chosen.set(seat.id, better)
  }
  return chosen
}
