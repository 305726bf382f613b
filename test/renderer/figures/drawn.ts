/** A frontier drawn without a browser: widths of letters are those of Inter on average, Han characters are square. */
import { frontierFigure, type FrontierFigure } from '../../../src/renderer/src/figures/frontier'
import type { FrontierView } from '../../../src/renderer/src/figures/frontier/view'
import type { TextMark } from '../../../src/renderer/src/figures/marks'
import type { Box } from '../../../src/renderer/src/figures/place'
import type { FigureTheme, Measure } from '../../../src/renderer/src/figures/theme'
import type { Outcome } from '../../../src/shared/outcome'
import { messages } from '../../../src/shared/text/messages'

export const theme: FigureTheme = {
  ink: '#000001',
  ink2: '#000002',
  ink3: '#000003',
  paper: '#ffffff',
  line2: '#eeeeee',
  line3: '#888888',
  pen: '#0000ff',
  onPen: '#fffffe',
  good: '#00ff00',
  bad: '#ff0000',
  warn: '#ff8000',
  hatch: '#ff000024',
  hatchWarn: '#ff800024',
  categories: ['#110000', '#220000', '#330000', '#440000', '#550000', '#660000', '#770000', '#880000'],
  band90: 0.12,
  band50: 0.2,
  sans: 'Inter',
  micro: 11,
  small: 12
}

export const measure: Measure = (text, size, weight) => [...text].reduce((w, c) => w + (c > '\u2e80' ? 1 : weight === 600 ? 0.58 : 0.55), 0) * size

export function drawn(outcome: Outcome, more: Partial<FrontierView> = {}): FrontierFigure {
  const language = more.language ?? 'en'
  return frontierFigure({
    outcome,
    saved: null,
    isBase: false,
    text: messages[language].screen.frontier,
    language,
    theme,
    measure,
    width: 864,
    height: 194,
    names: (id) => ({ long: id, short: id }),
    showPublished: true,
    wanted: null,
    budgetUsd: null,
    range: null,
    previous: undefined,
    ...more
  })
}

/** The room that a text takes: capitals and descenders, not the line. */
export function boxOf(m: TextMark): Box {
  const w = Math.max(...m.lines.map((l) => measure(l, m.size, m.weight)))
  const x0 = m.anchor === 'start' ? m.x : m.anchor === 'end' ? m.x - w : m.x - w / 2
  return { x0, x1: x0 + w, y0: m.y - m.size * 0.86, y1: m.y + (m.lines.length - 1) * m.lineHeight + m.size * 0.14 }
}
export const texts = (figure: FrontierFigure): TextMark[] => figure.marks.filter((m) => m.kind === 'text')
