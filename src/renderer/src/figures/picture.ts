/** What surrounds a figure that leaves the app as a picture: title and finding above, what it rests on below. */
import type { Mark } from './marks'
import type { FigureTheme } from './theme'

export const SIDE = 16
export const HEAD = 48
const FOOT = 28

export interface Surround {
  width: number
  height: number
  marks: Mark[]
}

/** @param size of the figure, which stands at (SIDE, HEAD) */
export function surround(size: { width: number; height: number }, words: { title: string; finding: string; source: string }, theme: FigureTheme): Surround {
  const width = size.width + 2 * SIDE
  const height = size.height + HEAD + FOOT
  const line = (y: number, text: string, fontSize: number, weight: 400 | 600, fill: string): Mark => ({
    kind: 'text',
    x: SIDE,
    y,
    lines: [text],
    lineHeight: fontSize,
    size: fontSize,
    weight,
    anchor: 'start',
    fill
  })
  return {
    width,
    height,
    marks: [
      line(20, words.title, theme.small + 2, 600, theme.ink),
      line(38, words.finding, theme.small, 400, theme.ink3),
      line(height - 12, words.source, theme.micro, 400, theme.ink3)
    ]
  }
}
