/** Marks as SVG text, for a drawing that leaves the app. */
import type { Mark } from './marks'

const HALO = 3
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const attributes = (pairs: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')

function element(mark: Mark): string {
  if (mark.kind === 'path') {
    const { d, stroke = 'none', fill = 'none', width = 1, dash, round, title } = mark
    const said = title === undefined ? '' : `<title>${escaped(title)}</title>`
    return `<path${attributes({ d, stroke, fill, 'stroke-width': width, 'stroke-dasharray': dash, 'stroke-linecap': round === true ? 'round' : undefined })}>${said}</path>`
  }
  if (mark.kind === 'circle') {
    const { x, y, r, fill, stroke, width } = mark
    return `<circle${attributes({ cx: x, cy: y, r, fill, stroke, 'stroke-width': width })}/>`
  }
  if (mark.kind === 'plate') {
    const { x, y, width, height, fill } = mark
    return `<rect${attributes({ x, y, width, height, rx: 3, fill })}/>`
  }
  const { x, y, lines, lineHeight, size, weight, anchor, fill, halo } = mark
  const outline = halo === undefined ? {} : { stroke: halo, 'stroke-width': HALO, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
  const rows = lines.map((line, i) => `<tspan${attributes({ x, y: y + i * lineHeight })}>${escaped(line)}</tspan>`).join('')
  return `<text${attributes({ 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, fill, ...outline })}>${rows}</text>`
}

export const drawing = (marks: readonly Mark[]): string => marks.map(element).join('\n')
