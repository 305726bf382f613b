import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultAt, readJson } from '../../src/main/importers/source/json'
import { read, refusedWith } from './reading'

describe('JSON', () => {
  test('reads whatever JSON is', () =>
    fc.assert(fc.property(fc.json(), (text) => void expect(readJson(text)).toEqual({ value: JSON.parse(text), notFinite: 0 }))))

  test.each([
    ['{"a": 1,\n "b": }', 2, 7],
    ['{"a": 1\n "b": 2}', 2, 2],
    ['{"a": [1, 2,]}', 1, 13],
    ['{"a": 01}', 1, 8],
    ["{'a': 1}", 1, 2],
    ['{"a": 1', 1, 8],
    ['{"a": "x\ny"}', 1, 7],
    ['[1, 2]]', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{1: 2}', 1, 2],
    ['[tru]', 1, 2]
  ])('%j has its fault in line %i, column %i', (text, line, column) => expect(readJson(text)).toEqual({ fault: { line, column } }))

  test('up to its fault every text could still become JSON, and with it no more', () =>
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('}', ']', ',', ':', '"', 'x', '1', '{'), (text, at, sign) => {
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + sign + text.slice(place)
        const read = readJson(broken)
        const isJson = ((): boolean => {
          try {
            JSON.parse(broken)
            return true
          } catch {
            return false
          }
        })()
        expect('value' in read).toBe(isJson)
        if (!isJson) expect(faultAt(broken)).toBeLessThanOrEqual(broken.length)
      }),
      { numRuns: 500 }
    ))

  test('NaN and Infinity, as Python writes them, are missing and counted; within texts they stay', () => {
    expect(readJson('{"a": NaN, "b": [-Infinity, 1], "c": "NaN and \\"NaN\\""}')).toEqual({
      value: { a: null, b: [null, 1], c: 'NaN and "NaN"' },
      notFinite: 2
    })
  })

  test('deep nesting is refused or read, never a crash', () => {
    expect('fault' in readJson('['.repeat(200_000))).toBe(true)
  })

  test('a document of no known kind is refused with what was found', async () => {
    await expect(read('{"plan": {}, "version": 1}')).rejects.toMatchObject({ code: 'import-json-unknown', message: expect.stringContaining('plan, version') })
    expect(await refusedWith('[1, 2]')).toBe('import-json-unknown')
    await expect(read('{\n  "results": {,\n')).rejects.toMatchObject({ code: 'import-not-json', message: expect.stringMatching(/line 2, column 15/) })
  })
})
