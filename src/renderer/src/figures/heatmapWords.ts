/** What the grid of two inputs says: its finding, its sentence, and the same as a table and a sheet. */
import { fill } from '../../../shared/text/fill'
import { formatText } from '../../../shared/text/format'
import type { FigureTable } from './figureTable'
import type { HeatmapAxis, HeatmapView } from './heatmap'

/** What the grid shows in a line, and in a sentence for those who do not see it. `low` and `high` are the least and the most of what is computed. */
export function heatmapWords(
  { outcome, kind, x, y, rows, wanted, text, language }: HeatmapView,
  low: number,
  high: number,
  here: boolean
): { finding: string; sentence: string } {
  if (rows.every((row) => row === null || row.every((v) => v === null))) return { finding: '', sentence: '' }
  const value = (v: number): string => formatText(v, kind === 'percent' ? 'probability' : kind, language)
  const of = (axis: HeatmapAxis, v: number): string => formatText(v, axis.kind, language)
  const parts = [
    fill(text.grid.finding, { low: value(low), high: value(high) }, language),
    ...(wanted === null || wanted.value < low || wanted.value > high ? [] : [fill(text.grid.contour, { value: value(wanted.value) }, language)])
  ]
  const sentence = fill(
    text.grid.sentence,
    {
      outcome,
      x: x.name,
      y: y.name,
      x0: of(x, x.values[0]!),
      x1: of(x, x.values.at(-1)!),
      y0: of(y, y.values[0]!),
      y1: of(y, y.values.at(-1)!),
      low: value(low),
      high: value(high)
    },
    language
  )
  const place = here && x.own !== null && y.own !== null ? fill(text.grid.hereSentence, { xValue: of(x, x.own), yValue: of(y, y.own) }, language) : ''
  return { finding: parts.join(language === 'zh' ? '；' : '; '), sentence: [sentence, place].filter((part) => part !== '').join(language === 'zh' ? '' : ' ') }
}

/** The highest row first, as it is drawn. */
export function heatmapTable({ outcome, kind, x, y, rows, text, language }: HeatmapView): FigureTable {
  const value = (v: number | null | undefined): string => (typeof v === 'number' ? formatText(v, kind === 'percent' ? 'probability' : kind, language) : '–')
  return {
    title: fill(text.grid.table, { outcome, x: x.name, y: y.name }, language),
    header: ['', ...x.values.map((v) => formatText(v, x.kind, language))],
    texts: [],
    rows: y.values.map((v, r) => ({ strong: false, cells: [formatText(v, y.kind, language), ...x.values.map((_, c) => value(rows[r]?.[c]))] })).reverse()
  }
}

/** One line for each cell, numbers unrounded; empty where there is no value. */
export function heatmapSheet({ outcome, x, y, rows }: HeatmapView): (string | number)[][] {
  return [[x.name, y.name, outcome], ...y.values.flatMap((yv, r) => x.values.map((xv, c) => [xv, yv, rows[r]?.[c] ?? '']))]
}
