import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText } from '../../../src/shared/text/echo'
import { fill } from '../../../src/shared/text/fill'
import { formatRange, formatText, plain } from '../../../src/shared/text/format'
import { notesEn } from '../../../src/shared/text/notes.en'
import { notesZh } from '../../../src/shared/text/notes.zh'
import { parseQuantity, type ParseRule, type ParsedValue } from '../../../src/shared/text/parse'
import { KINDS, type Kind } from '../../../src/shared/text/units'

const value = (text: string, kind: Kind, rule?: ParseRule): ParsedValue | string => {
  const parsed = parseQuantity(text, kind, 'en', rule)
  return parsed.ok ? parsed.value : parsed.code
}
const RANGE: ParseRule = { range: true, open: true }

describe('a quantity as people write it', () => {
  it.each([
    ['70B', 'N', 70e9],
    ['70 b', 'N', 70e9],
    ['70 billion', 'N', 70e9],
    ['70 billion parameters', 'N', 70e9],
    ['700亿', 'N', 70e9],
    ['70B 参数', 'N', 70e9],
    ['~70B', 'N', 70e9],
    ['1.4T', 'D', 1.4e12],
    ['1.4T tokens', 'D', 1.4e12],
    ['1.4万亿', 'D', 1.4e12],
    ['1.4 万亿词元', 'D', 1.4e12],
    ['3e23', 'C', 3e23],
    ['5.76e23 FLOP', 'C', 5.76e23],
    ['5.76×10^23', 'C', 5.76e23],
    ['5.76x10^23', 'C', 5.76e23],
    ['5.76×10²³', 'C', 5.76e23],
    ['10^24', 'C', 1e24],
    ['5 EFLOP', 'C', 5e18],
    ['$12.5M', 'usd', 12.5e6],
    ['12.5m USD', 'usd', 12.5e6],
    ['US$ 950K', 'usd', 950e3],
    ['1250万美元', 'usd', 12.5e6],
    ['＄１２．５Ｍ', 'usd', 12.5e6],
    ['$2.50/h', 'usdPerHour', 2.5],
    ['$2.50 per hour', 'usdPerHour', 2.5],
    ['40 %', 'percent', 0.4],
    ['40%', 'percent', 0.4],
    ['0.4', 'percent', 0.4],
    ['７％', 'percent', 0.07],
    ['40', 'percent', 0.4],
    ['3 weeks', 'days', 21],
    ['2 months', 'days', 60.875],
    ['18 天', 'days', 18],
    ['3周', 'days', 21],
    ['12 h', 'days', 0.5],
    ['18 months', 'years', 1.5],
    ['2 days', 'hours', 48],
    ['1,024', 'count', 1024],
    ['1，024', 'count', 1024],
    ['2 190', 'count', 2190],
    ['2\u2009190', 'count', 2190],
    ['2048 H100', 'count', 2048],
    ['２０４８ 张', 'count', 2048],
    ['12,500,000', 'usd', 12.5e6],
    ['20 tokens per parameter', 'ratio', 20],
    ['1.6×', 'factor', 1.6],
    ['1.6 倍', 'factor', 1.6],
    ['12 t', 'kg', 12e3],
    ['80 GB', 'bytes', 80e9],
    ['989.4 TFLOP/s', 'flopPerSecond', 989.4e12]
  ] as const)('%s in a field of kind %s is %d', (text, kind, expected) => {
    expect(value(text, kind)).toBe(expected)
  })

  it('takes PF-days at 8.64e19 FLOP each', () => {
    expect(value('2 PF-days', 'C')).toBeCloseTo(1.728e20, -6)
    expect(value('1 pf-day', 'C')).toBe(8.64e19)
  })

  it.each([
    ['50–70B', 'N', { low: 50e9, high: 70e9 }],
    ['50B-70B', 'N', { low: 50e9, high: 70e9 }],
    ['50 to 70B', 'N', { low: 50e9, high: 70e9 }],
    ['500亿到700亿', 'N', { low: 50e9, high: 70e9 }],
    ['60B ± 10B', 'N', { low: 50e9, high: 70e9 }],
    ['60B±10%', 'N', { low: 54e9, high: 66e9 }],
    ['100B+', 'N', { low: 100e9, high: null }],
    ['100B以上', 'N', { low: 100e9, high: null }],
    ['≥ 100B', 'N', { low: 100e9, high: null }],
    ['2..3', 'usdPerHour', { low: 2, high: 3 }],
    ['2±0.5', 'usdPerHour', { low: 1.5, high: 2.5 }],
    ['2~3', 'usdPerHour', { low: 2, high: 3 }],
    ['2到3', 'usdPerHour', { low: 2, high: 3 }],
    ['2～3', 'usdPerHour', { low: 2, high: 3 }],
    ['5 to 10', 'usdPerHour', { low: 5, high: 10 }],
    ['5-10', 'usdPerHour', { low: 5, high: 10 }],
    ['5–10', 'usdPerHour', { low: 5, high: 10 }],
    ['5 至 10', 'usdPerHour', { low: 5, high: 10 }],
    ['2 ± 0.5', 'number', { low: 1.5, high: 2.5 }],
    ['$1.4M–$5.2M', 'usd', { low: 1.4e6, high: 5.2e6 }],
    ['$1.4–5.2M', 'usd', { low: 1.4e6, high: 5.2e6 }],
    ['20–56 %', 'percent', { low: 0.2, high: 0.56 }],
    ['0.7–1.4×10²⁴ FLOP', 'C', { low: 0.7e24, high: 1.4e24 }]
  ] as const)('%s in a field of kind %s is a range', (text, kind, expected) => {
    expect(value(text, kind, RANGE)).toEqual(expected)
  })

  it('takes “none” and “无” where no limit is possible', () => {
    expect(value('none', 'usd', { none: true })).toBeNull()
    expect(value('无', 'usd', { none: true })).toBeNull()
    expect(value('none', 'usd')).toBe('input-none')
  })

  it('echoes what was understood', () => {
    const echo = (text: string, kind: Kind, language: 'en' | 'zh'): string => {
      const parsed = parseQuantity(text, kind, language, RANGE)
      return parsed.ok ? plain(parsed.echo).replaceAll('\u00a0', ' ') : parsed.code
    }
    expect(echo('700亿', 'N', 'en')).toBe('70B parameters')
    expect(echo('2..3', 'usdPerHour', 'en')).toBe('$2.00–3.00 per hour, 90 % range')
    expect(echo('100B+', 'N', 'en')).toBe('100B+ parameters, no upper end')
    expect(echo('3 weeks', 'days', 'zh')).toBe('21 天')
    expect(echo('50–70B', 'N', 'zh')).toBe('50–70B 参数，90 % 区间')
  })
})

