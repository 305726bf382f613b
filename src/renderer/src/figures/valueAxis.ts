/** An axis of values below a figure: the line, its ticks, and their words. */
import { formatText } from '../../../shared/text/format'
import type { Language } from '../../../shared/text/messages'
import type { Kind } from '../../../shared/text/units'
import { linearTicks } from './linearTicks'
import type { Mark } from './marks'
import type { FigureTheme, Measure } from './theme'
import { logTicks, minorTicks } from './ticks'

interface Axis {
  left: number
  right: number
  bottom: number
  from: number
  to: number
  x: (value: number) => number
}
interface Style {
  theme: FigureTheme
  measure: Measure
  language: Language
  width: number
}

const APART = 60
/** Fewer labels than this on a logarithmic axis say too little: then every multiple that fits. */
const FEW = 2

/** Words that would leave the figure are left out. */
export function valueAxis({ left, right, bottom, from, to, x }: Axis, kind: Kind, isLog: boolean, { theme, measure, language, width }: Style): Mark[] {
  const edge = Math.round(bottom) + 0.5
  const span = right - left
  const decades = isLog ? logTicks(from, to, span, APART, true) : []
  const major = decades.length >= FEW ? decades : linearTicks(from, to, span, APART).filter((value) => !isLog || value > 0)
  let d = `M${left} ${edge}H${right}`
  if (isLog) for (const value of minorTicks(from, to)) d += `M${x(value).toFixed(1)} ${edge}v3`
  for (const value of major) d += `M${x(value).toFixed(1)} ${edge}v5`
  const marks: Mark[] = [{ kind: 'path', d, stroke: theme.line3 }]
  let end = -Infinity
  for (const value of major) {
    const words = formatText(value, kind, language)
    const half = measure(words, theme.micro, 400) / 2
    const at = x(value)
    if (at - half < Math.max(0, end + 8) || at + half > width) continue
    end = at + half
    marks.push({
      kind: 'text',
      x: at,
      y: bottom + 8 + theme.micro * 0.82,
      lines: [words],
      lineHeight: theme.micro,
      size: theme.micro,
      weight: 400,
      anchor: 'middle',
      fill: theme.ink3
    })
  }
  return marks
}
