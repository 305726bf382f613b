/** A believed steepness, floor and ceiling in F̄, F̄ given g, H, required scales and ranges, against SciPy's quadrature of the definitions (test/golden/links/steepness.py). */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { averaged } from '../../../src/main/engine/planner/averaged'
import { beliefOf, marginal, marginals, requiredScale, type TargetBelief } from '../../../src/main/engine/planner/belief'
import { conditional, conditionalOf } from '../../../src/main/engine/planner/conditional'
import { joint } from '../../../src/main/engine/planner/joint'
import { expectedBounds } from '../../../src/main/engine/planner/linkBeliefs'
import { smoothedAt } from '../../../src/main/engine/planner/smoothedTable'
import { scaleBelief, wholeBand } from '../../../src/main/engine/planner/wholeBelief'
import type { Distribution, Shape } from '../../../src/main/engine/uncertainty/distributions/distribution'
import { distributionOf } from '../../../src/main/engine/uncertainty/distributions/distributionOf'
import { isNoAnswer } from '../../../src/shared/notes'
import type { LinkId } from '../../../src/shared/plan/schema'

interface Figure {
  shape: string
  half: boolean
  sigma: number
}
const golden = JSON.parse(readFileSync(new URL('../../golden/links/steepness.json', import.meta.url), 'utf8')) as {
  central: number
  shapes: Record<string, Distribution>
  marginals: (Figure & { link: LinkId; u: number; F: number })[]
  intervals: (Figure & { link: LinkId; p: number; ln: [number, number, number] })[]
  mixtures: { link: LinkId; shape: string; parts: [number, number, boolean][]; rho: number; lnX: number; g: number; F: number }[]
  joints: { link: LinkId; rho: number; targets: (Figure & { u: number })[]; H: number }[]
}

const shapeOf = (distribution: Distribution): Shape => {
  const shape = distributionOf(distribution)
  if (isNoAnswer(shape)) throw new Error(shape.detail)
  return shape
}
const believed = Object.fromEntries(Object.entries(golden.shapes).map(([name, distribution]) => [name, shapeOf(distribution)]))
const nothing = { steepness: null, floor: null, ceiling: null }
const HALF_90 = 1.6448536269514722

/** ln c ~ N(0, sigma²) at the central steepness, of which `named` is believed. */
function beliefWith(link: LinkId, named: string, half: boolean, sigma: number): TargetBelief {
  const steepness = golden.central
  const beside = { ...nothing, steepness: believed[named]! }
  const spread = Math.exp(sigma * HALF_90)
  const base = { link, steepness, floor: 0, ceiling: 1 }
  const scale = beliefOf({ ...base, critical: sigma === 0 ? 1 : { low: 1 / spread, high: spread }, criticalMeans: 'scale' }, null, beside)
  return { ...scale, half }
}
const grid = (u: number): Float64Array => Float64Array.from({ length: 101 }, (_, k) => u + (k - 50) * 0.01)

