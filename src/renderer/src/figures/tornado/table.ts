/** The tornado as rows. */
import { formatText } from '../../../../shared/text/format'
import type { FigureTable } from '../figureTable'
import type { TornadoView } from './view'

export function tornadoTables({ drivers, kind: of, text, language, outcome }: TornadoView): FigureTable[] {
  const value = (x: number | null | undefined): string => (x === null || x === undefined ? text.none : formatText(x, of, language))
  const share = (x: number | undefined): string => (x === undefined ? '' : formatText(Math.max(0, x), 'probability', language))
  const { table } = text
  return [
    {
      title: outcome,
      header: [table.input, table.atLow, table.low, table.atHigh, table.high, table.heldLow, table.heldHigh, table.first, table.total, table.switches],
      texts: [0],
      rows: drivers.map(({ name, at, kind, low, high, held, share: of, switches }) => ({
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
          switches.map((x) => formatText(x, kind, language)).join(', ')
        ]
      }))
    }
  ]
}

/** Unrounded. */
export function tornadoSheet({ drivers, text, outcome, base }: Pick<TornadoView, 'drivers' | 'text' | 'outcome' | 'base'>): (string | number)[][] {
  const { table } = text
  return [
    ['id', table.input, table.atLow, table.low, table.atHigh, table.high, table.heldLow, table.heldHigh, table.first, table.total, table.switches],
    ...drivers.map(({ input, name, at, low, high, held, share, switches }) => [
      input,
      name,
      at.low,
      low ?? '',
      at.high,
      high ?? '',
      held?.low ?? '',
      held?.high ?? '',
      share?.first ?? '',
      share?.total ?? '',
      switches.join(' ')
    ]),
    [],
    [outcome, base]
  ]
}
