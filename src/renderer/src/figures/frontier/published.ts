/** Published models as triangles in a strip under the axis, at today's assumptions. Names are dropped where there is no room; the table has them all. */
import { formatText } from '../../../../shared/text/format'
import type { Mark, TextMark } from '../marks'
import { kindOf, type Frame, type FrontierView } from './view'

export function publishedStrip(view: FrontierView, frame: Frame): Mark[] {
  const { theme, measure, language, text, outcome } = view
  const over = outcome.frontier.over
  const top = frame.bottom + 27
  const baseline = top + 8
  const caption = text.strip
  const marks: Mark[] = []
  const word = (x: number, line: string, anchor: TextMark['anchor']): TextMark => ({
    kind: 'text',
    x,
    y: baseline,
    lines: [line],
    lineHeight: theme.micro,
    size: theme.micro,
    weight: 400,
    anchor,
    fill: theme.ink3,
    halo: theme.paper
  })
  const models = outcome.published.filter((m) => m[over] >= frame.from && m[over] <= frame.to).map((m) => ({ ...m, px: frame.x(m[over]) }))
  const captionEnd = frame.left + measure(caption, theme.micro, 400)
  const taken: [number, number][] = [[0, captionEnd + 10]]
  const shown = models.filter((m) => m.px > captionEnd + 8)
  let d = ''
  for (const m of shown) d += `M${m.px.toFixed(1)} ${top}l4 7h-8z`
  if (d !== '') marks.push({ kind: 'path', d, fill: theme.ink3 })
  for (const m of shown) {
    const w = measure(m.name, theme.micro, 400)
    const a = m.px + 8
    const others = shown.filter((o) => o !== m).map((o): [number, number] => [o.px - 5, o.px + 5])
    if (a + w > view.width || [...taken, ...others].some(([c, e]) => a < e + 7 && c < a + w + 7)) continue
    taken.push([a - 12, a + w])
    marks.push(word(a, m.name, 'start'))
  }
  for (const m of shown) {
    const title = `${m.name} (${m.year}): ${formatText(m[over], kindOf[over], language)}, ${formatText(m.N, 'N', language)}`
    marks.push({ kind: 'path', d: `M${m.px.toFixed(1)} ${top - 3}l7 12h-14z`, fill: 'transparent', title })
  }
  marks.push(word(frame.left, caption, 'start'))
  return marks
}
