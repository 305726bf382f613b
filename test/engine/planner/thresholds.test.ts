/** What a plan says of its targets against what happens to thresholds that are drawn one by one, straight from the definitions of docs/model.md, Beliefs and probabilities. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/main/engine/evaluate'
import { linkOf } from '../../../src/main/engine/links/registry'
import { normalQuantile } from '../../../src/main/engine/numeric/normal'
import { beliefOf, type TargetBelief } from '../../../src/main/engine/planner/belief'
import { presentUsd, servedOf, worthsOf } from '../../../src/main/engine/planner/benefits'
import { runModel, scaleAt } from '../../../src/main/engine/run'
import { planSchema, type PlanInput } from '../../../src/shared/plan/schema'

const DRAWS = 60_000
const usd = (id: string, more: object): PlanInput['targets'][number] => ({ id, critical: 1e9, benefit: { kind: 'usd', value: 3e7 }, ...more })

const targets: PlanInput['targets'] = [
  usd('mixture', {
    entries: [
      { critical: { low: 20e9, high: 30e9 }, means: 'p50' },
      { critical: { low: 1e9, high: 10e9 }, means: 'unknown' },
      { critical: 15e9, means: 'first-observed' }
    ],
    steepness: 3
  }),
  usd('shifted', { link: 'shifted-weibull', critical: { low: 5e9, high: 20e9 }, steepness: 2 }),
  usd('onset', {
    link: 'power-onset',
    axis: 'C',
    steepness: 1.5,
    entries: [
      { critical: { low: 1e21, high: 3e22 }, axis: 'C', means: 'scale' },
      { critical: { low: 8e21, high: 1e22 }, axis: 'C', means: 'p50' }
    ]
  }),
  usd('steps', {
    link: 'step',
    axis: 'effective',
    entries: [
      { critical: { low: 8e9, high: 20e9 }, axis: 'effective' },
      { critical: 12e9, axis: 'effective' }
    ],
    floor: 0.05,
    ceiling: 0.95
  })
]

const plan = (correlation: number) =>
  planSchema.parse({
    targets,
    ratio: { kind: 'ratio', tokensPerParameter: 40 },
    decision: { correlation, discountRate: 0.1 },
    costs: { dataUsdPerTrillionTokens: 20_000 },
    limits: { largestStep: { factor: 3, lastTrainedN: 3e9 } }
  })

/** A seeded stream of numbers in (0, 1): mulberry32. */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
  }
}

/** The quantile of ln c at probability u by bisection on the mixture's own distribution function: nothing shared with the app but Φ⁻¹ of each part. */
function lnCritical({ lnMedian, sigma, parts }: TargetBelief, u: number): number {
  const list = parts ?? [{ lnMedian, sigma }]
  if (list.length === 1) return list[0]!.lnMedian + list[0]!.sigma * normalQuantile(u)
  let [low, high] = [Math.min(...list.map((p) => p.lnMedian - 9 * p.sigma)), Math.max(...list.map((p) => p.lnMedian + 9 * p.sigma))]
  const F = (l: number): number => list.reduce((sum, p) => sum + (p.sigma === 0 ? Number(l >= p.lnMedian) : Φ((l - p.lnMedian) / p.sigma)), 0) / list.length
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (F(middle) < u) low = middle
    else high = middle
  }
  return high
}

/** Φ by the error function of Abramowitz and Stegun 7.1.26, good to 1.5e-7: far better than the draws need. */
function Φ(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2)
  const tail = (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-0.5 * z * z)) / 2
  return z < 0 ? tail : 1 - tail
}

/** Thresholds of all targets at once: −∞ where none is needed, ∞ where none suffices. */
function draw(beliefs: readonly TargetBelief[], correlation: number, next: () => number): number[] {
  const g = normalQuantile(next())
  return beliefs.map((belief) => {
    const y = Math.sqrt(correlation) * g + Math.sqrt(1 - correlation) * normalQuantile(next())
    const lnC = lnCritical(belief, Φ(y))
    const u = next()
    if (u < belief.floor) return -Infinity
    if (u >= belief.ceiling) return Infinity
    return lnC + Math.log(linkOf(belief.link).ratioAt((u - belief.floor) / (belief.ceiling - belief.floor), belief.steepness))
  })
}

describe.each([0.3, 0.9])('at ρ = %d, over 60 000 drawn thresholds', (correlation) => {
  const of = plan(correlation)
  const outcome = evaluate(of, { today: '2026-11-22', models: [] })
  const model = runModel(of)
  const beliefs = of.targets.map((target) => beliefOf(target))
  const next = stream(20261)
  const draws = Array.from({ length: DRAWS }, () => draw(beliefs, correlation, next))
  const sizes = outcome.path.rungs.map(({ run }) => run.N)
  const lnScales = sizes.map((N) => of.targets.map(({ axis }) => Math.log(scaleAt(model, axis, N)!)))
  /** Within five standard errors. */
  const agrees = (values: readonly number[], said: number): void => {
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length
    expect(Math.abs(mean - said)).toBeLessThan(5 * Math.sqrt(variance / values.length) + 1e-9)
  }

  it('each rung reaches each target, and all of them, as often as it says', () => {
    expect(sizes.length).toBeGreaterThan(1)
    outcome.path.rungs.forEach((rung, k) => {
      const reached = draws.map((T) => T.map((t, i) => (t <= lnScales[k]![i]! ? 1 : 0)))
      rung.probabilities.forEach((P, i) =>
        agrees(
          reached.map((r) => r[i]!),
          P
        )
      )
      agrees(
        reached.map((r) => Number(r.every(Boolean))),
        rung.all
      )
    })
  })

  it('the path earns on average what it says, with the gate and without', () => {
    const worths = worthsOf(of)
    const served = servedOf(of, model, worths)
    const rate = Math.log1p(of.decision.discountRate)
    const earned = (gate: boolean) =>
      draws.map((T) => {
        let worth = 0
        for (const [k, rung] of outcome.path.rungs.entries()) {
          const before = (i: number): boolean => k > 0 && T[i]! <= lnScales[k - 1]![i]!
          if (gate && T.every((_t, i) => before(i))) break
          worth -= rung.usd * Math.exp((-rate * rung.startDays) / 365.25)
          T.forEach((t, i) => {
            if (t <= lnScales[k]![i]! && !before(i)) worth += presentUsd(served, worths[i]!, of.decision.discountRate, sizes[k]!, rung.endDays / 365.25)
          })
        }
        return worth
      })
    agrees(earned(true), outcome.path.value.expected!)
    agrees(earned(false), outcome.path.value.committed!)
  })
})
