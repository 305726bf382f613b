import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePoints, editDistance } from '../../../src/main/engine/evaluator/editDistance'
import { normalised } from '../../../src/main/engine/evaluator/normalise'
import { cosine, softAccuracy, trigramCosine } from '../../../src/main/engine/evaluator/similarity'

const distance = (a: string, b: string): number => editDistance(codePoints(a), codePoints(b))

/** The table of Wagner & Fischer 1974, row by row: slow, and plainly right. */
function byTable(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  let row = right.map((_, j) => j + 1)
  row.unshift(0)
  for (const [i, sign] of left.entries()) {
    const next = [i + 1]
    for (const [j, other] of right.entries()) next.push(Math.min(row[j]! + Number(sign !== other), row[j + 1]! + 1, next[j]! + 1))
    row = next
  }
  return row.at(-1)!
}

describe('edit distance', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['intention', 'execution', 5],
    ['flaw', 'lawn', 2],
    ['', 'abc', 3],
    ['', '', 0],
    ['same', 'same', 0],
    ['abc', 'xyz', 3],
    ['42', '24', 2],
    ['数学推理', '数学推论', 1],
    ['👍🏽', '👍', 1],
    ['a👍b', 'ab', 1]
  ])('%j → %j takes %i edits (textbook, or counted by hand)', (a, b, edits) => {
    expect(distance(a, b)).toBe(edits)
    expect(distance(b, a)).toBe(edits)
  })

  // Few signs make many matches; lengths around 32 and 64 are where blocks of bits end.
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 100 }),
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', '数', '👍'), minLength: 28, maxLength: 140 }),
    fc.string({ maxLength: 20 })
  )
  test('agrees with the table of Wagner and Fischer', () =>
    fc.assert(
      fc.property(text, text, (a, b) => void expect(distance(a, b)).toBe(byTable(a, b))),
      { numRuns: 2000 }
    ))

  test('few edits of a long text are found again', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 60, maxLength: 200 }), fc.nat(), fc.nat(), (a, x, y) => {
        const signs = [...a]
        signs.splice(x % signs.length, 1)
        signs.splice(y % signs.length, 0, 'd')
        expect(distance(a, signs.join(''))).toBe(byTable(a, signs.join('')))
      })
    ))

  test('two texts of 20,000 signs, shifted by one sign, are two edits apart', () => {
    const a = 'abcdefghij'.repeat(2000)
    expect(distance(a, `${a.slice(1)}x`)).toBe(2)
  })
})

describe('soft accuracy', () => {
  test.each([
    ['kitten', 'sitting', 1 - 3 / 7],
    ['42', '42', 1],
    ['', '42', 0],
    ['', '', 1],
    ['1234', '1235', 0.75]
  ])('of %j for %j is %f (by hand)', (output, target, share) => expect(softAccuracy(output, target)).toBe(share))

  test('lies between 0 and 1, and is 1 for equal texts alone', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const share = softAccuracy(a, b)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(share === 1).toBe(a === b)
      })
    ))
})

describe('cosine', () => {
  test.each([
    [[1, 0], [3, 4], 0.6],
    [[1, 2, 3], [4, 5, 6], 32 / Math.sqrt(14 * 77)],
    [[1, 0], [0, 1], 0],
    [[2, 2], [-1, -1], -1]
  ])('of %j and %j is %f (by hand)', (a, b, value) => expect(cosine(a, b)).toBeCloseTo(value, 14))

  test('a vector of zeros has no direction', () => expect(cosine([0, 0], [1, 0])).toBeNull())
  test('huge and tiny components neither overflow nor vanish', () => expect(cosine([1e200, 0], [3e-200, 4e-200])).toBeCloseTo(0.6, 14))

  test.each([
    // " ab", "ab " against the same.
    ['ab', 'ab', 1],
    // " ab", "ab " against " ac", "ac ".
    ['ab', 'ac', 0],
    // " ab", "abc", "bc " against " ab", "abd", "bd ": 1/3.
    ['abc', 'abd', 1 / 3],
    // " aa", "aaa"×2, "aa " against " aa", "aa ": 2/√(6·2).
    ['aaaa', 'aa', 2 / Math.sqrt(12)],
    ['', '', 1],
    ['', 'a', 0]
  ])('of the trigrams of %j and %j is %f (by hand)', (a, b, value) => expect(trigramCosine(a, b)).toBeCloseTo(value, 14))
})

describe('normalisation', () => {
  test.each([
    ['none', ' The  Cat.', ' The  Cat.'],
    ['space', ' The  \n Cat. ', 'The Cat.'],
    ['space', 'e\u0301', 'é'],
    ['loose', ' The  Cat, an owl. ', 'cat owl'],
    ['loose', '-1.5', '-1.5'],
    ['loose', '“3-4”', '34'],
    ['loose', '答案：42。', '答案42'],
    ['loose', 'a a b', 'b']
  ] as const)('%s: %j is compared as %j', (how, text, compared) => expect(normalised(text, how)).toBe(compared))

  test('what is normalised stays as it is', () =>
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('none', 'space', 'loose'), (text, how) => {
        const once = normalised(text, how as 'space')
        expect(normalised(once, how as 'space')).toBe(once)
      })
    ))
})
