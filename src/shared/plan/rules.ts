/**
 * Building blocks of every schema that reads something from outside: numbers and texts whose refusal names what was expected, with an example.
 * The field's own name is the error's path; see `refusal.ts` for how path and message become one sentence.
 */
import * as z from 'zod'

// zod's probe for `eval` violates the app's content security policy.
z.config({ jitless: true })

/** An object that keeps the fields it does not know, so that a newer version's plan survives a round trip. Typed as if it had only the known ones. */
export const open = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> => z.looseObject(shape) as unknown as z.ZodObject<Shape>

interface NumberRule {
  above?: number
  from?: number
  below?: number
  to?: number
  whole?: boolean
  /** An accepted value, as it may be written in the file. */
  example: string
}

/** A finite number within a rule; the message says the rule and gives an example. */
export function number(rule: NumberRule) {
  const bounds = [
    rule.above !== undefined && `above ${rule.above}`,
    rule.from !== undefined && `at least ${rule.from}`,
    rule.below !== undefined && `below ${rule.below}`,
    rule.to !== undefined && `at most ${rule.to}`
  ].filter(Boolean)
  const message = `expected a ${rule.whole ? 'whole ' : ''}number${bounds.length ? ' ' + bounds.join(' and ') : ''}, for example ${rule.example}`
  return z
    .number({ error: message })
    .refine(
      (v) =>
        (rule.above === undefined || v > rule.above) &&
        (rule.from === undefined || v >= rule.from) &&
        (rule.below === undefined || v < rule.below) &&
        (rule.to === undefined || v <= rule.to) &&
        (!rule.whole || Number.isSafeInteger(v)),
      { error: message }
    )
}

export const text = (longest = 10_000, example = '"My plan"') =>
  z.string({ error: `expected a text, for example ${example}` }).max(longest, { error: `expected at most ${longest} characters` })

/** A short identifier, unique within its list. */
export const id = z
  .string({ error: 'expected an identifier, for example "code"' })
  .regex(/^[\w.:-]{1,64}$/, { error: 'expected an identifier of 1 to 64 letters, digits, dots, dashes or underscores, for example "code"' })

/** A calendar month or day: prices carry the date they were true on. */
export const date = z
  .string({ error: 'expected a date, for example "2026-09"' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, { error: 'expected a date, for example "2026-09" or "2026-09-30"' })

/** When a figure was true: evidence is often known by its year alone. */
export const evidenceDate = z
  .string({ error: 'expected a year or a date, for example "2024" or "2024-06"' })
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: 'expected a year or a date, for example "2024" or "2024-06"' })

export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: `expected one of ${options.map((o) => `"${o}"`).join(', ')}` })

/** A quantity that is known exactly (a number) or as a 90 % range: log-normal with median √(low·high) and σ = ln(high/low)/3.2897. */
export const belief = (rule: NumberRule) =>
  z.union(
    [
      number(rule),
      open({ low: number(rule), high: number(rule) }).refine((r) => r.low < r.high, {
        error: `expected low below high, for example {"low": 0.2, "high": 0.56}; for an exact value write one number`
      })
    ],
    {
      error: (issue) =>
        typeof issue.input === 'object' && issue.input !== null
          ? `expected {"low": …, "high": …} with low below high, both as in ${rule.example}`
          : `expected a number such as ${rule.example}, or a 90 % range such as {"low": …, "high": …}`
    }
  )

export type Belief = number | { low: number; high: number }
