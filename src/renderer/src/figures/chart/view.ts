/** What a chart is drawn for, and the frame that a panel gets. */
import type { Language } from '../../../../shared/text/messages'
import type { Scale } from '../scale'
import { seriesStyle, type FigureTheme, type Measure, type SeriesStyle } from '../theme'
import type { Series, Tone } from './spec'
import type { Window } from './window'

export interface View {
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
  /** Places that labels had before, so that they do not jump. */
  previous?: ReadonlyMap<string, string> | undefined
  /** The part of each panel that is looked at; the whole unless given. */
  windows?: readonly Window[] | undefined
}

const EDGE = 1

/** A panel's box in pixels and its scales. */
export interface Frame {
  left: number
  right: number
  top: number
  bottom: number
  x: Scale
  y: Scale
  from: number
  to: number
}

/** Whether a place is in the frame; what is drawn there may reach over its edge. */
export const isIn = ({ left, right, top, bottom }: Frame, px: number, py: number): boolean =>
  px >= left - EDGE && px <= right + EDGE && py >= top - EDGE && py <= bottom + EDGE

export const colourOf = (tone: Tone, theme: FigureTheme): string => (typeof tone === 'number' ? seriesStyle(tone, theme, false).colour : theme[tone])

const WIDTH = { chosen: 2.75, other: 1.75 } as const

export function styleOf({ tone, dash, width, chosen = false }: Series, theme: FigureTheme): SeriesStyle {
  const own = typeof tone === 'number' ? seriesStyle(tone, theme, chosen) : { colour: theme[tone], dash: '', width: chosen ? WIDTH.chosen : WIDTH.other }
  return { colour: own.colour, dash: dash ?? own.dash, width: width ?? own.width }
}
