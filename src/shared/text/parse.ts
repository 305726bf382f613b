/**
 * Reads quantities as people write them: 70B, 1.4万亿, 5.76×10²³, 2 PF-days, $12.5M, 40 %, 3 weeks, 50–70B, 2±0.5, 100B+.
 * What cannot be meant is refused with a note code that names what was expected; what may be meant in two ways is asked, never guessed; nothing is clamped.
 */
import type { NoteCode } from '../notes'
import { echoOf } from './echo'
import type { Shown } from './format'
import type { Language } from './messages'
import { scan, type Side } from './scan'
import { PER_DAY } from './unitTable'
import { DIMENSIONS_OF, type Kind } from './units'

export interface ParseRule {
  /** Bounds: `min` and `max` are allowed themselves, `above` and `below` are not. Negative numbers need a `min` below 0. */
  min?: number
  max?: number
  above?: number
  below?: number
  /** Takes a 90 % range ("50–70B"); with `open` also one without upper end ("100B+"). */
  range?: boolean
  open?: boolean
  /** Takes "none" for "no limit": null. */
  none?: boolean
  whole?: boolean
}
/** In the kind's base unit. */
export type ParsedValue = number | { low: number; high: number | null } | null
export interface Refused {
  ok: false
  code: NoteCode
  values: Record<string, number | string>
}
export type Parsed = { ok: true; value: ParsedValue; echo: Shown } | Refused

const BARE: ParseRule = {}

/**
 * Reads a text as a quantity of a kind, in the kind's base unit.
 * @returns the value with the echo that a field shows under the box, or the code and values of a refusal (`notes`). Never throws, never gives a value that is not finite.
 */
export function parseQuantity(text: string, kind: Kind, language: Language = 'en', rule: ParseRule = BARE): Parsed {
  const read = reading(text, kind, rule)
  return isRefused(read) ? read : { ok: true, value: read.value, echo: echoOf(read.value, kind, language) }
}

const isRefused = (read: object): read is Refused => 'ok' in read

function reading(text: string, kind: Kind, rule: ParseRule): { value: ParsedValue } | Refused {
  const refuse = (code: NoteCode, values: Record<string, number | string> = {}): Refused => ({ ok: false, code, values: { kind, ...values } })
  const scanned = scan(text, kind)
  if (scanned.type === 'refused') return refuse(scanned.code, { text: scanned.text })
  if (scanned.type === 'none') return rule.none ? { value: null } : refuse('input-none', { text: text.trim().slice(0, 40) })
  if (scanned.type === 'one') {
    const value = valueOf(scanned.side, kind, rule)
    if (typeof value !== 'number') return value
    if (!scanned.open) return within(value, kind, rule) ?? { value }
    if (!rule.open) return refuse(rule.range ? 'input-no-open-range' : 'input-no-range', { value })
    return within(value, kind, rule) ?? { value: { low: value, high: null } }
  }
  if (!rule.range) return refuse('input-no-range')
  const ends = scanned.type === 'range' ? rangeOf(scanned.low, scanned.high, kind, rule) : aroundOf(scanned.middle, scanned.half, kind, rule)
  if (isRefused(ends)) return ends
  if (ends.low > ends.high) return refuse('input-upside-down', { low: ends.low, high: ends.high })
  const outside = within(ends.low, kind, rule) ?? within(ends.high, kind, rule)
  return outside ?? { value: ends.low === ends.high ? ends.low : ends }
}

/** In a range the unit may stand once: "50–70B", "50B–70", "$1.4–5.2M", "0.7–1.4×10²⁴". An end that has a unit word of its own ("500 kg – 2 t") borrows nothing. */
function shared(low: Side, high: Side): [Side, Side] {
  const bare = (side: Side): boolean => side.exponent === null && side.scale === null && side.units.every((unit) => unit.dimension === 'money')
  const units = (to: Side, by: Side): Side['units'] => (to.units.length > 0 ? to.units : by.units)
  return [
    { ...low, units: units(low, high), ...(bare(low) ? { exponent: high.exponent, scale: high.scale } : {}) },
    { ...high, units: units(high, low), ...(bare(high) ? { scale: low.scale } : {}) }
  ]
}

type Ends = { low: number; high: number }

function rangeOf(left: Side, right: Side, kind: Kind, rule: ParseRule): Ends | Refused {
  const [low, high] = shared(left, right)
  const from = valueOf(low, kind, rule)
  if (typeof from !== 'number') return from
  const to = valueOf(high, kind, rule)
  if (typeof to !== 'number') return to
  const shares = isShare(kind) && low.units.length === 0
  if (shares && plainValue(low) <= 1 !== plainValue(high) <= 1) return { ok: false, code: 'input-ambiguous-percent', values: { kind, value: plainValue(high) } }
  return { low: from, high: to }
}

