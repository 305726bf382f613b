import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../src/main/engine/evaluate'
import { LAWS } from '../../src/main/engine/laws/registry'
import { explain, type Explanation } from '../../src/shared/explain'
import type { Outcome } from '../../src/shared/outcome'
import { planSchema, type PlanInput } from '../../src/shared/plan/schema'
import { quantities, type QuantityId } from '../../src/shared/quantities'
import { LAW_CARDS } from '../../src/shared/quantity/laws'
import type { Scope } from '../../src/shared/quantity/subject'

const ids = Object.keys(quantities) as QuantityId[]

/** Evaluates the right-hand side that a reader sees: its tokens' values with + − · / ^ ( ) ⌈ ⌉ ln and T for 10¹². */
function evaluated(explanation: Explanation): number {
  const text = explanation.formula
    .map((token) => {
      if (token.type === 'text') return token.text
      expect(token.value, `${explanation.id} uses ${token.id}, which has no value`).not.toBeNull()
      return `(${token.value})`
    })
    .join('')
  let at = 0
  const source = text.replace(/\s/g, '').replaceAll('−', '-').replaceAll('·', '*')
  const take = (symbol: string): boolean => {
    if (!source.startsWith(symbol, at)) return false
    at += symbol.length
    return true
  }
  const sum = (): number => {
    let value = product()
    for (;;) {
      if (take('+')) value += product()
      else if (take('-')) value -= product()
      else return value
    }
  }
  const product = (): number => {
    let value = power()
    for (;;) {
      if (take('*')) value *= power()
      else if (take('/')) value /= power()
      else return value
    }
  }
  const power = (): number => {
    const base = atom()
    return take('^') ? base ** power() : base
  }
  const atom = (): number => {
    if (take('-')) return -power()
    if (take('⌈')) {
      const inside = sum()
      expect(take('⌉')).toBe(true)
      return Math.ceil(inside * (1 - 1e-12))
    }
    const log = take('ln(')
    if (log || take('(')) {
      const inside = sum()
      expect(take(')'), source).toBe(true)
      return log ? Math.log(inside) : inside
    }
    const number = /^\d+(\.\d+)?(e[+-]?\d+)?/.exec(source.slice(at))?.[0]
    expect(number, `cannot read ${source} at ${at}`).toBeDefined()
    at += number!.length
    return take('T') ? Number(number) * 1e12 : Number(number)
  }
  const value = sum()
  expect(at, source).toBe(source.length)
  return value
}

const environment = { today: '2026-11', models: [] }
const outcomeOf = (plan: PlanInput): Outcome => evaluate(planSchema.parse(plan), environment)

const target = (id: string, critical: PlanInput['targets'][number]['critical'], value: number, rest: object = {}): PlanInput['targets'][number] => ({
  id,
  critical,
  benefit: { kind: 'usd', value },
  ...rest
})

