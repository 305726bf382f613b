/**
 * What is drawn over a plot: words, axes, points. A figure says what stands where; `Marks.svelte` draws it on the screen and `marksSvg` writes it into
 * a picture, so that both show the same.
 */
export interface TextMark {
  kind: 'text'
  x: number
  /** Baseline of the first line. */
  y: number
  lines: readonly string[]
  lineHeight: number
  size: number
  weight: 400 | 600
  anchor: 'start' | 'middle' | 'end'
  fill: string
  /** Colour of the halo that keeps the text apart from lines behind it. */
  halo?: string
  /** Id of the series that a click on the text chooses. */
  chooses?: string | undefined
}
export interface PathMark {
  kind: 'path'
  d: string
  stroke?: string
  fill?: string
  width?: number
  dash?: string
  round?: boolean
  /** Said when the pointer rests on it. */
  title?: string
}
export interface CircleMark {
  kind: 'circle'
  x: number
  y: number
  r: number
  fill: string
  stroke: string
  width: number
}
export interface PlateMark {
  kind: 'plate'
  x: number
  y: number
  width: number
  height: number
  fill: string
}
export type Mark = TextMark | PathMark | CircleMark | PlateMark

const escaped = (s: string): string => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

function one(m: Mark): string {
  switch (m.kind) {
    case 'text': {
      const halo = m.halo === undefined ? '' : ` stroke="${m.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
      const lines = m.lines.map((l, i) => `<tspan x="${m.x}" y="${m.y + i * m.lineHeight}">${escaped(l)}</tspan>`).join('')
      return `<text font-size="${m.size}" font-weight="${m.weight}" text-anchor="${m.anchor}" fill="${m.fill}"${halo}>${lines}</text>`
    }
    case 'path': {
      const dash = m.dash === undefined || m.dash === '' ? '' : ` stroke-dasharray="${m.dash}"`
      const title = m.title === undefined ? '' : `<title>${escaped(m.title)}</title>`
      const cap = m.round === true ? ' stroke-linecap="round"' : ''
      return `<path d="${m.d}" fill="${m.fill ?? 'none'}" stroke="${m.stroke ?? 'none'}" stroke-width="${m.width ?? 1}"${dash}${cap}>${title}</path>`
    }
    case 'circle':
      return `<circle cx="${m.x}" cy="${m.y}" r="${m.r}" fill="${m.fill}" stroke="${m.stroke}" stroke-width="${m.width}"/>`
    case 'plate':
      return `<rect x="${m.x}" y="${m.y}" width="${m.width}" height="${m.height}" rx="3" fill="${m.fill}"/>`
  }
}

/** The marks as the inside of an SVG group. */
export const marksSvg = (marks: readonly Mark[]): string => marks.map(one).join('')
