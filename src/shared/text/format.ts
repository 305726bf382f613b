/**
 * Numbers for the screen. The exponent of a large number is kept apart, so that HTML sets `<sup>`, SVG a raised tspan and plain text "e24".
 * Nothing here reads the machine's locale: the language is an argument. A number that is not finite is a programmer's error and throws.
 */
import { decimalOf, placed } from './decimal'
import type { Language } from './messages'
import { frameOf, SPACED, type Frame, type Scale } from './frame'
import type { Kind } from './units'

/** A number ready to show: `before`, the exponent (if any) raised, `after`. */
export interface Shown {
  before: string
  exponent: string | null
  after: string
}
export interface FormatOptions {
  /** Significant digits; 3 unless told, 4 for a loss. Digits before the decimal point are kept up to four. */
  digits?: number
  /** Keep trailing zeros ("5.00M"), for columns. */
  zeros?: boolean
  /** Leave off unit words and signs ("FLOP", "days", "$", "%"), not the scale letter. */
  bare?: boolean
  /** Also leave off the scale letter; only with `scale` or `like`, where the unit stands elsewhere. */
  unscaled?: boolean
  /** Write in this scale ("0.09M"), so that a column has one unit. */
  scale?: Scale
  /** Write in the scale of this value, so that a range reads in the unit of the figure above it. */
  like?: number
}

const MINUS = '−'
const NBSP = '\u00a0'
const THIN = '\u2009'

/** `2190` as `2 190`, thin spaces between groups of three. */
export const grouped = (digits: string): string => {
  const [whole = '', ...rest] = digits.split('.')
  return [whole.length > 3 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN) : whole, ...rest].join('.')
}

const unitWord = (kind: Kind, one: boolean, inHours: boolean, language: Language): string => {
  const english = language === 'en'
  if (kind === 'days' && !inHours) return english ? (one ? 'day' : 'days') : '天'
  if (kind === 'hours' || kind === 'days') return english ? (one ? 'hour' : 'hours') : '小时'
  if (kind === 'years') return english ? (one ? 'year' : 'years') : '年'
  if (kind === 'C') return 'FLOP'
  if (kind === 'percent' || kind === 'probability') return '%'
  return ''
}

/** Digits of a value in a frame: `digits` significant ones, but never fewer than those before the point (up to four; all for counts), cents for small money. */
function numberIn(value: number, frame: Frame, kind: Kind, digits: number, zeros: boolean): string {
  const magnitude = Math.abs(value) / frame.per
  if (magnitude === 0) return '0'
  const rounded = decimalOf(magnitude, digits)
  const before = rounded.exponent - frame.shift + 1
  if (frame.scientific) return placed(rounded, frame.shift, zeros)
  if ((kind === 'count' && frame.letter === '') || (kind === 'number' && Number.isInteger(magnitude)))
    return grouped(placed(decimalOf(Math.round(magnitude)), 0))
  const cents = (kind === 'usdPerHour' && frame.letter === '') || (kind === 'usd' && frame.letter === '' && before <= 2)
  if (cents && before > -1) {
    const text = placed(decimalOf(magnitude, Math.max(digits, before + 2)), frame.shift)
    const [whole = '0', fraction = ''] = text.split('.')
    if (kind === 'usd' && fraction === '') return whole
    return grouped(whole) + '.' + (before >= 1 ? fraction.slice(0, 2) : fraction).padEnd(2, '0')
  }
  const kept = Math.max(digits, Math.min(before, 4))
  const shown = placed(decimalOf(magnitude, kept), frame.shift, zeros)
  if (kind === 'percent' && magnitude < 1) return shortOf100(magnitude, shown, kept)
  return grouped(shown)
}

/** A share below 1 is never rounded up to 100 %: as many nines as it takes. */
function shortOf100(share: number, shown: string, digits: number): string {
  let text = shown
  for (let more = digits + 1; Number(text) >= 100 && more <= 18; more++) text = placed(decimalOf(share, more), -2)
  return text
}

const wholePercent = (share: number): string => {
  const rounded = Math.round(share * 100)
  if (share > 0 && rounded < 1) return `<${NBSP}1`
  if (share < 1 && rounded > 99) return `>${NBSP}99`
  return String(rounded)
}

const defaultDigits = (kind: Kind, options: FormatOptions): number => options.digits ?? (kind === 'loss' ? 4 : 3)