describe('what cannot be meant', () => {
  it.each([
    ['', 'N', 'input-empty'],
    ['   ', 'N', 'input-empty'],
    ['hello', 'N', 'input-not-a-number'],
    ['NaN', 'N', 'input-not-a-number'],
    ['Infinity', 'N', 'input-not-a-number'],
    ['<b>70B</b>', 'N', 'input-not-a-number'],
    ['70Bx', 'N', 'input-not-understood'],
    ['1.2.3', 'N', 'input-not-understood'],
    ['$5M', 'D', 'input-wrong-unit'],
    ['40 %', 'N', 'input-wrong-unit'],
    ['5e23 FLOP', 'days', 'input-wrong-unit'],
    ['3 TFLOP/s', 'C', 'input-wrong-unit'],
    ['1.4T tokens', 'N', 'input-wrong-unit'],
    ['3 weeks', 'usd', 'input-wrong-unit'],
    ['€5M', 'usd', 'input-currency'],
    ['5元', 'usd', 'input-currency'],
    ['-5', 'N', 'input-negative'],
    ['−$5M', 'usd', 'input-negative'],
    ['1e999', 'N', 'input-not-finite'],
    ['1e-400', 'N', 'input-not-finite'],
    ['1,5', 'usd', 'input-ambiguous-comma'],
    ['1.024,5', 'usd', 'input-ambiguous-comma'],
    ['2m', 'days', 'input-ambiguous-m'],
    ['50–70B', 'N', 'input-no-range'],
    ['100B+', 'N', 'input-no-range']
  ] as const)('“%s” in a field of kind %s is refused (%s)', (text, kind, code) => {
    expect(value(text, kind)).toBe(code)
  })

  it('is refused by the rule of the field, never clamped', () => {
    expect(value('0', 'N', { above: 0 })).toBe('input-zero')
    expect(value('120 %', 'percent', { above: 0, max: 1 })).toBe('input-outside-above')
    expect(value('100 %', 'percent', { above: 0, below: 1 })).toBe('input-outside-open')
    expect(value('11', 'number', { min: 0, max: 10 })).toBe('input-outside')
    expect(value('2.5', 'count', { min: 1, whole: true })).toBe('input-not-whole')
    expect(value('0.5', 'number', { min: 1 })).toBe('input-too-small')
    expect(value('70–50B', 'N', RANGE)).toBe('input-upside-down')
    expect(value('100B+', 'N', { range: true })).toBe('input-no-open-range')
    expect(value('10 ± 20', 'number', { range: true, above: 0 })).toBe('input-negative')
  })

  it('asks where a bare number may be a share or a percentage', () => {
    expect(value('1', 'percent', { above: 0, max: 1 })).toBe('input-ambiguous-percent')
    expect(value('40', 'percent', { min: 0, max: 1000 })).toBe('input-ambiguous-percent')
    expect(value('0.5–56', 'percent', { range: true, max: 1 })).toBe('input-ambiguous-percent')
  })

  it('is named with an example in the reader’s language', () => {
    const parsed = parseQuantity('$5M', 'D')
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(fill(notesEn[parsed.code], parsed.values, 'en')).toBe('Tokens expected, not dollars: write 1.4T or 70B.')
    expect(fill(notesZh[parsed.code], parsed.values, 'zh')).toBe('此处应填词元数，而不是美元：请写作 1.4T 或 1.4万亿。')
  })

  it('names the range that is possible', () => {
    const parsed = parseQuantity('120 %', 'percent', 'en', { above: 0, max: 1 })
    expect(parsed.ok ? '' : fill(notesEn[parsed.code], parsed.values, 'en').replaceAll('\u00a0', ' ')).toBe(
      'More than 0 % and at most 100 % is possible here, not 120 %.'
    )
  })
})

