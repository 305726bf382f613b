/**
 * The part of a panel that is looked at. Its ends are values; it moves by shares of the frame, so that on a logarithmic axis a step is a factor, and it never leaves
 * the whole. All panels of a figure make the same move, each on its own axes. Pure.
 */
import { rangeOf, type Range } from './axis'
import type { Axis, Panel } from './spec'

export interface Window {
  readonly x: Range
  readonly y: Range
}

/** One number for each direction, in shares of the frame from its left and its lower end. */
export interface Shares {
  readonly x: number
  readonly y: number
}

/** Largest magnification of an axis: ticks beyond it would need more digits than data have. */
const CLOSEST = 2000
/** Of the whole; what rounding leaves. */
const ROUNDING = 1e-9

export const wholeOf = (panel: Panel): Window => ({ x: rangeOf(panel, 'x'), y: rangeOf(panel, 'y') })

/** An axis on which equal lengths are equal steps. */
const lengths = ({ log }: Axis) => (log ? { of: Math.log, back: Math.exp } : { of: (value: number) => value, back: (length: number) => length })

/** The range that begins at `from` on the axis' own lengths, slid into the whole; where it fills it, the whole itself. */
function within(axis: Axis, whole: Range, from: number, length: number): Range {
  const { of, back } = lengths(axis)
  const [low, high] = [of(whole.from), of(whole.to)]
  if (length >= (high - low) * (1 - ROUNDING)) return whole
  const start = Math.min(high - length, Math.max(low, from))
  // At an end of the whole the end itself, without rounding.
  return { from: start === low ? whole.from : back(start), to: start === high - length ? whole.to : back(start + length) }
}

function zoomedAxis(axis: Axis, range: Range, whole: Range, factor: number, share: number): Range {
  const { of } = lengths(axis)
  const at = axis.reversed === true ? 1 - share : share
  const [from, to] = [of(range.from), of(range.to)]
  const length = Math.max((to - from) * factor, (of(whole.to) - of(whole.from)) / CLOSEST)
  return within(axis, whole, from + (to - from - length) * at, length)
}

function pannedAxis(axis: Axis, range: Range, whole: Range, share: number): Range {
  const { of } = lengths(axis)
  const [from, to] = [of(range.from), of(range.to)]
  return within(axis, whole, from + (to - from) * (axis.reversed === true ? -share : share), to - from)
}

/**
 * Closer (factor below 1) or farther about a place that stays where it is, unless the whole ends before it.
 * @param factor of the lengths shown, for each axis
 * @param at the place, in shares of the frame
 */
export const zoomed = (panel: Panel, window: Window, whole: Window, factor: Shares, at: Shares): Window => ({
  x: zoomedAxis(panel.x, window.x, whole.x, factor.x, at.x),
  y: zoomedAxis(panel.y, window.y, whole.y, factor.y, at.y)
})

/** @param by how far to look to the right and up, in shares of the frame */
export const panned = (panel: Panel, window: Window, whole: Window, by: Shares): Window => ({
  x: pannedAxis(panel.x, window.x, whole.x, by.x),
  y: pannedAxis(panel.y, window.y, whole.y, by.y)
})

export const isWhole = (window: Window, whole: Window): boolean =>
  (['x', 'y'] as const).every((axis) => window[axis].from === whole[axis].from && window[axis].to === whole[axis].to)

/** How much of the whole is shown, along each axis' own lengths. */
export function shareOf(panel: Panel, window: Window, whole: Window): Shares {
  const share = (axis: 'x' | 'y'): number => {
    const { of } = lengths(panel[axis])
    return (of(window[axis].to) - of(window[axis].from)) / (of(whole[axis].to) - of(whole[axis].from))
  }
  return { x: share('x'), y: share('y') }
}

/** Whether windows chosen on the one panel mean the same on the other: a slider may move its data, not its axes. */
export const sameAxes = (a: Panel, b: Panel): boolean =>
  (['x', 'y'] as const).every((axis) => {
    const [one, other] = [a[axis], b[axis]]
    return one.kind === other.kind && one.log === other.log && one.label === other.label && (one.reversed ?? false) === (other.reversed ?? false)
  })
