/** Links with an onset and mixtures of figures, against SciPy's adaptive quadrature of the definitions (test/golden/links/beliefs.py). */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { averaged } from '../../../src/main/engine/planner/averaged'
import {
  beliefOf,
  lnCriticalAt,
  marginal,
  marginals,
  probabilityQuantiles,
  requiredScale,
  scaleInterval,
  type TargetBelief
} from '../../../src/main/engine/planner/belief'
import { conditional, conditionalOf } from '../../../src/main/engine/planner/conditional'
import type { Part, Published } from '../../../src/main/engine/planner/figures'
import { joint } from '../../../src/main/engine/planner/joint'
import { smoothedAt } from '../../../src/main/engine/planner/smoothedTable'
import { type LinkId, type Target } from '../../../src/shared/plan/schema'
import { LINK_IDS, targetSchema } from '../../../src/shared/plan/targetSchema'

type Pair = [lnMedian: number, sigma: number]
const golden = JSON.parse(readFileSync(new URL('../../golden/links/beliefs.json', import.meta.url), 'utf8')) as {
  onset: { link: LinkId; steepness: number; sigma: number; rows: [number, number][] }[]
  mixtures: {
    mixture: string
    parts: Pair[]
    link: LinkId
    steepness: number
    lnX: number
    marginal: number
    given: [number, number, number][]
    required?: number
  }[]
  joint: { targets: { link: LinkId; steepness: number; parts: Pair[] }[]; rho: number; lnX: number; H: number }[]
}

const partsOf = (pairs: readonly Pair[]): Part[] => pairs.map(([lnMedian, sigma]) => ({ lnMedian, sigma, median: Math.exp(lnMedian), half: false }))
const beliefWith = (link: LinkId, steepness: number, pairs: readonly Pair[]): TargetBelief => ({
  link,
  steepness,
  floor: 0,
  ceiling: 1,
  lnMedian: pairs[0]![0],
  median: Math.exp(pairs[0]![0]),
  sigma: 1,
  openRange: false,
  half: false,
  spreads: null,
  beside: null,
  parts: partsOf(pairs)
})

/** Enough sizes for tables, the one in question in the middle. */
const grid = (lnX: number): Float64Array => Float64Array.from({ length: 201 }, (_, k) => lnX + (k - 100) * 0.01)

const entry = (critical: Target['critical'], more: object = {}) => ({ critical, means: 'scale', ...more })
const targetWith = (entries: object[], more: object = {}): Target =>
  targetSchema.parse({ id: 'a', critical: 1e9, steepness: 3.2, benefit: { kind: 'points', value: 1 }, entries, ...more })

describe('a link with an onset, averaged over a log-normal critical scale', () => {
  it.each(golden.onset.map((row) => [row.link, row.steepness, row.sigma, row] as const))(
    '%s at steepness %d and σ = %d agrees with SciPy to 1e-11',
    (...[, , , row]) => {
      const { exactly } = averaged(row.link, row.steepness, row.sigma)
      for (const [u, S] of row.rows) expect(Math.abs(exactly(u) - S), `u = ${u}`).toBeLessThan(1e-11)
    }
  )
  it('is interpolated to 3e-10', () => {
    let [worst, tables] = [0, 0]
    for (const link of ['shifted-weibull', 'power-onset'] as const)
      for (const steepness of [0.3, 1, 3, 20])
        for (const sigma of [0.01, 0.1, 0.5, 2]) {
          const { table, exactly } = averaged(link, steepness, sigma)
          if (table === null) continue
          tables++
          for (let k = 0; k <= 400; k++) {
            const u = table.low - 0.1 + ((table.high - table.low + 0.2) * k) / 400
            worst = Math.max(worst, Math.abs(smoothedAt(table, u) - exactly(u)))
          }
        }
    expect(worst).toBeLessThan(3e-10)
    expect(tables).toBeGreaterThan(28)
  })
})

