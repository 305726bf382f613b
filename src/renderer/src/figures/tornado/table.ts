/** The tornado as rows. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { FigureTable } from '../figureTable'
import { switchOutcome } from './words'
import { ghostOf, type Driver, type TornadoView } from './view'

export function tornadoTables(view: TornadoView): FigureTable[] {
  const { drivers, ghost, kind: of, text, language, outcome } = view
  const value = (x: number | null | undefined): string => (x === null || x === undefined ? text.none : formatText(x, of, language))
  const share = (x: number | undefined): string => (x === undefined ? '' : formatText(Math.max(0, x), 'probability', language))
  const { table } = text
  /** The base's two ends, with the values of the input there: they may be others. */
  const behind = (driver: Driver | null): string[] => {
    if (ghost === null) return []
    if (driver === null) return ['', '']
    const { at, kind, low, high } = driver
    const end = (place: number, x: number | null): string => fill(table.baseEnd, { at: formatText(place, kind, language), value: value(x) }, language)
    return [end(at.low, low), end(at.high, high)]
  }
  const header = [table.input, table.atLow, table.low, table.atHigh, table.high, table.heldLow, table.heldHigh, table.first, table.total, table.switches]
  // What only the base believes has a row as well.
  const onlyThere = ghost?.drivers.filter(({ input }) => drivers.every((driver) => driver.input !== input)) ?? []
  return [
    {
      title: outcome,
      header: [...header, ...(ghost === null ? [] : [table.baseLow, table.baseHigh])],
      texts: [0],
      rows: [
        ...drivers.map((driver) => {
          const { name, at, kind, low, high, held, share: of, switches } = driver
          return {
            strong: false,
            cells: [
              name,
              formatText(at.low, kind, language),
              value(low),
              formatText(at.high, kind, language),
              value(high),
              held === null ? '' : value(held.low),
              held === null ? '' : value(held.high),
              share(of?.first),
              share(of?.total),
              switches
                .map((point) => fill(table.switchAt, { at: formatText(point.value, kind, language), value: switchOutcome(point, view) }, language))
                .join(text.switches.list),
              ...behind(ghostOf(view, driver))
            ]
          }
        }),
        ...onlyThere.map((driver) => ({ strong: false, cells: [driver.name, ...header.slice(1).map(() => ''), ...behind(driver)] }))
      ]
    }
  ]
}

/** Unrounded. */
export function tornadoSheet({ drivers, ghost, text, outcome, base }: Pick<TornadoView, 'drivers' | 'ghost' | 'text' | 'outcome' | 'base'>): Sheet {
  const { table } = text
  const switches = drivers.flatMap(({ input, name, switches: points }) => points.map(({ value, low, high }) => [input, name, value, low ?? '', high ?? '']))
  return [
    ...barRows(drivers, table),
    [],
    [outcome, base],
    ...(switches.length === 0 ? [] : [[], ['id', table.input, table.switches, table.below, table.above], ...switches]),
    ...(ghost === null ? [] : [[], [text.ghost.name.replace('{outcome}', outcome), ghost.base ?? ''], ...barRows(ghost.drivers, table)])
  ]
}

type Sheet = (string | number)[][]

function barRows(drivers: readonly Driver[], table: TornadoView['text']['table']): Sheet {
  return [
    ['id', table.input, table.atLow, table.low, table.atHigh, table.high, table.heldLow, table.heldHigh, table.first, table.total],
    ...drivers.map(({ input, name, at, low, high, held, share }) => [
      input,
      name,
      at.low,
      low ?? '',
      at.high,
      high ?? '',
      held?.low ?? '',
      held?.high ?? '',
      share?.first ?? '',
      share?.total ?? ''
    ])
  ]
}
