/** How an outcome is spread over the draws: pure, from the host's answer to everything that is drawn and said. */
import { formatText } from '../../../shared/text/format'
import type { FigureTable } from './figureTable'
import type { LineTrace, PlotLayout } from './lines'
import type { Mark } from './marks'
import { labelMarks, placedLabels } from './spread/labels'
import { spreadTables } from './spread/table'
import { spreadLayout, spreadTraces } from './spread/traces'
import { frameOf, type Frame, type SpreadView } from './spread/view'
import { chanceWords, sentence } from './spread/words'
import { valueAxis } from './valueAxis'

export interface SpreadFigure {
  traces: LineTrace[]
  layout: PlotLayout
  marks: Mark[]
  frame: Frame
  finding: string
  sentence: string
  tables: () => FigureTable[]
}

export function spreadFigure(view: SpreadView): SpreadFigure {
  const { distribution, range, theme, language, text, short } = view
  const { kind, curve, chance } = distribution
  // The rows of labels depend on places along the axis only, which the height does not move.
  const flat = frameOf(view, 1)
  const { labels, rows } = placedLabels(view, flat.x, flat.right)
  const frame = frameOf(view, rows)
  return {
    traces: spreadTraces(view, frame),
    layout: spreadLayout(view, frame),
    marks: [
      ...valueAxis(frame, kind, curve.scale === 'log', view),
      ...(view.cumulative
        ? [0, 0.25, 0.5, 0.75, 1].map((p): Mark => ({
            kind: 'text',
            x: frame.left - 8,
            y: frame.y(p) + theme.micro * 0.36,
            lines: [p === 1 ? formatText(1, 'percent', language) : `${p * 100}`],
            lineHeight: theme.micro,
            size: theme.micro,
            weight: 400,
            anchor: 'end',
            fill: theme.ink3
          }))
        : []),
      ...labelMarks(view, frame, labels)
    ],
    frame,
    finding: chanceWords(range, chance, kind, short, text, language),
    sentence: sentence(view),
    tables: () => spreadTables(view)
  }
}
