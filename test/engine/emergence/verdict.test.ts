/** The verdict card on curves made for it: per-token accuracy p(N), exact match p^L, and logistic jumps of known width. */
import { describe, expect, test } from 'vitest'
import { fill } from '../../../src/shared/text/fill'
import { emergenceNotesZh } from '../../../src/shared/text/notes/emergence.zh'
import { analyze, given, sizes, type Row } from './ask'

/** A logistic from `floor` to `ceiling` with its middle at 10^10 and a 10–90 % width in decades, rounded to whole answers of n. */
const jump = (N: number, width: number, n: number, floor = 0.25, ceiling = 0.9): number =>
  Math.round(n * (floor + (ceiling - floor) / (1 + (N / 1e10) ** (-(2 * Math.log(9)) / (width * Math.LN10))))) / n
const rows = (metric: string, at: readonly number[], width: number, more: Partial<Row> = {}): Row[] =>
  at.map((N) => ({ task: 'demo', N, metric, score: jump(N, width, 1000), n: 1000, random: 0.25, ...more }))
const verdictOf = async (observations: Row[]) => (await analyze({ observations })).verdict

const eight = sizes(3e8, 3e11, 8)
const five = sizes(1e9, 1e11, 5)

describe('the grade', () => {
  test('is A: 8 sizes over 3 decades, sharp under a discontinuous and a continuous metric', async () => {
    const verdict = await verdictOf([...rows('exact_match', eight, 0.3), ...rows('soft', eight, 0.3)])
    expect(verdict).toMatchObject({ label: 'emergent', grade: 'A', criteria: { sizes: 8, below: 4, above: 4 } })
    expect(verdict.criteria!.p).toBeLessThan(0.01)
    expect(verdict.criteria!.widthDecades).toBeLessThan(1)
    expect(verdict.sentence).toMatch(/^Emergent, grade A: under exact_match and under soft /)
  })

  test('is at most B with 5 sizes, whatever p is', async () => {
    const at = [1e9, 3e9, 5e9, 2e10, 1e11]
    expect(await verdictOf([...rows('exact_match', at, 0.15), ...rows('soft', at, 0.15)])).toMatchObject({
      label: 'emergent',
      grade: 'B',
      criteria: { sizes: 5 }
    })
  })

  test('is C with one kind of metric, and the sentence says what cannot be told', async () => {
    const verdict = await verdictOf(rows('exact_match', eight, 0.3))
    expect(verdict).toMatchObject({ label: 'emergent', grade: 'C' })
    expect(verdict.sentence).toContain('whether the metric makes the jump cannot be told')
  })
})

describe('the label', () => {
  test('is metric-dependent for the mechanism of Schaeffer et al.: exact match p^30 narrows a logistic of 1.91/s decades to about 1.34/s, here across one decade', async () => {
    const perToken = (N: number): number => 1 / (1 + (N / 1e10) ** -1.6)
    const measured = (metric: string, L: number): Row[] =>
      sizes(1e8, 1e13, 26).map((N) => ({ task: 'copy', N, metric, score: Math.round(perToken(N) ** L * 20_000) / 20_000, n: 20_000, random: 0 }))
    const { verdict, mirage } = await analyze({ observations: [...measured('exact_match', 30), ...measured('per_token_accuracy', 1)] })
    expect(mirage).toMatchObject({ result: 'metric-dependent', discontinuous: [{ finding: 'sharp' }], continuous: [{ finding: 'gradual' }] })
    expect(mirage.continuous[0]!.widthDecades).toBeCloseTo(1.91 / 1.6, 1)
    expect(verdict).toMatchObject({ label: 'metric-dependent', grade: null })
  })

  test('is smooth for p^L where per-token errors fall as N^−0.5: longer answers move the rise and do not narrow it', async () => {
    const measured = (L: number): Row[] =>
      sizes(1e8, 1e14, 13).map((N) => ({ N, metric: 'exact_match', score: Math.round((1 - 0.5 * (N / 1e8) ** -0.5) ** L * 2000) / 2000, n: 2000, random: 0 }))
    const short = await analyze({ observations: measured(10) })
    const long = await analyze({ observations: measured(100) })
    expect([short.verdict.label, long.verdict.label]).toEqual(['smooth', 'smooth'])
    expect(given(long.test.sharp).knee / given(short.test.sharp).knee).toBeGreaterThan(30)
    expect(given(long.test.sharp).widthDecades).toBeGreaterThan(2)
  })

  test('is metric-dependent when only the discontinuous metric jumps', async () => {
    const verdict = await verdictOf([...rows('exact_match', eight, 0.3), ...rows('soft', eight, 2.5)])
    expect(verdict).toMatchObject({ label: 'metric-dependent', grade: null, note: { code: 'verdict-metric-dependent' } })
    expect(verdict.sentence).toContain('rise gradually under soft')
  })

  test('is metric-dependent, and says so, when only the continuous one jumps', async () => {
    expect(await verdictOf([...rows('exact_match', eight, 2.5), ...rows('soft', eight, 0.3)])).toMatchObject({
      label: 'metric-dependent',
      note: { code: 'verdict-continuous-only' }
    })
  })

  test('is smooth when the rise takes two decades', async () => {
    expect(await verdictOf(rows('exact_match', eight, 2))).toMatchObject({ label: 'smooth', grade: null })
  })

  test('is too few sizes for a jump seen from one side, or over less than two decades', async () => {
    expect(await verdictOf(rows('exact_match', sizes(1e8, 1.4e10, 6), 0.15))).toMatchObject({ label: 'too few sizes', note: { code: 'verdict-one-sided' } })
    expect(await verdictOf(rows('exact_match', sizes(3e9, 4e10, 8), 0.3))).toMatchObject({ label: 'too few sizes', note: { code: 'verdict-too-few-decades' } })
  })

  test('is inverse scaling when scores fall', async () => {
    expect(await verdictOf(rows('error', five, 2, { higherIsBetter: true }).map((row) => ({ ...row, score: 1 - row.score! })))).toMatchObject({
      label: 'inverse scaling'
    })
  })
})

