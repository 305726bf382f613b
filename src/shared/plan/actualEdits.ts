/** Edits of the finished runs of a plan. Each returns a new plan; one that changes nothing returns the same plan. */
import type { Actual } from './actualsSchema'
import type { Plan } from './schema'

/** Most finished runs that a plan holds. */
export const MOST_ACTUALS = 64

/** Adds a finished run as the latest. */
export const addActual = (plan: Plan, run: Actual): Plan => (plan.actuals.length >= MOST_ACTUALS ? plan : { ...plan, actuals: [...plan.actuals, run] })

/** Puts a finished run in the place of the one there. */
export const setActual = (plan: Plan, at: number, run: Actual): Plan => {
  const old = plan.actuals[at]
  if (old === undefined || JSON.stringify(old) === JSON.stringify(run)) return plan
  return { ...plan, actuals: plan.actuals.map((one, i) => (i === at ? run : one)) }
}

export const removeActual = (plan: Plan, at: number): Plan =>
  plan.actuals[at] === undefined ? plan : { ...plan, actuals: plan.actuals.filter((_run, i) => i !== at) }

/** A run that has been made as planned, nothing seen yet: where the form of a finished run starts. */
export const actualOf = ({ N, D }: { N: number; D: number }): Actual => ({ N, D, usd: null, days: null, endedAt: null, stopped: false, results: [], note: '' })

/** What a finished run showed of one target; null takes it off. */
export function withResult(run: Actual, target: string, result: Omit<Actual['results'][number], 'target'> | null): Actual {
  const others = run.results.filter((one) => one.target !== target)
  const isEmpty = result === null || (result.reached === null && result.score === null && result.loss === null)
  return { ...run, results: isEmpty ? others : [...others, { target, ...result }] }
}
