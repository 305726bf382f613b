import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emergencePoints } from '../../../src/main/engine/laws/emergencePoint'
import type { BoundLaw } from '../../../src/main/engine/laws/law'
import { curveWithRegime, regimeFactor, sizeCurve } from '../../../src/main/engine/laws/regime'
import { bound, lawNamed } from '../../../src/main/engine/laws/registry'
import { slopeAt } from '../../../src/main/engine/laws/slope'
import type { AskedLawId } from '../../../src/shared/plan/schema'
import { golden } from './golden'

const law = (id: AskedLawId, constants = lawNamed(id).constants['unrounded']!): BoundLaw => bound(lawNamed(id), 'unrounded', constants, { k: 6 })
/** Tokens at which the golden figures hold. */
const tokensOf = (id: string): number => (id === 'kaplan-2020-nd' ? 3e11 : Infinity)
const relative = (a: number, b: number): number => Math.abs(a / b - 1)

describe('the curve of loss over size', () => {
  it.each(Object.keys(golden.slopes))('%s at 20B has the slope and the bend that mpmath differentiates', (id) => {
    const curve = sizeCurve(law(id as AskedLawId), tokensOf(id))
    expect(relative(curve.slope(20e9), golden.slopes[id]!)).toBeLessThan(1e-13)
    expect(relative(curve.bend(20e9), golden.bends[id]!)).toBeLessThan(1e-13)
  })

  it.each(golden.regime)('Kaplan’s L(N) with a regime change at 10B (κ 0.5, δ 0.3) is at N %d where mpmath integrates its slope to', (N, loss) => {
    const curve = curveWithRegime(sizeCurve(law('kaplan-2020-n'), Infinity), { criticalSize: 1e10, kappa: 0.5, delta: 0.3 })
    // 48 nodes after the corner is taken out.
    expect(relative(curve.loss(N), loss)).toBeLessThan(1e-9)
  })
})

describe('the local slope', () => {
  const regime = { criticalSize: 1e10, kappa: 0.5, delta: 0.05 }

  it('is −α·K^α/N^(1+α) times 1 + κ·((N − N_c)/N_c)^δ beyond N_c and the law’s own up to it', () => {
    const at = slopeAt(law('kaplan-2020-n'), 20e9, Infinity, regime)
    expect(relative(at.slope, (-0.076 * 8.8e13 ** 0.076) / 20e9 ** 1.076)).toBeLessThan(1e-12)
    expect(at.factor).toBe(1.5)
    expect(at.withRegime).toBe(at.slope * 1.5)
    expect(slopeAt(law('kaplan-2020-n'), 1e10, Infinity, regime).factor).toBe(1)
    expect(slopeAt(law('kaplan-2020-n'), 20e9, Infinity, null)).toMatchObject({ withRegime: null, factor: null, bounded: null })
  })

  it('knows K and α of a single power term, whatever the law calls them, and none where there is no such term', () => {
    const kaplan = slopeAt(law('kaplan-2020-n'), 20e9, Infinity, regime).sizeTerm!
    expect(relative(kaplan.K, 8.8e13)).toBeLessThan(1e-9)
    expect(kaplan.alpha).toBeCloseTo(0.076, 12)
    const hoffmann = slopeAt(law('hoffmann-2022'), 20e9, 1.4e12, regime).sizeTerm!
    expect(relative(hoffmann.K, 406.401 ** (1 / 0.33917084))).toBeLessThan(1e-9)
    expect(slopeAt(law('kaplan-2020-nd'), 20e9, 3e11, regime)).toMatchObject({ sizeTerm: null, bounded: null, source: null })
  })

  it('stays bounded for δ < α only', () => {
    expect(slopeAt(law('kaplan-2020-n'), 20e9, Infinity, { ...regime, delta: 0.075 }).bounded).toBe(true)
    expect(slopeAt(law('kaplan-2020-n'), 20e9, Infinity, { ...regime, delta: 0.076 }).bounded).toBe(false)
    expect(slopeAt(law('kaplan-2020-n'), 20e9, Infinity, { ...regime, kappa: 0, delta: 3 }).bounded).toBe(true)
    // Beyond it the loss does fall below any number.
    expect(curveWithRegime(sizeCurve(law('kaplan-2020-n'), Infinity), { ...regime, delta: 1 }).loss(1e13)).toBeLessThan(0)
  })

  it('shows what the source’s forms give: the first rises with size, the second has the regime at K', () => {
    const { source } = slopeAt(law('kaplan-2020-n'), 20e9, Infinity, regime)
    expect(relative(source!.first, (0.076 * 8.8e13) / 20e9 ** 1.076)).toBeLessThan(1e-9)
    expect(source!.second).toBe(slopeAt(law('kaplan-2020-n'), 20e9, Infinity, null).slope)
  })

  it('with a regime is never above the slope without', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 6, max: 13, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (e, kappa, delta) => {
          expect(regimeFactor(10 ** e, { criticalSize: 1e10, kappa, delta })).toBeGreaterThanOrEqual(1)
        }
      )
    )
  })
})

