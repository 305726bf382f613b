/**
 * Kinds of numbers: what a number on the screen or in a field measures, how people call it and how they write it.
 * The base unit of each kind is the one the plan stores (days for `days`, a share 0–1 for `percent`, kilograms for `kg`).
 */
import type { Language } from './messages'

export const KINDS = [
  'N', // parameters
  'D', // tokens
  'C', // FLOP
  'usd',
  'usdPerHour', // per accelerator and hour
  'days',
  'hours',
  'years',
  'percent', // a share, shown as it is
  'probability', // a share, shown in whole percent with "< 1 %" and "> 99 %"
  'ratio', // tokens per parameter
  'factor', // 1.6×
  'count',
  'loss', // nats per token
  'number',
  'points',
  'kwh',
  'kg',
  'bytes',
  'watts',
  'flopPerSecond'
] as const
export type Kind = (typeof KINDS)[number]

/** How the kind is called in a sentence ("Tokens expected, not dollars"), and how it may be written. */
interface KindWords {
  words: Record<Language, string>
  example: Record<Language, string>
}

const both = (text: string): Record<Language, string> => ({ en: text, zh: text })

export const KIND_WORDS: Record<Kind, KindWords> = {
  N: { words: { en: 'parameters', zh: '参数量' }, example: { en: '70B or 1.2T', zh: '70B 或 700亿' } },
  D: { words: { en: 'tokens', zh: '词元数' }, example: { en: '1.4T or 70B', zh: '1.4T 或 1.4万亿' } },
  C: { words: { en: 'FLOP', zh: '算力（FLOP）' }, example: { en: '5.76e23 or 2 PF-days', zh: '5.76e23 或 2 PF-days' } },
  usd: { words: { en: 'dollars', zh: '美元金额' }, example: { en: '$12.5M or 950K', zh: '$12.5M 或 1250万美元' } },
  usdPerHour: { words: { en: 'dollars per hour', zh: '每小时美元价格' }, example: { en: '$2.50 or 2..3', zh: '$2.50 或 2..3' } },
  days: { words: { en: 'days', zh: '天数' }, example: { en: '18 days or 3 weeks', zh: '18 天或 3 周' } },
  hours: { words: { en: 'hours', zh: '小时数' }, example: { en: '12 hours or 2 days', zh: '12 小时或 2 天' } },
  years: { words: { en: 'years', zh: '年数' }, example: { en: '3 years or 18 months', zh: '3 年或 18 个月' } },
  percent: { words: { en: 'a percentage', zh: '百分比' }, example: { en: '40 % or 0.4', zh: '40 % 或 0.4' } },
  probability: { words: { en: 'a probability', zh: '概率' }, example: { en: '80 % or 0.8', zh: '80 % 或 0.8' } },
  ratio: { words: { en: 'tokens per parameter', zh: '每参数词元数' }, example: both('20') },
  factor: { words: { en: 'a factor', zh: '倍数' }, example: { en: '1.5 or 1.5×', zh: '1.5 或 1.5×' } },
  count: { words: { en: 'a whole number', zh: '整数' }, example: { en: '2048 or 1,024', zh: '2048 或 1,024' } },
  loss: { words: { en: 'a loss in nats per token', zh: '损失（nat/词元）' }, example: both('1.97') },
  number: { words: { en: 'a number', zh: '数字' }, example: both('3.2') },
  points: { words: { en: 'points', zh: '分值' }, example: both('0.85') },
  kwh: { words: { en: 'kilowatt-hours', zh: '电量（kWh）' }, example: { en: '500 MWh or 2 GWh', zh: '500 MWh 或 2 GWh' } },
  kg: { words: { en: 'kilograms', zh: '质量（kg）' }, example: { en: '500 kg or 12 t', zh: '500 kg 或 12 t' } },
  bytes: { words: { en: 'bytes', zh: '字节数' }, example: { en: '80 GB', zh: '80 GB' } },
  watts: { words: { en: 'watts', zh: '功率（W）' }, example: { en: '700 W or 1.2 kW', zh: '700 W 或 1.2 kW' } },
  flopPerSecond: { words: { en: 'FLOP per second', zh: '每秒算力（FLOP/s）' }, example: { en: '989 TFLOP/s', zh: '989 TFLOP/s' } }
}

/** What a unit that somebody typed measures; a field refuses those that are not of its kind, by this name. */
export const DIMENSION_WORDS = {
  parameters: { en: 'parameters', zh: '参数量' },
  tokens: { en: 'tokens', zh: '词元数' },
  flop: { en: 'FLOP', zh: '算力（FLOP）' },
  flopPerSecond: { en: 'FLOP per second', zh: '每秒算力（FLOP/s）' },
  money: { en: 'dollars', zh: '美元' },
  otherMoney: { en: 'another currency', zh: '其他货币' },
  moneyPerHour: { en: 'dollars per hour', zh: '每小时价格' },
  time: { en: 'time', zh: '时间' },
  percent: { en: 'a percentage', zh: '百分比' },
  factor: { en: 'a factor', zh: '倍数' },
  ratio: { en: 'tokens per parameter', zh: '每参数词元数' },
  accelerators: { en: 'accelerators', zh: '加速卡数量' },
  points: { en: 'points', zh: '分值' },
  energy: { en: 'energy', zh: '电量' },
  mass: { en: 'mass', zh: '质量' },
  bytes: { en: 'bytes', zh: '字节数' },
  power: { en: 'power', zh: '功率' },
  loss: { en: 'nats per token', zh: '损失' }
} as const satisfies Record<string, Record<Language, string>>
export type Dimension = keyof typeof DIMENSION_WORDS

/** Dimensions that a field of this kind takes; a bare number is always the kind's base unit. */
export const DIMENSIONS_OF: Record<Kind, readonly Dimension[]> = {
  N: ['parameters'],
  D: ['tokens'],
  C: ['flop'],
  usd: ['money'],
  usdPerHour: ['money', 'moneyPerHour'],
  days: ['time'],
  hours: ['time'],
  years: ['time'],
  percent: ['percent'],
  probability: ['percent'],
  ratio: ['ratio', 'factor'],
  factor: ['factor'],
  count: ['accelerators'],
  loss: ['loss'],
  number: [],
  points: ['points'],
  kwh: ['energy'],
  kg: ['mass'],
  bytes: ['bytes'],
  watts: ['power'],
  flopPerSecond: ['flopPerSecond']
}

export const HOURS_PER_DAY = 24
/** Julian year, so that a month is 30.4375 days; the plan counts time the same way. */
export const DAYS_PER_YEAR = 365.25
