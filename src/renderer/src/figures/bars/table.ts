/** The numbers of bars: rows for reading, every number for a spreadsheet. */
import type { FigureTable } from '../figureTable'
import type { BarsSpec, Row, Stretch } from './spec'

/** What a row says part by part, the base's last. */
const partsOf = ({ stretches, ghost }: Row): readonly Pick<Stretch, 'name' | 'from' | 'to'>[] => [...stretches, ...(ghost === undefined ? [] : [ghost])]

export function barTables({ rows, uprights = [], say, header, axis }: BarsSpec): FigureTable[] {
  return [
    {
      title: axis,
      header,
      texts: [0, 1],
      rows: [
        ...rows.flatMap((row) => {
          const { name, stretches, strong = false, label } = row
          return [
            ...(stretches.length === 0 ? [{ strong, cells: [name, label, '', ''] }] : []),
            ...partsOf(row).map((part) => ({ strong, cells: [name, part.name, say(part.from), say(part.to)] }))
          ]
        }),
        ...uprights.filter(({ label }) => label !== '').map(({ label, at }) => ({ strong: false, cells: [label, '', '', say(at)] }))
      ]
    }
  ]
}

/** Numbers unrounded, then where they come from. */
export const barSheet = ({ rows, uprights = [], header, sources }: BarsSpec): (string | number)[][] => [
  [...header],
  ...rows.flatMap((row) => partsOf(row).map((part) => [row.name, part.name, part.from, part.to])),
  ...uprights.filter(({ label }) => label !== '').map(({ label, at }) => [label, '', '', at]),
  [],
  ...sources.map((source) => [source])
]
