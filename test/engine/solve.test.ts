import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAWS, lawOf } from '../../src/main/engine/laws/registry'
import { solve } from '../../src/main/engine/solve'
import { FLATTEST_ELASTICITY } from '../../src/main/engine/solveLoss'
import type { GivenQuantity, SolvePolicy, Solved, Spending } from '../../src/main/engine/solve'
import type { BoundLaw } from '../../src/main/engine/laws/law'
import { isNoAnswer } from '../../src/shared/notes'
import type { NoAnswer } from '../../src/shared/notes'

const SETS = ['unrounded', 'printed'] as const
const POLICIES = ['optimal', 'ratio', 'fixedN', 'fixedD'] as const
const QUANTITIES = ['N', 'D', 'C', 'loss', 'usd', 'acceleratorHours', 'days'] as const
type PolicyKind = (typeof POLICIES)[number]

// 989.4 TFLOP/s at 40 %, 3.95 USD with 10 % on top, 1024 accelerators at 95 %.
const spending: Spending = { flopPerAcceleratorHour: 989.4e12 * 0.4 * 3600, usdPerAcceleratorHour: 3.95 * 1.1, acceleratorHoursPerDay: 1024 * 0.95 * 24 }
const laws = LAWS.flatMap((law) => SETS.map((constants) => lawOf({ id: law.id, constants })))
const besiroglu = lawOf({ id: 'besiroglu-2024', constants: 'unrounded' })
const hoffmann = lawOf({ id: 'hoffmann-2022', constants: 'unrounded' })
const llama = lawOf({ id: 'llama-3', constants: 'unrounded' })

const solved = (x: Solved | NoAnswer): Solved => {
  if (isNoAnswer(x)) throw new Error(x.detail)
  return x
}
const relative = (a: number, b: number) => Math.abs(a / b - 1)

/** What each (policy, given) of a law must answer; every combination not named here determines the run. */
function expectedReason(law: BoundLaw, policy: PolicyKind, given: GivenQuantity): NoAnswer['reason'] | null {
  if (given === 'loss' && law.loss === null) return 'notDefined'
  if (policy === 'fixedN' && given === 'N') return 'underdetermined'
  if (policy === 'fixedD' && given === 'D') return 'underdetermined'
  return null
}

const combinations = laws.flatMap((law) => POLICIES.flatMap((policy) => QUANTITIES.map((given) => ({ law, policy, given }))))

/** Policies as planners hold them: up to 1e4 tokens per parameter, sizes of 10M to 10T, data of 1B to 1e16 tokens. */
const valueOf: Record<PolicyKind, fc.Arbitrary<number>> = {
  optimal: fc.constant(0),
  ratio: fc.double({ min: -1, max: 4, noNaN: true }).map((e) => 10 ** e),
  fixedN: fc.double({ min: 7, max: 13, noNaN: true }).map((e) => 10 ** e),
  fixedD: fc.double({ min: 9, max: 16, noNaN: true }).map((e) => 10 ** e)
}
const policyOf = (kind: PolicyKind, value: number): SolvePolicy => (kind === 'optimal' ? { kind } : { kind, value })
const compute = fc.double({ min: 17, max: 28, noNaN: true }).map((e) => 10 ** e)

/** −d ln L/d ln N or D along the policy by central differences of the forward law: independent of what `solve` uses. */
function slopeOfLoss(law: BoundLaw, run: Solved, policy: PolicyKind): number {
  const h = 1e-6
  const [n, d] = policy === 'fixedN' ? [0, 1] : policy === 'fixedD' ? [1, 0] : [1, 1]
  const reducible = (s: number) => law.surface!.reducible(run.N * Math.exp(n! * s), run.D * Math.exp(d! * s))
  return (reducible(-h) - reducible(h)) / (2 * h) / run.loss!
}