function dressed(numbers: readonly string[], frame: Frame, kind: Kind, language: Language, options: FormatOptions, sign: string): Shown {
  const money = !options.bare && (kind === 'usd' || kind === 'usdPerHour') ? '$' : ''
  const one = numbers.length === 1 && numbers[0] === '1' && frame.letter === '' && !frame.scientific
  const spaced = SPACED.includes(kind)
  const letter = options.unscaled ? '' : spaced ? (options.bare ? '' : NBSP + frame.letter) : frame.letter
  const word = options.bare || spaced ? '' : unitWord(kind, one, frame.per !== 1, language)
  const after = letter + (kind === 'factor' && !options.bare ? '×' : '') + (word === '' ? '' : NBSP + word)
  const text = sign + money + numbers.join('–')
  if (!frame.scientific) return { before: text + after, exponent: null, after: '' }
  const power = frame.shift
  if (options.unscaled) return { before: text, exponent: null, after: '' }
  return { before: `${text}×10`, exponent: String(power).replace('-', MINUS), after }
}

/**
 * A number as it is shown: `98.2B`, `1.4T`, `5.76×10²³ FLOP`, `$2.48M`, `80 %`, `2 190`, `14 days`.
 * @param value in the kind's base unit; throws when not finite.
 */
export function format(value: number, kind: Kind, language: Language, options: FormatOptions = {}): Shown {
  const digits = defaultDigits(kind, options)
  const frame = frameOf(options.like ?? value, kind, digits, options.scale)
  const sign = value < 0 ? MINUS : ''
  if (kind === 'probability') {
    if (!Number.isFinite(value)) throw new RangeError(`only finite numbers are shown, not ${value}`)
    return { before: wholePercent(value) + (options.bare ? '' : NBSP + '%'), exponent: null, after: '' }
  }
  return dressed([numberIn(value, frame, kind, digits, options.zeros ?? false)], frame, kind, language, options, sign)
}

/** A range in one unit: `1.4–5.2M` with its sign, `81–116B`, `20–56 %`; ends more than three decades apart keep a unit each. Open upwards when `high` is null: `100B+`. */
export function formatRange(low: number, high: number | null, kind: Kind, language: Language, options: FormatOptions = {}): Shown {
  if (high === null) {
    const shown = format(low, kind, language, { ...options, bare: true })
    const money = !options.bare && (kind === 'usd' || kind === 'usdPerHour') ? '$' : ''
    return shown.exponent === null ? { ...shown, before: `${money}${shown.before}+` } : { ...shown, before: money + shown.before, after: shown.after + '+' }
  }
  const digits = defaultDigits(kind, options)
  const frame = frameOf(options.like ?? high, kind, digits, options.scale)
  const own = frameOf(low, kind, digits)
  // Ends far apart keep a unit each ("57M–16.2B"), unless the lower one has none to keep: "500–3M" would be misread.
  const tiny = frame.scientific ? Math.abs(low) * 1e3 < Math.abs(high) : Math.abs(low) / frame.per < 0.1 * 10 ** frame.shift
  const far = options.like === undefined && options.scale === undefined && low !== 0 && tiny
  const apart = far && (own.letter !== '' || own.scientific)
  if (apart || low < 0 || kind === 'probability') {
    const left = format(low, kind, language, options)
    const right = format(high, kind, language, options)
    if (left.exponent === null)
      return { ...right, before: `${low < 0 || apart ? left.before : format(low, kind, language, { ...options, bare: true }).before}–${right.before}` }
    return { before: `${plain(left)}–${right.before}`, exponent: right.exponent, after: right.after }
  }
  const numbers = [low, high].map((end) => numberIn(end, frame, kind, digits, options.zeros ?? false))
  return dressed(numbers[0] === numbers[1] ? numbers.slice(1) : numbers, frame, kind, language, options, '')
}

/** A figure that is exact or a 90 % range, as plans hold it. */
export const formatBelief = (belief: number | { low: number; high: number | null }, kind: Kind, language: Language, options: FormatOptions = {}): Shown =>
  typeof belief === 'number' ? format(belief, kind, language, options) : formatRange(belief.low, belief.high, kind, language, options)

/** Plain text of a shown number, for logs, CSV, clipboard and tooltips: `5.76e23 FLOP`. */
export const plain = (shown: Shown): string =>
  shown.exponent === null ? shown.before + shown.after : shown.before.replace(/×10$/, 'e') + shown.exponent.replace(MINUS, '-') + shown.after

/** Short for `plain(format(…))`. */
export const formatText = (value: number, kind: Kind, language: Language, options: FormatOptions = {}): string => plain(format(value, kind, language, options))
