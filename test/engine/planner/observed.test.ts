import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { beliefOf, marginals } from '../../../src/main/engine/planner/belief'
import { joint } from '../../../src/main/engine/planner/joint'
import { observe } from '../../../src/main/engine/planner/observed'
import { quantilesGiven } from '../../../src/main/engine/planner/observedScore'
import type { Seen } from '../../../src/main/engine/planner/seen'
import { randomStream } from '../../../src/main/engine/numeric/random'

interface Golden {
  targets: { low: number; high: number; link: 'weibull' | 'logistic' | 'step'; steepness: number; floor: number; ceiling: number }[]
  seen: [number | null, number | null][]
  rho: number
  sizes: number[]
  chance: number
  each: number[][]
  all: number[]
  /** ln of the scale at 80 %. */
  required: (number | null)[]
}
const golden = JSON.parse(readFileSync(new URL('../../golden/planner/actuals.json', import.meta.url), 'utf8')) as Golden[]

const beliefsOf = (targets: Golden['targets']) =>
  targets.map(({ low, high, ...shape }) => beliefOf({ ...shape, critical: { low, high }, criticalMeans: 'scale' }))
const seenOf = (bounds: Golden['seen']): Seen[] =>
  bounds.map(([above, atMost]) => ({
    above: above === null ? -Infinity : Math.log(above),
    atMost: atMost === null ? Infinity : Math.log(atMost),
    reachedBy: atMost === null ? null : 0
  }))

describe('beliefs given what finished runs showed', () => {
  it.each(golden.map((c, at) => [at + 1, c] as const))(
    'case %i agrees with SciPy’s quadrature on the definitions to 2e-9',
    (_at, { targets, seen, rho, sizes, ...expected }) => {
      const observed = observe(beliefsOf(targets), seenOf(seen), rho)!
      const lnX = Float64Array.from(sizes, Math.log)
      const each = targets.map((_target, i) => observed.marginals(i, lnX))
      const all = observed.all(
        targets.map(() => lnX),
        each
      )
      // Tables of F̄ are good to 1e-10; dividing by the chance of what was seen (0.1 at the least here) makes that 1e-9.
      expect(Math.abs(observed.chance - expected.chance)).toBeLessThan(2e-9)
      each.forEach((F, i) => F.forEach((value, k) => expect(Math.abs(value - expected.each[i]![k]!)).toBeLessThan(2e-9)))
      all.forEach((H, k) => expect(Math.abs(H - expected.all[k]!)).toBeLessThan(2e-9))
      expected.required.forEach((ln, i) => {
        if (ln !== null) expect(Math.abs(Math.log(observed.requiredScale(i, 0.8) as number) - ln)).toBeLessThan(1e-8)
      })
    }
  )
})

interface Drawn {
  targets: Golden['targets']
  seen: Golden['seen']
  rho: number
}

/** Random targets of which runs of about the right size have shown something. */
const cases: fc.Arbitrary<Drawn> = fc
  .record({
    rho: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0.05, max: 0.95, noNaN: true })),
    targets: fc.array(
      fc.record({
        link: fc.constantFrom('weibull' as const, 'logistic' as const, 'step' as const),
        low: fc.double({ min: 1, max: 100, noNaN: true }),
        ratio: fc.double({ min: 1.2, max: 10, noNaN: true }),
        steepness: fc.double({ min: 1, max: 6, noNaN: true }),
        floor: fc.constantFrom(0, 0.1),
        ceiling: fc.constantFrom(1, 0.9),
        showed: fc.constantFrom('nothing', 'missed', 'reached', 'both'),
        at: fc.double({ min: 0.5, max: 1.3, noNaN: true })
      }),
      { minLength: 1, maxLength: 4 }
    )
  })
  .map(({ rho, targets }) => ({
    rho,
    targets: targets.map(({ low, ratio, link, steepness, floor, ceiling }) => ({ link, low: low * 1e9, high: low * ratio * 1e9, steepness, floor, ceiling })),
    seen: targets.map(({ low, ratio, showed, at }): [number | null, number | null] => {
      const middle = low * Math.sqrt(ratio) * 1e9 * at
      return [showed === 'missed' || showed === 'both' ? middle : null, showed === 'reached' ? middle : showed === 'both' ? middle * 2 : null]
    })
  }))

const sizes = Float64Array.from({ length: 24 }, (_, k) => Math.log(2e8) + (k * Math.log(1e5)) / 23)

