/** What cannot be used is told by row, column and reason; the analysis goes on with what remains, or refuses. */
import { describe, expect, test } from 'vitest'
import { contract } from '../../../src/shared/contract'
import { analyze, ask, given, type Row } from './ask'

const good: Row[] = [1e8, 1e9, 1e10, 1e11, 1e12].map((N, i) => ({ N, metric: 'acc', score: [0.25, 0.26, 0.4, 0.7, 0.8][i]!, n: 500, random: 0.25 }))
const problemsWith = async (row: Row) => (await analyze({ observations: [row, ...good], scale: 'N' })).problems

describe('a row is refused, by number and column', () => {
  test.each<[string, Row, string, string]>([
    ['without a scale', { metric: 'acc', score: 0.3 }, 'N', 'cell-missing'],
    ['of size zero', { N: 0, metric: 'acc', score: 0.3 }, 'N', 'cell-not-positive'],
    ['of a size that no computation survives', { N: 1e308, metric: 'acc', score: 0.3 }, 'N', 'cell-outside-range'],
    ['of negative size', { N: -7e9, metric: 'acc', score: 0.3 }, 'N', 'cell-not-positive'],
    ['without a score', { N: 1e9, metric: 'acc', score: null }, 'score', 'cell-missing'],
    ['that looks like per cent', { N: 1e9, metric: 'acc', score: 45.3 }, 'score', 'cell-percent'],
    ['above the best possible score', { N: 1e9, metric: 'acc', score: 450 }, 'score', 'row-score-above'],
    ['below the worst possible score', { N: 1e9, metric: 'acc', score: -0.1 }, 'score', 'row-score-below']
  ])('%s', async (_name, row, column, code) => {
    const problems = await problemsWith({ ...row, line: 17 })
    expect(problems).toEqual([expect.objectContaining({ row: 1, line: 17, column, code, reason: expect.stringMatching(/^Row 1: .*\.$/) })])
  })

  test('of no compute, when C is asked for and N or D is missing', async () => {
    const answer = await ask('emergence.analyze', { observations: good, scale: 'C' })
    expect(answer).toMatchObject({ reason: 'underdetermined', code: 'all-rows-refused' })
    expect((answer as { problems: unknown[] }).problems).toHaveLength(5)
    expect((answer as { problems: unknown[] }).problems[4]).toMatchObject({ row: 5, column: 'C', code: 'row-compute-missing' })
  })
})

test('rows without any scale are told that N is missing, and not the loss', async () => {
  const answer = await ask('emergence.analyze', { observations: good.map((row) => ({ ...row, N: null })) })
  expect((answer as { problems: unknown[] }).problems[0]).toMatchObject({ row: 1, column: 'N', code: 'cell-missing' })
})

test.each(['n', 'stderr'] as const)('a %s of 1e308 is told, and the score is used without it', async (column) => {
  const { problems, analyses } = await analyze({ observations: [{ ...good[0]!, [column]: 1e308 }, ...good.slice(1)], scale: 'N' })
  expect(problems).toMatchObject([{ row: 1, column }])
  expect(analyses[0]!.rows).toBe(5)
})

test('an end beyond the range of numbers is refused by its field', () => {
  const { input } = contract['emergence.fitThreshold']
  expect(input.safeParse({ observations: good, ceiling: 1e308 }).error?.issues[0]).toMatchObject({
    path: ['ceiling'],
    message: expect.stringContaining('for example 1') as string
  })
})

test('a number of items that is not possible is told, and the score is used without it', async () => {
  const { problems, analyses } = await analyze({ observations: [...good, { ...good[0]!, n: 0, N: 2e9, score: 0.3 }], scale: 'N' })
  expect(problems).toEqual([expect.objectContaining({ row: 6, column: 'n', code: 'row-items-impossible' })])
  expect(analyses[0]!.rows).toBe(6)
  expect(analyses[0]!.notes.map(({ code }) => code)).toContain('items-missing')
})

test('scores in per cent are taken when the best possible score says so', async () => {
  const percent = await analyze({ observations: good.map((row) => ({ ...row, score: row.score! * 100, random: 25, high: 100 })), scale: 'N' })
  const share = await analyze({ observations: good, scale: 'N' })
  expect(percent.problems).toEqual([])
  expect(given(percent.test.sharp).knee / given(share.test.sharp).knee).toBeCloseTo(1, 6)
  expect(given(percent.detector).source.emergent).toBe(given(share.detector).source.emergent)
})

