import { describe, expect, it } from 'vitest'
import { formatDelta } from '../../../src/shared/text/delta'
import { format, formatRange, formatText, plain } from '../../../src/shared/text/format'
import { KINDS, type Kind } from '../../../src/shared/text/units'

/** Thin and no-break spaces written as `_` and `~`, so that the table shows them. */
const visible = (text: string): string => text.replaceAll('\u2009', '_').replaceAll('\u00a0', '~')
const en = (value: number, kind: Kind): string => visible(formatText(value, kind, 'en'))
const zh = (value: number, kind: Kind): string => visible(formatText(value, kind, 'zh'))

describe('a number on the screen', () => {
  it.each([
    [70e9, 'N', '70B'],
    [98.24e9, 'N', '98.2B'],
    [1.2e6, 'N', '1.2M'],
    [950, 'N', '950'],
    [999.96e9, 'N', '1T'],
    [3e15, 'N', '3e15'],
    [1.4e12, 'D', '1.4T'],
    [0.356e12, 'D', '0.356T'],
    [20e9, 'D', '20B'],
    [5.76e23, 'C', '5.76e23~FLOP'],
    [2.48e6, 'usd', '$2.48M'],
    [12.5e6, 'usd', '$12.5M'],
    [950, 'usd', '$950'],
    [1.2e9, 'usd', '$1.2B'],
    [2.5, 'usd', '$2.50'],
    [0.0826, 'usd', '$0.0826'],
    [-1.2e6, 'usd', '−$1.2M'],
    [0, 'usd', '$0'],
    [2.5, 'usdPerHour', '$2.50'],
    [12, 'usdPerHour', '$12.00'],
    [14, 'days', '14~days'],
    [1, 'days', '1~day'],
    [0.4, 'days', '9.6~hours'],
    [1234.5, 'days', '1_235~days'],
    [0.8, 'percent', '80~%'],
    [0.405, 'percent', '40.5~%'],
    [2.5, 'percent', '250~%'],
    [0.8, 'probability', '80~%'],
    [0.004, 'probability', '<~1~%'],
    [0.996, 'probability', '>~99~%'],
    [1, 'probability', '100~%'],
    [0, 'probability', '0~%'],
    [18.1, 'ratio', '18.1'],
    [1.6, 'factor', '1.6×'],
    [2190, 'count', '2_190'],
    [735_800, 'hours', '735_800~hours'],
    [30.84e6, 'hours', '30.8M~hours'],
    [1.9734, 'loss', '1.973'],
    [20261, 'number', '20_261'],
    [8.5e-11, 'number', '8.5e-11'],
    [523_000, 'kwh', '523~MWh'],
    [310_000, 'kg', '310~t'],
    [80e9, 'bytes', '80~GB'],
    [989.4e12, 'flopPerSecond', '989~TFLOP/s'],
    [3, 'years', '3~years']
  ] as const)('%d of kind %s reads %s', (value, kind, text) => {
    expect(en(value, kind)).toBe(text)
  })

  it('takes Chinese unit words in Chinese, with currency and percent left as they are', () => {
    expect(zh(14, 'days')).toBe('14~天')
    expect(zh(9.6 / 24, 'days')).toBe('9.6~小时')
    expect(zh(3, 'years')).toBe('3~年')
    expect(zh(2.48e6, 'usd')).toBe('$2.48M')
    expect(zh(0.8, 'percent')).toBe('80~%')
  })

  it('keeps the exponent apart, so that it can be raised', () => {
    expect(format(1.05e24, 'C', 'en')).toEqual({ before: '1.05×10', exponent: '24', after: '\u00a0FLOP' })
    expect(format(2e-5, 'number', 'en')).toEqual({ before: '2×10', exponent: '−5', after: '' })
  })

  it('never calls a share below one 100 %', () => {
    expect(en(0.9999, 'percent')).toBe('99.99~%')
    expect(en(0.999999999, 'percent')).toBe('99.9999999~%')
    expect(en(1, 'percent')).toBe('100~%')
  })

  it('can be held in the unit of its column, with zeros kept', () => {
    expect(formatText(9e4, 'usd', 'en', { scale: 'M', zeros: true, digits: 2 })).toBe('$0.090M')
    expect(formatText(5e6, 'usd', 'en', { zeros: true, digits: 2 })).toBe('$5.0M')
  })

  it('can leave off its unit', () => {
    expect(formatText(5.76e23, 'C', 'en', { bare: true })).toBe('5.76e23')
    expect(formatText(14, 'days', 'en', { bare: true })).toBe('14')
    expect(formatText(2.48e6, 'usd', 'en', { bare: true })).toBe('2.48M')
  })

  it.each(KINDS)('is an error of the program when it is not finite (%s)', (kind) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) expect(() => format(value, kind, 'en')).toThrow(RangeError)
  })
})

