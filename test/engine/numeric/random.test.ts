import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../src/main/engine/numeric/random'

/** Seed 20261, stream 7: computed in Python from the published algorithm. */
const SEQUENCE = [420905689, 271183977, 1819122909, 580234158]

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw)
const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
/** Kolmogorov–Smirnov statistic against the uniform distribution; its 0.1 % point is 1.95/√n. */
const distance = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.max(...sorted.map((v, i) => Math.max((i + 1) / sorted.length - v, v - i / sorted.length)))
}

describe('a random stream', () => {
  test('is the reference sequence of sfc32 after its seeding, and the same for ever', () => {
    const { uint32 } = randomStream(20261, 7)
    expect(draws(4, uint32)).toEqual(SEQUENCE)
  })

  test('is uniform: Kolmogorov–Smirnov of 100 000 draws, and of the first draw of 100 000 neighbouring streams', () => {
    const { uniform } = randomStream(1)
    expect(distance(draws(100_000, uniform))).toBeLessThan(1.95 / Math.sqrt(100_000))
    let stream = 0
    expect(distance(draws(100_000, () => randomStream(1, stream++).uniform()))).toBeLessThan(1.95 / Math.sqrt(100_000))
  })

  test('neighbouring streams and seeds are uncorrelated', () => {
    const first = draws(20_000, randomStream(1, 0).normal)
    for (const other of [randomStream(1, 1), randomStream(2, 0), randomStream(1, 2 ** 32)]) {
      const second = draws(20_000, other.normal)
      // Standard error of a correlation of 20 000 pairs is 0.0071.
      expect(Math.abs(mean(first.map((v, i) => v * second[i]!)))).toBeLessThan(0.03)
    }
  })

  test('normal draws have mean 0, variance 1 and kurtosis 3 within 4.5 standard errors', () => {
    const values = draws(100_000, randomStream(3).normal)
    const moment = (k: number): number => mean(values.map((v) => v ** k))
    expect(Math.abs(moment(1))).toBeLessThan(4.5 * Math.sqrt(1 / 100_000))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / 100_000))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4.5 * Math.sqrt(96 / 100_000))
  })

  test('whole numbers below n are equally likely: χ² of 10 cells', () => {
    const { below } = randomStream(4)
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i++) counts[below(10)]!++
    const chi2 = counts.reduce((sum, c) => sum + (c - 10_000) ** 2 / 10_000, 0)
    expect(chi2).toBeLessThan(27.9) // 0.1 % point at 9 degrees of freedom
  })
})
