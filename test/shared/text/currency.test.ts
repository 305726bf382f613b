import { describe, expect, it } from 'vitest'
import { DOLLARS, inCurrency, moneyText, type Currency } from '../../../src/shared/text/currency'
import { formatText } from '../../../src/shared/text/format'

const euro: Currency = { code: 'EUR', perUsd: 0.92, asOf: '2026-11-20' }

describe('amounts in another currency', () => {
  it('dollars read as everywhere else', () => {
    for (const usd of [0, 1.5, 950, 2.48e6, -3e4, 1e16]) expect(moneyText(usd, DOLLARS, 'en')).toBe(formatText(usd, 'usd', 'en'))
  })
  it('an amount is that of USD times the rate, with the currency’s own sign', () => {
    expect(inCurrency(5e6, euro)).toBe(4.6e6)
    expect(moneyText(5e6, euro, 'en')).toBe('€4.6M')
    expect(moneyText(-5e6, euro, 'zh')).toBe('−€4.6M')
    expect(moneyText(1e6, { code: 'CNY', perUsd: 7.1, asOf: '2026-11' }, 'zh')).toBe('CN¥7.1M')
  })
})
