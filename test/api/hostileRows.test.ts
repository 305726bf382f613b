/** Rows with impossible cells: every analysis answers within its contract, or says which row and why; none breaks. */
import { describe, expect, test } from 'vitest'
import { engineApi } from '../../src/main/api/engine'
import type { Api } from '../../src/main/api/implementation'
import { CallError, createDispatcher } from '../../src/main/dispatch'
import { inlineTasks } from '../../src/main/workers/inline'
import { contract } from '../../src/shared/contract'

const api = engineApi({ environment: () => ({ today: '2026-11-22', models: [] }), tasks: inlineTasks, accelerators: [] })
const handle = createDispatcher(api as Api, (message, problem) => {
  throw new Error(message, { cause: problem })
})
/** The answer, or what a refused call names; anything else is a defect and fails the test. */
const call = (procedure: string, input: unknown): Promise<unknown> =>
  handle(procedure, input, { signal: new AbortController().signal, emit: () => undefined }).catch((problem: unknown) => {
    if (problem instanceof CallError && problem.path !== '') return problem.toJSON()
    throw problem
  })

const IMPOSSIBLE = [null, 0, -1, 45.3, 1e308, -1e308, 1e-300, 1e100]
type Rows = Record<string, unknown>[]

/** Each procedure, its list of rows in the contract's own example, and columns that the example leaves out. */
const ASKED: [procedure: keyof typeof contract, list: string, extra: Record<string, unknown>, settings: Record<string, unknown>][] = [
  ['emergence.analyze', 'observations', { D: 2e11, C: 1e21, loss: 2.5, stderr: 0.02, high: 1, shots: 5, line: 3 }, { replicates: 99 }],
  ['emergence.fitThreshold', 'observations', { D: 2e11, stderr: 0.02, high: 1 }, { bootstrap: 0 }],
  ['emergence.predictThreshold', 'known', { performance: 0.8 }, {}],
  ['emergence.twoStep', 'runs', {}, { bootstrap: 0 }],
  ['grokking.analyze', 'curve', { trainLoss: 0.1, weightNorm: 30 }, {}],
  ['evaluator.score', 'samples', { D: 2e9, C: 1e20 }, {}]
]

describe.each(ASKED)('%s', (procedure, list, extra, settings) => {
  const example = contract[procedure].example as unknown as Record<string, Rows>
  const rows = example[list]!
  const columns = [...new Set([...rows, extra].flatMap((row) => Object.keys(row)))].filter((name) => typeof { ...rows[0], ...extra }[name] === 'number')

  test.each(columns)('%s that no row can have, in one row and in all', async (column) => {
    for (const value of IMPOSSIBLE) {
      for (const inAll of [false, true]) {
        const hostile = rows.map((row, i) => ({
          ...(column in row ? {} : { [column]: extra[column] }),
          ...row,
          ...(inAll || i === 1 ? { [column]: value } : {})
        }))
        const answer = call(procedure, { ...example, ...settings, [list]: hostile })
        await expect(answer, `${column} ${value} ${inAll ? 'in all rows' : 'in row 2'}`).resolves.toBeTypeOf('object')
      }
    }
  })

  test('no rows, one, the same one often, and rows in another order', async () => {
    for (const given of [[], rows.slice(0, 1), Array<unknown>(20).fill(rows[0]), [...rows].reverse()])
      await expect(call(procedure, { ...example, ...settings, [list]: given })).resolves.toBeTypeOf('object')
  })
})