describe('a mixture of figures', () => {
  const rows = golden.mixtures.map((row) => [row.mixture, row.link, row] as const)
  it.each(rows)('%s, %s: F̄ agrees with SciPy to 1e-11', (_mixture, _link, row) => {
    const belief = beliefWith(row.link, row.steepness, row.parts)
    expect(Math.abs(marginal(belief, Math.exp(row.lnX)) - row.marginal)).toBeLessThan(1e-11)
    expect(Math.abs(marginals(belief, Float64Array.of(row.lnX))[0]! - row.marginal)).toBeLessThan(3e-10)
  })
  it.each(rows)('%s, %s: F̄ given the common factor agrees with SciPy to 1e-9', (_mixture, _link, row) => {
    for (const [rho, g, F] of row.given) {
      const c = conditionalOf(beliefWith(row.link, row.steepness, row.parts), rho)!
      expect(Math.abs(conditional(c, row.lnX, g) - F), `ρ = ${rho}, g = ${g}`).toBeLessThan(1e-9)
      if (c.curve.kind === 'mixture')
        expect(Math.abs(c.curve.over(Float64Array.of(g), grid(row.lnX))[0]![100]! - F), `table, ρ = ${rho}, g = ${g}`).toBeLessThan(1e-9)
    }
  })
  it.each(rows.filter(([, , { required }]) => required !== undefined))('%s, %s: the required scale agrees with SciPy’s root', (_mixture, _link, row) => {
    expect((requiredScale(beliefWith(row.link, row.steepness, row.parts), 0.8) as number) / row.required!).toBeCloseTo(1, 10)
  })
  it.each(golden.joint.map((row) => [row.targets.map(({ link }) => link).join(' and '), row] as const))(
    '%s: P(all) agrees with SciPy to 1e-9',
    (_links, row) => {
      const beliefs = row.targets.map(({ link, steepness, parts }) => beliefWith(link, steepness, parts))
      const lnX = Float64Array.of(row.lnX)
      const each = beliefs.map((belief) => marginals(belief, lnX))
      const H = joint(
        beliefs,
        beliefs.map(() => lnX),
        each,
        row.rho
      )
      expect(Math.abs(H[0]! - row.H)).toBeLessThan(1e-9)
    }
  )
})

describe('P(all) of mixtures with nearly or quite everything in common', () => {
  const two = [
    beliefOf(targetWith([entry({ low: 20e9, high: 30e9 }), entry({ low: 1e9, high: 10e9 })])),
    beliefOf(targetWith([entry({ low: 10e9, high: 50e9 }), entry(30e9)]))
  ]
  it.each([
    [0.9964, 2e-4],
    [1, 1e-6]
  ])('ρ = %d: the integral over g by the plainest rule, to %d', (rho, within) => {
    for (const x of [10e9, 40e9]) {
      const lnX = Float64Array.of(Math.log(x))
      const H = joint(
        two,
        two.map(() => lnX),
        two.map((b) => marginals(b, lnX)),
        rho
      )[0]!
      const given = two.map((b) => conditionalOf(b, rho)!)
      let sum = 0
      const step = 0.002
      for (let g = -6.5; g < 6.5; g += step) sum += step * Math.exp(-0.5 * g * g) * given.reduce((product, c) => product * conditional(c, lnX[0]!, g), 1)
      expect(Math.abs(H - sum / Math.sqrt(2 * Math.PI))).toBeLessThan(within)
    }
  })
})

describe('ticked evidence', () => {
  it('of one entry is that entry alone, and without any the target’s own figure', () => {
    const own = beliefOf(targetWith([]))
    expect(own).toMatchObject({ parts: null, lnMedian: Math.log(1e9), sigma: 0 })
    expect(beliefOf(targetWith([entry({ low: 20e9, high: 30e9 }, { ticked: false })]))).toEqual(own)
    const one = beliefOf(targetWith([entry({ low: 20e9, high: 30e9 }), entry(7e9, { ticked: false })]))
    expect(one).toEqual(beliefOf({ ...targetWith([]), critical: { low: 20e9, high: 30e9 } }))
  })
  it('on another axis does not count', () => {
    expect(beliefOf(targetWith([entry(1e24, { axis: 'C' })])).lnMedian).toBe(Math.log(1e9))
  })
  it('is a mean of probabilities, each entry by its own meaning, and never a product', () => {
    const entries = [entry(60e9, { means: 'p50' }), entry({ low: 20e9, high: 30e9 }), entry({ low: 100e9, high: null }, { means: 'first-observed' })]
    const alone = [
      { ...targetWith([]), critical: 60e9, criticalMeans: 'p50' as const },
      { ...targetWith([]), critical: { low: 20e9, high: 30e9 } },
      { ...targetWith([]), critical: { low: 100e9, high: 300e9 }, criticalMeans: 'p50' as const }
    ].map((target) => beliefOf(target))
    const belief = beliefOf(targetWith(entries))
    expect(belief.openRange).toBe(true)
    for (const x of [10e9, 30e9, 60e9, 200e9]) expect(marginal(belief, x)).toBeCloseTo(alone.reduce((sum, each) => sum + marginal(each, x), 0) / 3, 13)
  })
  it('puts the 50 % point of a p50 entry at one half, whatever the link', () => {
    for (const link of LINK_IDS) {
      const belief = beliefOf(targetWith([entry(60e9, { means: 'p50' }), entry(60e9, { means: 'unknown' })], { link }))
      expect(marginal(belief, 60e9 * (1 + 1e-9))).toBeCloseTo(link === 'step' ? 1 : 0.5, 6)
    }
  })
  it('of exact steps is reached figure by figure, each at its own digits', () => {
    const belief = beliefOf(targetWith([entry(10e9), entry(50e9)], { link: 'step' }))
    expect(marginal(belief, 10e9)).toBe(0.5)
    expect(marginal(belief, 9.99e9)).toBe(0)
    expect(requiredScale(belief, 0.4)).toBe(10e9)
    expect(requiredScale(belief, 0.8)).toBe(50e9)
  })
})

