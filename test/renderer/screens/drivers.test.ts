import { describe, expect, it } from 'vitest'
import { besideInputs, driverName, driversOf, switchWords } from '../../../src/renderer/src/screens/answer/drivers'
import type { Sensitivity } from '../../../src/renderer/src/state/sensitivity.svelte'
import { sensitivityContract } from '../../../src/shared/contract/sensitivity'
import { planSchema } from '../../../src/shared/plan/schema'
import { messages } from '../../../src/shared/text/messages'

const plan = planSchema.parse({
  targets: [
    { id: 'code', name: 'Code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } },
    { id: 'maths', name: 'Maths', critical: { low: 70e9, high: 100e9 }, benefit: { kind: 'usd', value: 8e6 } }
  ],
  costs: { pricePerHourUsd: { low: 2, high: 4 } }
})
const bar = (input: string, low: number, high: number): Sensitivity['tornado'][number] => ({
  input,
  kind: input === 'price' ? 'usdPerHour' : 'N',
  path: '',
  at: { low: 2, high: 4 },
  chosen: false,
  stopped: { low: false, high: false },
  low,
  high,
  held: null,
  keepsLimits: null,
  reasons: { low: null, high: null },
  heldReasons: { low: null, high: null },
  length: Math.abs(high - low)
})
const side = (sizes: number[], reached: string[], binding: ('budget' | 'deadline')[] = []) => ({
  at: 1,
  outcome: 10 * sizes.length,
  sizes,
  nothing: null,
  reached,
  binding
})
const share = (input: string, kind: 'input' | 'commonFactor' | 'residual', total: number) => ({
  input,
  kind,
  first: total / 2,
  total,
  errors: { first: null, total: null }
})
const answer: Sensitivity = sensitivityContract['planner.sensitivity'].output.parse({
  quantity: 'path.value',
  kind: 'usd',
  base: 10,
  reason: null,
  held: [1],
  tornado: [bar('price', 12, 8), bar('critical@code', 10, 10)],
  exact: null,
  shares: [
    share('threshold@maths', 'residual', 0.5),
    share('common factor', 'commonFactor', 0.3),
    share('price', 'input', 0.2),
    share('threshold@code', 'residual', 0.001)
  ],
  noShares: null,
  variance: null,
  switches: [
    { input: 'price', kind: 'usdPerHour', path: '', value: 2.7, changes: ['reached'], low: side([1, 2], ['code', 'maths']), high: side([1, 2], ['code']) },
    { input: 'price', kind: 'usdPerHour', path: '', value: 3.4, changes: ['nothing', 'rungs', 'reached'], low: side([1], ['code']), high: side([], []) },
    {
      input: 'critical@code',
      kind: 'N',
      path: '',
      value: 25e9,
      changes: ['rungs', 'binding'],
      low: side([1], ['code']),
      high: side([1, 2], ['code'], ['budget'])
    }
  ],
  solved: 0,
  warnings: []
}) as Sensitivity
const en = { text: messages.en, language: 'en' } as const
const zh = { text: messages.zh, language: 'zh' } as const
const plainly = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the rows', () => {
  it('are the inputs that move the outcome, with their shares and switch points; the others are named', () => {
    const { drivers, idle } = driversOf(answer, plan, en)
    expect(drivers.map(({ input, share, switches }) => ({ input, share, switches }))).toEqual([
      {
        input: 'price',
        share: { first: 0.1, total: 0.2 },
        switches: [
          { value: 2.7, low: 20, high: 20, words: expect.stringContaining('below it Maths reached') as string },
          { value: 3.4, low: 10, high: 0, words: expect.stringContaining('above it nothing is run') as string }
        ]
      }
    ])
    expect(idle).toEqual([driverName(plan, 'critical@code', en)])
  })
  it('name the target of an input, in the order of the language', () => {
    expect(driverName(plan, 'critical@code', en)).toBe('Critical scale, Code')
    expect(driverName(plan, 'critical@code', zh)).toBe('Code的关键规模')
    expect(driverName(plan, 'gone', en)).toBe('gone')
  })
})

describe('the words', () => {
  it('say what the variance rests on beside the inputs, leaving out next to nothing', () => {
    expect(plainly(besideInputs(answer, plan, en))).toBe('Variance beside the inputs: 50 % what the link of Maths leaves open, 30 % what all thresholds share.')
    expect(besideInputs({ ...answer, shares: [] }, plan, en)).toBe('')
  })
  it('say what is different on the two sides of a switch point', () => {
    expect(switchWords(answer, plan, en).map(({ input, words }) => [input, plainly(words)])).toEqual([
      ['price', '$2.70: below it Maths reached; above it Maths not reached'],
      ['price', '$3.40: below it 1 run, Code reached; above it nothing is run'],
      ['critical@code', '25B: below it 1 run, no limit binds; above it 2 runs, budget binds']
    ])
    for (const { words } of switchWords(answer, plan, zh)) expect(words).not.toMatch(/\{\w+\}|[a-z]{5}/)
  })
})
