/** `links.*`: the chance of a capability at a scale, and turned round. */
import * as z from 'zod'
import { LINK_IDS } from '../plan/schema'
import { number, oneOf, open } from '../plan/rules'
import { n, nothing, orNoAnswer, positive, procedure } from './procedure'

const link = oneOf(LINK_IDS)
const linkParams = open({
  critical: positive('60e9'),
  steepness: positive('3.2').default(3),
  floor: number({ from: 0, below: 1, example: '0' }).default(0),
  ceiling: number({ above: 0, to: 1, example: '1' }).default(1)
}).refine((l) => l.floor < l.ceiling, { error: 'expected floor below ceiling, for example 0 and 1', path: ['floor'] })

export const linksContract = {
  'links.list': procedure({
    about: 'The links: id, formula, and what the critical scale and the steepness of each mean.',
    example: {},
    input: nothing,
    output: z.array(z.object({ id: z.string(), name: z.string(), formula: z.string(), note: z.string() }))
  }),
  'links.probability': procedure({
    about: 'P(x) of a link between its floor and its ceiling.',
    example: { link: 'weibull', scale: 60e9, params: { critical: 60e9, steepness: 3.2 } },
    input: open({ link, scale: number({ from: 0, to: 1e60, example: '60e9' }), params: linkParams }),
    output: z.object({ probability: n })
  }),
  'links.scaleFor': procedure({
    about: 'Smallest scale at which a link reaches a probability.',
    example: { link: 'weibull', probability: 0.9, params: { critical: 60e9, steepness: 3.2 } },
    input: open({ link, probability: number({ above: 0, below: 1, example: '0.9' }), params: linkParams }),
    output: orNoAnswer(z.object({ scale: n }))
  })
} as const