const figure = fc.oneof(
  fc.double({ min: 1e9, max: 1e11, noNaN: true }),
  fc.tuple(fc.double({ min: 1e9, max: 1e11, noNaN: true }), fc.constantFrom(1.1, 2, 10)).map(([low, ratio]) => ({ low, high: low * ratio }))
)
const mixtures = fc
  .record({
    link: fc.constantFrom(...LINK_IDS),
    steepness: fc.constantFrom(0.7, 1, 3, 12),
    entries: fc.array(
      fc.tuple(figure, fc.constantFrom('scale', 'p50')).map(([critical, means]) => entry(critical, { means })),
      { minLength: 2, maxLength: 4 }
    ),
    floor: fc.constantFrom(0, 0.1),
    ceiling: fc.constantFrom(0.8, 1)
  })
  .map(({ entries, ...more }): Published => targetWith(entries, more))

describe('any mixture', () => {
  it('has its required scale where F̄ is the wanted probability, or jumps over it', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (target, share) => {
        const belief = beliefOf(target)
        const p = target.floor + (target.ceiling - target.floor) * share
        const x = requiredScale(belief, p) as number
        expect(marginal(belief, x * (1 + 1e-11))).toBeGreaterThanOrEqual(p - 1e-9)
        expect(marginal(belief, x * (1 - 1e-9))).toBeLessThanOrEqual(p + 1e-9)
      })
    )
  })
  it('has interval and band where they ought to be: quantiles of the same critical scale', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (target, share) => {
        const belief = beliefOf(target)
        const p = target.floor + (target.ceiling - target.floor) * share
        const { p5, p50, p95 } = scaleInterval(belief, p) as { p5: number; p50: number; p95: number }
        expect(p5).toBeLessThanOrEqual(p50)
        expect(p50).toBeLessThanOrEqual(p95)
        if (target.link === 'step') return
        expect(probabilityQuantiles(belief, Float64Array.of(Math.log(p95)), 0.05)[0]).toBeCloseTo(p, 9)
      })
    )
  })
  it('has a critical scale whose quantile Q(Φ(y)) never falls with y', () => {
    fc.assert(
      fc.property(mixtures, fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), (target, y, more) => {
        const belief = beliefOf(target)
        expect(lnCriticalAt(belief, y + more)).toBeGreaterThanOrEqual(lnCriticalAt(belief, y) - 5e-12)
      })
    )
  })
  it('averages over the common factor to F̄ itself', () => {
    fc.assert(
      fc.property(mixtures, fc.constantFrom(0.1, 0.3, 0.7, 0.9), fc.double({ min: 1e9, max: 3e11, noNaN: true }), (target, rho, x) => {
        const belief = beliefOf(target)
        const c = conditionalOf(belief, rho)!
        let mean = 0
        for (let g = -8; g <= 8; g += 0.1) mean += (0.1 * Math.exp(-0.5 * g * g) * conditional(c, Math.log(x), g)) / Math.sqrt(2 * Math.PI)
        expect(Math.abs(mean - marginal(belief, x))).toBeLessThan(1e-9)
      }),
      { numRuns: 40 }
    )
  })
  it('keeps P(all) within its bounds at every ρ, and in any order', () => {
    const lnX = Float64Array.from({ length: 12 }, (_, k) => Math.log(2e9) + k * 0.4)
    fc.assert(
      fc.property(fc.array(mixtures, { minLength: 2, maxLength: 3 }), fc.constantFrom(0, 0.3, 0.9, 0.995, 1), (targets, rho) => {
        const H = (list: readonly Published[]): Float64Array => {
          const beliefs = list.map((target) => beliefOf(target))
          return joint(
            beliefs,
            beliefs.map(() => lnX),
            beliefs.map((b) => marginals(b, lnX)),
            rho
          )
        }
        const all = H(targets)
        const each = targets.map((target) => marginals(beliefOf(target), lnX))
        all.forEach((h, k) => {
          expect(h).toBeLessThanOrEqual(Math.min(...each.map((F) => F[k]!)))
          expect(h).toBeGreaterThanOrEqual(Math.max(0, each.reduce((sum, F) => sum + F[k]!, 0) - each.length + 1) - 1e-12)
        })
        H([...targets].reverse()).forEach((h, k) => expect(h).toBeCloseTo(all[k]!, 8))
      }),
      { numRuns: 12 }
    )
  })
})
