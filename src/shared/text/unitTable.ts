/** The unit words that people write behind (or, for money, before) a number, in both languages, in lower case. */
import { DAYS_PER_YEAR, HOURS_PER_DAY, type Dimension, type Kind } from './units'

export interface Unit {
  word: string
  /** Power of ten that it multiplies by, and a factor that is not one. */
  power: number
  factor: number
  dimension: Dimension | null
}

const rows = (words: string, dimension: Dimension | null, power = 0, factor = 1): Unit[] =>
  words.split(' ').map((word) => ({ word: word.replaceAll('_', ' '), power, factor, dimension }))

const scales: Unit[] = [
  ...rows('k thousand 千', null, 3),
  ...rows('m mn mm mln million millions 百万', null, 6),
  ...rows('b bn billion billions 十亿', null, 9),
  ...rows('t tn trillion trillions 万亿 兆', null, 12),
  ...rows('quadrillion 千万亿', null, 15),
  ...rows('万', null, 4),
  ...rows('十万', null, 5),
  ...rows('千万', null, 7),
  ...rows('亿', null, 8),
  ...rows('百亿', null, 10),
  ...rows('千亿', null, 11),
  ...rows('十万亿', null, 13),
  ...rows('百万亿', null, 14)
]

const SI = 'k m g t p e z y'.split(' ')
const prefixed = (words: readonly string[], dimension: Dimension, first = 0): Unit[] =>
  SI.flatMap((prefix, i) => words.flatMap((word) => rows(prefix + word, dimension, 3 * (i + 1) + first)))

const MONTHS_PER_YEAR = 12
/** Length in days. */
const time: Unit[] = [
  ...rows('s sec secs second seconds 秒', 'time', 0, 1 / (HOURS_PER_DAY * 3600)),
  ...rows('min mins minute minutes 分钟', 'time', 0, 1 / (HOURS_PER_DAY * 60)),
  ...rows('h hr hrs hour hours 小时 个小时 时', 'time', 0, 1 / HOURS_PER_DAY),
  ...rows('d day days 天 日', 'time'),
  ...rows('w wk wks week weeks 周 星期 个星期', 'time', 0, 7),
  ...rows('mo mos mon month months 个月 月', 'time', 0, DAYS_PER_YEAR / MONTHS_PER_YEAR),
  ...rows('y yr yrs year years 年', 'time', 0, DAYS_PER_YEAR)
]

const PF_DAY =
  'pf-days pf-day pfd pf_days pf_day pflops-days pflops-day pflop/s-days pflop/s-day pflop-days pflop-day petaflop/s-days petaflop/s-day petaflop-days petaflop-day'

const measured: Unit[] = [
  ...rows('parameters parameter params param 个参数 参数 参数量', 'parameters'),
  ...rows('tokens token toks tok 个词元 词元 个token', 'tokens'),
  ...rows('flop flops fp 次浮点运算', 'flop'),
  ...prefixed(['flop'], 'flop'),
  ...rows(PF_DAY, 'flop', 19, 8.64),
  ...rows('flop/s flops/s flop_per_second', 'flopPerSecond'),
  ...prefixed(['flop/s', 'flops'], 'flopPerSecond'),
  ...rows('$ us$ usd dollar dollars us_dollars 美元 美金', 'money'),
  ...rows('€ eur euro euros £ gbp ¥ 元 cny rmb 人民币 元人民币 块钱 jpy 日元 欧元', 'otherMoney'),
  ...rows('/h /hr /hour per_hour an_hour /gpu-hour /gpu-h /accelerator-hour 每小时 /小时 /时', 'moneyPerHour'),
  ...time,
  ...rows('% percent per_cent pct 个百分点', 'percent'),
  ...rows('tokens_per_parameter tokens/parameter tokens/param tok/param 词元/参数 词元每参数', 'ratio'),
  ...rows('x × times 倍', 'factor'),
  ...rows('accelerators accelerator gpus gpu tpus tpu chips chip cards 张 张卡 块 块卡 卡 加速卡', 'accelerators'),
  ...rows('points point pts 分', 'points'),
  ...rows('nats nat nats/token nat/词元', 'loss'),
  ...rows('wh', 'energy', -3),
  ...prefixed(['wh'], 'energy', -3),
  ...rows('g', 'mass', -3),
  ...rows('kg', 'mass'),
  ...rows('tonne tonnes 吨', 'mass', 3),
  ...rows('byte bytes 字节', 'bytes'),
  ...prefixed(['b'], 'bytes'),
  ...rows('watt watts', 'power'),
  ...prefixed(['w'], 'power')
]

/** Words that mean something else in a field of one kind. */
const special: Partial<Record<Kind, Unit[]>> = {
  kg: [...rows('t', 'mass', 3), ...rows('kt', 'mass', 6), ...rows('mt', 'mass', 9), ...rows('gt', 'mass', 12), ...rows('tt', 'mass', 15)],
  bytes: rows('b', 'bytes'),
  watts: rows('w', 'power')
}

const longestFirst = (units: Unit[]): Unit[] => [...units].sort((a, b) => b.word.length - a.word.length)
const general = longestFirst([...scales, ...measured])
const tables = new Map<Kind, Unit[]>()

/** Units that may stand in a field of a kind, the longest word first; those of another dimension are there to be refused by name. */
export function unitsFor(kind: Kind): readonly Unit[] {
  const extra = special[kind]
  if (extra === undefined) return general
  const table = tables.get(kind) ?? longestFirst([...extra, ...general.filter((unit) => !extra.some((own) => own.word === unit.word))])
  tables.set(kind, table)
  return table
}

/** How many of a kind's base unit one day is, for kinds of time. */
export const PER_DAY: Partial<Record<Kind, number>> = { days: 1, hours: HOURS_PER_DAY, years: 1 / DAYS_PER_YEAR }
