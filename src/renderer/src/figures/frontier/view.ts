/** What the frontier figure is drawn from, and the frame that everything in it stands in. */
import type { Frontier, Outcome } from '../../../../shared/outcome'
import type { Language, Messages } from '../../../../shared/text/messages'
import { logScale, linearScale, type Scale } from '../scale'
import type { FigureTheme, Measure } from '../theme'

export type FrontierText = Messages['screen']['frontier']

export interface FrontierView {
  outcome: Outcome
  /** What changes are measured against, and whether it is the base of the scenario on screen: then its curves are drawn as well. */
  saved: Outcome | null
  isBase: boolean
  text: FrontierText
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
  names: (id: string) => { long: string; short: string }
  showPublished: boolean
  /** The wanted probability and the budget while they are dragged; null when the outcome's own hold. */
  wanted: number | null
  budgetUsd: number | null
  /** The visible range, held while something is dragged. */
  range: readonly [number, number] | null
  /** Where labels stood in the last drawing. */
  previous: ReadonlyMap<string, string> | undefined
}

/** The base's curves behind a scenario's; null where there are none, or over something else. */
export function baseFrontier({ outcome, saved, isBase }: Pick<FrontierView, 'outcome' | 'saved' | 'isBase'>): Frontier | null {
  const base = isBase ? (saved?.frontier ?? null) : null
  return base !== null && base.over === outcome.frontier.over && base.x.length > 1 ? base : null
}

export interface Frame {
  left: number
  right: number
  /** Heights of 100 % and of 0. */
  top: number
  bottom: number
  from: number
  to: number
  x: Scale
  y: Scale
}

const MARGIN = { left: 44, right: 12, top: 24, bottom: 24, strip: 18 } as const
/** Room that a curve's own width needs beyond 0 and 100 %. */
export const BLEED = 3

/** Below this the names are short and ticks are fewer. */
export const WIDE = 1100

/**
 * The part of the axis on which something happens: from where the first curve leaves 0 to where the last has arrived, with the limits and the plan's point
 * well inside; never more than was computed.
 */
export function visibleRange(frontier: Frontier, marked: readonly number[]): [number, number] {
  const { x, each, all } = frontier
  const first = x[0] ?? 1
  const last = x[x.length - 1] ?? first * 10
  const top = (i: number): number => Math.max(0, ...each.map((e) => e.probability[i]!))
  let a = 0
  while (a < x.length - 1 && top(a) < 0.05) a++
  let b = x.length - 1
  const final = each.map((e) => e.probability[b]!)
  const settled = (i: number): boolean => all[i]! > 0.99 || each.every((e, k) => final[k]! - e.probability[i]! < 0.005)
  while (b > 0 && settled(b - 1)) b--
  if (a >= b) return [first, last]
  const wanted = marked.filter((v) => v >= first && v <= last)
  const from = Math.min(x[a]! / 1.1, ...wanted.map((v) => v / 2))
  const to = Math.max(x[b]! * 1.25, ...wanted.map((v) => v * 1.8))
  return [Math.max(first, from), Math.min(last, to)]
}

export function frameOf(view: FrontierView, range: readonly [number, number]): Frame {
  const left = MARGIN.left
  const right = view.width - MARGIN.right
  const top = MARGIN.top
  const bottom = view.height - MARGIN.bottom - (view.showPublished ? MARGIN.strip : 0)
  const [from, to] = range
  return { left, right, top, bottom, from, to, x: logScale(from, to, left, right), y: linearScale(0, 1, bottom, top) }
}

export const kindOf = { usd: 'usd', C: 'C', N: 'N', days: 'days' } as const
