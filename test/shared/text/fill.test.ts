import { expect, it } from 'vitest'
import { fill } from '../../../src/shared/text/fill'

it('words agree with the number that they belong to', () => {
  const template = '{n|number} {n?row has:rows have} no score'
  expect(fill(template, { n: 1 }, 'en')).toBe('1 row has no score')
  expect(fill(template, { n: 0 }, 'en')).toBe('0 rows have no score')
  expect(fill(template, { n: 12 }, 'en')).toBe('12 rows have no score')
})