test('equal sizes are averaged by their items for the curve, and told', async () => {
  const { analyses } = await analyze({ observations: [...good, { ...good[0]!, score: 0.31, n: 1000 }], scale: 'N' })
  expect(analyses[0]!.points).toHaveLength(5)
  expect(analyses[0]!.points[0]).toMatchObject({ score: (0.25 * 500 + 0.31 * 1000) / 1500, n: 1500, rows: 2 })
  expect(analyses[0]!.notes).toContainEqual(expect.objectContaining({ code: 'sizes-repeated', values: { rows: 2, sizes: 1 } }))
})

describe('there is no verdict of emergence', () => {
  test.each<[string, Row[], string, string]>([
    ['from one row', good.slice(0, 1), 'too few sizes', 'verdict-too-few-sizes'],
    ['from three sizes', good.slice(0, 3), 'too few sizes', 'verdict-too-few-sizes'],
    ['from constant scores', good.map((row) => ({ ...row, score: 0.25 })), 'no rise', 'verdict-no-rise'],
    ['from scores that differ by rounding', good.map((row, i) => ({ ...row, score: i % 2 === 0 ? 0.3 : 0.1 + 0.2 })), 'no rise', 'verdict-no-rise'],
    ['from scores that never rise', good.map((row, i) => ({ ...row, score: [0.25, 0.27, 0.24, 0.26, 0.25][i]! })), 'no rise', 'verdict-no-rise'],
    ['from scores that fall', good.map((row, i) => ({ ...row, score: [0.8, 0.7, 0.5, 0.3, 0.25][i]! })), 'inverse scaling', 'verdict-inverse']
  ])('%s', async (_name, observations, label, code) => {
    const { verdict } = await analyze({ observations, scale: 'N' })
    expect(verdict).toMatchObject({ label, grade: null, note: { code } })
  })
})

describe('a threshold is refused with its reason', () => {
  test.each<[string, Row[], object, string]>([
    ['no rows at all', [], {}, 'all-rows-refused'],
    ['all rows refused', good.map((row) => ({ ...row, N: 0 })), { scale: 'N' }, 'all-rows-refused'],
    ['two sizes', good.slice(0, 2), {}, 'trend-needs-sizes'],
    ['too few sizes for free ends', good.slice(0, 4), { floor: 'free', ceiling: 'free' }, 'fit-needs-sizes'],
    ['constant scores', good.map((row) => ({ ...row, score: 0.5 })), {}, 'scores-constant'],
    ['scores that never rise', good.map((row, i) => ({ ...row, score: [0.25, 0.27, 0.24, 0.26, 0.25][i]! })), {}, 'scores-never-rise'],
    ['scores that fall', good.map((row, i) => ({ ...row, score: [0.8, 0.7, 0.5, 0.3, 0.25][i]! })), {}, 'scores-fall'],
    ['several metrics', [...good, { ...good[0]!, metric: 'bpb' }], {}, 'fit-several-series'],
    ['a metric that is not there', good, { metric: 'f1' }, 'fit-no-series'],
    ['a floor above the ceiling', good, { floor: 0.6, ceiling: 0.5 }, 'fit-ends-crossed']
  ])('%s', async (_name, observations, more, code) => {
    expect(await ask('emergence.fitThreshold', { observations, ...more })).toMatchObject({ code, problems: expect.any(Array) })
  })
})

describe('the direction of a metric', () => {
  const falling: Row[] = [1e8, 1e9, 1e10, 1e11, 1e12].map((N, i) => ({ N, metric: 'perplexity', score: [150, 80, 35, 15, 5][i]! }))

  test('that falls by its name is told, and a stated one is not', async () => {
    const codes = async (rows: Row[]) => (await analyze({ observations: rows })).analyses[0]!.notes.map(({ code }) => code)
    expect(await codes(falling)).toContain('metric-falls-by-name')
    expect(await codes(falling.map((row) => ({ ...row, higherIsBetter: false })))).not.toContain('metric-falls-by-name')
    expect(await codes(falling.map((row) => ({ ...row, metric: 'surprise' })))).toContain('metric-direction-assumed')
  })

  test('turns the curve round: an unknown metric said to fall is no inverse scaling', async () => {
    const unknown = falling.map((row) => ({ ...row, metric: 'surprise' }))
    expect((await analyze({ observations: unknown })).verdict.label).toBe('inverse scaling')
    expect((await analyze({ observations: unknown, metrics: { surprise: { higherIsBetter: false } } })).verdict.label).toBe('smooth')
  })

  test('contradicted by its rows is told', async () => {
    const rows = falling.map((row, i) => ({ ...row, higherIsBetter: i === 0 }))
    expect((await analyze({ observations: rows })).analyses[0]!.notes.map(({ code }) => code)).toContain('metric-direction-contradicted')
  })
})
