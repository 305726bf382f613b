import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { tokensEffect } from '../../../src/renderer/src/screens/grokking/tokensEffect'
import type { Outcome } from '../../../src/shared/outcome'
import { setInput } from '../../../src/shared/plan/edits'
import { planSchema } from '../../../src/shared/plan/schema'
import { formatText } from '../../../src/shared/text/format'
import { messages } from '../../../src/shared/text/messages'

const environment = { today: '2026-11-22', models: [] }
/** At 20 tokens a parameter "small" gets some 100B tokens and "large" some 1T. */
const plan = planSchema.parse({
  ratio: { kind: 'ratio', tokensPerParameter: 20 },
  focus: 'small',
  targets: [
    { id: 'small', name: 'Small', critical: 4e9, benefit: { kind: 'usd', value: 2e6 } },
    { id: 'large', name: 'Large', critical: 40e9, benefit: { kind: 'usd', value: 9e6 } }
  ]
})
const now = evaluate(plan, environment)
const small = now.targets[0]!.required!
const large = now.targets[1]!.required!
const withTokens = (tokens: number): Outcome => evaluate(setInput(plan, 'fixedTokens', tokens), environment)

describe('tokens of a training curve as the plan’s', () => {
  it('are said with what the run gets and costs today and would then, and where another run would get fewer', () => {
    const tokens = Math.sqrt(small.D * large.D)
    const then = withTokens(tokens)
    const { would, warnings, enough } = tokensEffect(now, then, tokens, messages.en, 'en')
    const after = then.targets[0]!.required!
    expect(after.D).toBe(tokens)
    for (const [value, kind] of [
      [small.D, 'D'],
      [after.D, 'D'],
      [small.usd, 'usd'],
      [after.usd, 'usd']
    ] as const)
      expect(would[0]).toContain(formatText(value, kind, 'en'))
    expect(would[1]).toContain(formatText(then.path.usd, 'usd', 'en'))
    expect(warnings).toEqual(['Fewer tokens than today for 1 target: every run of the plan gets the same number.'])
    expect(enough).toBe(false)
    expect(tokensEffect(now, then, tokens, messages.zh, 'zh').would[0]).toContain('Small的训练')
  })

  it('change nothing where the run gets as many today', () => {
    const { would, enough } = tokensEffect(now, withTokens(small.D / 2), small.D / 2, messages.en, 'en')
    expect(enough).toBe(true)
    expect(would).toEqual([
      `The run for Small, ${formatText(small.N, 'N', 'en')}, gets ${formatText(small.D, 'D', 'en')} tokens today, as many as it took here or more: nothing has to change.`
    ])
  })

  it('say that unique tokens allow fewer', () => {
    const limited = planSchema.parse({ ...plan, limits: { uniqueTokens: small.D, maxEpochs: 4 } })
    const tokens = small.D * 10
    const { warnings } = tokensEffect(
      evaluate(limited, environment),
      evaluate(setInput(limited, 'fixedTokens', tokens), environment),
      tokens,
      messages.en,
      'en'
    )
    expect(warnings).toContain(`Its unique tokens allow no more than ${formatText(small.D * 4, 'D', 'en')}.`)
  })

  it('are being worked out until the plan with them has an answer', () => {
    expect(tokensEffect(now, null, large.D, messages.en, 'en').would).toEqual([messages.en.screen.grokking.plan.working])
  })
})
