/** What the tornado is drawn from: one row an input, and the frame that all of them stand in. */
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Kind } from '../../../../shared/text/units'
import { linearScale, type Scale } from '../scale'
import type { FigureTheme, Measure } from '../theme'

export type DrivesText = Messages['screen']['drives']

/** An input with what becomes of the outcome at its two ends; null where the outcome has no value. */
export interface Driver {
  input: string
  name: string
  kind: Kind
  at: { low: number; high: number }
  low: number | null
  high: number | null
  /** The same with today's path held; null where the path does not matter. */
  held: { low: number | null; high: number | null } | null
  /** Shares of the variance: what knowing it alone would take away, and what would be left if all else were known. */
  share: { first: number; total: number } | null
  /** Values at which the recommended path changes, with the outcome on their two sides and what is different there. */
  switches: readonly SwitchAt[]
}
export interface SwitchAt {
  value: number
  low: number | null
  high: number | null
  words: string
}

export interface TornadoView {
  drivers: readonly Driver[]
  base: number
  /** The same of the base behind a scenario: its outcome, null where it has none, and its rows. */
  ghost: { base: number | null; drivers: readonly Driver[] } | null
  kind: Kind
  /** What the outcome is called within a sentence. */
  outcome: string
  /** True of inputs that are exact and were moved by a fifth. */
  exact: boolean
  text: DrivesText
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
}

export interface Frame {
  /** Edges of the bars, and of the whole with the ends' labels. */
  left: number
  right: number
  top: number
  bottom: number
  row: number
  x: Scale
  from: number
  to: number
  /** Right edges of the names and of the column of shares; null without it. */
  names: number
  shares: number | null
}

export const ROW = 26
export const HEADER = 18
export const AXIS = 26
const LEAST_NAME = 84
const NAME_SHARE = 0.3
const SHARE = 52
const AIR = 10

/** Room for the words over the base lines: of the base in a row of their own. */
const headerOf = ({ ghost }: Pick<TornadoView, 'ghost'>): number => (hasGhostLine(ghost) ? 2 * HEADER - 2 : HEADER)
export const hasGhostLine = (ghost: TornadoView['ghost']): ghost is { base: number; drivers: readonly Driver[] } => ghost !== null && ghost.base !== null

/** Height that so many rows need. */
export const heightFor = (rows: number, ghost: TornadoView['ghost'] = null): number => headerOf({ ghost }) + rows * ROW + AXIS

/** All values of a row that are drawn. */
export const valuesOf = ({ low, high, held, switches }: Driver): number[] =>
  [low, high, held?.low ?? null, held?.high ?? null, ...switches.flatMap((at) => [at.low, at.high])].filter((value) => value !== null)

/** The row of the base that stands behind a driver's. */
export const ghostOf = ({ ghost }: Pick<TornadoView, 'ghost'>, { input }: Driver): Driver | null =>
  ghost?.drivers.find((driver) => driver.input === input) ?? null

/** Ends of what is drawn: all values, and of the base's as many as lie within one such length to either side. */
function extentOf(view: TornadoView): [number, number] {
  const { drivers, base, ghost } = view
  const own = [base, ...drivers.flatMap(valuesOf)]
  const [low, high] = [Math.min(...own), Math.max(...own)]
  const room = high - low
  const behind = [ghost?.base ?? null, ...drivers.flatMap((driver) => [ghostOf(view, driver)?.low ?? null, ghostOf(view, driver)?.high ?? null])]
  const near = behind.filter((value) => value !== null).map((value) => Math.min(high + room, Math.max(low - room, value)))
  return [Math.min(low, ...near), Math.max(high, ...near)]
}

export function frameOf(view: TornadoView, widest: { left: number; right: number }): Frame {
  const { drivers, width, height, measure, theme } = view
  const longest = Math.max(LEAST_NAME, ...drivers.map(({ name }) => measure(name, theme.small, 400) + 14))
  const names = Math.min(longest, Math.max(LEAST_NAME, width * NAME_SHARE))
  const hasShares = drivers.some(({ share }) => share !== null)
  const shares = hasShares ? width - 2 : null
  const left = names + AIR + widest.left
  const right = width - (hasShares ? SHARE : 2) - AIR - widest.right
  const [low, high] = extentOf(view)
  const pad = (high - low || Math.abs(high) || 1) * (high > low ? 0 : 0.5)
  const [from, to] = [low - pad, high + pad]
  const top = headerOf(view)
  const row = Math.max(ROW, Math.min(34, (height - top - AXIS) / Math.max(1, drivers.length)))
  return { left, right, top, bottom: top + drivers.length * row, row, x: linearScale(from, to, left, right), from, to, names, shares }
}
