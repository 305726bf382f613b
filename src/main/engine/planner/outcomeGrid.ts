/** One outcome over two inputs (docs/model.md, Scenarios and goal seek): row by row, so that rows can be computed apart. */
import { note, type Note } from '../../../shared/notes'
import type { OutcomeId } from '../../../shared/plan/outcomes'
import { planSchema, type Plan } from '../../../shared/plan/schema'
import { outcomesOf } from './outcomes'
import { variableOf } from './variables'

/** An input of the registry, and the values that it takes, evenly spaced on its natural scale. */
export interface Axis {
  input: string
  from: number
  to: number
  points: number
}

export interface GridRow {
  /** One for each value of x; null where the outcome is not defined. */
  values: (number | null)[]
  reasons: (Note | null)[]
}

/** Values of an axis from `from` to `to`, both exactly; whole numbers where the input is one, each once. */
export function axisValues(plan: Plan, { input, from, to, points }: Axis): number[] {
  const variable = variableOf(plan, input)
  if (variable === null) return []
  const range = variable.range(plan)
  const [low, high] = [range.toPosition(from), range.toPosition(to)]
  const between = (share: number): number => (range.log ? from * (to / from) ** share : range.toValue(low + (high - low) * share))
  const at = (share: number): number => (share === 0 ? from : share === 1 ? to : between(share))
  const values = Array.from({ length: points }, (_, i) => at(i / (points - 1)))
  return variable.whole ? [...new Set(values.map(Math.round))] : values
}

/** The outcome at one value of y and every value of x. A 90 % range moves as a whole, by its median; the plan's pin is put aside. */
export function gridRow({
  plan,
  x,
  xs,
  y,
  yValue,
  quantity
}: {
  plan: Plan
  x: string
  xs: readonly number[]
  y: string
  yValue: number
  quantity: OutcomeId
}): GridRow {
  const free: Plan = { ...plan, pin: null, scenarios: [] }
  const row = moved(free, y, yValue)
  const cells = xs.map((value): number | Note => {
    const cell = moved(row, x, value)
    const parsed = planSchema.safeParse(cell)
    return parsed.success ? outcomesOf(cell)(quantity) : note('grid-refused', { problem: parsed.error.issues[0]?.message ?? '' })
  })
  return {
    values: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
    reasons: cells.map((cell) => (typeof cell === 'number' ? null : cell))
  }
}

const moved = (plan: Plan, id: string, value: number): Plan => variableOf(plan, id)?.write(plan, value) ?? plan
