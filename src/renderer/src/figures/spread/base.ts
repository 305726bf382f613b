/** The base behind a scenario's spread: how far the axis goes for it, its outline in the steps of the scenario's, and its share at or below a value. */
import type { Distribution } from '../../../../shared/contract/distribution'
import { same } from '../../../../shared/same'
import type { Curve, SpreadView } from './view'

type OnAxis = (value: number) => number
/** Where values stand on the scenario's own axis. */
export const onAxisOf = (own: Curve): OnAxis => (own.scale === 'log' ? Math.log : (value) => value)

const medianOf = ({ percentiles }: Distribution): number | null => percentiles.find(({ p }) => p === 0.5)?.value ?? null
export const baseMedian = ({ base }: Pick<SpreadView, 'base'>): number | null => (base === null ? null : medianOf(base.distribution))

/** Both ends of the base's values; null where no draw has one. */
function extentOf(distribution: Distribution): readonly [number, number] | null {
  const { curve } = distribution
  if (curve !== null) return [curve.x[0]!, curve.x.at(-1)!]
  const median = medianOf(distribution)
  return median === null ? null : [median, median]
}

/** Ends of the axis: of the scenario's own curve, and farther where the base lies there, by its own length at most to either side. */
export function axisEnds({ distribution: { curve }, base }: Pick<SpreadView, 'distribution' | 'base'>): [number, number] {
  const [from, to] = [curve.x[0]!, curve.x.at(-1)!]
  const extent = base === null ? null : extentOf(base.distribution)
  if (extent === null) return [from, to]
  const log = curve.scale === 'log'
  const lowest = log ? (from / to) * from : 2 * from - to
  const highest = log ? (to / from) * to : 2 * to - from
  return [Math.min(from, Math.max(lowest, extent[0])), Math.max(to, Math.min(highest, extent[1]))]
}

/** The base's share in each of its steps, as it would be in a step of the scenario's curve: then the areas of both are to one scale. */
export function baseHeights(own: Curve, { x, below }: Curve): number[] {
  const onAxis = onAxisOf(own)
  const step = (onAxis(own.x.at(-1)!) - onAxis(own.x[0]!)) / (own.x.length - 1)
  return below.slice(1).map((p, i) => {
    const width = onAxis(x[i + 1]!) - onAxis(x[i]!)
    // A step that begins at or below 0 has no place on a logarithmic axis.
    return Number.isFinite(width) ? ((p - below[i]!) * step) / width : 0
  })
}

/** The base's outline between the ends of the axis; empty where it has none. */
export function baseOutline({ distribution, base, cumulative }: Pick<SpreadView, 'distribution' | 'base' | 'cumulative'>, from: number, to: number) {
  const curve = base?.distribution.curve ?? null
  const outline: { x: number[]; y: number[] } = { x: [], y: [] }
  if (curve === null) return outline
  const heights = baseHeights(distribution.curve, curve)
  heights.forEach((height, i) => {
    const [a, b] = [Math.max(from, curve.x[i]!), Math.min(to, curve.x[i + 1]!)]
    if (a >= b) return
    outline.x.push(a, b)
    outline.y.push(...(cumulative ? [shareBelow(curve, a)!, shareBelow(curve, b)!] : [height, height]))
  })
  return outline
}

/** Share of the draws at or below a value; null outside the curve. */
function shareBelow({ x, below }: Curve, value: number): number | null {
  if (value < x[0]! || value > x.at(-1)!) return null
  const i = Math.min(
    x.length - 2,
    x.findLastIndex((edge) => edge <= value)
  )
  return below[i]! + (below[i + 1]! - below[i]!) * ((value - x[i]!) / (x[i + 1]! - x[i]!))
}

/** The same in words: bounds outside the curve, and all or nothing where every draw has one value. */
export function shareText({ curve, percentiles, never }: Distribution, value: number, words: (share: number) => string): string {
  if (curve === null) {
    const only = percentiles.find(({ p }) => p === 0.5)?.value ?? null
    return only === null || value < only ? words(0) : words(1 - (never.value ?? 0))
  }
  const share = shareBelow(curve, value)
  if (share !== null) return words(share)
  const [first, last] = [curve.below[0]!, curve.below.at(-1)!]
  if (value < curve.x[0]!) return first > 0 ? `≤ ${words(first)}` : words(0)
  return last < 1 ? `≥ ${words(last)}` : words(1)
}

/** Whether the base's chance is of the range that is brushed: it may still be on its way. */
export const baseIsAsked = ({ base, range }: Pick<SpreadView, 'base' | 'range'>): boolean => base !== null && same(base.range, range)