describe('the emergence point', () => {
  const range = [1e5, 1e13] as const

  it('of a pure power law is an edge by the first definition and none by the second', () => {
    for (const id of ['kaplan-2020-n', 'kaplan-2020-d'] as const) {
      const { linear, logLog } = emergencePoints(law(id), range, 1e12, null)
      expect(linear).toEqual(id === 'kaplan-2020-n' ? { status: 'edge', N: 1e5 } : { status: 'none' })
      expect(logLog).toEqual({ status: 'none' })
    }
  })

  it.each([
    ['hoffmann-2022', 10.4e6],
    ['besiroglu-2024', 9.3e6],
    ['kaplan-2020-nd', 249e9]
  ] as const)('of %s by the second is interior at %d, where the two parts of the loss are equal (mpmath)', (id, rounded) => {
    const { linear, logLog } = emergencePoints(law(id), range, tokensOf(id), null)
    expect(linear).toEqual({ status: 'edge', N: 1e5 })
    expect(logLog.status).toBe('interior')
    // A maximum is flat: half the digits of the curvature are those of its place.
    expect(relative(logLog.N!, golden.logLog[id]!)).toBeLessThan(1e-6)
    expect(relative(logLog.N!, rounded)).toBeLessThan(0.005)
  })

  it('at unlimited data is (A/E)^(1/α)', () => {
    const { E, A, alpha } = lawNamed('hoffmann-2022').constants['unrounded'] as { E: number; A: number; alpha: number }
    expect(relative(emergencePoints(law('hoffmann-2022'), range, Infinity, null).logLog.N!, (A / E) ** (1 / alpha))).toBeLessThan(1e-6)
  })

  it('outside the range is at its end', () => {
    expect(emergencePoints(law('hoffmann-2022'), [1e8, 1e12], Infinity, null).logLog).toEqual({ status: 'edge', N: 1e8 })
  })

  it('is a kink where a regime with δ < 1 begins', () => {
    for (const delta of [0, 0.05, 0.9]) {
      const regime = { criticalSize: 1e10, kappa: 0.5, delta }
      expect(emergencePoints(law('hoffmann-2022'), range, Infinity, regime)).toMatchObject({
        linear: { status: 'kink', N: 1e10 },
        logLog: { status: 'kink', N: 1e10 }
      })
    }
    expect(emergencePoints(law('hoffmann-2022'), range, Infinity, { criticalSize: 1e10, kappa: 0, delta: 0 }).logLog.status).toBe('interior')
    expect(emergencePoints(law('hoffmann-2022'), [1e5, 1e9], Infinity, { criticalSize: 1e10, kappa: 1, delta: 0 }).logLog.status).toBe('interior')
  })

  it('of a jump in the curvature is a kink as well: δ = 1, strong enough to win', () => {
    const { logLog } = emergencePoints(law('kaplan-2020-n'), [1e9, 2e10], Infinity, { criticalSize: 1e10, kappa: 5, delta: 1 })
    expect(logLog.status === 'kink' || logLog.status === 'edge').toBe(true)
  })

  it('looks no further than the loss is above 0', () => {
    const { lossEndsAt, logLog } = emergencePoints(law('kaplan-2020-n'), range, Infinity, { criticalSize: 1e10, kappa: 5, delta: 1.5 })
    expect(lossEndsAt).toBeGreaterThan(1e10)
    expect(logLog.N ?? 0).toBeLessThanOrEqual(lossEndsAt!)
  })
})
