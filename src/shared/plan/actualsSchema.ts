/** Runs of the plan that have been made: facts, which take the place of what was planned for them. */
import * as z from 'zod'
import { date, id, number, open, text } from './rules'

const flag = z.boolean({ error: 'expected true or false' })

/** What a run showed of one target. A score or a loss beside it is kept for the record; only `reached` says something about the threshold. */
const resultSchema = open({
  target: id,
  reached: flag.nullable().default(null),
  score: number({ example: '0.62' }).nullable().default(null),
  loss: number({ from: 0, example: '2.1' }).nullable().default(null)
}).refine(({ reached, score, loss }) => reached !== null || score !== null || loss !== null, {
  error: 'expected a result: "reached": true or false, or a score or a loss for the record',
  path: ['reached']
})

export const actualSchema = open({
  N: number({ above: 0, to: 1e20, example: '7e9' }),
  /** Tokens that the run saw, repeated ones included. */
  D: number({ above: 0, to: 1e30, example: '1.4e11' }),
  /** What it cost, its data included; null takes the plan's own estimate. */
  usd: number({ from: 0, to: 1e15, example: '3.1e5' }).nullable().default(null),
  /** Days from its start to its end; null takes the plan's own estimate. */
  days: number({ from: 0, to: 1e5, example: '21' }).nullable().default(null),
  /** When it ended: then pauses between runs count as time gone too. */
  endedAt: date.nullable().default(null),
  /** Ended before its tokens were seen: then what it did not reach says nothing about its size. */
  stopped: flag.default(false),
  results: z
    .array(resultSchema, { error: 'expected a list of results, for example [{"target": "code", "reached": false}]' })
    .max(64, { error: 'expected at most 64 results' })
    .superRefine((results, context) =>
      results.forEach(({ target }, i) => {
        if (results.slice(0, i).some((before) => before.target === target))
          context.addIssue({ code: 'custom', path: [i, 'target'], message: `expected each target once; "${target}" is there twice` })
      })
    )
    .default([]),
  note: text(2000, '"stopped after a hardware fault"').default('')
})
export type Actual = z.infer<typeof actualSchema>

/** In the order in which they were made. */
export const actualsSchema = z
  .array(actualSchema, { error: 'expected a list of finished runs, for example [{"N": 7e9, "D": 1.4e11, "results": [{"target": "code", "reached": false}]}]' })
  .max(64, { error: 'expected at most 64 finished runs' })
  .default([])
