/** Splits what was typed into one or two numbers with their units. Grammar only: what the numbers mean is decided in `parse.ts`. */
import { unitsFor, type Unit } from './unitTable'
import type { Dimension, Kind } from './units'

/** One number as written: `digits` · 10^power, then its units. */
export interface Side {
  negative: boolean
  digits: string
  power: number
  /** A power written with the number itself ("1.4e24") and one by a scale word ("B"). */
  exponent: number | null
  scale: number | null
  units: Unit[]
}
export type Scanned =
  | { type: 'one'; side: Side; open: boolean }
  | { type: 'range'; low: Side; high: Side }
  | { type: 'around'; middle: Side; half: Side }
  | { type: 'none' }
  | { type: 'refused'; code: 'input-empty' | 'input-not-a-number' | 'input-not-understood' | 'input-ambiguous-comma'; text: string }

const LONGEST = 120
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const APPROXIMATELY = /^(?:≈|~|∼|about|approx\.?|circa|ca\.|约|大约|大概)\s*/
const AT_LEAST = /^(?:≥|>=|>|at least|至少)\s*/
const NONE = /^(?:none|no limit|no|unlimited|∞|null|无|不限|没有|无限制|不限制|无限)$/
const GROUPED = /^[1-9]\d{0,2}(?:[ ,'’_]\d{3})+(?![\d,]|\.\d+[.,]\d)(?:\.\d+)?/
const PLAIN = /^(?:\d+(?:\.(?!\.)\d*)?|\.\d+)/
const POWER = /^(?:e([+-]?\d{1,5})(?!\d)|\s?[x×*·⋅]\s?10\s?(?:\^|\*\*)\s?([+-]?\d{1,5}))/
const SEPARATOR = /^\s*(?:\.{2,3}|to(?![a-z])|through(?![a-z])|~|∼|–|—|-|到|至|±|\+\/-|\+-)\s*/
const OPEN_END = /^\s*(?:\+|or more|and up|以上|起)\s*$/

/** Full-width and superscript forms, odd spaces and minus signs written plainly, in lower case. */
export function plainly(text: string): string {
  const raised = text.replace(new RegExp(`[${SUPERSCRIPTS}]+`, 'g'), (run) => '^' + [...run].map((c) => '0123456789+-'[SUPERSCRIPTS.indexOf(c)]).join(''))
  return raised.normalize('NFKC').replace(/\s+/g, ' ').replace(/−/g, '-').replace(/〜/g, '~').trim().toLowerCase()
}

interface Step<T> {
  value: T
  rest: string
}

function numberAt(text: string): Step<Pick<Side, 'digits' | 'power' | 'exponent'>> | null {
  const bare = /^10\s?\^\s?([+-]?\d{1,5})/.exec(text)
  if (bare) return { value: { digits: '1', power: 0, exponent: Number(bare[1]) }, rest: text.slice(bare[0].length) }
  const match = GROUPED.exec(text) ?? PLAIN.exec(text)
  if (!match) return null
  const [whole = '', fraction = ''] = match[0].replace(/[ ,'’_]/g, '').split('.')
  const after = text.slice(match[0].length)
  const power = POWER.exec(after)
  const exponent = power ? Number(power[1] ?? power[2]) : null
  return {
    value: { digits: (whole + fraction).replace(/^0+(?=\d)/, ''), power: -fraction.length, exponent },
    rest: power ? after.slice(power[0].length) : after
  }
}

const isLetter = (character = ''): boolean => /[a-z]/.test(character)
const runsOn = (character = ''): boolean => /[a-z\d]/.test(character)

function unitAt(text: string, kind: Kind): Step<Unit> | null {
  const trimmed = text.replace(/^ /, '')
  const unit = unitsFor(kind).find(({ word }) => trimmed.startsWith(word) && !(isLetter(word.at(-1)) && runsOn(trimmed[word.length])))
  if (unit !== undefined) return { value: unit, rest: trimmed.slice(unit.word.length) }
  // "2048 H100": the name of a chip counts accelerators.
  const chip = kind === 'count' ? /^[a-z]{1,5}\d{1,4}[a-z]{0,2}(?![a-z\d])/.exec(trimmed) : null
  return chip ? { value: { word: chip[0], power: 0, factor: 1, dimension: 'accelerators' }, rest: trimmed.slice(chip[0].length) } : null
}

const isMoney = (dimension: Dimension | null): boolean => dimension === 'money' || dimension === 'otherMoney'

function sideAt(text: string, kind: Kind): Step<Side> | { refused: 'input-not-a-number' | 'input-ambiguous-comma' } {
  const units: Unit[] = []
  let rest = text
  let negative = false
  const takeSign = (): void => {
    const sign = /^([+-])\s?(?=[\d.$€£¥])/.exec(rest)
    if (!sign) return
    negative = sign[1] === '-'
    rest = rest.slice(sign[0].length)
  }
  takeSign()
  const before = unitAt(rest, kind)
  if (before !== null && isMoney(before.value.dimension)) {
    units.push(before.value)
    rest = before.rest.replace(/^ /, '')
    takeSign()
  }
  const number = numberAt(rest)
  if (number === null) return { refused: 'input-not-a-number' }
  rest = number.rest
  if (/^,\d/.test(rest)) return { refused: 'input-ambiguous-comma' }
  let scale: number | null = null
  for (let found = unitAt(rest, kind); found !== null; found = unitAt(rest, kind)) {
    if (found.value.dimension === null) scale = (scale ?? 0) + found.value.power
    else units.push(found.value)
    rest = found.rest
  }
  return { value: { ...number.value, negative, scale, units }, rest }
}

/** Reads a text; never throws. */
export function scan(text: string, kind: Kind): Scanned {
  const plain = plainly(text.slice(0, LONGEST + 1))
  const quoted = text.trim().slice(0, 40)
  const refused = (code: Extract<Scanned, { type: 'refused' }>['code'], what = quoted): Scanned => ({ type: 'refused', code, text: what })
  if (plain === '') return refused('input-empty')
  if (text.length > LONGEST) return refused('input-not-a-number')
  if (NONE.test(plain)) return { type: 'none' }
  const atLeast = AT_LEAST.test(plain)
  const first = sideAt(plain.replace(APPROXIMATELY, '').replace(AT_LEAST, ''), kind)
  if ('refused' in first) return refused(first.refused)
  if (OPEN_END.test(first.rest)) return { type: 'one', side: first.value, open: true }
  if (first.rest.trim() === '') return { type: 'one', side: first.value, open: atLeast }
  const separator = SEPARATOR.exec(first.rest)
  if (!separator || atLeast) return refused('input-not-understood', first.rest.trim().slice(0, 40))
  const second = sideAt(first.rest.slice(separator[0].length), kind)
  if ('refused' in second) return refused(second.refused)
  if (second.rest.trim() !== '') return refused('input-not-understood', second.rest.trim().slice(0, 40))
  const around = /±|\+/.test(separator[0])
  return around ? { type: 'around', middle: first.value, half: second.value } : { type: 'range', low: first.value, high: second.value }
}
