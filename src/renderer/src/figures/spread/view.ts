/** What the figure of a spread is drawn from, and the frame that everything in it stands in. */
import type { Distribution } from '../../../../shared/contract/distribution'
import type { Language, Messages } from '../../../../shared/text/messages'
import { linearScale, logScale, type Scale } from '../scale'
import type { FigureTheme, Measure } from '../theme'
import { axisEnds, baseHeights } from './base'

export type SureText = Messages['screen']['sure']
export type Curve = NonNullable<Distribution['curve']>

/** Both ends of a range; null is open. */
export interface Ends {
  from: number | null
  to: number | null
}

export interface SpreadView {
  distribution: Distribution & { curve: Curve }
  /** What is brushed. */
  range: Ends
  /** The same outcome of the base, behind a scenario's; with the range that its chance is of. */
  base: { distribution: Distribution; range: Ends } | null
  /** Draws the share at or below each value instead of the share in each step. */
  cumulative: boolean
  text: SureText
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
  /** What the outcome is called within a sentence, and within "P(…)". */
  name: string
  short: string
}

export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  /** Ends of the axis. */
  from: number
  to: number
  x: Scale
  /** From 0 to the highest that is drawn. */
  y: Scale
}

/** Room for two rows of labels above and the ticks below; on the left for percentages where they are drawn. */
const MARGIN = { left: 6, percent: 44, right: 8, row: 15, bottom: 24 } as const

/** The base's outline is cut where it is this many times as high as the scenario's own. */
const MOST_HIGHER = 2

export function frameOf(view: SpreadView, rows: number): Frame {
  const { distribution, base, cumulative, width, height } = view
  const { curve } = distribution
  const left = cumulative ? MARGIN.percent : MARGIN.left
  const right = width - MARGIN.right
  const top = rows * MARGIN.row + 6
  const bottom = height - MARGIN.bottom
  const [from, to] = axisEnds(view)
  const own = Math.max(...sharesOf(curve))
  const behind = base?.distribution.curve ? Math.max(...baseHeights(curve, base.distribution.curve)) : 0
  const highest = cumulative ? 1 : Math.max(own, Math.min(behind, MOST_HIGHER * own)) * 1.04
  const x = curve.scale === 'log' ? logScale(from, to, left, right) : linearScale(from, to, left, right)
  return { left, right, top, bottom, from, to, x, y: linearScale(0, highest, bottom, top) }
}
export const ROW = MARGIN.row

/** Share of the draws in each step of the curve. */
export const sharesOf = ({ below }: Curve): number[] => below.slice(1).map((p, i) => p - below[i]!)

/** Index of the step that a value lies in, 0 to the last; values outside belong to the outer ones. */
export function stepOf({ x }: Curve, value: number): number {
  const after = x.findIndex((edge) => edge > value)
  return after < 0 ? x.length - 2 : Math.max(0, after - 1)
}
