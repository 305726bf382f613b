/** The numbers of a chart: rounded rows for reading, every number for a spreadsheet. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import { messages, type Language } from '../../../../shared/text/messages'
import type { FigureTable } from '../figureTable'
import type { Axis, ChartSpec, Panel, Series } from './spec'

/** Rows that a reader takes in; a longer curve shows every so many. */
const ROWS = 40

const said = (value: number | null | undefined, { kind }: Axis, language: Language): string =>
  value === null || value === undefined ? '–' : formatText(value, kind, language)

const sameX = (all: readonly Series[]): boolean =>
  all.every(({ x }) => x === all[0]!.x || (x.length === all[0]!.x.length && x.every((value, i) => value === all[0]!.x[i])))

/** Indices of the rows that are shown: all, or evenly spread ones with both ends. */
function shown(length: number): number[] {
  if (length <= ROWS) return Array.from({ length }, (_, i) => i)
  return Array.from({ length: ROWS }, (_, k) => Math.round((k * (length - 1)) / (ROWS - 1)))
}

const ends = (series: Series) => series.whiskers ?? series.band

/** Series over the same values stand beside each other; others get a table each. */
function tablesOfPanel(panel: Panel, language: Language): FigureTable[] {
  const { page } = messages[language].screen
  const filled = panel.series.filter(({ x }) => x.length > 0)
  const points = filled.filter(({ points: names }) => names !== undefined)
  const groups = [...points.map((one) => [one]), ...grouped(filled.filter((series) => !points.includes(series)))]
  return groups.map((group): FigureTable => {
    const names = group[0]!.points
    const all = group[0]!.x.length
    const indices = shown(all)
    return {
      title: [panel.title ?? '', group.map(({ name }) => name).join(', ')].filter((part) => part !== '').join(': '),
      header: [
        ...(names === undefined ? [] : ['']),
        panel.x.label,
        ...group.flatMap((series) => [
          group.length === 1 ? panel.y.label || series.name : series.name,
          ...(ends(series) === undefined ? [] : [page.low, page.high])
        ])
      ],
      texts: names === undefined ? [] : [0],
      more: indices.length === all ? undefined : fill(page.rows, { shown: indices.length, all }, language),
      rows: indices.map((i) => ({
        strong: false,
        cells: [
          ...(names === undefined ? [] : [names[i] ?? '']),
          said(group[0]!.x[i], panel.x, language),
          ...group.flatMap((series) => {
            const range = ends(series)
            return [
              said(series.y[i], panel.y, language),
              ...(range === undefined ? [] : [said(range.low[i], panel.y, language), said(range.high[i], panel.y, language)])
            ]
          })
        ]
      }))
    }
  })
}

/** Neighbours with the same values of x together. */
function grouped(all: readonly Series[]): Series[][] {
  const groups: Series[][] = []
  for (const series of all) {
    const group = groups.find((those) => sameX([...those, series]))
    if (group === undefined) groups.push([series])
    else group.push(series)
  }
  return groups
}

/** What is not a series but stands in the figure: thresholds, limits, the plan's own point. */
function meanings({ panels }: ChartSpec, language: Language): FigureTable[] {
  const rows = panels.flatMap((panel) => [
    ...(panel.rules ?? []).filter(({ label }) => label !== '').map(({ axis, at, label }) => [label, said(at, panel[axis], language), '']),
    ...(panel.spots ?? []).filter(({ label }) => label !== '').map(({ x, y, label }) => [label, said(x, panel.x, language), said(y, panel.y, language)])
  ])
  return rows.length === 0
    ? []
    : [
        {
          title: messages[language].screen.page.meaning,
          header: ['', panels[0]!.x.label, panels[0]!.y.label],
          texts: [0],
          rows: rows.map((cells) => ({ strong: false, cells }))
        }
      ]
}

export const tablesOf = (spec: ChartSpec, language: Language): FigureTable[] => [
  ...spec.panels.flatMap((panel) => tablesOfPanel(panel, language)),
  ...meanings(spec, language)
]

/** Long form, numbers unrounded; an empty cell where there is no value. Where they come from stands below. */
export function sheetOf({ panels, sources }: ChartSpec): (string | number)[][] {
  const several = panels.length > 1
  const cell = (value: number | null | undefined): string | number => value ?? ''
  const rows = panels.flatMap((panel) =>
    panel.series.flatMap((series) =>
      series.x.map((x, i) => [
        ...(several ? [panel.title ?? ''] : []),
        series.name,
        series.points?.[i] ?? '',
        x,
        cell(series.y[i]),
        cell(ends(series)?.low[i]),
        cell(ends(series)?.high[i])
      ])
    )
  )
  const marked = panels.flatMap((panel) => [
    ...(panel.rules ?? []).map(({ axis, at, label }) => [
      ...(several ? [panel.title ?? ''] : []),
      label,
      '',
      axis === 'x' ? at : '',
      axis === 'y' ? at : '',
      '',
      ''
    ]),
    ...(panel.spots ?? []).map(({ x, y, label }) => [...(several ? [panel.title ?? ''] : []), label, '', x, y, '', ''])
  ])
  const [first] = panels
  return [
    [...(several ? ['panel'] : []), 'series', 'point', first?.x.label ?? 'x', first?.y.label ?? 'y', 'low', 'high'],
    ...rows,
    ...marked,
    [],
    ...sources.map((source) => [source])
  ]
}
