import { describe, expect, it } from 'vitest'
import { lawOf } from '../../../src/main/engine/laws/registry'
import { referencePresent, rows } from './referenceRows'

const LAW_OF = {
  hoffmann_rounded: lawOf({ id: 'hoffmann-2022', constants: 'printed' }),
  hoffmann_unrounded: lawOf({ id: 'hoffmann-2022', constants: 'unrounded' }),
  besiroglu: lawOf({ id: 'besiroglu-2024', constants: 'unrounded' }),
  kaplan_LND: lawOf({ id: 'kaplan-2020-nd', constants: 'unrounded' })
}
const OPTIMUM_OF = { ...LAW_OF, muennighoff_c4: lawOf({ id: 'muennighoff-2023', constants: 'unrounded' }) }
const RATIO_OF = {
  approach1_table3: lawOf({ id: 'hoffmann-2022-a1', constants: 'unrounded' }),
  approach2_tableA3: lawOf({ id: 'hoffmann-2022-a2', constants: 'unrounded' }),
  muennighoff_c4: OPTIMUM_OF.muennighoff_c4,
  approach3_rounded: LAW_OF.hoffmann_rounded,
  approach3_unrounded: LAW_OF.hoffmann_unrounded,
  besiroglu2024: LAW_OF.besiroglu,
  llama3_053_029: lawOf({ id: 'llama-3', constants: 'printed' }),
  llama3_0537_0299: lawOf({ id: 'llama-3', constants: 'unrounded' })
}
/** The vectors carry 6 to 9 digits; 6 digits must agree. */
const agrees = (value: number, cell: string) => expect(Math.abs(value / Number(cell) - 1)).toBeLessThan(1e-6)

describe.skipIf(!referencePresent)('the reference vectors (needs the published tables beside the project)', () => {
  it('agree with every loss of the grid to 6 digits', () => {
    const grid = rows('ref_loss_grid.csv')
    expect(grid).toHaveLength(45)
    for (const row of grid) for (const [column, law] of Object.entries(LAW_OF)) agrees(law.loss!(Number(row.N), Number(row.D)), row[column]!)
  })

  it('agree with every compute-optimal run to 6 digits', () => {
    const table = rows('ref_compute_optimal.csv').filter((row) => row.law! in OPTIMUM_OF)
    expect(table.length).toBeGreaterThanOrEqual(40)
    for (const row of table) {
      const law = OPTIMUM_OF[row.law as keyof typeof OPTIMUM_OF]
      const { N, D } = law.optimum!(Number(row.C), 6)
      agrees(N, row.N_opt!)
      agrees(D, row.D_opt!)
      agrees(D / N, row.tokens_per_param!)
      agrees(law.loss!(N, D), row.loss!)
    }
  })

  it('agree with every optimal ratio of tokens to parameters to the 6 digits given', () => {
    const table = rows('ref_tokens_per_param.csv')
    expect(table).toHaveLength(10)
    for (const row of table)
      for (const [column, law] of Object.entries(RATIO_OF)) {
        const { N, D } = law.optimum!(Number(row.C), 6)
        // Rounded to 6 significant digits in the file: half a unit of the last is at most 5e-6.
        expect(Math.abs(D / N / Number(row[column]) - 1)).toBeLessThan(5e-6)
      }
  })
})