describe('solving from one quantity to all others', () => {
  it('knows every combination of law, constants, policy and given', () => {
    expect(combinations).toHaveLength(7 * 2 * 4 * 7)
    expect(combinations.filter((c) => expectedReason(c.law, c.policy, c.given) === null)).toHaveLength(340)
  })

  describe.each(combinations.map((c) => [c.law.id, c.law.constantSet, c.policy, c.given, c] as const))(
    '%s (%s), %s, given %s',
    (_id, _set, _policy, _given, c) => {
      const { law, policy: kind, given } = c
      const reason = expectedReason(law, kind, given)

      it(reason === null ? 'returns the start to 1e-9' : `answers ${reason}`, () => {
        fc.assert(
          fc.property(compute, valueOf[kind], (C, value) => {
            const policy = policyOf(kind, value)
            const start = solved(solve({ law, policy, given: { C }, k: 6, spending }))
            expect(relative(6 * start.N * start.D, C)).toBeLessThan(1e-12)
            if (law.loss === null) expect(start.loss).toBeNull()

            const back = solve({ law, policy, given: { [given]: start[given] ?? 2 }, k: 6, spending })
            if (reason !== null) {
              expect(back).toMatchObject({ reason })
              expect((back as NoAnswer).detail).toMatch(/\.$/)
            } else if (given === 'loss' && slopeOfLoss(law, start, kind) < 1.001 * FLATTEST_ELASTICITY) {
              // So flat that the 53 bits of the loss hold several runs: the answer is that, never a wrong run.
              if (isNoAnswer(back)) expect(['underdetermined', 'unreachable']).toContain(back.reason)
              else expect(slopeOfLoss(law, start, kind)).toBeGreaterThan(0.999 * FLATTEST_ELASTICITY)
            } else {
              const run = solved(back)
              for (const quantity of QUANTITIES)
                if (start[quantity] === null) expect(run[quantity]).toBeNull()
                else expect(relative(run[quantity]!, start[quantity])).toBeLessThan(1e-9)
            }
          }),
          { numRuns: 60 }
        )
      })
    }
  )

  it('leaves no run undetermined by its loss in the range where planners work', () => {
    // From 1e17 to 1e28 FLOP at any ratio, and within a factor of 100 of the optimum at a held N or D, every loss fixes its run.
    fc.assert(
      fc.property(
        // A law of repeated data does: a model a hundred times too large for its tokens gains nothing from being larger.
        fc.constantFrom(...laws.filter((l) => l.surface && l.limitedTo === null)),
        compute,
        fc.constantFrom(...POLICIES),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (law, C, kind, shift) => {
          const optimum = law.optimum!(C, 6)
          const value = { optimal: 0, ratio: 20 * 10 ** shift, fixedN: optimum.N * 10 ** shift, fixedD: optimum.D * 10 ** shift }[kind]
          const policy = policyOf(kind, value)
          const start = solved(solve({ law, policy, given: { C }, k: 6, spending }))
          const back = solved(solve({ law, policy, given: { loss: start.loss! }, k: 6, spending }))
          expect(relative(back.C, C)).toBeLessThan(1e-9)
        }
      ),
      { numRuns: 1000 }
    )
  })
})

describe('golden solutions', () => {
  it.each([
    ['hoffmann-2022', 2.2, 5119144955.74143],
    ['besiroglu-2024', 2.2, 5688576348.31523],
    ['kaplan-2020-nd', 2, 8426209893.87289]
  ] as const)('%s reaches a loss of %d at 20 tokens per parameter with %d parameters', (id, loss, N) => {
    // 40-digit root of L(N, 20·N) = loss.
    const run = solved(solve({ law: lawOf({ id, constants: 'unrounded' }), policy: { kind: 'ratio', value: 20 }, given: { loss }, k: 6, spending }))
    expect(relative(run.N, N)).toBeLessThan(1e-12)
    expect(run.loss).toBe(loss)
  })

  it('turns compute into hours, days and money by hand', () => {
    const run = solved(solve({ law: hoffmann, policy: { kind: 'optimal' }, given: { C: 5.76e23 }, k: 6, spending }))
    expect(run.N / 1e9).toBeCloseTo(40.36, 2)
    expect(run.D / 1e12).toBeCloseTo(2.3785, 4)
    // 5.76e23/(3.9576e14·3600) = 404 285 h; over 23 347.2 h a day; at 4.345 USD.
    expect(run.acceleratorHours).toBeCloseTo(404285, -1)
    expect(run.days).toBeCloseTo(17.316, 3)
    expect(run.usd / 1e6).toBeCloseTo(1.7566, 4)
  })

  it('takes k from the question', () => {
    const run = solved(solve({ law: besiroglu, policy: { kind: 'fixedN', value: 70e9 }, given: { C: 8 * 70e9 * 1.4e12 }, k: 8, spending }))
    expect(relative(run.D, 1.4e12)).toBeLessThan(1e-14)
  })

  it('returns what was given unchanged', () => {
    for (const given of QUANTITIES)
      expect(solved(solve({ law: besiroglu, policy: { kind: 'optimal' }, given: { [given]: 2.345 }, k: 6, spending }))[given]).toBe(2.345)
  })
})

