/** One plan under every law: what each asks for is what the plan would ask for with that law, and what is said of their spread holds. */
import { describe, expect, it } from 'vitest'
import { compareLaws, type LawComparison } from '../../../src/main/engine/laws/compareLaws'
import { evaluate } from '../../../src/main/engine/evaluate'
import { isNoAnswer } from '../../../src/shared/notes'
import { setAlternative, setLaw } from '../../../src/shared/plan/edits'
import { LAW_IDS } from '../../../src/shared/plan/lawSchema'
import { planSchema, type Plan, type PlanInput } from '../../../src/shared/plan/schema'

const target = { id: 'code', critical: { low: 20e9, high: 30e9 }, benefit: { kind: 'usd', value: 5e6 } } as const
const planOf = (more: Partial<PlanInput> = {}): Plan => planSchema.parse({ targets: [target], ...more })
function compared(plan: Plan, C: number | null = null): LawComparison {
  const answer = compareLaws(plan, C)
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}

describe('laws beside each other', () => {
  const plan = planOf()
  const { laws, required, optimum, C } = compared(plan)
  it('each asks for the run of the plan with that law', () => {
    expect(laws.map(({ law }) => law)).toEqual([...LAW_IDS])
    for (const { law, required: run } of laws)
      expect(run, law).toEqual(evaluate(setLaw(plan, { id: law }), { today: '2026-11-25', models: [] }, { audit: false }).targets[0]!.required)
  })
  it('the common compute is that of the plan’s own run, at which every optimum spends all of it', () => {
    expect(C).toBe(laws.find(({ chosen }) => chosen)!.required!.C)
    for (const { optimum: best, curve } of laws) {
      expect((6 * best.N * best.D) / C).toBeCloseTo(1, 12)
      expect(curve.every((N, i) => i === 0 || N > curve[i - 1]!)).toBe(true)
      expect(curve[(curve.length - 1) / 2]! / best.N).toBeCloseTo(1, 9)
    }
  })
  it('spreads are the lowest and the highest of the rows', () => {
    const usd = laws.map(({ required: run }) => run!.usd)
    expect(required.usd).toEqual({ low: Math.min(...usd), high: Math.max(...usd), factor: Math.max(...usd) / Math.min(...usd) })
    expect(optimum.tokensPerParam!.low).toBe(Math.min(...laws.map(({ optimum: { tokensPerParam } }) => tokensPerParam)))
  })
  it('weights are those of the alternatives, and add up to all of the belief', () => {
    const weighed = compared(setAlternative(setAlternative(plan, 'llama-3', 0.3), 'hoffmann-2022', 0.2)).laws
    expect(weighed.find(({ law }) => law === 'llama-3')!.weight).toBe(0.3)
    expect(weighed.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14)
    expect(setAlternative(setAlternative(plan, 'llama-3', 0.3), 'llama-3', 0).law.alternatives).toEqual([])
  })
  it('an own fit stands among them', () => {
    const constants = { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 }
    expect(compared(planOf({ law: { fitted: { constants, source: 'ours' } } })).laws.at(-1)!.law).toBe('fitted:chinchilla')
  })
})

describe('what has no answer', () => {
  it('a plan without targets has optima for a given compute, and says why no run is asked for', () => {
    const none = planOf({ targets: [] })
    expect(compareLaws(none, null)).toMatchObject({ reason: 'underdetermined', code: 'compare-no-run' })
    const { laws, required } = compared(none, 1e23)
    expect(laws.every(({ required: run, reason }) => run === null && reason?.code === 'compare-no-target')).toBe(true)
    expect(required.usd).toBeNull()
  })
  it('a law that gives no effective size asks for no run of a target on that axis, with the reason', () => {
    const { laws } = compared(planOf({ targets: [{ ...target, axis: 'effective' }] }))
    const llama = laws.find(({ law }) => law === 'llama-3')!
    expect(llama.required).toBeNull()
    expect(llama.reason).not.toBeNull()
  })
})