test('a jump that the source’s detector misses says why', async () => {
  const { analyses } = await analyze({ observations: rows('exact_match', sizes(1e8, 3e10, 9), 0.3) })
  const [analysis] = analyses
  expect(analysis!.finding).toBe('sharp')
  expect(given(analysis!.detector).emergent).toBe(false)
  expect(analysis!.notes).toContainEqual(expect.objectContaining({ code: 'detector-misses' }))
})

test('a wide rise that the source’s detector calls emergent says why the test does not', async () => {
  const at = sizes(1e7, 1e13, 12)
  const { analyses } = await analyze({ observations: at.map((N) => ({ N, metric: 'acc', score: jump(N, 1.6, 1000, 0.25, 1), n: 1000, random: 0.25 })) })
  expect(given(analyses[0]!.detector).emergent).toBe(true)
  expect(analyses[0]!.finding).toBe('gradual')
  expect(analyses[0]!.notes.map(({ code }) => code)).toContain('detector-overstates')
})

test('a metric that nobody knows takes no part in the mirage check, until it is said what it is', async () => {
  const observations = [...rows('exact_match', eight, 0.3), ...rows('zeal', eight, 0.3)]
  const unsaid = await analyze({ observations })
  expect(unsaid.mirage).toMatchObject({ result: 'not checkable', unknown: ['zeal'] })
  const said = await analyze({ observations, metrics: { zeal: { kind: 'continuous', high: 1 } } })
  expect(said.mirage).toMatchObject({ result: 'emergent under both', unknown: [] })
})

test('the sentence has a Chinese form with the same figures', async () => {
  const { note } = await verdictOf(rows('exact_match', eight, 0.3))
  const templates: Readonly<Record<string, string>> = emergenceNotesZh
  expect(fill(templates[note.code]!, note.values, 'zh')).toMatch(/涌现，C 级：exact_match/)
})

test('on the loss as scale a decade is what a decade of compute makes of it', async () => {
  // Loss falls as C^−0.05: the knee at C = 6e21 is a loss of (6e21/1e18)^−0.05·3.
  const lossOf = (C: number): number => 3 * (C / 1e18) ** -0.05
  const observations: Row[] = sizes(1e19, 1e24, 10).map((C) => ({
    C,
    loss: lossOf(C),
    metric: 'exact_match',
    score: jump((C / 6e21) * 1e10, 0.4, 1000),
    n: 1000,
    random: 0.25
  }))
  const onC = await analyze({ observations, scale: 'C' })
  const onLoss = await analyze({ observations, scale: 'loss' })
  expect(given(onLoss.test.sharp).knee / lossOf(given(onC.test.sharp).knee)).toBeCloseTo(1, 6)
  expect(given(onLoss.test.sharp).widthDecades).toBeCloseTo(given(onC.test.sharp).widthDecades, 5)
  expect(onLoss.verdict).toMatchObject({ label: 'emergent', grade: onC.verdict.grade })
})
