/** The numbers of a spread as rows: percentiles and a few steps to read, every step for a spreadsheet. */
import type { Distribution } from '../../../../shared/contract/distribution'
import { formatText } from '../../../../shared/text/format'
import type { FigureTable } from '../figureTable'
import { shareText } from './base'
import type { SpreadView } from './view'

/** Every so many steps of the curve make one row. */
const ROWS = 16

export function spreadTables({ distribution, base, text, language }: SpreadView): FigureTable[] {
  const { kind, percentiles, curve } = distribution
  const value = (x: number): string => formatText(x, kind, language)
  const percent = (p: number): string => formatText(p, 'percent', language)
  const every = Math.max(1, Math.round((curve.x.length - 1) / ROWS))
  const steps = curve.x.map((_, i) => i).filter((i) => i % every === 0)
  const share = (p: number): string => formatText(p, 'probability', language)
  const behind = (at: number): string[] => (base === null ? [] : [shareText(base.distribution, at, share)])
  const rows = [
    ...percentiles.flatMap(({ p, value: at }) => (at === null ? [] : [{ at, strong: true, cells: [value(at), percent(p), ...behind(at)] }])),
    ...(base?.distribution.percentiles ?? []).flatMap(({ p, value: at }) =>
      at === null ? [] : [{ at, strong: false, cells: [value(at), shareText(distribution, at, share), percent(p)] }]
    ),
    ...steps.map((i) => ({ at: curve.x[i]!, strong: false, cells: [value(curve.x[i]!), share(curve.below[i]!), ...behind(curve.x[i]!)] }))
  ].sort((a, b) => a.at - b.at)
  return [{ title: text.table.title, header: [text.table.value, text.table.below, ...(base === null ? [] : [text.table.baseBelow])], texts: [], rows }]
}

type Sheet = (string | number)[][]

/** Unrounded, with what they rest on; after it the same of the base. */
export function spreadSheet({ distribution, base, text, name }: Pick<SpreadView, 'distribution' | 'base' | 'text' | 'name'>): Sheet {
  const own = sheetOf(distribution, name, text)
  return base === null ? own : [...own, [], ...sheetOf(base.distribution, text.base.name.replace('{name}', name), text)]
}

function sheetOf({ curve, percentiles, draws, method, seed }: Distribution, name: string, text: SpreadView['text']): Sheet {
  return [
    [name, text.table.below],
    ...(curve?.x ?? []).map((x, i) => [x, curve!.below[i]!]),
    [],
    ...percentiles.map(({ p, value, standardError }) => [`${p * 100} %`, value ?? '', text.errorTitle, standardError ?? '']),
    [text.draws.label, draws, method],
    [text.draws.seed, seed]
  ]
}
