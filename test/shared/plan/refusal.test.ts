import { describe, expect, it } from 'vitest'
import { contract } from '../../../src/shared/contract'
import type { ProcedureName } from '../../../src/shared/contract'
import { refusalOf } from '../../../src/shared/plan/refusal'

function refused(procedure: ProcedureName, input: unknown) {
  const parsed = contract[procedure].input.safeParse(input)
  if (parsed.success) throw new Error('expected the input to be refused')
  return refusalOf(parsed.error, input)
}

describe('a refused input', () => {
  it.each([
    ['laws.optimum', { law: 'hoffmann-2022', C: -1 }, 'C', /^C: expected a number above 0 .*for example 5\.76e23; found -1$/],
    ['laws.optimum', { law: 'hoffmann-2022', C: NaN }, 'C', /found NaN/],
    ['laws.optimum', { law: 'hoffmann-2022', C: Infinity }, 'C', /too large to hold/],
    ['laws.optimum', { law: 'hoffmann-2022' }, 'C', /found nothing$/],
    ['laws.optimum', { law: 'chinchilla', C: 1e20 }, 'law', /expected one of "besiroglu-2024".*found "chinchilla"/],
    ['laws.solve', { law: 'llama-3', policy: { kind: 'optimal' }, given: { C: 1e20, flops: 1 } }, 'given.flops', /no field "flops"/],
    ['laws.solve', { law: 'llama-3', policy: { kind: 'optimal' }, given: { C: 1e20, N: 1e9 } }, 'given', /exactly one/],
    ['links.scaleFor', { link: 'weibull', probability: 1, params: { critical: 1e9 } }, 'probability', /below 1/],
    ['documents.open', { id: 5 }, '', /expected \{"id": …\}.*found \{"id":5\}/],
    ['laws.list', { a: 1 }, 'a', /there is no field "a"/],
    ['laws.optimum', null, '', /expected an object; found null/]
  ] as const)('of %s names field, rule, example and what was found (%#)', (procedure, input, path, message) => {
    const refusal = refused(procedure, input)
    expect(refusal).toMatchObject({ code: 'bad-input', path })
    expect(refusal.message).toMatch(message)
  })

  it('is named by place within lists', () => {
    const plan = {
      targets: [
        { id: 'a', critical: 1, benefit: { kind: 'usd', value: 1 } },
        { id: 'b', critical: 'big', benefit: { kind: 'usd', value: 1 } }
      ]
    }
    expect(refused('planner.evaluate', { plan }).path).toBe('plan.targets[1].critical')
  })

  it('is quoted only in part when it is long', () => {
    const { message } = refused('laws.optimum', { law: 'x'.repeat(1e6), C: 1 })
    expect(message.slice(message.indexOf('found')).length).toBeLessThan(100)
    expect(refused('laws.optimum', { law: 'llama-3', C: Array(1e5).fill(1) }).message).toMatch(/a list of 100000/)
  })

  it('may be nested without end', () => {
    let deep: unknown = 1
    for (let i = 0; i < 1e5; i++) deep = [deep]
    expect(refused('laws.optimum', { law: 'llama-3', C: deep }).path).toBe('C')
  })
})
