/** On the runs read off Hoffmann's figure 4, which stand beside the project and are not part of it. */
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FitResult } from '../../../src/shared/contract/fit'
import { codes, fitOf, type Run } from './ask'

const file = new URL('../../../../shared/reference/data/chinchilla_245.csv', import.meta.url)

/** Standard errors of Besiroglu et al. 2024, table 1, from 4,000 bootstraps. */
const PUBLISHED = { E: 0.0257, A: 124.52, B: 1293.28, alpha: 0.0154, beta: 0.0206 }
/** The optimum as SciPy's L-BFGS-B finds it from 32 tight starts. */
const OPTIMUM = { E: 1.817218, A: 477.826, B: 2143.417, alpha: 0.3473105, beta: 0.3671724 }

describe.skipIf(!existsSync(file))('Hoffmann’s runs, as traced by Besiroglu et al. (needs the published runs beside the project)', () => {
  let whole: FitResult
  let fit: FitResult
  let highest: number[]

  beforeAll(async () => {
    const runs = readFileSync(file, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line): Run => {
        const [N, D, , loss] = line.split(',').map(Number)
        return { N: N!, D: D!, loss: loss! }
      })
    const byLoss = runs.map(({ loss }, i) => ({ loss: loss!, row: i + 1 })).sort((a, b) => b.loss - a.loss)
    highest = byLoss.slice(0, 5).map(({ row }) => row)
    whole = await fitOf({ points: runs, bootstrap: 0 })
    fit = await fitOf({ points: runs.filter((_, i) => !highest.includes(i + 1)), bootstrap: 1000 })
  })

  test('without the five highest losses the objective is at most 0.0010182741, from every one of the default starts', ({ annotate }) => {
    expect(fit.pointsUsed).toBe(240)
    expect(fit.objective).toBeLessThanOrEqual(0.0010182741)
    expect(fit.starts).toEqual({ count: 48, reached: 48 })
    void annotate(`objective ${fit.objective}`)
  })

  test.each(Object.entries(OPTIMUM))('%s is %d', (name, value) => {
    expect(Math.abs(fit.constants[name]! / value - 1)).toBeLessThan(1e-6)
  })

  test.each(Object.entries(PUBLISHED))('the bootstrap error of %s is within a factor 2 of the published %d', (name, published) => {
    const ratio = fit.standardErrors![name]! / published
    expect(ratio, `${name} ± ${fit.standardErrors![name]}`).toBeGreaterThan(0.5)
    expect(ratio, `${name} ± ${fit.standardErrors![name]}`).toBeLessThan(2)
  })

  test('A and B are said to be poorly determined, and no other constant', () => {
    const warning = fit.warnings.find(({ code }) => code === 'fit-poorly-determined')
    expect(warning?.values.names).toMatch(/^A 478 ± \d+, B 2140 ± \d+$/)
  })

  test('all 245 runs give β 0.453, and the fit says that it rests on five of them', () => {
    expect(whole.constants.beta).toBeCloseTo(0.453, 3)
    expect(codes(whole)).toContain('fit-rests-on-few')
  })

  test('the influence table puts the first and four of the first five by |Δβ| among the five highest losses', () => {
    const { sortedBy, points } = whole.influence
    expect(sortedBy).toBe('beta')
    const first = points.slice(0, 5)
    const sizes = first.map(({ delta }) => Math.abs(delta.beta!))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(highest).toContain(first[0]!.row)
    expect(first.filter(({ row }) => highest.includes(row))).toHaveLength(4)
  })

  test('a set-deletion row shows β 0.453 → 0.367 without the five highest losses', () => {
    const { rows, constants, delta } = whole.influence.sets.find(({ set }) => set === 'highestLosses')!
    expect([...rows].sort()).toEqual([...highest].sort())
    expect(constants!.beta).toBeCloseTo(0.367, 3)
    expect(delta!.beta).toBeCloseTo(0.367 - 0.453, 2)
  })

  test('the largest budgets, held out, are missed by 0.012735 (rms in ln loss) against 0.006031 of the others, as SciPy’s fit of those 192 runs misses them, and the fit says so', () => {
    expect(fit.heldOut).toMatchObject({ quantity: 'loss', count: 48 })
    expect(fit.heldOut!.rmse).toBeCloseTo(0.0127352, 6)
    expect(fit.heldOut!.bias).toBeCloseTo(-0.0031364, 6)
    expect(fit.heldOut!.rmseFitted).toBeCloseTo(0.0060312, 6)
    expect(codes(fit)).toContain('fit-held-out-worse')
  })
})
