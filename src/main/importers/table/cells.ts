/** Numbers in the cells of a table, as people and programs write them: 0.43, 3e23, 70B, 7千亿, 40 %, 1,234, and 0,43 where a comma can only be a decimal mark. */
import type { NoteCode } from '../../../shared/notes'
import { parseQuantity } from '../../../shared/text/parse'
import type { Kind } from '../../../shared/text/units'

export type Decimal = '.' | ','

export type Cell =
  | { type: 'empty' }
  /** In the base unit. `bare`: without a unit of its own, so that the column's unit applies. `percent`: with a percent sign. */
  | { type: 'number'; value: number; bare: boolean; percent: boolean }
  | { type: 'refused'; code: NoteCode; values: Record<string, string | number> }

const EMPTY: Cell = { type: 'empty' }
/** Ways to write that there is no value. "NaN" and "inf" are not among them: they are results that went wrong. */
const NO_VALUE = /^(?:|n\/?a\.?|none|null|nil|missing|unknown|undisclosed|tbd|\?|[-–—]+|\.\.\.|…|无|空|缺失|未知|未公开|暂无)$/i
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?|#(?:num|div\/0|value|n\/a|ref)!?)$/i
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** 0,43 and 12,5 and 1,2345: a comma that no grouping of thousands explains. */
const DECIMAL_COMMA = /^[+-]?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,})|[1-9]\d{3,},\d+)(?!\d)/
/** 1,234: thousands, or one and a bit. */
const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}(?![\d,.])/
/** 1.234 where the comma is the decimal mark, and 1.234,5. */
const DOTS_AS_GROUPS = /^([+-]?[1-9]\d{0,2})((?:\.\d{3})+)(?=,\d|\D|$)/

/** Nothing, or one of the ways to say that there is nothing. */
export const isEmptyCell = (text: string): boolean => NO_VALUE.test(text.trim())

export const isDecimalComma = (text: string): boolean => DECIMAL_COMMA.test(text.trim())
export const isDecimalPoint = (text: string): boolean => /^[+-]?\d*\.(?:\d{1,2}|\d{4,}|\d+e.*)(?:\D|$)/i.test(text.trim())

/** The number times a unit. Powers of ten move the decimal point, so that 43.79 in hundredths is 0.4379 and nothing else. */
export function timesUnit(value: number, unit: number): number {
  const power = Math.round(Math.log10(unit))
  if (Number(`1e${power}`) !== unit) return value * unit
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + power}`)
}

const quoted = (text: string): string => text.trim().slice(0, 40)

/** Units of these kinds may stand in a cell. A score may carry a percent sign. */
export type CellKind = Extract<Kind, 'N' | 'D' | 'C' | 'loss' | 'number'>

export interface Marks {
  decimal: Decimal
  /** Whether "1,234" is surely a thousand and some: elsewhere it is asked. */
  groups: boolean
}

/** Reader of the cells of one table. Never throws, never gives a number that is not finite. */
export function cellReader(marks: Marks): (text: string, kind: CellKind) => Cell {
  // Tables repeat their cells: what is not a plain number is read once.
  const known = new Map<string, Cell>()
  return (text, kind) => {
    if (marks.decimal === '.' && PLAIN.test(text)) return finite(Number(text), text)
    const key = kind + text
    const before = known.get(key)
    if (before !== undefined) return before
    const cell = read(text.trim(), kind, marks)
    if (known.size < 10_000) known.set(key, cell)
    return cell
  }
}

function finite(value: number, text: string): Cell {
  if (!Number.isFinite(value)) return { type: 'refused', code: 'import-number-too-large', values: { text: quoted(text) } }
  return { type: 'number', value, bare: true, percent: false }
}

function read(text: string, kind: CellKind, marks: Marks): Cell {
  if (NO_VALUE.test(text)) return EMPTY
  if (NOT_FINITE.test(text)) return { type: 'refused', code: 'import-not-finite', values: { text: quoted(text) } }
  const pointed = withPoint(text, marks)
  if (pointed === null) return { type: 'refused', code: 'import-ambiguous-comma', values: { text: quoted(text) } }
  if (PLAIN.test(pointed)) return finite(Number(pointed), text)
  const percent = /[%％]$/.test(pointed)
  const parsed = parseQuantity(pointed, percent && kind === 'number' ? 'percent' : kind, 'en', { min: -Number.MAX_VALUE, max: Number.MAX_VALUE })
  if (!parsed.ok) return { type: 'refused', code: parsed.code, values: parsed.values }
  if (typeof parsed.value !== 'number') return { type: 'refused', code: 'import-not-a-number', values: { text: quoted(text) } }
  return { type: 'number', value: parsed.value, bare: !/[^\d.,+\-eE\s]/.test(pointed), percent }
}

/** The text with a decimal point; null when its comma can be read in two ways. */
function withPoint(text: string, { decimal, groups }: Marks): string | null {
  if (decimal === ',') return text.replace(DOTS_AS_GROUPS, (_all, first: string, groups: string) => first + groups.replaceAll('.', '')).replace(/,(?=\d)/, '.')
  if (DECIMAL_COMMA.test(text)) return text.replace(',', '.')
  return !groups && EITHER.test(text) ? null : text
}