const languages = fc.constantFrom('en' as const, 'zh' as const)
const kinds = fc.constantFrom(...KINDS)
/** Positive doubles over the sizes that plans hold. */
const amounts = fc.double({ min: -12, max: 38, noNaN: true }).map((power) => 10 ** power)
const shareKinds: readonly Kind[] = ['percent', 'probability']

/** Half a unit of the last digit shown: three significant digits, four of a loss, whole percent of a probability. */
function tolerance(amount: number, kind: Kind): number {
  if (kind === 'probability') return 0.005 + 1e-12
  if (kind === 'count' && amount < 1e6) return 0.5
  return 0.0051 * amount
}

describe('writing and reading', () => {
  it('give a number back to the precision shown, for every kind and both languages', () => {
    fc.assert(
      fc.property(amounts, kinds, languages, (amount, kind, language) => {
        const shown = shareKinds.includes(kind) ? amount / 1e38 + 1e-4 : amount
        const text = formatText(shown, kind, language)
        fc.pre(!/[<>]/.test(text) && !(kind === 'count' && text === '0'))
        const parsed = parseQuantity(text, kind, language, { max: 1e60 })
        expect(parsed.ok, `${shown} as ${kind} reads ${text}`).toBe(true)
        if (parsed.ok) expect(Math.abs((parsed.value as number) - shown)).toBeLessThanOrEqual(tolerance(shown, kind))
      }),
      { numRuns: 4000 }
    )
  })

  it('give a range back to the precision shown', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 1.05, max: 1e5, noNaN: true }), kinds, languages, (low, ratio, kind, language) => {
        fc.pre(!shareKinds.includes(kind) && kind !== 'count' && low > 1e-2 && low < 1e30)
        const high = low * ratio
        const text = plain(formatRange(low, high, kind, language))
        const parsed = parseQuantity(text, kind, language, { range: true, max: 1e60 })
        expect(parsed.ok, `${low} to ${high} as ${kind} reads ${text}`).toBe(true)
        if (!parsed.ok || parsed.value === null) return
        const [from, to] = typeof parsed.value === 'number' ? [parsed.value, parsed.value] : [parsed.value.low, parsed.value.high ?? Number.NaN]
        expect(Math.abs(from - low), text).toBeLessThanOrEqual(0.0051 * low)
        expect(Math.abs(to - high), text).toBeLessThanOrEqual(0.0051 * high)
      }),
      { numRuns: 4000 }
    )
  })

  it('give a plain lower end its own power beside an upper end with one', () => {
    const range = { low: 0.000001, high: 1e21 }
    const parsed = parseQuantity(editText(range, 'N', 'en'), 'N', 'en', { range: true, max: 1e60 })
    expect(parsed.ok ? parsed.value : parsed.code).toEqual(range)
  })

  it('give back every bit of what a field holds while it is edited', () => {
    const inside = fc.oneof(amounts, fc.double({ min: 1e-6, max: 1e15, noNaN: true }), fc.integer({ min: 1, max: 1e9 }))
    fc.assert(
      fc.property(inside, inside, kinds, languages, (a, b, kind, language) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const rule = { range: true, open: true, none: true, max: 1e60 }
        const held: ParsedValue[] = [low, null, { low, high: null }, ...(low < high ? [{ low, high }] : [])]
        for (const each of held) {
          const text = editText(each, kind, language)
          const parsed = parseQuantity(text, kind, language, rule)
          expect(parsed.ok ? parsed.value : parsed.code, `${kind}: ${text}`).toEqual(each)
        }
      }),
      { numRuns: 2000 }
    )
  })

  it('never throw and never give a number that is not finite, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...'0123456789.,-–+~±×%$€eE^ \u2009'.split(''),
      'B',
      'T',
      'M',
      'to',
      '到',
      '万',
      '亿',
      '天',
      'weeks',
      'PF-days',
      '1e',
      '10^',
      '²³',
      '１',
      'none',
      '<',
      '>',
      '\u0000',
      '\ud800'
    )
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
    )
    fc.assert(
      fc.property(typed, kinds, languages, (text, kind, language) => {
        const parsed = parseQuantity(text, kind, language, { range: true, open: true, none: true })
        if (parsed.ok) {
          const ends = parsed.value === null ? [] : typeof parsed.value === 'number' ? [parsed.value] : [parsed.value.low, parsed.value.high ?? 0]
          for (const end of ends) expect(Number.isFinite(end)).toBe(true)
        } else {
          const places = [...notesEn[parsed.code].matchAll(/\{(\w+)/g)].map(([, name]) => name)
          expect(Object.keys(parsed.values)).toEqual(expect.arrayContaining(places))
          expect(fill(notesEn[parsed.code], parsed.values, language)).not.toBe('')
          expect(Object.values(parsed.values).every((each) => typeof each === 'string' || Number.isFinite(each))).toBe(true)
        }
      }),
      { numRuns: 20_000 }
    )
  })

  it('refuse a text of any length quickly', () => {
    expect(value('9'.repeat(1e6), 'N')).toBe('input-not-a-number')
    expect(value('1' + ' 000'.repeat(1e5), 'N')).toBe('input-not-a-number')
  })
})
