/** `planner.link`: one target's link over its own scale, and what each entry of its evidence does to it. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { planSchema } from '../plan/schema'
import { id, number, open } from '../plan/rules'
import { EXAMPLE_PLAN } from './planner'
import { n, positive, procedure, quantiles, warnings } from './procedure'

const chances = z.array(z.number().min(0).max(1))

/** The run that a target asks for: scale on its axis, parameters, USD; null with a reason where there is none. */
const requirement = z.object({ scale: n.nullable(), N: n.nullable(), usd: n.nullable(), reason: noteSchema.nullable() })

const entryView = z.object({
  /** Place among the target’s entries. */
  at: n,
  /** Ticked and on the target’s axis: it has a share in F̄. */
  counts: z.boolean(),
  /** On another axis than the target: it can be ticked, but says nothing about this scale. */
  otherAxis: z.boolean(),
  /** F̄ at every x, the scale of its 50 % point and the required run if this entry alone counted; null on another axis. */
  alone: z.object({ probability: chances, half: n.nullable(), required: requirement }).nullable(),
  /** The required run with this entry unticked, or ticked if it is not. */
  toggled: requirement
})

export const targetLinkSchema = z.object({
  target: z.string(),
  axis: z.enum(['N', 'C', 'effective']),
  /** Scales on the target’s axis, ascending, evenly spaced in their logarithm: the ranges of all entries and the marked run are inside. */
  x: z.array(n),
  /** F̄ at every x, and the 5, 25, 75 and 95 % points of F(x; θ) over the belief. */
  probability: chances,
  p5: chances,
  p25: chances,
  p75: chances,
  p95: chances,
  required: requirement,
  /** 5–50–95 % over the belief of the size at which F(x; θ) is the wanted probability, in parameters; null where there is none. */
  interval: quantiles.nullable(),
  /** The marked run on this axis and F̄ there; null without one, or where the law does not define the scale. */
  run: z.object({ N: n, scale: n, probability: n }).nullable(),
  entries: z.array(entryView),
  warnings
})
export type TargetLink = z.infer<typeof targetLinkSchema>

export const targetLinkContract = {
  'planner.link': procedure({
    about: 'F̄ of one target over its scale with its band and required run, and what ticking each entry of its evidence changes.',
    example: { plan: EXAMPLE_PLAN, target: 'code', points: 16 },
    input: open({
      plan: planSchema,
      target: id,
      points: number({ from: 2, to: 2000, whole: true, example: '160' }).default(160),
      /** Parameters of a run to mark, such as the last one of the path. */
      run: positive('32e9').optional()
    }).refine(({ plan, target }) => plan.targets.some(({ id }) => id === target), {
      error: 'expected the id of a target of the plan, for example "code"',
      path: ['target']
    }),
    output: targetLinkSchema
  })
} as const
