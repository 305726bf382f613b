import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf, tableOfRows, textOf } from '../../../src/renderer/src/state/textTable'
import type { CurveRow, RunRow } from '../../../src/shared/contract/import'
import type { Observation } from '../../../src/shared/contract/observations'
import { read } from '../../importers/reading'

describe('a text as a table', () => {
  it('knows the line of each row, also after quoted line breaks and empty lines', () => {
    const text = 'N,task\r\n1,"two\nlines"\r\n\r\n2,b\r\n'
    expect(tableOf(text, ',', true)).toEqual({
      header: ['N', 'task'],
      rows: [
        { cells: ['1', 'two\nlines'], line: 2 },
        { cells: ['2', 'b'], line: 5 }
      ]
    })
  })

  it('keeps a row of empty cells, which is about to be filled in', () => {
    expect(tableOf('N\tscore\n\t\n', '\t', true).rows).toEqual([{ cells: ['', ''], line: 2 }])
  })

  it('without a line of names calls its columns as the importer does', async () => {
    const text = '1,2\n3,4\n'
    const { columns, table } = await read(text)
    expect(tableOf(text, table!.delimiter, table!.header).header).toEqual(columns.map(({ name }) => name))
  })

  it('that was written here reads back cell by cell, and row i stands in line i + 2', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\t\r\n]/g, ' '))
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (cells) => {
        const table = tableOf(textOf({ header: ['a', 'b'], rows: cells.map((both) => ({ cells: both })) }), '\t', true)
        expect(table).toEqual({ header: ['a', 'b'], rows: cells.map((both, i) => ({ cells: both, line: i + 2 })) })
      })
    )
  })
})

describe('rows that were read, made a table and read again', () => {
  const again = async (text: string) => {
    const first = await read(text)
    const table = tableOfRows(first.kind, first.rows)!
    return { first, second: await read({ text: textOf(table), as: first.kind }), table }
  }
  const without = (rows: readonly unknown[]) => rows.map((row) => ({ ...(row as object), line: 0 }))

  it('are the same results', async () => {
    const { first, second } = await again(
      'model,family,params,tokens,task,metric,value,stderr,random,n\nsmall,F,70M,1.4B,gsm8k,exact_match,2 %,0.5 %,0,1319\nlarge,F,70B,1.4T,gsm8k,exact_match,57 %,1.4 %,0,1319\nlarge,F,70B,1.4T,ppl,perplexity,12.5,,,\n'
    )
    expect(first.rows).toHaveLength(3)
    expect(without(second.rows as Observation[])).toEqual(without(first.rows))
  })

  it('are the same training runs', async () => {
    const { first, second } = await again('run,N,D,loss\na,4.1e8,8.2e9,2.97\nb,7e10,1.4e12,1.94\n')
    expect(without(second.rows as RunRow[])).toEqual(without(first.rows))
  })

  it('are the same points of a curve', async () => {
    const { first, second } = await again('step,train acc (%),test acc (%),weight norm\n100,99.5,1,40\n10000,100,98,30\n')
    expect(without(second.rows as CurveRow[])).toEqual(without(first.rows))
  })

  it('are no table when they are samples', () => {
    expect(tableOfRows('samples', [])).toBeNull()
  })

  it('keep only columns that say something', async () => {
    const { table } = await again('N,score\n7e9,0.5\n7e10,0.6\n')
    expect(table.header).toEqual(['metric', 'N', 'score', ...table.header.slice(3)])
    expect(table.header).not.toContain('family')
  })
})
