/** Where an axis begins and ends, its scale, and its ticks with their words. */
import { formatRange, formatText, plain } from '../../../../shared/text/format'
import type { Language } from '../../../../shared/text/messages'
import type { Kind } from '../../../../shared/text/units'
import { linearTicks } from '../linearTicks'
import { linearScale, logScale, type Scale } from '../scale'
import { logTicks, minorTicks } from '../ticks'
import type { Axis, Panel } from './spec'

export interface Range {
  from: number
  to: number
}

/** Air beyond the outermost values, as a share of the axis. */
const AIR = 0.04
/** What a number is written with unless more are asked for. */
const USUAL_DIGITS = 3
const isShare = (kind: Kind): boolean => kind === 'percent' || kind === 'probability'

/** Kinds whose unit stands in the axis' name, or every tick would say it. */
const UNIT_IN_NAME: readonly Kind[] = ['C', 'days', 'hours', 'years']

/** Lowest and highest value of a panel along one axis, of those on the axis' domain; null where there is none. */
function endsOf(panel: Panel, axis: 'x' | 'y'): [number, number] | null {
  let [low, high] = [Infinity, -Infinity]
  const { log } = panel[axis]
  const add = (value: number | null | undefined): void => {
    if (value === null || value === undefined || !Number.isFinite(value) || (log && value <= 0)) return
    if (value < low) low = value
    if (value > high) high = value
  }
  for (const series of panel.series) {
    for (const value of series[axis]) add(value)
    if (axis === 'x') continue
    for (const ends of [series.whiskers, series.band]) {
      ends?.low.forEach(add)
      ends?.high.forEach(add)
    }
  }
  for (const rule of panel.rules ?? []) if (rule.axis === axis) add(rule.at)
  for (const spot of panel.spots ?? []) add(spot[axis])
  return low > high ? null : [low, high]
}

/** Ends given, else those of the data with some air; a share keeps within 0 and 1. */
export function rangeOf(panel: Panel, axis: 'x' | 'y'): Range {
  const { log, kind, from, to } = panel[axis]
  const [low, high] = endsOf(panel, axis) ?? (log ? [1, 10] : [0, 1])
  if (log) {
    const air = Math.max((high / low) ** AIR, low === high ? 2 : 1)
    return { from: from ?? low / air, to: to ?? high * air }
  }
  const air = (high - low || Math.abs(high) || 1) * AIR
  const within = isShare(kind) && low >= 0 && high <= 1
  return { from: from ?? (within ? 0 : low - air), to: to ?? (within ? 1 : high + air) }
}

/** The scale between two pixels. */
export function scaleOf({ log, reversed }: Axis, { from, to }: Range, start: number, end: number): Scale {
  const [a, b] = reversed === true ? [end, start] : [start, end]
  return (log ? logScale : linearScale)(from, to, a, b)
}

export interface Tick {
  value: number
  /** '' for a tick without words. */
  words: string
}

/** Significant digits beyond the usual ones, where values as large as `largest` differ in them only, as they do on a small part of an axis. */
function digitsFor(largest: number, apart: number): { digits?: number } {
  const place = (value: number): number => Math.floor(Math.log10(value) + 1e-9)
  const digits = place(largest) - place(apart) + 1
  return Number.isFinite(digits) && digits > USUAL_DIGITS ? { digits } : {}
}

/** The ends in words, to about a hundredth of what lies between. */
export function rangeText({ kind }: Axis, { from, to }: Range, language: Language): string {
  const digits = digitsFor(Math.max(Math.abs(from), Math.abs(to)), (to - from) / 100)
  return plain(formatRange(from, to, kind === 'probability' ? 'percent' : kind, language, digits))
}

/** Labelled ticks and, on a logarithmic axis, the small ones between; of shares only the last carries its unit. */
export function ticksOf({ log, kind, bare }: Axis, { from, to }: Range, pixels: number, apart: number, language: Language): Tick[] {
  if (bare === true) return []
  const major = log ? logTicks(from, to, pixels, apart, true) : linearTicks(from, to, pixels, apart)
  // A logarithmic axis of less than a decade may hold no power of ten.
  const values = log && major.length < 2 ? linearTicks(from, to, pixels, apart).filter((value) => value > 0) : major
  const last = values.at(-1)
  const digits = digitsFor(Math.max(...values.map(Math.abs)), Math.min(...values.slice(1).map((value, i) => value - values[i]!)))
  const words = (value: number): string => {
    if (isShare(kind)) return value === last ? formatText(value, 'percent', language, digits) : formatText(value * 100, 'number', language, digits)
    return formatText(value, kind, language, { ...digits, bare: UNIT_IN_NAME.includes(kind) })
  }
  return [
    ...values.map((value) => ({ value, words: words(value) })),
    ...(log ? minorTicks(from, to).filter((value) => !values.includes(value)) : []).map((value) => ({ value, words: '' }))
  ]
}
