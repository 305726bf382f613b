/** Long answers and inputs in pieces: put together they are what they were. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inParts, jsonInPieces, whole } from '../../src/shared/longAnswer'

const row = (i: number) => ({ model: `m${i}`, N: i * 1e9, score: i / 7, note: i % 3 === 0 ? undefined : 'a "quoted" word, 中文\n' })
/** Lists around the length of a part, and such as stay whole. */
const length = fc.constantFrom(0, 1, 999, 1000, 1001, 2000, 2001, 3500)
const answer = fc.record({
  rows: length.map((n) => Array.from({ length: n }, (_, i) => row(i))),
  numbers: length.map((n) => Array.from({ length: n }, (_, i) => (i % 5 === 0 ? null : i / 3))),
  counts: fc.record({ rows: fc.nat() }),
  table: fc.constantFrom(null, { header: true }),
  missing: fc.constantFrom(undefined, 1)
})

describe('an answer', () => {
  it('is the same after its lists have crossed in parts', () => {
    fc.assert(
      fc.property(answer, (output) => {
        const { parts, rest } = inParts(output)
        expect(whole(rest, parts)).toEqual(output)
        for (const { items } of parts) expect(items.length).toBeLessThanOrEqual(1000)
      }),
      { numRuns: 40 }
    )
  })
  it('without long lists is left as it is', () => {
    for (const output of [null, 'ready', [1, 2], { rows: [] }]) expect(inParts(output)).toEqual({ parts: [], rest: output })
  })
})

it('an input in pieces is the JSON that it is in one', () => {
  fc.assert(
    fc.property(answer, (input) => {
      expect([...jsonInPieces(input)].join('')).toBe(JSON.stringify(input))
    }),
    { numRuns: 40 }
  )
  for (const input of [{}, [], 'text', { rows: Array.from({ length: 1500 }, () => undefined) }])
    expect([...jsonInPieces(input)].join('')).toBe(JSON.stringify(input))
})
