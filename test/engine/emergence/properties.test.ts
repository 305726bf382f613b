import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detect } from '../../../src/main/engine/emergence/detector'
import { effectBound } from '../../../src/main/engine/emergence/effectSize'
import { metricFamily } from '../../../src/main/engine/emergence/metricKinds'
import type { CurvePoint } from '../../../src/main/engine/emergence/curve'
import { inlineTasks } from '../../../src/main/workers/inline'
import { analyze, ask, given, type Row } from './ask'

const row = fc.record({
  task: fc.constantFrom('a', 'b'),
  metric: fc.constantFrom('acc', 'bpb', 'score'),
  family: fc.constantFrom('x', 'y', 'z', null),
  N: fc.constantFrom(1e8, 3e8, 1e9, 3e9, 1e10, 1e-29, 1e60, 1e300, 0, null),
  D: fc.constantFrom(1e10, 1e11, null),
  score: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0, max: 1.1, noNaN: true }) }, fc.constantFrom(null, 1e99, -1e300)),
  n: fc.constantFrom(100, 400, null)
})
const permuted = fc
  .array(row, { minLength: 1, maxLength: 24 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))

describe('the analysis', () => {
  test('does not depend on the order of the rows, to the last byte; no number in it is infinite or missing', async () => {
    await fc.assert(
      fc.asyncProperty(permuted, async ([rows, other]) => {
        const [first, second] = await Promise.all([rows, other].map((observations) => ask('emergence.analyze', { observations, replicates: 99 })))
        const bare = (answer: typeof first) => JSON.stringify({ ...answer, problems: null })
        expect(bare(second)).toBe(bare(first))
        // The contract's schema has refused NaN and infinity already; JSON would turn what slipped through into null.
        expect(JSON.parse(JSON.stringify(first))).toEqual(first)
      }),
      { numRuns: 60 }
    )
  }, 60_000)

  test('is the same in another unit of size, but for the sizes', async () => {
    const rows: Row[] = [1, 3, 10, 30, 100, 300].map((x, i) => ({
      N: x * 1e8,
      metric: 'acc',
      score: [0.25, 0.24, 0.3, 0.7, 0.8, 0.81][i]!,
      n: 400,
      random: 0.25
    }))
    const [once, again] = [await analyze({ observations: rows }), await analyze({ observations: rows.map((r) => ({ ...r, N: r.N! / 1e6 })) })]
    expect(given(again.test.sharp).widthDecades).toBeCloseTo(given(once.test.sharp).widthDecades, 5)
    expect((given(again.test.sharp).knee * 1e6) / given(once.test.sharp).knee).toBeCloseTo(1, 5)
    expect(again.verdict.label).toBe(once.verdict.label)
  })
})

const metric = (random: number, best = 1) => ({ name: 'acc', kind: 'discontinuous', rising: true, worst: 0, best, random }) as const
const curve = (scores: readonly number[]): CurvePoint[] => scores.map((score, i) => ({ x: 10 ** (8 + i), score, n: null, interval: null, rows: 1 }))
const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 10 })

describe('the detector', () => {
  test('says the same by both rules at the source’s own baseline of 1/4', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const { source, normalised } = given(detect(curve(values), metric(0.25)))
        expect(normalised!.emergent).toBe(source.emergent)
      })
    )
  })

  test('leaves it to the normalised rule where three times the baseline cannot be reached, or where it is 0', () => {
    const binary = given(detect(curve([0.5, 0.51, 0.95, 0.98]), metric(0.5)))
    expect(binary).toMatchObject({ decides: 'normalised', emergent: true, source: { emergent: false, wellAbove: false } })
    const exact = given(detect(curve([0, 0, 0.8, 0.9]), metric(0)))
    expect(exact).toMatchObject({ decides: 'normalised', emergent: true, source: { emergent: false, nearChance: false } })
    expect(given(detect(curve([0.2, 0.25, 0.8, 0.9]), metric(0.25)))).toMatchObject({ decides: 'source', emergent: true })
  })

  test('turns every comparison round for a metric that falls', () => {
    const brier = { name: 'brier', kind: 'continuous', rising: false, worst: 2, best: 0, random: 0.75 } as const
    expect(given(detect(curve([0.76, 0.74, 0.2, 0.1]), brier))).toMatchObject({
      source: { nearChance: true, wellAbove: true, gained: true, emergent: true },
      normalised: { emergent: true }
    })
    expect(given(detect(curve([0.1, 0.2, 0.74, 0.76]), brier))).toMatchObject({ source: { emergent: false }, normalised: { emergent: false } })
  })
})

test('no monotone curve has an effect size above the bound', () => {
  const step = fc.tuple(fc.double({ min: 0.01, max: 3, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }))
  const power = fc.double({ min: 0.1, max: 12, noNaN: true })
  const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), power, (steps, sharpness) => {
      let [place, height] = [0, 0]
      const z = steps.map(([right]) => (place += right))
      const s = steps.map(([, up]) => (height += up ** sharpness))
      const [zm, sm] = [mean(z), mean(s)]
      const slope = mean(z.map((v, i) => (v - zm) * (s[i]! - sm))) / mean(z.map((v) => (v - zm) ** 2))
      const largest = Math.max(...s.map((v, i) => Math.abs(v - sm - slope * (z[i]! - zm))))
      const bound = effectBound(z) * Math.sqrt(mean(s.map((v) => (v - sm) ** 2)))
      // A residual is a difference of scores: it is known to a last digit of the largest score, not of itself.
      expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-9) + 1e-12 * height)
    }),
    { numRuns: 1000 }
  )
})

test('equal seeds give equal bytes however the work is divided, other seeds other draws', async () => {
  const observations: Row[] = [1, 3, 10, 30, 100, 300].map((x, i) => ({
    N: x * 1e8,
    metric: 'acc',
    score: [0.25, 0.24, 0.3, 0.7, 0.8, 0.81][i]!,
    n: 40,
    random: 0.25
  }))
  const drawn = async (parallelism: number, seed: number): Promise<string> =>
    JSON.stringify(await ask('emergence.fitThreshold', { observations, bootstrap: 60, seed }, { ...inlineTasks, parallelism }))
  expect(await drawn(1, 5)).toBe(await drawn(7, 5))
  expect(await drawn(1, 6)).not.toBe(await drawn(1, 5))
})

describe('a metric is known by its name', () => {
  test.each([
    ['exact_match,strict-match', 'discontinuous', true],
    ['ipa_transliterate_2_exact_match', 'discontinuous', true],
    ['acc_len_norm', 'discontinuous', true],
    ['multiple_choice_grade', 'discontinuous', true],
    ['exactMatch', 'discontinuous', true],
    ['softAccuracy', 'continuous', true],
    ['soft_log', 'continuous', true],
    ['multiple_choice_brier_score', 'continuous', false],
    ['word_perplexity', 'continuous', false],
    ['bpb', 'continuous', false],
    ['token_edit_distance', 'continuous', false],
    ['charm', 'unknown', null]
  ] as const)('%s: %s', (name, kind, higherIsBetter) => {
    expect(metricFamily(name)).toMatchObject({ kind, higherIsBetter })
  })
})