describe('a range', () => {
  const range = (low: number, high: number | null, kind: Kind): string => visible(plain(formatRange(low, high, kind, 'en')))

  it.each([
    [1.4e6, 5.2e6, 'usd', '$1.4–5.2M'],
    [81e9, 116e9, 'N', '81–116B'],
    [7e23, 1.4e24, 'C', '0.7–1.4e24~FLOP'],
    [0.2, 0.56, 'percent', '20–56~%'],
    [2, 3, 'usdPerHour', '$2.00–3.00'],
    [9, 20, 'days', '9–20~days']
  ] as const)('from %d to %d of kind %s shares one unit', (low, high, kind, text) => {
    expect(range(low, high, kind)).toBe(text)
  })

  it('keeps a unit at each end when the lower one would be under a tenth of the upper one’s unit', () => {
    expect(range(1e6, 300e9, 'N')).toBe('1M–300B')
    expect(range(57e6, 16.2e9, 'N')).toBe('57M–16.2B')
    expect(range(0.2e9, 16.2e9, 'N')).toBe('0.2–16.2B')
  })

  it('is open upwards without an upper end', () => {
    expect(range(100e9, null, 'N')).toBe('100B+')
  })

  it('reads in the unit of the figure that it stands under', () => {
    expect(plain(formatRange(1.4e6, 5.23e6, 'usd', 'en', { like: 2.48e6, bare: true, unscaled: true, digits: 2 }))).toBe('1.4–5.2')
    expect(plain(formatRange(9e5, 5.23e6, 'usd', 'en', { like: 2.48e6, bare: true, unscaled: true, digits: 2 }))).toBe('0.9–5.2')
  })
})

describe('a change', () => {
  it('is a sign, an arrow and the planner’s interest', () => {
    expect(formatDelta(2.92e6, 2.48e6, 'usd', 'en', { better: 'less' })).toMatchObject({ arrow: '▼', sign: '−', tone: 'good', amount: { before: '$440K' } })
    expect(formatDelta(0.7, 0.6, 'probability', 'en', { better: 'more' })).toMatchObject({ arrow: '▼', sign: '−', tone: 'bad' })
    expect(formatDelta(2000, 2142, 'count', 'en')).toMatchObject({ arrow: '▲', sign: '+', tone: 'neutral', amount: { before: '142' } })
  })

  it('of a share is in points, not in percent of it', () => {
    expect(visible(plain(formatDelta(0.38, 0.4, 'percent', 'en').amount!))).toBe('2~points')
    expect(visible(plain(formatDelta(0.38, 0.4, 'percent', 'zh').amount!))).toBe('2~个百分点')
  })

  it('can be relative', () => {
    expect(visible(plain(formatDelta(2.92e6, 2.48e6, 'usd', 'en', { as: 'relative' }).amount!))).toBe('15~%')
  })

  it('is none when both values read the same', () => {
    expect(formatDelta(2.4801e6, 2.4802e6, 'usd', 'en', { better: 'less' })).toEqual({ direction: 'same', arrow: '=', sign: '', tone: 'neutral', amount: null })
  })
})