describe('questions without an answer', () => {
  const ask = (law: BoundLaw, policy: SolvePolicy, given: { [Q in GivenQuantity]?: number }) => solve({ law, policy, given, k: 6, spending })

  it.each([
    ['a loss at the floor', besiroglu, { kind: 'optimal' }, { loss: 1.81686 }, 'unreachable', 'loss-below-floor'],
    ['a loss below the floor at a ratio', hoffmann, { kind: 'ratio', value: 20 }, { loss: 1.2 }, 'unreachable', 'loss-below-floor'],
    ['a loss below what 1B parameters can reach', besiroglu, { kind: 'fixedN', value: 1e9 }, { loss: 2 }, 'unreachable', 'loss-below-fixed-n'],
    ['a loss below what 1B tokens can teach', besiroglu, { kind: 'fixedD', value: 1e9 }, { loss: 2 }, 'unreachable', 'loss-below-fixed-d'],
    [
      'a loss that a held N only approaches',
      lawOf({ id: 'kaplan-2020-nd', constants: 'unrounded' }),
      { kind: 'fixedN', value: 1e9 },
      { loss: 1.5 },
      'unreachable',
      'loss-below-fixed-n'
    ],
    ['a loss of a law without one', llama, { kind: 'ratio', value: 20 }, { loss: 2 }, 'notDefined', 'law-without-loss'],
    ['the held N given again', besiroglu, { kind: 'fixedN', value: 70e9 }, { N: 70e9 }, 'underdetermined', 'fixed-n-leaves-d-open'],
    ['another N than the held one', besiroglu, { kind: 'fixedN', value: 70e9 }, { N: 7e9 }, 'unreachable', 'contradicts-fixed-n'],
    ['the held D given again', llama, { kind: 'fixedD', value: 1e12 }, { D: 1e12 }, 'underdetermined', 'fixed-d-leaves-n-open'],
    ['another D than the held one', llama, { kind: 'fixedD', value: 1e12 }, { D: 2e12 }, 'unreachable', 'contradicts-fixed-d'],
    ['a loss too close to the floor for its digits', besiroglu, { kind: 'optimal' }, { loss: 1.81686 + 1e-9 }, 'underdetermined', 'loss-too-flat'],
    [
      'a run beyond the range of numbers',
      lawOf({ id: 'kaplan-2020-nd', constants: 'printed' }),
      { kind: 'optimal' },
      { loss: 1e-60 },
      'unreachable',
      'beyond-numbers'
    ],
    ['a run below the range of numbers', besiroglu, { kind: 'optimal' }, { loss: 1e60 }, 'unreachable', 'beyond-numbers']
  ] as const)('%s', (_name, law, policy, given, reason, code) => {
    const answer = ask(law, policy, given)
    expect(answer).toMatchObject({ reason, code })
    // One sentence with its figures filled in.
    expect((answer as NoAnswer).detail).toMatch(/^[A-Z{].*[^{}]\.$/)
  })

  it('a law without an optimum has none to solve on', () => {
    const bare: BoundLaw = { ...besiroglu, optimum: null, optimalTokens: null, optimalSize: null }
    for (const given of QUANTITIES)
      expect(ask(bare, { kind: 'optimal' }, { [given]: 2.5 })).toMatchObject({ reason: 'notDefined', code: 'law-without-optimum' })
  })

  it('money determines nothing when accelerators are free', () => {
    const free = { ...spending, usdPerAcceleratorHour: 0 }
    expect(solve({ law: besiroglu, policy: { kind: 'optimal' }, given: { usd: 1e6 }, k: 6, spending: free })).toMatchObject({ reason: 'underdetermined' })
    expect(solved(solve({ law: besiroglu, policy: { kind: 'optimal' }, given: { C: 1e21 }, k: 6, spending: free })).usd).toBe(0)
  })

  it('not exactly one given quantity is a programming error', () => {
    expect(() => ask(besiroglu, { kind: 'optimal' }, {})).toThrow(/one quantity/)
    expect(() => ask(besiroglu, { kind: 'optimal' }, { N: 1, C: 2 })).toThrow(/one quantity/)
  })

  it('any value that the contract lets through gives finite numbers or a reason', () => {
    const any = fc.double({ min: -60, max: 60, noNaN: true }).map((e) => 10 ** e)
    fc.assert(
      fc.property(fc.constantFrom(...laws), fc.constantFrom(...POLICIES), any, fc.constantFrom(...QUANTITIES), any, (law, kind, value, given, amount) => {
        const answer = ask(law, policyOf(kind, value), { [given]: amount })
        if (isNoAnswer(answer)) expect(answer.detail.length).toBeGreaterThan(10)
        else
          for (const quantity of QUANTITIES) {
            const v = answer[quantity]
            if (v === null) expect(law.loss).toBeNull()
            else expect(Number.isFinite(v) && v > 0).toBe(true)
          }
      }),
      { numRuns: 5000 }
    )
  })
})