describe('F̄ over a believed steepness', () => {
  it('is what SciPy’s quadrature says, by tables and without: to 1e-6, and to 1e-5 for a density with a corner behind a link with an onset', () => {
    let worst = 0
    for (const { link, shape, half, sigma, u, F } of golden.marginals) {
      const belief = beliefWith(link, shape, half, sigma)
      const allowed = shape === 'triangular' && (link === 'shifted-weibull' || link === 'power-onset') ? 1e-5 : 1e-6
      // Tables of a link with an onset are long in the making.
      const tabled = shape === 'beta' || link === 'weibull' || link === 'logistic'
      for (const found of [marginal(belief, Math.exp(u)), ...(tabled ? [marginals(belief, grid(u))[50]!] : [])]) {
        worst = Math.max(worst, Math.abs(found - F) / allowed)
        expect(Math.abs(found - F), `${link} ${shape} ${half} ${sigma} ${u}`).toBeLessThan(allowed)
      }
    }
    expect(golden.marginals.length).toBeGreaterThan(150)
    console.log(`largest error: ${worst.toFixed(3)} of what is allowed`)
  })

  it('is reached at the required scale', () => {
    for (const [k, { link, shape, half, sigma, u, F }] of golden.marginals.entries()) {
      if (k % 4 > 0 || F < 0.01 || F > 0.99) continue
      const scale = requiredScale(beliefWith(link, shape, half, sigma), F)
      expect(typeof scale).toBe('number')
      expect(marginal(beliefWith(link, shape, half, sigma), scale as number), `${link} ${shape} ${half} ${sigma} ${u}`).toBeCloseTo(F, 8)
    }
  })

  it('of steepnesses that hardly differ is that of the steepness itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<LinkId>('weibull', 'logistic', 'shifted-weibull', 'power-onset'),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.boolean(),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (link, steepness, sigma, half, u) => {
          const target = {
            link,
            steepness,
            floor: 0.1,
            ceiling: 0.9,
            critical: { low: Math.exp(-sigma * HALF_90), high: Math.exp(sigma * HALF_90) },
            criticalMeans: half ? ('p50' as const) : ('scale' as const)
          }
          const narrow = { ...nothing, steepness: shapeOf({ kind: 'logNormal', median: steepness, sigma: 1e-9 }) }
          const [known, believed] = [beliefOf(target), beliefOf(target, null, narrow)]
          expect(Math.abs(marginal(known, Math.exp(u)) - marginal(believed, Math.exp(u)))).toBeLessThan(1e-8)
          // Tables of a link with an onset take longer than a test should.
          if (link === 'weibull' || link === 'logistic') expect(Math.abs(marginals(known, grid(u))[50]! - marginals(believed, grid(u))[50]!)).toBeLessThan(1e-8)
        }
      ),
      { numRuns: 40 }
    )
  })
})

describe('the common factor beside a believed steepness', () => {
  it('leaves F̄ as its mean over g, for one figure and for mixtures of critical scales and 50 % points', () => {
    for (const link of ['weibull', 'logistic', 'shifted-weibull'] as const) {
      const beside = { ...nothing, steepness: shapeOf({ kind: 'logNormal', median: 2.5, sigma: 0.3 }) }
      const entries = (['scale', 'p50'] as const).map((means, k) => ({
        axis: 'N' as const,
        critical: { low: 0.6 + k, high: 1.5 + k },
        means,
        date: null,
        fromOwnRuns: false,
        counts: true
      }))
      for (const parts of [1, 2]) {
        const target = { link, steepness: 2.5, floor: 0, ceiling: 1, critical: { low: 0.6, high: 1.6 }, criticalMeans: 'p50' as const, axis: 'N' as const }
        const single = beliefOf(target, null, beside)
        const belief: TargetBelief =
          parts === 1
            ? single
            : {
                ...single,
                parts: entries.map(({ critical: { low, high }, means }) => ({
                  lnMedian: Math.log(low * high) / 2,
                  median: Math.sqrt(low * high),
                  sigma: Math.log(high / low) / 3.29,
                  half: means !== 'scale'
                }))
              }
        const c = conditionalOf(belief, 0.3)!
        let mean = 0
        for (let k = -40; k <= 40; k++) mean += (0.2 * Math.exp(-0.5 * (0.2 * k) ** 2) * conditional(c, 0.1, 0.2 * k)) / Math.sqrt(2 * Math.PI)
        expect(Math.abs(mean - marginal(belief, Math.exp(0.1))), `${link}, ${parts}`).toBeLessThan(1e-6)
      }
    }
  })
  it.each(golden.mixtures.map((row) => [row.link, row.g, row] as const))(
    'given g, a mixture of a half-way point and a scale is SciPy’s: %s, g = %d',
    (_link, _g, { link, shape, parts, rho, lnX, g, F }) => {
      const belief: TargetBelief = {
        ...beliefWith(link, shape, false, 0.3),
        parts: parts.map(([lnMedian, sigma, half]) => ({ lnMedian, sigma, half, median: Math.exp(lnMedian) }))
      }
      expect(Math.abs(conditional(conditionalOf(belief, rho)!, lnX, g) - F)).toBeLessThan(2e-6)
    }
  )
  it('makes H SciPy’s', () => {
    for (const { link, rho, targets, H } of golden.joints) {
      const beliefs = targets.map(({ shape, half, sigma }) => beliefWith(link, shape, half, sigma))
      const lnX = targets.map(({ u }) => Float64Array.of(u))
      const each = beliefs.map((belief, i) => marginals(belief, lnX[i]!))
      expect(Math.abs(joint(beliefs, lnX, each, rho)[0]! - H), `${link} ${rho}`).toBeLessThan(1e-7)
    }
  })
  it('has tables as good as the quadrature behind them', () => {
    const belief = beliefWith('weibull', 'logNormal', true, 0.4)
    for (const sigma of [0, 0.1, 0.4, 2]) {
      const { table, exactly } = averaged('weibull', belief.spreads!.half, sigma)
      for (let u = -6; u < 4; u += 0.037) expect(Math.abs(smoothedAt(table!, u) - exactly(u)), `${sigma} ${u}`).toBeLessThan(2e-10)
    }
  })
})

