/** Runs of several families that are pooled: models of a family err together, and intervals must say so. */
import { expect, test } from 'vitest'
import { randomStream } from '../../../src/main/engine/numeric/random'
import { fitThreshold, given, analyze, type Row } from './ask'

/** Eight families of five sizes around one curve; each family is better or worse than it as a whole, by a shift in ln N of standard deviation `shift`. */
function pooled(shift: number): Row[] {
  const random = randomStream(5)
  return Array.from({ length: 8 }, (_, f) => {
    const moved = shift * random.normal()
    return [1e9, 4e9, 1.6e10, 6.4e10, 2.56e11].map((N): Row => {
      const mean = 0.25 + 0.6 / (1 + Math.exp(-1.5 * (Math.log(N / 2e10) - moved)))
      return { N: N * (1 + f / 100), family: `family ${f}`, metric: 'acc', score: mean + 0.01 * random.normal(), random: 0.25 }
    })
  }).flat()
}
const spread = ({ low, high }: { low: number | null; high: number | null }): number => Math.log(high! / low!)

test('families that err together widen the interval of the threshold, and the bootstrap draws whole families', async () => {
  const rows = pooled(0.5)
  const together = await fitThreshold({ observations: rows, link: 'logistic', bootstrap: 100 })
  const apart = await fitThreshold({ observations: rows.map((row) => ({ ...row, family: null })), link: 'logistic', bootstrap: 100 })
  expect(together.families).toMatchObject({ families: 8 })
  expect(together.families!.effect).toBeGreaterThan(1.5)
  expect(apart.families).toBeNull()
  expect(spread(together.intervals!.critical)).toBeGreaterThan(1.2 * spread(apart.intervals!.critical))
  expect([together.bootstrap!.drawn, apart.bootstrap!.drawn]).toEqual(['families', 'rows'])
  expect(together.critical).toBe(apart.critical)
  expect(together.warnings.map(({ code }) => code)).toContain('families-widen')
})

test('families that do not differ widen nothing much, and two families are too few to tell', async () => {
  const { families } = await fitThreshold({ observations: pooled(0), link: 'logistic', bootstrap: 0 })
  expect(families!.effect).toBeLessThan(1.5)
  const two = pooled(0.5).map((row, i) => ({ ...row, family: i % 2 === 0 ? 'even' : 'odd' }))
  expect((await fitThreshold({ observations: two, link: 'logistic', bootstrap: 0 })).families).toBeNull()
  expect(given((await analyze({ observations: two })).test.linear).clustered).toBeNull()
})
