/** The scenarios of a plan: each stores only what it changes of the base, field by field, with targets named by their id. */
import * as z from 'zod'
import { refusalOf } from './refusal'
import { id, open, text } from './rules'
import { MOST_SCENARIOS, overlap } from './scenarios'

const MOST_OVERRIDES = 1000

/** Fields of a plan or of a target that keep the books: no scenario changes them. */
const BOOKS = new Set(['id', 'name', 'notes'])

/** The schema of a field by its path ("limits.budgetUsd"); null when there is no such field. Ranges, choices with a `kind` and lists are one field each. */
export function schemaAt(schema: z.ZodType, path: string): z.ZodType | null {
  let at: z.ZodType | undefined = schema
  for (const key of path.split('.')) {
    const node: z.ZodType = bare(at)
    at = node instanceof z.ZodObject && Object.hasOwn(node.shape, key) ? (node.shape as Record<string, z.ZodType>)[key] : undefined
    if (at === undefined) return null
  }
  return at
}

/** The schema within its default, and within "or null". */
function bare(schema: z.ZodType): z.ZodType {
  let within = schema
  while (within instanceof z.ZodDefault || within instanceof z.ZodPrefault || within instanceof z.ZodNullable) within = within.def.innerType as z.ZodType
  return within
}

const given = z.custom<unknown>((value) => value !== undefined, { error: 'expected a value for the field' })

/**
 * One changed field. `target` is the id of the target that it belongs to, null for a field of the plan itself; an id that no target has (any more) is kept.
 * The value is checked against the field's own schema, here and not when it is applied: a file with a value that the field refuses does not open.
 */
const overrideSchema = (plan: z.ZodType, target: z.ZodType) =>
  open({ target: id.nullable().default(null), field: text(200, '"costs.pricePerHourUsd"'), value: given }).transform((override, context) => {
    const schema = BOOKS.has(override.field) ? null : schemaAt(override.target === null ? plan : target, override.field)
    const refuse = (path: PropertyKey[], message: string): typeof z.NEVER => {
      context.issues.push({ code: 'custom', message, path, input: override })
      return z.NEVER
    }
    if (schema === null)
      return refuse(['field'], `expected a field that a scenario can change, for example ${override.target === null ? '"costs.pricePerHourUsd"' : '"wanted"'}`)
    const parsed = schema.safeParse(override.value)
    if (parsed.success) return { ...override, value: parsed.data }
    const [issue] = parsed.error.issues
    return refuse(['value', ...(issue?.path ?? [])], issue?.message ?? refusalOf(parsed.error, override.value).message)
  })

/** @param plan the fields of the plan that a scenario can change, @param target those of a target */
export const scenariosSchema = (plan: z.ZodType, target: z.ZodType) =>
  z
    .array(
      open({
        id,
        name: text(200, '"Cheaper cloud"').default(''),
        notes: text().default(''),
        overrides: z
          .array(overrideSchema(plan, target), { error: 'expected a list of changes, for example [{"field": "costs.pricePerHourUsd", "value": 2.5}]' })
          .max(MOST_OVERRIDES, { error: `expected at most ${MOST_OVERRIDES} changes` })
          .superRefine((overrides, context) =>
            overrides.forEach((override, i) => {
              if (overrides.slice(0, i).some((before) => overlap(before, override)))
                context.addIssue({ code: 'custom', path: [i, 'field'], message: `expected each field once; "${override.field}" is changed twice` })
            })
          )
          .default([])
      }),
      { error: 'expected a list of scenarios, for example [{"id": "cheap", "overrides": [{"field": "costs.pricePerHourUsd", "value": 2.5}]}]' }
    )
    .max(MOST_SCENARIOS, { error: `expected at most ${MOST_SCENARIOS} scenarios` })
    .superRefine((scenarios, context) =>
      scenarios.forEach((scenario, i) => {
        if (scenarios.slice(0, i).some((before) => before.id === scenario.id))
          context.addIssue({ code: 'custom', path: [i, 'id'], message: `expected each scenario to have its own id; "${scenario.id}" is there twice` })
      })
    )
    .default([])
