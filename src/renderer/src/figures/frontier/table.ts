/** The figure as tables: what a reader looks up, and every point for a spreadsheet. */
import type { Frontier } from '../../../../shared/outcome'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import { valueAt } from '../curve'
import type { FigureTable } from '../figureTable'
import { logTicks } from '../ticks'
import { allWords } from './names'
import type { PlanPoint } from './point'
import { baseFrontier, kindOf, type Frame, type FrontierView } from './view'

export function frontierTables(view: FrontierView, frame: Frame, point: PlanPoint | null): FigureTable[] {
  const { outcome, text, language } = view
  const { frontier } = outcome
  const kind = kindOf[frontier.over]
  const names = frontier.each.map((e) => view.names(e.id).long)
  const several = names.length > 1
  const base = baseFrontier(view)
  const behind = base === null ? [] : baseColumns(view, base)
  const stops = new Set(logTicks(frame.from, frame.to, 900, 60, true))
  if (point !== null && point.x !== null) stops.add(point.x)
  for (const l of frontier.limits) if (l.x >= frame.from && l.x <= frame.to) stops.add(l.x)
  const rows = [...stops]
    .sort((a, b) => a - b)
    .flatMap((x) => {
      const N = valueAt(frontier.x, frontier.N, x)
      if (N === null) return []
      const percent = (curve: readonly number[]): string => formatText(valueAt(frontier.x, curve, x) ?? 0, 'probability', language)
      const mark = x === point?.x ? text.table.plan : frontier.limits.find((l) => l.x === x)
      const note = typeof mark === 'object' ? text.limits[mark.limit] : (mark ?? '')
      return [
        {
          strong: x === point?.x,
          cells: [
            formatText(x, kind, language),
            note,
            ...(frontier.over === 'N' ? [] : [formatText(N, 'N', language)]),
            ...frontier.each.map((e) => percent(e.probability)),
            ...(several ? [percent(frontier.all)] : []),
            ...behind.map(({ at }) => at(x))
          ]
        }
      ]
    })
  const all = several ? [allWords(view, names.length)] : []
  const size = frontier.over === 'N' ? [] : [text.table.N]
  const tables: FigureTable[] = [
    {
      title: text.table.title,
      header: [text.table[frontier.over], text.table.mark, ...size, ...names, ...all, ...behind.map(({ name }) => name)],
      texts: [1],
      rows
    }
  ]
  if (view.showPublished && outcome.published.length > 0)
    tables.push({
      title: text.strip,
      header: [text.table.model, text.table.year, text.table.N, text.table.D, text.table.C, text.table.usd, text.table.days],
      texts: [0],
      rows: [...outcome.published]
        .sort((a, b) => a.usd - b.usd)
        .map((m) => ({
          strong: false,
          cells: [
            m.name,
            String(m.year),
            formatText(m.N, 'N', language),
            formatText(m.D, 'D', language),
            formatText(m.C, 'C', language),
            formatText(m.usd, 'usd', language),
            formatText(m.days, 'days', language)
          ]
        }))
    })
  return tables
}

type Named = Pick<FrontierView, 'text' | 'names'>

/** What is drawn of the base: the chosen target and all of them, empty beyond what was computed. */
function baseColumns(view: FrontierView, base: Frontier): { name: string; at: (x: number) => string }[] {
  const { text, language, outcome } = view
  const own = base.each.find(({ id }) => id === outcome.focus)
  const curves = [
    ...(own === undefined ? [] : [{ name: view.names(own.id).long, curve: own.probability }]),
    ...(base.each.length > 1 ? [{ name: allWords(view, base.each.length), curve: base.all }] : [])
  ]
  return curves.map(({ name, curve }) => ({
    name: fill(text.table.base, { name }, language),
    at: (x) => {
      const p = valueAt(base.x, curve, x)
      return p === null ? '' : formatText(p, 'probability', language)
    }
  }))
}

/** Every computed point with its bands, numbers unrounded; the same of the base; and after it what they rest on. */
export function frontierSheet(view: Named & Pick<FrontierView, 'outcome' | 'saved' | 'isBase'>): (string | number)[][] {
  const { outcome, text } = view
  const { plan } = outcome
  const base = baseFrontier(view)
  const source: (string | number)[][] = [
    [],
    [text.source.plan, plan.name],
    [text.source.law, plan.law.id],
    [text.source.price, plan.costs.priceAsOf],
    [text.source.base, plan.decision.baseDate],
    [text.source.correlation, plan.decision.correlation],
    [text.source.seed, plan.seed]
  ]
  return [...pointRows(outcome.frontier, view), ...(base === null ? [] : [[], [text.base], ...pointRows(base, view)]), ...source]
}

function pointRows(frontier: Frontier, view: Named): (string | number)[][] {
  const { text } = view
  const header = [`${text.table[frontier.over]} (${text.units[frontier.over]})`, text.table.N]
  for (const e of frontier.each) {
    const name = view.names(e.id).long
    header.push(name, `${name} 5 %`, `${name} 25 %`, `${name} 75 %`, `${name} 95 %`)
  }
  header.push(allWords(view, frontier.each.length))
  const rows = frontier.x.map((x, i) => [
    x,
    frontier.N[i]!,
    ...frontier.each.flatMap((e) => [e.probability[i]!, e.p5[i]!, e.p25[i]!, e.p75[i]!, e.p95[i]!]),
    frontier.all[i]!
  ])
  return [header, ...rows]
}
