/** Marks onto a canvas, with the page's own faces, which an SVG image could not use. */
import type { Mark } from './marks'

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const
const HALO = 3

export function paint(context: CanvasRenderingContext2D, marks: readonly Mark[], face: string): void {
  context.lineJoin = 'round'
  for (const m of marks) {
    context.setLineDash([])
    context.lineCap = 'butt'
    if (m.kind === 'text') {
      context.font = `${m.weight} ${m.size}px ${face}`
      context.textAlign = ALIGN[m.anchor]
      m.lines.forEach((line, i) => {
        if (m.halo !== undefined) {
          context.strokeStyle = m.halo
          context.lineWidth = HALO
          context.strokeText(line, m.x, m.y + i * m.lineHeight)
        }
        context.fillStyle = m.fill
        context.fillText(line, m.x, m.y + i * m.lineHeight)
      })
      continue
    }
    const shape = new Path2D(m.kind === 'path' ? m.d : undefined)
    if (m.kind === 'circle') shape.arc(m.x, m.y, m.r, 0, 2 * Math.PI)
    else if (m.kind === 'plate') shape.roundRect(m.x, m.y, m.width, m.height, 3)
    if (m.fill !== undefined) {
      context.fillStyle = m.fill
      context.fill(shape)
    }
    if (m.kind === 'plate' || m.stroke === undefined) continue
    if (m.kind === 'path') {
      context.lineCap = m.round === true ? 'round' : 'butt'
      context.setLineDash(m.dash === undefined ? [] : m.dash.split(/[ ,]+/).map(parseFloat))
    }
    context.strokeStyle = m.stroke
    context.lineWidth = m.width ?? 1
    context.stroke(shape)
  }
}
