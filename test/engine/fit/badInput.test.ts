/** Rows that cannot be used are named and the others go on; what determines nothing is refused; doubts are said. */
import { describe, expect, test } from 'vitest'
import { codes, fitOf, grid, HOFFMANN, isoflops, lossOf, refusalOf, spaced, type Run } from './ask'

const law = (N: number, D: number): number => lossOf(HOFFMANN, N, D)
/** A scatter of half a per cent that depends on the run alone. */
const scattered = (N: number, D: number): number => law(N, D) * Math.exp(0.005 * Math.sin(12.9898 * Math.log(N) + 78.233 * Math.log(D)))
const good = grid(spaced(5e7, 1e10, 6), spaced(1e9, 5e11, 6), scattered)
const scale = (points: readonly Run[], N: number, D: number): Run[] => points.map((p) => ({ ...p, N: p.N! * N, D: p.D! * D }))

describe('a row that cannot be used is named, and the fit is that of the others', () => {
  const cases: [string, Run, string, string | undefined][] = [
    ['no N', { N: null, D: 1e10, loss: 2.5 }, 'cell-missing', 'N'],
    ['zero D', { N: 1e9, D: 0, loss: 2.5 }, 'cell-not-positive', 'D'],
    ['a negative loss', { N: 1e9, D: 1e10, loss: -2.5 }, 'cell-not-positive', 'loss'],
    ['an empty loss', { N: 1e9, D: 1e10 }, 'cell-missing', 'loss'],
    ['an absurd N', { N: 1e300, D: 1e10, loss: 2.5 }, 'cell-outside-range', 'N'],
    ['N in billions among plain numbers', { N: 7, D: 1e10, loss: 2.5 }, 'fit-row-units', 'N'],
    ['D in billions among plain numbers', { N: 7e9, D: 140, loss: 2.5 }, 'fit-row-units', 'D'],
    ['a row that is there already', good[3]!, 'fit-row-repeated', undefined]
  ]
  test.each(cases)('%s', async (_name, row, code, column) => {
    const [clean, fit] = await Promise.all([fitOf({ points: good, bootstrap: 0 }), fitOf({ points: [...good, { ...row, line: 99 }], bootstrap: 0 })])
    expect(fit.problems).toEqual([expect.objectContaining({ row: 37, line: 99, code, ...(column === undefined ? {} : { column }) })])
    expect(fit.problems[0]!.reason).toContain('37')
    expect(fit.constants).toEqual(clean.constants)
    expect(fit.pointsUsed).toBe(36)
  })

  test('the same N and D with another loss is a repetition, not a repeated row', async () => {
    const fit = await fitOf({ points: [...good, { ...good[3]!, loss: good[3]!.loss! * 1.01 }], bootstrap: 0 })
    expect(fit).toMatchObject({ problems: [], pointsUsed: 37 })
  })

  test('D is found from C where it is missing', async () => {
    const [given, found] = await Promise.all([
      fitOf({ points: good, bootstrap: 0 }),
      fitOf({ points: good.map(({ N, D, loss }) => ({ N, C: 6 * N! * D!, loss })), bootstrap: 0 })
    ])
    for (const [name, value] of Object.entries(given.constants)) expect(found.constants[name]! / value).toBeCloseTo(1, 9)
  })
})

describe('what determines nothing is refused with the reason', () => {
  test.each<[string, Parameters<typeof refusalOf>[0], string]>([
    ['no usable row', { points: [{ N: 0, D: 1, loss: 1 }] }, 'fit-no-runs'],
    ['fewer runs than constants', { points: good.slice(0, 4) }, 'fit-too-few'],
    ['one run', { points: good.slice(0, 1), approach: 'isoflop' }, 'fit-few-isoflops'],
    ['repetitions of four runs', { points: good.slice(0, 4).flatMap((p) => [p, { ...p, loss: p.loss! + 0.01 }]) }, 'fit-too-few'],
    ['the same loss everywhere', { points: good.map((p) => ({ ...p, loss: 2.5 })) }, 'fit-constant-loss'],
    ['one size', { points: grid([1e9], spaced(1e9, 1e12, 12), law) }, 'fit-one-size'],
    ['one token count', { points: grid(spaced(1e7, 1e10, 12), [1e10], law) }, 'fit-one-token-count'],
    ['one isoFLOP', { points: isoflops([1e20], () => spaced(1e8, 1e10, 9), law), approach: 'isoflop' }, 'fit-few-isoflops'],
    ['isoFLOPs that end before their minimum', { points: isoflops([1e20, 1e21], () => spaced(1e7, 1e8, 9), law), approach: 'isoflop' }, 'fit-few-isoflops'],
    ['an envelope of one size', { points: grid([1e9], spaced(1e9, 1e12, 12), law), approach: 'envelope' }, 'fit-no-envelope']
  ])('%s', async (_name, question, code) => {
    expect(await refusalOf({ bootstrap: 60, ...question })).toMatchObject({ reason: 'underdetermined', code, detail: expect.stringMatching(/\.$/) })
  })
})

