import { describe, expect, it } from 'vitest'
import { choleskyOf } from '../../../../src/main/engine/uncertainty/draws/correlation'
import type { DrawMethod } from '../../../../src/main/engine/uncertainty/draws/drawPlan'
import { normal } from '../../../../src/main/engine/uncertainty/distributions/normal'
import { uniform } from '../../../../src/main/engine/uncertainty/distributions/uniform'
import type { SimulationModel } from '../../../../src/main/engine/uncertainty/monteCarlo/model'
import { varianceShares } from '../../../../src/main/engine/uncertainty/sensitivity/varianceShares'
import { isNoAnswer } from '../../../../src/shared/notes'

const model = (inputs: SimulationModel['inputs'], f: (x: readonly number[]) => number, more: Partial<SimulationModel> = {}): SimulationModel => ({
  inputs,
  outputs: [{ name: 'y', scale: 'linear', mean: 'value', percentiles: false }],
  evaluate: (columns, [y]) => {
    for (let k = 0; k < y!.length; k++) y![k] = f(columns.map((column) => column[k]!))
  },
  ...more
})

const A = 7
const B = 0.1
const angle = { shape: uniform({ low: -Math.PI, high: Math.PI }) }
/** Ishigami & Homma 1990. */
const ishigami = (shift = 0): SimulationModel =>
  model(
    ['x1', 'x2', 'x3'].map((name) => ({ name, ...angle })),
    ([x1, x2, x3]) => Math.sin(x1!) + A * Math.sin(x2!) ** 2 + B * x3! ** 4 * Math.sin(x1!) + shift
  )
const V1 = 0.5 * (1 + (B * Math.PI ** 4) / 5) ** 2
const V2 = A ** 2 / 8
const V13 = (8 * B ** 2 * Math.PI ** 8) / 225
const V = V1 + V2 + V13
/** 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437. */
const FIRST = [V1 / V, V2 / V, 0]
const TOTAL = [(V1 + V13) / V, V2 / V, V13 / V]

function sharesOf(of: SimulationModel, method: DrawMethod, draws = 65_536) {
  const shares = varianceShares(of, 0, { method, draws, seed: 4 })
  if (isNoAnswer(shares)) throw new Error(shares.detail)
  return shares
}

describe('variance shares', () => {
  it('the known values of the Ishigami function are the published ones', () => {
    expect(FIRST.map((s) => s.toFixed(4))).toEqual(['0.3139', '0.4424', '0.0000'])
    expect(TOTAL.map((s) => s.toFixed(4))).toEqual(['0.5576', '0.4424', '0.2437'])
  })
  it.each([
    ['sobol', 0.001],
    ['latin', 0.03],
    ['plain', 0.03]
  ] as const)('%s: match them within 4.5 standard errors, and within %d at 65 536 draws', (method, within) => {
    const { factors, variance, evaluations } = sharesOf(ishigami(), method)
    factors.forEach(({ first, total }, i) => {
      for (const [share, truth] of [[first, FIRST[i]!] as const, [total, TOTAL[i]!] as const]) {
        expect(Math.abs(share.value - truth)).toBeLessThan(within)
        // A first-order share of 0 is met by symmetry, with almost no error.
        expect(Math.abs(share.value - truth)).toBeLessThan(4.5 * share.standardError! + 1e-4)
      }
    })
    expect(Math.abs(variance / V - 1)).toBeLessThan(0.03)
    expect(evaluations).toBe(5 * 65_536)
  })
  it('do not change when a large constant is added', () => {
    const [plain, shifted] = [sharesOf(ishigami(), 'sobol', 4096), sharesOf(ishigami(1e6), 'sobol', 4096)]
    plain.factors.forEach(({ first, total }, i) => {
      expect(shifted.factors[i]!.first.value).toBeCloseTo(first.value, 6)
      expect(shifted.factors[i]!.total.value).toBeCloseTo(total.value, 6)
    })
    expect(shifted.mean - 1e6).toBeCloseTo(plain.mean, 6)
  })
  it('of a sum are the variances, and correlated inputs are one factor', () => {
    const names = ['a', 'b', 'c']
    const inputs = names.map((name, i) => ({ name, shape: normal({ mean: 0, sd: i + 1 }) }))
    const sum = (x: readonly number[]): number => x[0]! + x[1]! + x[2]!
    sharesOf(model(inputs, sum), 'sobol').factors.forEach(({ first, total }, i) => {
      expect(first.value).toBeCloseTo((i + 1) ** 2 / 14, 3)
      expect(total.value).toBeCloseTo((i + 1) ** 2 / 14, 3)
    })
    const L = choleskyOf(
      [
        [1, 0.5],
        [0.5, 1]
      ],
      ['a', 'c']
    )
    if (isNoAnswer(L)) throw new Error(L.detail)
    const { factors } = sharesOf(model(inputs, sum, { correlated: { inputs: [0, 2], L } }), 'sobol')
    expect(factors.map((factor) => factor.inputs)).toEqual([['a', 'c'], ['b']])
    // Var(a + c) = 1 + 9 + 2·0.5·1·3 = 13, Var b = 4.
    expect(factors[0]!.first.value).toBeCloseTo(13 / 17, 3)
    expect(factors[1]!.total.value).toBeCloseTo(4 / 17, 3)
  })
  it.each([
    ['sensitivity-no-variance', model([{ name: 'x', ...angle }], () => 3), 1000],
    ['sensitivity-infinite', model([{ name: 'x', ...angle }], ([x]) => (x! > 3 ? Infinity : 0)), 1000],
    ['sensitivity-few-draws', ishigami(), 100],
    ['draws-too-many', ishigami(), 1e9]
  ] as const)('%s is a reason', (code, of, draws) => {
    const refused = varianceShares(of, 0, { method: 'plain', draws, seed: 1 })
    expect(isNoAnswer(refused) && refused.code).toBe(code)
  })
})