/** "2 ± 0.5" has ends 1.5 and 2.5; "60B ± 10 %" is relative unless the field is itself a percentage. */
function aroundOf(left: Side, right: Side, kind: Kind, rule: ParseRule): Ends | Refused {
  const relative = !isShare(kind) && right.units.some((unit) => unit.dimension === 'percent')
  const [middle, half] = relative ? [left, right] : shared(left, right)
  const centre = valueOf(middle, kind, rule)
  if (typeof centre !== 'number') return centre
  const distance = relative ? (centre * plainValue(half)) / 100 : valueOf(half, kind, rule)
  if (typeof distance !== 'number') return distance
  if (!Number.isFinite(centre + distance)) return { ok: false, code: 'input-not-finite', values: { kind } }
  // Rounded to the digits that were typed, so that 2 ± 0.1 ends at 2.1 and not at 2.1000000000000001.
  const clean = (value: number): number => Number(value.toPrecision(15))
  return { low: clean(centre - distance), high: clean(centre + distance) }
}

const isShare = (kind: Kind): boolean => kind === 'percent' || kind === 'probability'
const plainValue = (side: Side): number => Number(`${side.digits}e${side.power + (side.exponent ?? 0) + (side.scale ?? 0)}`)

/** One side in the kind's base unit, or why it cannot be. */
function valueOf(side: Side, kind: Kind, rule: ParseRule): number | Refused {
  const refuse = (code: NoteCode, values: Record<string, number | string> = {}): Refused => ({ ok: false, code, values: { kind, ...values } })
  const foreign = side.units.find((unit) => unit.dimension !== null && !DIMENSIONS_OF[kind].includes(unit.dimension))
  if (foreign?.dimension === 'otherMoney' && DIMENSIONS_OF[kind].includes('money')) return refuse('input-currency', { text: foreign.word })
  if (foreign !== undefined) return refuse('input-wrong-unit', { found: foreign.dimension ?? '' })
  const monthsOrMinutes = (kind === 'days' || kind === 'years') && side.scale === 6 && side.units.length === 0 && side.exponent === null
  if (monthsOrMinutes) return refuse('input-ambiguous-m', { value: Number(`${side.digits}e${side.power}`) })

  const unit = side.units.find((u) => u.factor !== 1 || u.power !== 0 || u.dimension === 'time')
  const percent = side.units.some((u) => u.dimension === 'percent')
  let power = side.power + (side.exponent ?? 0) + (side.scale ?? 0) + (unit?.power ?? 0) - (percent ? 2 : 0)
  if (isShare(kind) && !percent) {
    const bare = plainValue(side)
    if (bare >= 1 && (rule.max ?? rule.below ?? 1) > 1) return refuse('input-ambiguous-percent', { value: bare })
    if (bare === 1) return refuse('input-ambiguous-percent', { value: bare })
    // A share cannot exceed 1 here, so "80" can only mean percent.
    if (bare > 1) power -= 2
  }
  const days = unit?.dimension === 'time' ? (PER_DAY[kind] ?? 1) * unit.factor : (unit?.factor ?? 1)
  const magnitude = Number(`${side.digits}e${power}`) * days
  if (!Number.isFinite(magnitude) || (magnitude === 0 && /[1-9]/.test(side.digits))) return refuse('input-not-finite')
  if (side.negative && magnitude > 0 && (rule.min ?? 0) >= 0) return refuse('input-negative', { value: -magnitude })
  return side.negative && magnitude > 0 ? -magnitude : magnitude
}

/** The refusal of a value outside the rule; null when it is inside. */
function within(value: number, kind: Kind, rule: ParseRule): Refused | null {
  const { min, max, above, below, whole } = rule
  const refuse = (code: NoteCode, values: Record<string, number | string> = {}): Refused => ({ ok: false, code, values: { kind, value, ...values } })
  if (whole && !Number.isSafeInteger(value)) return refuse('input-not-whole')
  if (value === 0 && ((above ?? -1) >= 0 || (min ?? 0) > 0)) return refuse('input-zero')
  const low = (above !== undefined && value <= above) || (min !== undefined && value < min)
  const high = (below !== undefined && value >= below) || (max !== undefined && value > max)
  if (value < 0 && (min ?? 0) >= 0) return refuse('input-negative')
  if (!low && !high) return null
  const from = above ?? min
  const to = below ?? max
  if (from === undefined || to === undefined) return low ? refuse('input-too-small', { from: from ?? 0 }) : refuse('input-too-large', { to: to ?? 0 })
  if (above !== undefined) return refuse(below !== undefined ? 'input-outside-open' : 'input-outside-above', { from, to })
  return refuse(below !== undefined ? 'input-outside-below' : 'input-outside', { from, to })
}
