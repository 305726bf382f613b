/** What a chart is drawn for, and the frame that a panel gets. */
import type { Language } from '../../../../shared/text/messages'
import type { Scale } from '../scale'
import { seriesStyle, type FigureTheme, type Measure, type SeriesStyle } from '../theme'
import type { Series, Tone } from './spec'

export interface View {
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
  /** Places that labels had before, so that they do not jump. */
  previous?: ReadonlyMap<string, string> | undefined
}

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

export const colourOf = (tone: Tone, theme: FigureTheme): string => (typeof tone === 'number' ? seriesStyle(tone, theme, false).colour : theme[tone])

const WIDTH = { chosen: 2.75, other: 1.75 } as const

export function styleOf({ tone, dash, width, chosen = false }: Series, theme: FigureTheme): SeriesStyle {
  const own = typeof tone === 'number' ? seriesStyle(tone, theme, chosen) : { colour: theme[tone], dash: '', width: chosen ? WIDTH.chosen : WIDTH.other }
  return { colour: own.colour, dash: dash ?? own.dash, width: width ?? own.width }
}