describe('ranges over all that is believed of a target', () => {
  it('of the scale with F(x; θ) = p are SciPy’s', () => {
    for (const { link, shape, half, sigma, p, ln } of golden.intervals) {
      const { lnScaleAt } = scaleBelief(beliefWith(link, shape, half, sigma), p)
      ;[-HALF_90, 0, HALF_90].forEach((score, j) => expect(Math.abs(lnScaleAt(score) - ln[j]!), `${link} ${shape} ${score}`).toBeLessThan(1e-5))
    }
  })
  it('say of a band what they say of the scale: F(x; θ) ≥ p where the scale at p is at most x', () => {
    for (const bounds of [
      nothing,
      {
        ...nothing,
        floor: shapeOf({ kind: 'beta', alpha: 2, beta: 18, low: 0, high: 1 }),
        ceiling: shapeOf({ kind: 'beta', alpha: 18, beta: 2, low: 0, high: 1 })
      }
    ]) {
      const beside = { ...bounds, steepness: believed.logNormal! }
      const belief = beliefOf(
        { link: 'weibull', steepness: 2.5, floor: 0.05, ceiling: 0.95, critical: { low: 0.5, high: 2 }, criticalMeans: 'p50' },
        null,
        beside
      )
      for (const p of [0.3, 0.5, 0.7]) {
        for (const q of [0.05, 0.25, 0.75, 0.95]) {
          const score = { 0.05: HALF_90, 0.25: 0.6744897501960817, 0.75: -0.6744897501960817, 0.95: -HALF_90 }[q]!
          const lnX = scaleBelief(belief, p).lnScaleAt(score)
          const [band] = wholeBand(belief, Float64Array.of(lnX), [q])
          // A band is read off 1024 even draws; their steps show where few of them lie.
          expect(Math.abs(band![0]! - p), `${p} ${q}`).toBeLessThan(0.02)
        }
      }
    }
  })
})

describe('the mean bounds', () => {
  it('are those of the beliefs where a floor is never above a ceiling, and of the smaller of the two where it may be', () => {
    const bounds = { floor: 0.1, ceiling: 0.8 }
    const beta = shapeOf({ kind: 'beta', alpha: 2, beta: 8, low: 0, high: 1 })
    expect(expectedBounds(bounds, { ...nothing, floor: shapeOf({ kind: 'uniform', low: 0, high: 0.3 }) }).floor).toBeCloseTo(0.15, 12)
    // ∫ min(x, 0.8) over Beta(2, 8): 0.2 less 9.96e-8.
    expect(expectedBounds(bounds, { ...nothing, floor: beta }).floor).toBeCloseTo(0.2, 6)
    const both = expectedBounds(bounds, {
      ...nothing,
      floor: shapeOf({ kind: 'uniform', low: 0, high: 1 }),
      ceiling: shapeOf({ kind: 'uniform', low: 0, high: 1 })
    })
    // E[min] of two uniform numbers is 1/3.
    expect(both.floor).toBeCloseTo(1 / 3, 9)
    expect(both.ceiling).toBeCloseTo(0.5, 12)
  })
})