describe('any beliefs given any runs', () => {
  it('keep chances within 0 and 1, rising with size, and P(all) within its bounds', () => {
    fc.assert(
      fc.property(cases, ({ targets, seen, rho }) => {
        const observed = observe(beliefsOf(targets), seenOf(seen), rho)
        if (observed === null) return
        expect(observed.chance).toBeGreaterThanOrEqual(0)
        expect(observed.chance).toBeLessThanOrEqual(1 + 1e-9)
        const each = targets.map((_target, i) => observed.marginals(i, sizes))
        const all = observed.all(
          targets.map(() => sizes),
          each
        )
        for (const F of [...each, all])
          F.forEach((p, k) => {
            expect(p).toBeGreaterThanOrEqual(0)
            expect(p).toBeLessThanOrEqual(1)
            if (k > 0) expect(p).toBeGreaterThanOrEqual(F[k - 1]! - 1e-8)
          })
        all.forEach((H, k) => {
          expect(H).toBeLessThanOrEqual(Math.min(...each.map((F) => F[k]!)) + 1e-12)
          expect(H).toBeGreaterThanOrEqual(each.reduce((sum, F) => sum + F[k]! - 1, 1) - 1e-9)
        })
        // Below a run that missed a target nothing can reach it.
        seen.forEach(([above], i) => {
          if (above !== null && observed.states[i] === 'open') expect(observed.marginals(i, Float64Array.of(Math.log(above) - 1e-6))[0]).toBeLessThan(1e-9)
        })
      }),
      { numRuns: 60 }
    )
  })
  it('agree with draws of thresholds of which those that do not fit are thrown away, within 4.5 standard errors', () => {
    let compared = 0
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 1e6 }), ({ targets, seen, rho }, seed) => {
        const beliefs = beliefsOf(targets)
        const observed = observe(beliefs, seenOf(seen), rho)
        if (observed === null || observed.chance < 0.02 || observed.states.includes('lost')) return
        const places = [6, 10, 14].map((k) => sizes[k]!)
        const hits = places.map(() => ({ each: targets.map(() => 0), all: 0 }))
        const random = randomStream(seed)
        const lnBounds = seenOf(seen)
        let kept = 0
        const drawn = 20_000
        for (let s = 0; s < drawn; s++) {
          const g = random.normal()
          const lnT = targets.map((target, i) =>
            lnThreshold(target, beliefs[i]!.lnMedian + beliefs[i]!.sigma * (Math.sqrt(rho) * g + Math.sqrt(1 - rho) * random.normal()), random.uniform())
          )
          if (!lnT.every((T, i) => (lnBounds[i]!.above === -Infinity || T > lnBounds[i]!.above) && T <= lnBounds[i]!.atMost)) continue
          kept++
          places.forEach((x, at) => {
            const reached = lnT.map((T, i) => T <= x || lnBounds[i]!.atMost < Infinity)
            reached.forEach((yes, i) => (hits[at]!.each[i]! += yes ? 1 : 0))
            hits[at]!.all += reached.every(Boolean) ? 1 : 0
          })
        }
        const near = (count: number, p: number, n: number): void => {
          expect(Math.abs(count / n - p)).toBeLessThan(4.5 * Math.sqrt(Math.max(p * (1 - p), 1 / n) / n) + (rho === 1 ? 3e-3 : 0))
          compared++
        }
        near(kept, observed.chance, drawn)
        const lnX = Float64Array.from(places)
        const each = targets.map((_target, i) => observed.marginals(i, lnX))
        const all = observed.all(
          targets.map(() => lnX),
          each
        )
        places.forEach((_x, at) => {
          each.forEach((F, i) => near(hits[at]!.each[i]!, F[at]!, kept))
          near(hits[at]!.all, all[at]!, kept)
        })
        // The band over the critical scale holds what it says of it.
        const open = observed.states.indexOf('open')
        if (open >= 0) {
          const [low, high] = quantilesGiven(observed, open, lnX, [0.05, 0.95])
          places.forEach((_x, at) => expect(low![at]!).toBeLessThanOrEqual(high![at]! + 1e-12))
        }
      }),
      { numRuns: 40 }
    )
    expect(compared).toBeGreaterThan(100)
  })
  it('are what they were where no run showed anything, and where what was shown was certain', () => {
    const targets: Golden['targets'] = [
      { low: 20e9, high: 30e9, link: 'weibull', steepness: 3, floor: 0, ceiling: 1 },
      { low: 70e9, high: 100e9, link: 'logistic', steepness: 3, floor: 0, ceiling: 1 }
    ]
    const beliefs = beliefsOf(targets)
    expect(
      observe(
        beliefs,
        seenOf([
          [null, null],
          [null, null]
        ]),
        0.3
      )
    ).toBeNull()
    // Nobody believed that 1 parameter would do.
    const observed = observe(
      beliefs,
      seenOf([
        [1, null],
        [null, null]
      ]),
      0.3
    )!
    const each = beliefs.map((belief) => marginals(belief, sizes))
    const lnX = [sizes, sizes]
    observed.all(lnX, each).forEach((H, k) => expect(Math.abs(H - joint(beliefs, lnX, each, 0.3)[k]!)).toBeLessThan(1e-9))
    expect(observed.chance).toBeCloseTo(1, 10)
  })
  it('are taken as independent where no common factor allows what was shown of all of them', () => {
    const one = { low: 1e9, high: 1.2e9, link: 'step' as const, steepness: 1, floor: 0, ceiling: 1 }
    const beliefs = beliefsOf([one, one, { ...one, low: 2e9, high: 4e9 }])
    const observed = observe(
      beliefs,
      seenOf([
        [null, 1.05e9],
        [1.12e9, null],
        [null, null]
      ]),
      1
    )!
    expect(observed).toMatchObject({ apart: true, rho: 0, states: ['done', 'open', 'open'] })
    expect(observed.chance).toBeLessThan(1e-9)
    expect(Array.from(observed.marginals(2, sizes))).toEqual(Array.from(marginals(beliefs[2]!, sizes)))
    expect(observed.marginals(1, sizes).every((p) => p >= 0 && p <= 1)).toBe(true)
  })
})

function lnThreshold({ link, steepness, floor, ceiling }: Golden['targets'][number], lnC: number, u: number): number {
  if (u < floor) return -Infinity
  if (u >= ceiling) return Infinity
  const q = (u - floor) / (ceiling - floor)
  if (link === 'step') return lnC
  return lnC + (link === 'weibull' ? Math.log(-Math.log1p(-q)) : Math.log(q / (1 - q))) / steepness
}
