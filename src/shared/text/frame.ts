/** The scale a number is written in: divided by a power of ten, with a letter, a prefixed unit or an exponent. */
import { decimalOf } from './decimal'
import { HOURS_PER_DAY, type Kind } from './units'

export type Scale = '' | 'K' | 'M' | 'B' | 'T'

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
/** Kinds whose unit stands apart from the number and takes prefixes. */
export const SPACED: readonly Kind[] = ['kwh', 'kg', 'bytes', 'watts', 'flopPerSecond']
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

/** How a value will be written: divided by 10^shift (and by `per`), with a sign in front, a letter and a unit behind. */
export interface Frame {
  per: number
  shift: number
  letter: string
  scientific: boolean
}

const exponentOf = (value: number, digits: number): number => (value === 0 ? 0 : decimalOf(Math.abs(value), digits).exponent)

/** How a value of a kind is written when it is shown with so many digits; `scale` overrules. */
export function frameOf(value: number, kind: Kind, digits: number, scale?: Scale): Frame {
  // Less than a day reads in hours, unless a unit is asked for.
  const per = kind === 'days' && scale === undefined && value !== 0 && Math.abs(value) < 1 ? 1 / HOURS_PER_DAY : 1
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
