/** `scenarios.*`: the base of a plan beside what else could be planned. */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { outcomeId } from '../plan/outcomeSchema'
import { id, open } from '../plan/rules'
import { planSchema } from '../plan/schema'
import { KINDS } from '../text/units'
import { EXAMPLE_PLAN } from './planner'
import { n, procedure, progressSchema, warnings } from './procedure'

/** One field that a scenario changes: of a target, or of the plan itself (null). */
const field = { target: z.string().nullable(), field: z.string() }

export const scenariosContract = {
  'scenarios.compare': procedure({
    about: 'Outcomes of the base and of each scenario, and how much of each difference every changed input makes.',
    example: {
      plan: {
        ...EXAMPLE_PLAN,
        scenarios: [
          {
            id: 'cheap',
            name: 'Cheaper cloud',
            overrides: [
              { field: 'costs.pricePerHourUsd', value: 2.5 },
              { target: 'code', field: 'wanted', value: 0.9 }
            ]
          }
        ]
      },
      quantities: ['run.usd', 'path.value']
    },
    input: open({
      plan: planSchema,
      /** Ids of scenarios of the plan, in the order wanted; all of them when left out. */
      scenarios: z
        .array(id, { error: 'expected a list of ids of scenarios, for example ["cheap"]' })
        .max(64, { error: 'expected at most 64 scenarios' })
        .optional(),
      /** Outcomes by name; the headline ones when left out: of the sentence’s run, of the path, and the chance of each target. */
      quantities: z
        .array(outcomeId, { error: 'expected a list of outcomes, for example ["run.usd", "probability@code"]' })
        .min(1, { error: 'expected at least one outcome, for example ["run.usd"]' })
        .max(200, { error: 'expected at most 200 outcomes' })
        .optional()
    }).superRefine(({ plan, scenarios = [] }, context) =>
      scenarios.forEach((wanted, i) => {
        if (!plan.scenarios.some((scenario) => scenario.id === wanted))
          context.addIssue({ code: 'custom', path: ['scenarios', i], message: 'expected the id of one of the plan’s scenarios' })
      })
    ),
    output: z.object({
      /** The base’s own; null with a reason where an outcome has no value. */
      base: z.array(z.object({ quantity: z.string(), kind: z.enum(KINDS), value: n.nullable(), reason: noteSchema.nullable() })),
      scenarios: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** What it changes, in the order of the parts below; `input` names the input of the registry, null where it is a choice such as the law. */
          changes: z.array(z.object({ ...field, input: z.string().nullable(), from: z.unknown(), to: z.unknown() })),
          /** Kept in the document but without effect, with the reason. */
          unapplied: z.array(z.object({ ...field, reason: noteSchema })),
          /** `shapley`: mean effect of a change over all orders; `order`: effect of each change after those before it. */
          method: z.enum(['shapley', 'order']),
          outcomes: z.array(
            z.object({
              quantity: z.string(),
              value: n.nullable(),
              reason: noteSchema.nullable(),
              /** Scenario less base; null unless both have a value. */
              difference: n.nullable(),
              /** One for each change; they add up to the difference. Null with the reason in `attribution`. */
              parts: z.array(n).nullable(),
              attribution: noteSchema.nullable()
            })
          )
        })
      ),
      warnings
    }),
    item: progressSchema
  })
} as const