/** Plans that take every branch of the formulas: exact and uncertain inputs, surcharges of both kinds, data bought once, capped data, discounting, yearly benefits, serving, points. */
const plans: Record<string, PlanInput> = {
  plain: { targets: [target('code', 25e9, 9e6)] },
  everything: {
    targets: [
      target('code', { low: 20e9, high: 30e9 }, 4e7, { criticalMeans: 'unknown' }),
      target('maths', 85e9, 3e7, { link: 'logistic', floor: 0.1, ceiling: 0.95, benefit: { kind: 'usd', value: 3e7, per: 'year' } }),
      target('chain', 60e9, 2e7, { link: 'step' })
    ],
    cluster: { accelerators: 2048, mfu: { low: 0.2, high: 0.56 }, uptime: 0.9 },
    costs: {
      pricePerHourUsd: { low: 2, high: 4 },
      failedRuns: { share: 0.1, of: 'compute' },
      experiments: { share: 0.25, of: 'training' },
      postTraining: { share: 0.1, of: 'compute' },
      evaluation: { share: 0.02, of: 'training' },
      dataUsdPerTrillionTokens: 20_000,
      staff: { people: 12, usdPerPersonYear: 400_000 },
      fixedUsdPerRun: 50_000,
      fixedDaysPerRun: 7,
      energy: { billed: true },
      inference: { tokens: 1e12, mfu: 0.2 }
    },
    model: { kind: 'moe', totalPerActive: 8 },
    decision: { discountRate: 0.08 },
    ratio: { kind: 'ratio', tokensPerParameter: 20 }
  },
  steps: {
    targets: [target('code', { low: 20e9, high: 30e9 }, 3e7), target('maths', { low: 70e9, high: 100e9 }, 6e7)],
    costs: { dataUsdPerTrillionTokens: 20_000 },
    decision: { discountRate: 0.1 },
    limits: { largestStep: { factor: 3, lastTrainedN: 7e9 } }
  },
  'short of data': {
    targets: [target('code', 25e9, 9e6)],
    limits: { uniqueTokens: 1e11 },
    costs: { dataUsdPerTrillionTokens: 50_000 },
    ratio: { kind: 'fixedD', tokens: 1e12 }
  },
  onsets: {
    targets: [
      target('code', 25e9, 9e6, { link: 'shifted-weibull', criticalMeans: 'p50' }),
      target('maths', 85e9, 3e7, { link: 'power-onset', floor: 0.1, shift: { factor: 0.5, reason: 'better data' } }),
      target('chain', 60e9, 2e7, { link: 'power-onset', criticalMeans: 'unknown', steepness: 1.5 })
    ]
  },
  evidence: {
    targets: [
      target('code', 25e9, 9e6, { entries: [{ critical: 30e9 }, { critical: { low: 10e9, high: 20e9 } }], shift: { factor: 2, reason: 'less data' } }),
      target('steps', 25e9, 9e6, { link: 'step', entries: [{ critical: 30e9 }, { critical: 50e9 }] }),
      target('old', 25e9, 9e6, { criticalAsOf: { date: '2024' } })
    ],
    decision: { progress: { halvingMonths: 8 } }
  },
  points: {
    targets: [
      { id: 'code', critical: 10e9, link: 'step', benefit: { kind: 'points', value: 0.85 } },
      { id: 'languages', critical: 50e9, link: 'step', axis: 'C', benefit: { kind: 'points', value: 0.7 } }
    ]
  },
  'priced points': {
    targets: [{ id: 'code', critical: 10e9, benefit: { kind: 'points', value: 0.85 } }],
    decision: { usdPerPoint: 1e7 },
    law: { id: 'llama-3' }
  }
}

const scopes = (outcome: Outcome): Scope[] => [
  ...outcome.plan.targets.map(({ id }) => ({ target: id })),
  ...outcome.path.rungs.map((_rung, rung) => ({ rung }))
]

it('the plan with a largest step has several rungs, so that the formulas of later rungs are read too', () => {
  expect(outcomeOf(plans.steps!).path.rungs.length).toBeGreaterThan(1)
})

describe.each(Object.entries(plans))('the explanations of the plan “%s”', (_name, plan) => {
  it('have a path with rungs and a required run to explain', () => {
    const outcome = outcomeOf(plan)
    expect(outcome.path.rungs.length).toBeGreaterThan(0)
    expect(outcome.targets.some(({ required }) => required !== null)).toBe(true)
  })

  it('evaluate to the number that they explain wherever they say so', () => {
    const outcome = outcomeOf(plan)
    for (const scope of scopes(outcome)) {
      for (const id of ids) {
        const explanation = explain(outcome, id, 'en', scope)
        if (explanation.formula.length === 0 || explanation.relation === 'solves' || explanation.value === null) continue
        const value = evaluated(explanation)
        expect(Math.abs(value - explanation.value), `${id} for ${JSON.stringify(scope)}: ${value}, not ${explanation.value}`).toBeLessThanOrEqual(
          1e-9 * Math.abs(explanation.value) + 1e-9
        )
      }
    }
  })
})

describe('the card of a law', () => {
  it.each(LAWS.map((law) => [law.id, law] as const))('of %s has the ranges that the engine’s law has', (id, law) => {
    expect(LAW_CARDS[id].fitted).toEqual(law.fittedRange)
  })
})

