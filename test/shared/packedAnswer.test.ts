import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked } from '../../src/shared/packedAnswer'

const crossed = (answer: unknown): unknown => unpacked(packed(answer).buffer)
// JSON knows no −0.
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)
const column = fc.array(finite, { minLength: 32, maxLength: 60 })

test('what is read is what was written, and what JSON would have brought', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue(),
      column,
      fc.array(finite, { maxLength: 31 }),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'value', 'columns')), tie('tree'), { maxKeys: 4 })
    )
  }))
  fc.assert(
    fc.property(tree, (answer) => {
      expect(crossed(answer)).toEqual(JSON.parse(JSON.stringify(answer)))
    })
  )
})

test('long columns are kept to the last digit, and cost eight bytes a number', () => {
  const thirds = Array.from({ length: 1000 }, (_, k) => 1 / 3 + k)
  const bytes = packed({ x: thirds, name: 'thirds' })
  expect(unpacked(bytes.buffer)).toEqual({ x: thirds, name: 'thirds' })
  expect(bytes.length).toBeLessThan(8 * 1000 + 100)
})

test('a list that is not all numbers stays as it is, however long', () => {
  const gaps = Array.from({ length: 100 }, (_, k) => (k === 70 ? null : k))
  const rows = Array.from({ length: 100 }, (_, k) => ({ k, values: Array.from({ length: k % 2 === 0 ? 3 : 40 }, (__, j) => j) }))
  expect(crossed({ gaps, rows })).toEqual({ gaps, rows })
})

test('what was given is not changed', () => {
  const numbers = Array.from({ length: 50 }, (_, k) => k)
  const answer = Object.freeze({ curves: Object.freeze([Object.freeze({ numbers: Object.freeze(numbers) })]) })
  packed(answer)
  expect(answer.curves[0]!.numbers).toBe(numbers)
})
