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
    ['{"a": "x\ny"}', 1, 9],
    ['[1, 2]]', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{1: 2}', 1, 2],
    ['[tru]', 1, 2],
    ['["a\\x"]', 1, 4],
    ['["a', 1, 4],
    ['', 1, 1]
  ])('%j has its fault in line %i, column %i', (text, line, column) => expect(readJson(text)).toEqual({ fault: { line, column } }))

  test('exactly the texts that JSON.parse refuses have a fault', () =>
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

  test('long strings are walked over, not matched by a pattern that runs out of room', () => {
    const long = 'x'.repeat(2e7)
    expect(readJson(`{"a": "${long}", }`)).toEqual({ fault: { line: 1, column: long.length + 11 } })
    expect(readJson(`{"a": "${'\\n'.repeat(1e7)}", "b": NaN}`)).toMatchObject({ notFinite: 1 })
  })

  test('deep nesting is refused or read, never a crash', () => {
    expect('fault' in readJson('['.repeat(200_000))).toBe(true)
  })

  test('a document of no known kind is refused with what was found', async () => {
    await expect(read('{"plan": {}, "version": 1}')).rejects.toMatchObject({ code: 'import-json-unknown', message: expect.stringContaining('plan, version') })
    expect(await refusedWith('[1, 2]')).toBe('import-json-unknown')
    expect(await refusedWith('{"format": "scalepath", "version": 1, "plan": {}}')).toBe('import-own-plan')
    expect(await refusedWith('{"format": "scalepath-evidence", "version": 1, "entries": []}')).toBe('import-own-evidence')
    await expect(read('{\n  "results": {,\n')).rejects.toMatchObject({ code: 'import-not-json', message: expect.stringMatching(/line 2, column 15/) })
  })
})
