/**
 * Dollars shown in another currency: an amount of USD at one rate with its date. Only what is shown changes; plans, files and limits stay in USD, and every
 * place that shows another currency says the rate.
 */
import { formatText, type FormatOptions } from './format'
import type { Language } from './messages'

/** Signs as they stand before the amount; of currencies that share a sign, the one less expected carries its country. */
export const CURRENCIES = { USD: '$', EUR: '€', GBP: '£', CNY: 'CN¥', JPY: 'JP¥', KRW: '₩', INR: '₹', CHF: 'CHF ', CAD: 'CA$', AUD: 'A$', SGD: 'S$' } as const
export type CurrencyCode = keyof typeof CURRENCIES
export const CURRENCY_CODES = Object.keys(CURRENCIES) as readonly CurrencyCode[]

export interface Currency {
  code: CurrencyCode
  /** Units of it for one USD. */
  perUsd: number
  /** Date of the rate, as it was typed; '' for USD. */
  asOf: string
}
export const DOLLARS: Currency = { code: 'USD', perUsd: 1, asOf: '' }

/** An amount of USD in a currency. */
export const inCurrency = (usd: number, { perUsd }: Currency): number => usd * perUsd

/** An amount of USD as it is shown in a currency: `€4.6M`. */
export function moneyText(usd: number, currency: Currency, language: Language, options: FormatOptions = {}): string {
  const amount = inCurrency(usd, currency)
  const digits = formatText(Math.abs(amount), 'usd', language, { ...options, bare: true })
  return `${amount < 0 ? '−' : ''}${CURRENCIES[currency.code]}${digits}`
}