test('a refusal keeps the problems of the rows', async () => {
  expect(
    await refusalOf({
      points: [
        { N: 0, D: 1e9, loss: 2 },
        { N: 1e9, D: 2e10 }
      ]
    })
  ).toMatchObject({
    code: 'fit-no-runs',
    problems: [
      { row: 1, column: 'N', code: 'cell-not-positive' },
      { row: 2, column: 'loss', code: 'cell-missing' }
    ]
  })
})

describe('doubts are said', () => {
  test('six models within one decade of N, as in a public report that gave α 0.33 and β 0.65', async () => {
    const points = spaced(2.6e7, 2.1e8, 6).map((N, i) => ({ N, D: [1e9, 2e9, 4e9][i % 3]!, loss: scattered(N, [1e9, 2e9, 4e9][i % 3]!) }))
    const fit = await fitOf({ points, bootstrap: 200 })
    expect(codes(fit)).toEqual(expect.arrayContaining(['fit-few-runs', 'fit-narrow']))
    expect(fit.warnings.filter(({ code }) => code === 'fit-narrow').map(({ values }) => values.column)).toEqual(['N', 'D'])
  })

  test('runs at a fixed ratio of tokens to parameters do not tell size from data', async () => {
    const fit = await fitOf({ points: spaced(1e7, 1e10, 12).map((N) => ({ N, D: 20 * N, loss: scattered(N, 20 * N) })), bootstrap: 0 })
    expect(codes(fit)).toContain('fit-collinear')
  })

  test('an exponent at the end of what the fit allows: a loss that rises with size', async () => {
    const fit = await fitOf({ points: good.map((p) => ({ ...p, loss: 2 + 410 / p.D! ** 0.285 + 1e-3 * Math.log(p.N!) })), bootstrap: 60 })
    expect(codes(fit)).toContain('fit-at-bound')
  })

  test('N and D in billions throughout are computed as they stand, with a warning', async () => {
    const [plain, billions] = await Promise.all([fitOf({ points: good, bootstrap: 0 }), fitOf({ points: scale(good, 1e-9, 1e-9), bootstrap: 0 })])
    expect(billions.warnings.filter(({ code }) => code === 'fit-units-small').map(({ values }) => values.column)).toEqual(['N', 'D'])
    for (const name of ['E', 'alpha', 'beta']) expect(billions.constants[name]! / plain.constants[name]!).toBeCloseTo(1, 8)
  })

  test('the optimum of the largest budget lies beyond the runs', async () => {
    const fit = await fitOf({ points: grid(spaced(5e7, 5e8, 6), spaced(1e9, 5e12, 8), scattered), bootstrap: 0 })
    expect(codes(fit)).toEqual(expect.arrayContaining(['fit-optimum-outside', 'fit-narrow']))
  })

  test('isoFLOPs without a minimum of their own are listed with their reason', async () => {
    const points = isoflops([1e19, 1e20, 1e21], () => spaced(1e8, 1e10, 9), law).concat(grid([1e6, 2e6], [1e8], law))
    const fit = await fitOf({ points, approach: 'isoflop', bootstrap: 0 })
    expect(fit.isoflops!.map(({ status }) => status)).toEqual(['fewSizes', 'fewSizes', 'used', 'used', 'used'])
    expect(codes(fit)).toEqual(expect.arrayContaining(['fit-isoflops-left-out', 'fit-few-optima']))
  })
})

test('the order of the rows does not matter, but to the last digits', async () => {
  const [forward, backward] = await Promise.all([fitOf({ points: good, bootstrap: 0 }), fitOf({ points: [...good].reverse(), bootstrap: 0 })])
  for (const [name, value] of Object.entries(forward.constants)) expect(backward.constants[name]! / value).toBeCloseTo(1, 7)
  expect(backward.objective / forward.objective).toBeCloseTo(1, 10)
})

test('as many runs as constants are fitted exactly, without errors or influence to tell', async () => {
  const exact = grid(spaced(5e7, 1e10, 6), spaced(1e9, 5e11, 6), law)
  const fit = await fitOf({ points: [0, 5, 14, 30, 35].map((i) => exact[i]!), bootstrap: 60 })
  expect(fit.objective).toBeLessThan(1e-12)
  expect(fit).toMatchObject({ standardErrors: null, covariance: null, heldOut: null, influence: { points: [] }, bootstrap: { replicates: 60 } })
  expect(codes(fit)).toEqual(expect.arrayContaining(['fit-few-runs', 'fit-replicates-failed']))
})
