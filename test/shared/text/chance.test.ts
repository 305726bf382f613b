import { describe, expect, it } from 'vitest'
import { chanceText, formatChance } from '../../../src/shared/text/chance'

const plain = (value: number, standardError: number | null): string => chanceText({ value, standardError }).replaceAll('\u00a0', ' ')

describe('a counted chance', () => {
  it.each([
    [0.62134, 0.0021, '62.1 % ± 0.2'],
    [0.62134, 0.011, '62 % ± 1'],
    [0.62134, 0.00004, '62.134 % ± 0.004'],
    [0.5, 0.1, '50 % ± 10'],
    [0.62134, 1e-9, '62.134 % ± < 0.001'],
    [0.62134, null, '62.1 %'],
    [0.9996, 0.004, '> 99.9 % ± 0.4'],
    [0.99999, 0.002, '> 99.9 % ± 0.2'],
    [0.0001, 0.002, '< 0.1 % ± 0.2'],
    [1, 0.0007, '100 % ± 0.07'],
    [0, 0.0007, '0 % ± 0.07']
  ])('%d with a standard error of %d is written %s', (value, error, text) => {
    expect(plain(value, error)).toBe(text)
  })
  it('that is not known is a dash', () => {
    expect(formatChance({ value: null, standardError: null })).toEqual({ p: '–', error: null })
  })
})
