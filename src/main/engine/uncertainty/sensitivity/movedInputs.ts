/** How far a tornado moves each input of a plan: one that is believed to the ends of its belief, one that is exact by a fifth. */
import { isNoAnswer } from '../../../../shared/notes'
import { domainOf } from '../../../../shared/plan/beliefRules'
import { inputsOf, type Input } from '../../../../shared/plan/inputs'
import type { Plan } from '../../../../shared/plan/schema'
import { criticalInput, uncertainInputs, type UncertainInput } from '../plan/uncertainInputs'

export interface MovedInput {
  input: Input
  low: number
  high: number
  /** Whether an end is the bound of what the input may be, nearer than it should be. */
  stopped: { low: boolean; high: boolean }
  /** The plan in which the input is known to be this. */
  at(value: number): Plan
}

/** Every believed input to its quantiles at these probabilities; or every exact one by a share. */
export type Move = { range: { low: number; high: number } } | { share: number }

/** How a worker finds again what it is asked about: the same plan and move give the same list. */
export function movedInputs(plan: Plan, move: Move): MovedInput[] {
  const uncertain = uncertainInputs(plan)
  // Whoever asks looks at the plan's beliefs first, and hears of it there.
  if (isNoAnswer(uncertain)) throw new Error(uncertain.detail)
  return 'share' in move ? exactInputs(plan, uncertain, move.share).moved : uncertain.map((each) => betweenQuantiles(each, move.range))
}

/** To its quantiles at these probabilities. */
export function betweenQuantiles({ input, quantile, at }: UncertainInput, range: { low: number; high: number }): MovedInput {
  return { input, at, ...within(input, quantile(range.low), quantile(range.high)) }
}

export interface ExactInputs {
  moved: MovedInput[]
  /** Names of inputs at 0, which no share moves. */
  atZero: string[]
}

/**
 * Inputs that are exact, moved by a share up and down: the number itself, of a chance that can be neither 0 nor 1 its odds. Not those that the plan leaves open, nor
 * the second name of the wanted probability.
 */
export function exactInputs(plan: Plan, uncertain: readonly UncertainInput[], share: number): ExactInputs {
  const believed = new Set(uncertain.map(({ input }) => input.id))
  const exact = inputsOf(plan).filter((input) => !believed.has(input.id) && input.id !== 'wanted' && input.get(plan) !== null)
  const atZero = exact.filter((input) => input.get(plan) === 0)
  const moved = exact
    .filter((input) => input.get(plan) !== 0)
    .map((input): MovedInput => {
      const target = plan.targets.find(({ id }) => id === input.target)
      const known = input.key === 'critical' && target !== undefined ? criticalInput(plan, target) : null
      const value = known?.quantile(0.5) ?? input.get(plan)!
      return { input, at: known?.at ?? ((x) => input.write(plan, x)), ...within(input, scaled(input, value, 1 - share), scaled(input, value, 1 + share)) }
    })
  return { moved, atZero: atZero.map(({ id }) => id) }
}

/** A chance with open ends moves by its odds, whatever else by its value. */
function scaled({ rule: { above, below, whole } }: Input, value: number, factor: number): number {
  if (above === 0 && below === 1) return (value * factor) / (1 - value + value * factor)
  return whole === true ? Math.round(value * factor) : value * factor
}

/** Ends that the input may have. */
function within(input: Input, low: number, high: number): Pick<MovedInput, 'low' | 'high' | 'stopped'> {
  const { min = -Infinity, max = Infinity } = domainOf(input)
  const inside = (x: number): number => Math.min(Math.max(x, min), max)
  return { low: inside(low), high: inside(high), stopped: { low: inside(low) !== low, high: inside(high) !== high } }
}
