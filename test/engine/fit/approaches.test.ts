/** The three approaches on runs that one law made. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bound, lawNamed } from '../../../src/main/engine/laws/registry'
import { FIT_FORMS } from '../../../src/shared/contract/fit'
import { fitOf, grid, HOFFMANN, isoflops, lossOf, spaced } from './ask'

const BUDGETS = [6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21]
const a = HOFFMANN.beta / (HOFFMANN.alpha + HOFFMANN.beta)
const hoffmann = (N: number, D: number): number => lossOf(HOFFMANN, N, D)

describe('approach 2 recovers the exponents of the law within 0.005', () => {
  test.each([
    ['nine sizes around a guess of the optimum', isoflops(BUDGETS, (C) => spaced(0.1 * C ** 0.5 * 10 ** -0.8, 0.1 * C ** 0.5 * 10 ** 0.8, 9), hoffmann)],
    ['the same thirty sizes at every budget', isoflops(BUDGETS, () => spaced(5e7, 4e10, 30), hoffmann)],
    ['the same twelve sizes, a quarter of a decade apart', isoflops(BUDGETS, () => spaced(5e7, 2.8e10, 12), hoffmann)]
  ])('%s', async (_name, points) => {
    const fit = await fitOf({ points, approach: 'isoflop', bootstrap: 0 })
    expect(fit.isoflops!.every(({ status }) => status === 'used')).toBe(true)
    expect(Math.abs(fit.exponents!.a - a), `a ${fit.exponents!.a} against ${a}`).toBeLessThan(0.005)
    expect(Math.abs(fit.exponents!.b - (1 - a))).toBeLessThan(0.005)
  })
})

test('all three approaches agree on runs of one law, within 0.005 in the exponent and 10 % in the size at 1e20 FLOP', async () => {
  const points = isoflops(spaced(6e18, 3e21, 24), () => spaced(5e7, 4e10, 30), hoffmann)
  const fits = await Promise.all((['envelope', 'isoflop', 'parametric'] as const).map((approach) => fitOf({ points, approach, bootstrap: 0 })))
  const G = ((HOFFMANN.alpha * HOFFMANN.A) / (HOFFMANN.beta * HOFFMANN.B)) ** (1 / (HOFFMANN.alpha + HOFFMANN.beta))
  for (const { approach, exponents, constants } of fits) {
    expect(Math.abs(exponents!.a - a), `${approach}: ${exponents!.a} against ${a}`).toBeLessThan(0.005)
    if (approach !== 'parametric') expect(Math.abs((constants.kN! * 1e20 ** constants.a!) / (G * (1e20 / 6) ** a) - 1), approach).toBeLessThan(0.1)
  }
  for (const [name, value] of Object.entries(HOFFMANN)) expect(fits[2]!.constants[name]! / value).toBeCloseTo(1, 9)
})

test('approach 1 on training curves: sizes on many token counts', async () => {
  const fit = await fitOf({ points: grid(spaced(5e7, 16e9, 24), spaced(1e9, 5e11, 40), hoffmann), approach: 'envelope', bootstrap: 200 })
  expect(fit.envelope!.curves).toBe(true)
  expect(Math.abs(fit.exponents!.a - a), `a ${fit.exponents!.a} against ${a}`).toBeLessThan(0.005)
  expect(fit.standardErrors!.a).toBeLessThan(0.02)
})

test('approach 1 without training curves compares runs within bins, and says so', async () => {
  const points = isoflops(spaced(6e18, 3e21, 9), (C) => spaced(0.1 * C ** 0.5 * 10 ** -0.8, 0.1 * C ** 0.5 * 10 ** 0.83, 9), hoffmann)
  const fit = await fitOf({ points, approach: 'envelope', bootstrap: 0 })
  expect(fit.envelope!.curves).toBe(false)
  expect(fit.warnings.map(({ code }) => code)).toContain('fit-no-curves')
  expect(Math.abs(fit.exponents!.a - a), `a ${fit.exponents!.a} against ${a}`).toBeLessThan(0.05)
})

test('approach 3 finds any law again from runs without scatter, whatever the units', async () => {
  const constants = fc.record({
    E: fc.double({ min: 0.5, max: 3, noNaN: true }),
    approximation: fc.double({ min: 0.1, max: 2, noNaN: true }),
    generalisation: fc.double({ min: 0.1, max: 2, noNaN: true }),
    alpha: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
    beta: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
    unit: fc.constantFrom(1, 1e-9)
  })
  await fc.assert(
    fc.asyncProperty(constants, async ({ E, approximation, generalisation, alpha, beta, unit }) => {
      const law = { E, A: approximation * (1e9 * unit) ** alpha, B: generalisation * (2e10 * unit) ** beta, alpha, beta }
      const points = grid(spaced(5e7 * unit, 2e10 * unit, 7), spaced(1e9 * unit, 5e11 * unit, 7), (N, D) => lossOf(law, N, D))
      const fit = await fitOf({ points, bootstrap: 0 })
      for (const [name, value] of Object.entries(law)) expect(fit.constants[name]! / value, name).toBeCloseTo(1, 6)
      expect(fit.starts!.reached).toBeGreaterThan(24)
    }),
    { numRuns: 25, seed: 20261122 }
  )
})

test('Kaplan’s joint form finds his constants again, and the exponent of its optimum', async () => {
  const kaplan = { Nc: 6.4e13, alphaN: 0.076, Dc: 1.8e13, alphaD: 0.103 }
  const loss = (N: number, D: number): number => ((kaplan.Nc / N) ** (kaplan.alphaN / kaplan.alphaD) + kaplan.Dc / D) ** kaplan.alphaD
  const fit = await fitOf({ points: grid(spaced(1e6, 1.5e9, 8), spaced(22e6, 23e9, 8), loss), form: 'kaplan-nd', bootstrap: 60 })
  for (const [name, value] of Object.entries(kaplan)) expect(fit.constants[name]! / value, name).toBeCloseTo(1, 8)
  expect(fit.exponents!.a).toBeCloseTo(0.5754, 4)
  expect(fit.starts!.reached).toBeGreaterThan(18)
})

test('the separable form and the power law with an offset find their constants again', async () => {
  const separable = await fitOf({
    points: grid(spaced(5e7, 2e10, 7), spaced(1e9, 5e11, 7), (N, D) => (5.2e7 / N) ** 0.35 + (1.2e9 / D) ** 0.37),
    form: 'separable',
    bootstrap: 0
  })
  for (const [name, value] of Object.entries({ Nc: 5.2e7, alphaN: 0.35, Dc: 1.2e9, alphaD: 0.37 })) expect(separable.constants[name]! / value).toBeCloseTo(1, 8)
  const offset = await fitOf({ points: spaced(5e7, 2e10, 9).map((N) => ({ N, loss: 480 * N ** -0.35 + 1.8 })), form: 'power-offset', bootstrap: 0 })
  for (const [name, value] of Object.entries({ a: 480, alpha: 0.35, b: 1.8 })) expect(offset.constants[name]! / value).toBeCloseTo(1, 8)
  expect(offset.exponents).toBeNull()
})

test('approaches 1 and 2 leave out each size or isoFLOP, and predict the largest budgets from the others', async () => {
  const points = isoflops(spaced(6e18, 3e21, 9), () => spaced(5e7, 4e10, 30), hoffmann)
  const byFlop = await fitOf({ points, approach: 'isoflop', bootstrap: 0 })
  expect(byFlop.influence.sets.map(({ set, rows }) => [set, rows.length])).toEqual([
    ...Array.from({ length: 9 }, () => ['isoflop', 30]),
    ['largestBudgets', 60]
  ])
  expect(byFlop.influence.sets[0]!.C).toBeCloseTo(6e18, -12)
  expect(byFlop.heldOut).toMatchObject({ quantity: 'N', count: 2 })
  expect(byFlop.heldOut!.rmse).toBeLessThan(0.01)
  expect(byFlop.residuals).toHaveLength(9)

  const bySize = await fitOf({ points, approach: 'envelope', bootstrap: 0 })
  const counting = bySize.envelope!.winners.filter(({ counts }) => counts)
  expect(bySize.influence.sets.map(({ N }) => N)).toEqual([...counting.map(({ N }) => N), undefined])
  // Neighbouring sizes differ by 0.23 in ln N.
  expect(bySize.heldOut!.rmse).toBeLessThan(0.23)
})

test.each(FIT_FORMS)('the constants of a %s fit are those of the law fitted:%s, which predicts the same losses', async (form) => {
  const fit = await fitOf({ points: grid(spaced(5e7, 1e10, 5), spaced(1e9, 5e11, 5), hoffmann), form, bootstrap: 0 })
  const law = bound(lawNamed(`fitted:${form}`), 'own', fit.constants, { k: 6 })
  for (const { N, D, predicted } of fit.residuals) expect(law.loss!(N, D!) / predicted).toBeCloseTo(1, 12)
})
