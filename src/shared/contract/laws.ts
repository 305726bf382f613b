/** `laws.*`: what a scaling law says, and turned round. */
import * as z from 'zod'
import { LAW_IDS } from '../plan/schema'
import { oneOf, open } from '../plan/rules'
import { n, nothing, orNoAnswer, positive, procedure, spending, warnings } from './procedure'

export const law = oneOf(LAW_IDS)
export const constants = oneOf(['unrounded', 'printed']).default('unrounded')

export const policySchema = z.discriminatedUnion(
  'kind',
  [
    open({ kind: z.literal('optimal') }),
    open({ kind: z.literal('ratio'), value: positive('20').default(20) }),
    open({ kind: z.literal('fixedN'), value: positive('70e9') }),
    open({ kind: z.literal('fixedD'), value: positive('1.4e12') })
  ],
  { error: 'expected {"kind": "optimal"}, {"kind": "ratio", "value": 20}, {"kind": "fixedN", "value": 70e9} or {"kind": "fixedD", "value": 1.4e12}' }
)

export const GIVENS = ['N', 'D', 'C', 'loss', 'usd', 'acceleratorHours', 'days'] as const
const given = z
  .strictObject(Object.fromEntries(GIVENS.map((g) => [g, positive('5.76e23').optional()])) as Record<(typeof GIVENS)[number], z.ZodOptional<z.ZodNumber>>, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })
  .refine((g) => Object.values(g).filter((v) => v !== undefined).length === 1, {
    error: 'expected exactly one of N, D, C, loss, usd, acceleratorHours, days, for example {"C": 5.76e23}'
  })

export const lawsContract = {
  'laws.list': procedure({
    about: 'The laws: id, citation, formula, constants of each published set, and the range of the runs that each was fitted to.',
    example: {},
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        citation: z.string(),
        formula: z.string(),
        constants: z.record(z.string(), z.record(z.string(), n)),
        fittedRange: z.object({ N: z.tuple([n, n]).nullable(), D: z.tuple([n, n]).nullable(), C: z.tuple([n, n]).nullable() })
      })
    )
  }),
  'laws.loss': procedure({
    about: 'Loss in nats per token of a run under a law, with the terms that add up to it.',
    example: { law: 'hoffmann-2022', N: 70e9, D: 1.4e12 },
    input: open({ law, constants, N: positive('70e9').optional(), D: positive('1.4e12').optional(), C: positive('5.76e23').optional() }),
    output: orNoAnswer(z.object({ loss: n, terms: z.record(z.string(), n), warnings }))
  }),
  'laws.optimum': procedure({
    about: 'N and D of least loss for C FLOP under C = k·N·D.',
    example: { law: 'besiroglu-2024', C: 5.76e23 },
    input: open({ law, constants, C: positive('5.76e23'), flopPerParamToken: positive('6').default(6) }),
    output: orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), tokensPerParam: n, warnings }))
  }),
  'laws.solve': procedure({
    about: 'From any one of N, D, C, loss, usd, accelerator-hours or days to all the others, under a law and a policy.',
    example: { law: 'hoffmann-2022', policy: { kind: 'ratio', value: 20 }, given: { usd: 1e6 } },
    input: open({ law, constants, policy: policySchema, given, flopPerParamToken: positive('6').default(6), costs: spending.optional() }),
    output: orNoAnswer(z.object({ N: n, D: n, C: n, loss: n.nullable(), usd: n, acceleratorHours: n, days: n, warnings }))
  })
} as const
