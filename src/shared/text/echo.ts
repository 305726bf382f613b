/** What a field says under the box: how the typed text was understood; and the text that it shows while it is edited. */
import { decimalOf, placed } from './decimal'
import { formatRange, format, type Shown } from './format'
import type { Language } from './messages'
import type { ParsedValue } from './parse'
import type { Kind } from './units'

const NBSP = '\u00a0'
const ECHO_DIGITS = 6

const named: Partial<Record<Kind, Record<Language, readonly [before: string, after: string]>>> = {
  N: { en: ['', ' parameters'], zh: ['', ' 参数'] },
  D: { en: ['', ' tokens'], zh: ['', ' 词元'] },
  usdPerHour: { en: ['', ' per hour'], zh: ['每小时 ', ''] },
  ratio: { en: ['', ' tokens per parameter'], zh: ['每参数 ', ' 词元'] },
  points: { en: ['', ' points'], zh: ['', ' 分'] },
  loss: { en: ['', ' nats per token'], zh: ['每词元 ', ' nat'] }
}

/** The echo of a value that was understood: `$2.00–3.00 per hour, 90 % range`. */
export function echoOf(value: ParsedValue, kind: Kind, language: Language): Shown {
  if (value === null) return { before: language === 'zh' ? '不限' : 'no limit', exponent: null, after: '' }
  const exact: Kind = kind === 'probability' ? 'percent' : kind
  const options = { digits: ECHO_DIGITS }
  const [before, after] = named[kind]?.[language] ?? ['', '']
  const shown = typeof value === 'number' ? format(value, exact, language, options) : formatRange(value.low, value.high, exact, language, options)
  const range =
    typeof value === 'number'
      ? ''
      : value.high === null
        ? language === 'zh'
          ? '，没有上限'
          : ', no upper end'
        : language === 'zh'
          ? `，90${NBSP}% 区间`
          : `, 90${NBSP}% range`
  const behind = after.replace(/^ /, NBSP) + range
  return shown.exponent === null
    ? { ...shown, before: before + shown.before + behind }
    : { ...shown, before: before + shown.before, after: shown.after + behind }
}

const LETTERS: Partial<Record<Kind, readonly string[]>> = { N: ['', 'K', 'M', 'B', 'T'], D: ['', 'K', 'M', 'B', 'T'], usd: ['', 'K', 'M', 'B', 'T'] }

/** All digits of a value divided by 10^shift; far from one with an exponent and without letter. */
function exactly(value: number, shift: number, letter: string): string {
  if (value === 0) return '0'
  const sign = value < 0 ? '-' : ''
  const decimal = decimalOf(Math.abs(value))
  const power = decimal.exponent - shift
  if (power <= 20 && power >= -7) return sign + placed(decimal, shift) + letter
  return `${sign}${placed({ ...decimal, exponent: 0 })}e${letter === '' ? power : decimal.exponent}`
}

function editFrame(value: number, kind: Kind): { shift: number; letter: string } {
  if (kind === 'percent' || kind === 'probability') return { shift: -2, letter: '' }
  const letters = LETTERS[kind]
  if (letters === undefined || value === 0) return { shift: 0, letter: '' }
  const rung = Math.max(0, Math.min(4, Math.floor(decimalOf(Math.abs(value)).exponent / 3)))
  return { shift: rung * 3, letter: letters[rung] ?? '' }
}

function editNumber(value: number, kind: Kind): string {
  if (kind === 'C' && value !== 0) return value.toExponential().replace('e+', 'e')
  const { shift, letter } = editFrame(value, kind)
  return exactly(value, shift, letter)
}

function editUnit(kind: Kind, one: boolean, language: Language): string {
  if (kind === 'percent' || kind === 'probability') return ' %'
  if (kind === 'days') return language === 'zh' ? ' 天' : one ? ' day' : ' days'
  if (kind === 'years') return language === 'zh' ? ' 年' : one ? ' year' : ' years'
  return ''
}

/** Text that a field shows while it is edited: full precision, and `parseQuantity` reads it back to exactly this value. */
export function editText(value: ParsedValue, kind: Kind, language: Language): string {
  if (value === null) return language === 'zh' ? '无' : 'none'
  const unit = editUnit(kind, value === 1, language)
  const money = kind === 'usd' || kind === 'usdPerHour' ? '$' : ''
  if (typeof value === 'number') return (value < 0 ? '-' : '') + money + editNumber(Math.abs(value), kind) + unit
  if (value.high === null) return `${money}${editNumber(value.low, kind)}${unit}+`
  return money + editEnds(value.low, value.high, kind).join('–') + unit
}

/** Both ends of a range; each carries its own power, since an end without one would borrow the other's. */
function editEnds(low: number, high: number, kind: Kind): [string, string] {
  const { shift } = editFrame(low, kind)
  const ends: [string, string] = [editNumber(low, kind), editNumber(high, kind)]
  if (!/^[\d.]+$/.test(ends[0])) return ends
  const last = /[KMBT]$/.test(ends[1]) ? exactly(high, 0, '') : ends[1]
  return [last.includes('e') ? `${placed({ ...decimalOf(low), exponent: 0 })}e${decimalOf(low).exponent - shift}` : ends[0], last]
}
