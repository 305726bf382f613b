import { describe, expect, it } from 'vitest'
import { fill } from '../../../src/shared/text/fill'
import { en, zh } from '../../../src/shared/text/messages'
import { DIMENSION_WORDS, KIND_WORDS, KINDS } from '../../../src/shared/text/units'
import { planInputs } from '../../../src/shared/plan/planInputs'
import { targetFields } from '../../../src/shared/plan/targetInputs'
import { quantities } from '../../../src/shared/quantities'

type Tree = { readonly [key: string]: string | Tree }
const flat = (tree: Tree, under = ''): Map<string, string> =>
  new Map(Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[under + key, value] as const] : [...flat(value, `${under}${key}.`)])))

const english = flat(en as Tree)
const chinese = flat(zh as Tree)
const HAN = /\p{Script=Han}/u
/** Symbols, units and names that are the same in Chinese; a text made of these alone needs no Han. */
const LATIN =
  /^(?:[A-Z]{1,5}\d*|[NDCLMUVPTexpkr]|ROI|MFU|PUE|FLOP|CO₂|D′|g\/kWh|[α-ωρ]|D\/N|English|EN|Besiroglu|Hoffmann|Kaplan|Muennighoff|Llama|\d+|ctrl|Scalepath|PDF|CSV|PNG|A4|Letter|nat)$/iu

describe('the message catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('have the same places in each template of both languages', () => {
    const places = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)(?:\|(\w+))?\}/g)].map(([, name]) => name!))].sort()
    const different = [...english].filter(([key, text]) => places(text).join() !== places(chinese.get(key) ?? '').join()).map(([key]) => key)
    expect(different).toEqual([])
  })

  it('have no empty text, but for the unit of a number without one', () => {
    const empty = [...english, ...chinese].filter(([key, text]) => text.trim() === '' && text !== ' ' && !/\.units\.\w+$/.test(key))
    expect(empty.map(([key]) => key)).toEqual([])
  })

  it('are Chinese in Chinese', () => {
    const words = (text: string): string[] =>
      text
        .replace(/\{[^}]*\}/g, ' ')
        .split(/[^\p{L}\p{N}/′₂]+/u)
        .filter((word) => /\p{L}/u.test(word))
    const english = [...chinese].filter(([, text]) => !HAN.test(text) && words(text).some((word) => !LATIN.test(word)))
    expect(english).toEqual([])
  })

  it('set no full-width space and no English comma or full stop between Han', () => {
    const bad = [...chinese].filter(([, text]) => /\u3000|\p{Script=Han}[,;:?!](?!\w)|\p{Script=Han}\.(?!\w)/u.test(text))
    expect(bad).toEqual([])
  })

  it('do not shout', () => {
    expect([...english, ...chinese].filter(([, text]) => /[!！]/.test(text))).toEqual([])
  })

  it('format each place by a kind that exists', () => {
    const known = new Set<string>([...KINDS, 'text', 'date', 'kind', 'words', 'Words', 'example', 'dimension'])
    const unknown = [...english, ...chinese].flatMap(([key, text]) =>
      [...text.matchAll(/\{\w+\|(\w+)\}/g)].filter(([, kind]) => !known.has(kind!)).map(() => key)
    )
    expect(unknown).toEqual([])
  })

  it('name every number, every input and every kind', () => {
    expect(Object.keys(en.quantities.quantities).sort()).toEqual(Object.keys(quantities).sort())
    const inputs = [...new Set([...Object.keys(planInputs), ...targetFields])].sort()
    expect(Object.keys(en.quantities.inputs).sort()).toEqual(inputs)
    expect(Object.keys(en.quantities.symbols).sort()).toEqual(inputs)
    for (const words of [...Object.values(KIND_WORDS).flatMap(({ words, example }) => [words, example]), ...Object.values(DIMENSION_WORDS)]) {
      expect(words.en).not.toMatch(HAN)
      expect(words.zh).not.toBe('')
    }
  })
})

describe('a filled template', () => {
  it('has its numbers formatted by kind, for the reader’s language', () => {
    expect(fill('{n|N} on {d|D} for {t|days}', { n: 70e9, d: 1.4e12, t: 14 }, 'en')).toBe('70B on 1.4T for 14\u00a0days')
    expect(fill('{t|days}', { t: 14 }, 'zh')).toBe('14\u00a0天')
  })

  it('takes names and dates as they are, and a number without a kind as a number', () => {
    expect(fill('{who|text}, {when|date}, {many}', { who: 'H100 {x}', when: '2025-03', many: 2190 }, 'en')).toBe('H100 {x}, 2025-03, 2\u2009190')
  })

  it('can take the kind from a value, and name it', () => {
    expect(fill('{kind|Words} up to {to|kind}, as {kind|example}', { kind: 'D', to: 1.4e12 }, 'en')).toBe('Tokens up to 1.4T, as 1.4T or 70B')
  })

  it('keeps a place without a value visible, and never shows a number that is not finite', () => {
    expect(fill('{a} {b|N}', { a: 1, b: Number.NaN }, 'en')).toBe('1 {b|N}')
    expect(fill('{missing|text}', {}, 'en')).toBe('{missing|text}')
  })
})
