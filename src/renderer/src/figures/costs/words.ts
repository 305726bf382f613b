/** What the figures of Cost & time are said in: the texts, the language, and amounts of USD in the currency that is shown. */
import { inCurrency, moneyText, type Currency } from '../../../../shared/text/currency'
import { fill } from '../../../../shared/text/fill'
import type { FormatOptions } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'

export type CostsText = Messages['screen']['costs']
export type Estimate = Exclude<Output<'costs.estimate'>, NoAnswer>
export type MethodUsd = Estimate['methods']['rent']

export interface CostWords {
  text: CostsText
  language: Language
  currency: Currency
}

export const money = (usd: number, { currency, language }: CostWords, options: FormatOptions = {}): string => moneyText(usd, currency, language, options)

/** On a figure in another currency amounts are drawn in it, so that ticks are round there. */
export const drawn = (usd: number, { currency }: CostWords): number => inCurrency(usd, currency)
/** A drawn amount in words. */
export const drawnMoney =
  ({ currency, language }: CostWords) =>
  (amount: number): string =>
    moneyText(amount, { ...currency, perUsd: 1 }, language)

/** The rate, in the sources of every figure that shows another currency. */
export const rateWords = ({ text, language, currency }: CostWords): string[] =>
  currency.code === 'USD' ? [] : [fill(text.currency.at, { code: currency.code, rate: currency.perUsd, date: currency.asOf }, language)]

/** Parts of a cost in the order in which they are added up. */
export const PARTS = ['hardware', 'energy', 'failedRuns', 'experiments', 'data', 'postTraining', 'evaluation', 'staff', 'fixed'] as const
export type PartId = (typeof PARTS)[number]
