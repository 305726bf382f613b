/** A figure as one SVG document: title, finding, curves, marks and the line that says what it rests on. */
import { marksSvg, type Mark } from './marks'
import type { FigureTheme } from './theme'

const SIDE = 16
const HEAD = 48
const FOOT = 28

export interface Picture {
  svg: string
  width: number
  height: number
}

/** @param curves the chart library's own SVG document, of the given size */
export function picture(
  curves: string,
  marks: readonly Mark[],
  size: { width: number; height: number },
  words: { title: string; finding: string; source: string },
  theme: FigureTheme
): Picture {
  const width = size.width + 2 * SIDE
  const height = size.height + HEAD + FOOT
  const line = (x: number, y: number, text: string, fontSize: number, weight: 400 | 600, fill: string): Mark => ({
    kind: 'text',
    x,
    y,
    lines: [text],
    lineHeight: fontSize,
    size: fontSize,
    weight,
    anchor: 'start',
    fill
  })
  const head = [line(SIDE, 20, words.title, theme.small + 2, 600, theme.ink), line(SIDE, 38, words.finding, theme.small, 400, theme.ink3)]
  const foot = [line(SIDE, height - 12, words.source, theme.micro, 400, theme.ink3)]
  const face = theme.sans.replaceAll('"', "'")
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${face}" style="font-variant-numeric: tabular-nums"><rect width="100%" height="100%" fill="${theme.paper}"/>` +
    `${marksSvg(head)}<g transform="translate(${SIDE} ${HEAD})">${curves.replace(/^<\?xml[^>]*>\s*/, '')}${marksSvg(marks)}</g>${marksSvg(foot)}</svg>`
  return { svg, width, height }
}
