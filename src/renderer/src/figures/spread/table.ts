/** The numbers of a spread as rows: percentiles and a few steps to read, every step for a spreadsheet. */
import { formatText } from '../../../../shared/text/format'
import type { FigureTable } from '../figureTable'
import type { SpreadView } from './view'

/** Every so many steps of the curve make one row. */
const ROWS = 16

export function spreadTables({ distribution, text, language }: SpreadView): FigureTable[] {
  const { kind, percentiles, curve } = distribution
  const value = (x: number): string => formatText(x, kind, language)
  const percent = (p: number): string => formatText(p, 'percent', language)
  const every = Math.max(1, Math.round((curve.x.length - 1) / ROWS))
  const steps = curve.x.map((_, i) => i).filter((i) => i % every === 0)
  const rows = [
    ...percentiles.flatMap(({ p, value: at }) => (at === null ? [] : [{ at, strong: true, cells: [value(at), percent(p)] }])),
    ...steps.map((i) => ({ at: curve.x[i]!, strong: false, cells: [value(curve.x[i]!), formatText(curve.below[i]!, 'probability', language)] }))
  ].sort((a, b) => a.at - b.at)
  return [{ title: text.table.title, header: [text.table.value, text.table.below], texts: [], rows }]
}

/** Unrounded, with what they rest on. */
export function spreadSheet({ distribution, text, name }: Pick<SpreadView, 'distribution' | 'text' | 'name'>): (string | number)[][] {
  const { curve, percentiles, draws, method, seed } = distribution
  return [
    [name, text.table.below],
    ...curve.x.map((x, i) => [x, curve.below[i]!]),
    [],
    ...percentiles.map(({ p, value, standardError }) => [`${p * 100} %`, value ?? '', text.errorTitle, standardError ?? '']),
    [text.draws.label, draws, method],
    [text.draws.seed, seed]
  ]
}
