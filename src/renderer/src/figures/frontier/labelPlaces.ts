/** Places that labels of the frontier may take: beside a limit, beside a point, along a curve. The favourite costs nothing. */
import { firstReaches } from '../curve'
import type { Place } from '../place'
import type { Measure } from '../theme'
import type { Frame } from './view'

const GAP = 8
const SIDES = ['start', 'end'] as const
/** Levels at which a curve is named, the favourite first: one row in the middle where that can be. */
const LEVELS = [0.54, 0.44, 0.64, 0.34, 0.74, 0.24, 0.84, 0.14, 0.92] as const
const LIMIT_LEVELS = [0.3, 0.2, 0.42, 0.12, 0.54, 0.66, 0.78, 0.88] as const
/** How far a value may stand above or below its dot. */
const SHIFTS = [0, -4, 4, -8, 8, -12, 12, -16, 16, -20, 20, -25, 25, -30, 30, -36, 36] as const
/** Spots along a flat curve. */
const SPOTS = 9
const CLEAR = 4

export interface Setting {
  size: number
  weight: 400 | 600
  lineHeight: number
  measure: Measure
}

export const roomOf = (lines: readonly string[], s: Setting): { w: number; h: number } => ({
  w: Math.max(...lines.map((l) => s.measure(l, s.size, s.weight))),
  h: (lines.length - 1) * s.lineHeight + s.size
})

/** A block that starts or ends at `x` and whose middle is at `middle`. */
function at(key: string, cost: number, lines: readonly string[], anchor: 'start' | 'end', x: number, middle: number, s: Setting): Place {
  const { w, h } = roomOf(lines, s)
  const y0 = middle - h / 2
  return { key, cost, lines, anchor, x, y: y0 + s.size * 0.86, box: { x0: anchor === 'end' ? x - w : x, x1: anchor === 'end' ? x : x + w, y0, y1: y0 + h } }
}

export function limitPlaces(lines: readonly string[], x: number, frame: Frame, s: Setting): Place[] {
  const full = lines.filter((l) => l !== '')
  return LIMIT_LEVELS.flatMap((level, i) =>
    SIDES.flatMap((anchor, j) =>
      [full, [full.join(' ')]].map((block, k) =>
        at(`${k}${anchor}:${level}`, i * 2 + j * 5 + k * 3, block, anchor, x + (anchor === 'start' ? GAP : -GAP), frame.y(level), s)
      )
    )
  )
}

export function ringPlaces(word: string, x: number, y: number, s: Setting): Place[] {
  const beside = [-5, 12, -14, 0].flatMap((dy, i) =>
    SIDES.map((anchor, j) => at(`${anchor}:${dy}`, i * 3 + j, [word], anchor, x + (anchor === 'start' ? GAP : -GAP), y + dy, s))
  )
  const half = roomOf([word], s).w / 2
  return [...beside, ...[16, -16].map((dy, i) => at(`over:${dy}`, 8 + i * 3, [word], 'start', x - half, y + dy, s))]
}

/** Beside a dot on the plan's vertical; keys begin with `v`. */
export function valuePlaces(blocks: readonly (readonly string[])[], x: number, y: number, s: Setting): Place[] {
  return blocks.flatMap((lines, k) =>
    SHIFTS.flatMap((dy) =>
      SIDES.map((anchor, j) =>
        at(`v${k}${anchor}:${dy}`, Math.ceil(Math.abs(dy) / 2) + j * 2 + k * 2, lines, anchor, x + (anchor === 'start' ? GAP : -GAP), y + dy, s)
      )
    )
  )
}

/**
 * Along a curve: left of it clear of the block's foot, right of it clear of the head (curves rise), and above or below where it is flat.
 * @param heights the curve, one height per pixel column of the frame
 */
export function namePlaces(
  blocks: readonly (readonly string[])[],
  curve: { x: readonly number[]; y: readonly number[]; heights: readonly number[] },
  frame: Frame,
  s: Setting,
  more = 0
): Place[] {
  const height = (x: number): number => curve.heights[Math.min(curve.heights.length - 1, Math.max(0, Math.round(x - frame.left)))]!
  const places: Place[] = []
  for (const [k, lines] of blocks.entries()) {
    const { w, h } = roomOf(lines, s)
    const cost = more + k * 3
    for (const [i, level] of LEVELS.entries()) {
      const y = frame.y(level)
      const foot = firstReaches(curve.x, curve.y, frame.y.inverse(y + h / 2 + 2))
      const head = firstReaches(curve.x, curve.y, frame.y.inverse(y - h / 2 - 2))
      if (foot !== null) places.push(at(`${k}end:${level}`, cost + i * 4, lines, 'end', frame.x(foot) - GAP, y, s))
      if (head !== null) places.push(at(`${k}start:${level}`, cost + i * 4 + 7, lines, 'start', frame.x(head) + GAP, y, s))
    }
    for (let spot = 0; spot < SPOTS; spot++) {
      const x = frame.right - 6 - ((frame.right - frame.left - 20) * spot) / SPOTS
      // Not where the curve lies on an axis together with others.
      if (height(x) < frame.bottom - CLEAR) places.push(at(`${k}above:${spot}`, cost + 26 + spot * 3, lines, 'end', x, height(x) - h / 2 - 5, s))
      if (height(x - w) > frame.top + CLEAR) places.push(at(`${k}below:${spot}`, cost + 30 + spot * 3, lines, 'end', x, height(x - w) + h / 2 + 5, s))
    }
  }
  return places
}