describe('an explanation', () => {
  let outcome: Outcome
  beforeAll(() => {
    outcome = outcomeOf(plans.everything!)
  })

  it('covers compute, cost, time, hours, memory and return with formulas that can be checked', () => {
    for (const id of ['run.C', 'run.usd', 'run.days', 'run.acceleratorHours', 'run.minAccelerators', 'target.roi'] as const) {
      const explanation = explain(outcome, id, 'en')
      expect(explanation.formula.length, id).toBeGreaterThan(0)
      expect(explanation.relation).toBe('equals')
    }
  })

  it('takes the value of every number from the outcome', () => {
    const required = outcome.targets[0]!.required!
    expect(explain(outcome, 'run.N', 'en', { target: 'code' }).value).toBe(required.N)
    expect(explain(outcome, 'run.usd', 'zh', { target: 'code' }).value).toBe(required.usd)
    expect(explain(outcome, 'run.usd', 'en', { rung: 0 }).value).toBe(outcome.path.rungs[0]!.run.usd)
    expect(explain(outcome, 'path.value.expected', 'en').value).toBe(outcome.path.value.expected)
  })

  it('shows the outcome’s own interval, and none when the inputs are exact', () => {
    const { usd } = outcome.targets[0]!.interval!
    expect(explain(outcome, 'run.usd', 'en', { target: 'code' }).range).toMatchObject({ low: usd.p5, high: usd.p95 })
    expect(explain(outcomeOf(plans.plain!), 'run.N', 'en').range).toBeNull()
  })

  it('names the inputs of the formula, those of the target by its id', () => {
    expect(explain(outcome, 'run.acceleratorHours', 'en').inputs).toEqual(['peak', 'mfu'])
    expect(explain(outcome, 'run.N', 'en', { target: 'maths' }).inputs).toEqual(expect.arrayContaining(['wanted@maths', 'critical@maths']))
  })

  it('carries the warnings that touch its inputs, and no others', () => {
    const old = outcomeOf({ ...plans.plain!, costs: { priceAsOf: '2024-01' } })
    expect(explain(old, 'run.usd', 'en').warnings.map(({ code }) => code)).toContain('price-old')
    expect(explain(old, 'run.C', 'en').warnings.map(({ code }) => code)).not.toContain('price-old')
  })

  it('says how far outside the fitted range the explained run lies, not the farthest run of the plan', () => {
    const all = outcome.warnings.find(({ code }) => code === 'outside-fitted-N')!
    for (const { id, required } of outcome.targets) {
      const own = explain(outcome, 'run.usd', 'en', { target: id }).warnings.find(({ code }) => code === 'outside-fitted-N')
      if (required!.N > Number(all.values['high'])) expect(own?.values['value']).toBe(required!.N)
      else expect(own).toBeUndefined()
    }
  })

  it('of a size carries what its own critical scale means, not that of other targets', () => {
    const codes = (target: string): string[] =>
      explain(outcome, 'run.N', 'en', { target }).warnings.flatMap(({ code, path = '' }) => (code === 'critical-unknown' ? [path] : []))
    expect(codes('code')).toEqual(['targets.0.criticalMeans'])
    expect(codes('maths')).toEqual([])
    expect(explain(outcome, 'run.C', 'en', { target: 'code' }).evidence).toEqual([])
  })

  it('has no value but keeps its name for a target or rung that is not there', () => {
    expect(explain(outcome, 'run.N', 'en', { target: 'nobody' })).toMatchObject({ value: null, label: 'Parameters', formula: [] })
    expect(explain(outcome, 'rung.usd', 'en', { rung: 99 })).toMatchObject({ value: null, formula: [] })
  })

  it('gives the reason when a target has no run', () => {
    const never = outcomeOf({ targets: [{ id: 'never', critical: 1e10, ceiling: 0.5, wanted: 0.8, benefit: { kind: 'usd', value: 1e6 } }] })
    expect(explain(never, 'run.N', 'en')).toMatchObject({ value: null, reason: { code: 'wanted-above-ceiling' } })
  })

  it('shows a priority as a word in the reader’s language', () => {
    expect(explain(outcomeOf(plans.plain!), 'target.priority', 'zh').shown?.before).toBe('高')
  })

  it('of every number exists in both languages for the shipped examples', () => {
    const folder = new URL('../../resources/examples/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const { plan } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { plan: PlanInput }
      const shipped = outcomeOf(plan)
      for (const scope of scopes(shipped))
        for (const id of ids) for (const language of ['en', 'zh'] as const) expect(explain(shipped, id, language, scope).label).not.toBe('')
    }
  })
})
