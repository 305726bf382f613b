/** Published models as triangles in a strip under the axis, at today's assumptions. Names are dropped where there is no room; the table has them all. */
import { formatText } from '../../../../shared/text/format'
import type { Mark, TextMark } from '../marks'
import { kindOf, type Frame, type FrontierView } from './view'

/** Air between one name and the next triangle. */
const APART = 12

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
  const shown = models.filter((m) => m.px > captionEnd + 8)

  // Names as long as there is room, in the order of the catalogue; the others are small and give way to a name.
  const taken: [number, number][] = [[0, captionEnd + 6]]
  const named = new Set<(typeof shown)[number]>()
  let large = ''
  for (const m of shown) {
    const [a, b] = [m.px - 5, m.px + 8 + measure(m.name, theme.micro, 400)]
    if (b > view.width || taken.some(([c, e]) => a < e + APART && c < b + APART)) continue
    taken.push([a, b])
    named.add(m)
    large += `M${m.px.toFixed(1)} ${top}l4 7h-8z`
    marks.push(word(m.px + 8, m.name, 'start'))
  }
  let small = ''
  const rest = shown.filter((m) => !named.has(m) && !taken.some(([a, b]) => m.px > a - 6 && m.px < b + 6))
  for (const m of rest) small += `M${m.px.toFixed(1)} ${top + 2}l2.5 5h-5z`
  if (small !== '') marks.unshift({ kind: 'path', d: small, fill: theme.line3 })
  if (large !== '') marks.push({ kind: 'path', d: large, fill: theme.ink3 })
  for (const m of [...rest, ...named]) {
    const title = `${m.name} (${m.year}): ${formatText(m[over], kindOf[over], language)}, ${formatText(m.N, 'N', language)}`
    marks.push({ kind: 'path', d: `M${m.px.toFixed(1)} ${top - 3}l6 12h-12z`, fill: 'transparent', title })
  }
  marks.push(word(frame.left, caption, 'start'))
  return marks
}
