/**
 * Numbers for the screen. The exponent of a large number is kept apart, so that HTML sets `<sup>`, SVG a raised tspan and plain text "e24".
 * Nothing here reads the machine's locale: the language is an argument. A number that is not finite is a programmer's error and throws.
 */
import { decimalOf, placed } from './decimal'
import type { Language } from './messages'
import { HOURS_PER_DAY, type Kind } from './units'

/** A number ready to show: `before`, the exponent (if any) raised, `after`. */
export interface Shown {
  before: string
  exponent: string | null
  after: string
}
export type Scale = '' | 'K' | 'M' | 'B' | 'T'
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

type Ladder = readonly (readonly [power: number, letter: string])[]
const LETTERS: Ladder = [
  [0, ''],
  [3, 'K'],
  [6, 'M'],
  [9, 'B'],
  [12, 'T']
]
const from = (first: number): Ladder => LETTERS.filter(([power]) => power === 0 || power >= first)
const prefixed = (unit: string, prefixes: string): Ladder => [...prefixes].map((prefix, i) => [3 * i, (prefix === '-' ? '' : prefix) + unit] as const)

/** Scale letters or prefixed units by kind; a kind without a row is written out. */
const LADDERS: Partial<Record<Kind, Ladder>> = {
  N: LETTERS,
  D: LETTERS,
  usd: LETTERS,
  usdPerHour: from(6),
  count: from(6),
  hours: from(6),
  kwh: prefixed('Wh', 'kMGTP'),
  kg: [[0, 'kg'], ...prefixed('t', '-kMGT').map(([power, unit]) => [power + 3, unit] as const)],
  bytes: prefixed('B', '-kMGTPE'),
  watts: prefixed('W', '-kMGT'),
  flopPerSecond: prefixed('FLOP/s', '-kMGTPEZ')
}
const SPACED: readonly Kind[] = ['kwh', 'kg', 'bytes', 'watts', 'flopPerSecond']
/** Power of ten from which a kind is written with an exponent. */
const SCIENTIFIC_FROM: Partial<Record<Kind, number>> = {
  C: 4,
  N: 15,
  D: 15,
  usd: 15,
  usdPerHour: 15,
  count: 15,
  hours: 15,
  kwh: 18,
  kg: 18,
  bytes: 21,
  watts: 15,
  flopPerSecond: 24
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

/** How a value will be written: divided by 10^shift (and by `per`), with a sign in front, a letter and a unit behind. */
interface Frame {
  per: number
  shift: number
  letter: string
  scientific: boolean
}

const exponentOf = (value: number, digits: number): number => (value === 0 ? 0 : decimalOf(Math.abs(value), digits).exponent)

function frameOf(value: number, kind: Kind, digits: number, scale?: Scale): Frame {
  const per = kind === 'days' && value !== 0 && Math.abs(value) < 1 ? 1 / HOURS_PER_DAY : 1
  const share = kind === 'percent' || kind === 'probability' ? -2 : 0
  const exponent = exponentOf(value / per, digits)
  const ladder = LADDERS[kind]
  if (scale !== undefined) {
    const rung = LETTERS.find(([, letter]) => letter === scale)
    return { per, shift: rung?.[0] ?? 0, letter: scale, scientific: false }
  }
  if (value !== 0 && (exponent - share >= (SCIENTIFIC_FROM[kind] ?? 6) || exponent - share < -3))
    return { per, shift: exponent, letter: ladder && SPACED.includes(kind) ? ladder[0]![1] : '', scientific: true }
  if (ladder === undefined) return { per, shift: share, letter: '', scientific: false }
  // Tokens are read in T from 0.1T on: the unit of training sets.
  const reach = kind === 'D' && exponent === 11 ? 12 : exponent
  const [shift, letter] = ladder.findLast(([power]) => power <= reach) ?? ladder[0]!
  return { per, shift, letter, scientific: false }
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
  // Ends far apart keep a unit each, unless the lower one has none to keep: "500–3M" would be misread.
  const far = options.like === undefined && options.scale === undefined && low !== 0 && Math.abs(low) * 1e3 < Math.abs(high)
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
