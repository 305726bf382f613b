/** What beliefs of a plan must be: each about a fact that keeps no range of its own, once, and stated within the number's domain. */
import { keeps } from './beliefs'
import { statedEnds } from './distribution'
import { inputOf, type Input } from './inputs'
import type { ParseRule } from '../text/parse'
import type { PlanShape } from './schema'

interface Problem {
  path: (string | number)[]
  message: string
}

/** What a number may be whatever the rest of the plan says: floor and ceiling bound each other only as numbers. */
export function domainOf({ key, rule }: Pick<Input, 'key' | 'rule'>): ParseRule {
  if (key === 'floor') return { min: 0, below: 1 }
  return key === 'ceiling' ? { above: 0, max: 1 } : rule
}

export function beliefProblems(plan: PlanShape): Problem[] {
  const seen = new Set<string>()
  return plan.beliefs.flatMap(({ input: id, distribution }, i): Problem[] => {
    const at = (field: string, message: string): Problem[] => [{ path: ['beliefs', i, field], message }]
    const input = id === 'wanted' ? null : inputOf(plan, id)
    if (input === null) return at('input', 'expected the name of a number of the plan, for example "uptime" or "steepness@code" with the id of a target')
    if (input.chosen)
      return at(
        'input',
        `expected a fact about the world, for example "uptime": ${input.path(plan)} is the planner's own choice, so write one number there and compare scenarios`
      )
    if (input.ownRange) return at('input', 'expected a number that keeps no range of its own: write {"low": …, "high": …} in ' + input.path(plan))
    if (seen.has(id)) return at('input', 'expected one belief for each number; there are two about this one')
    seen.add(id)
    const domain = domainOf(input)
    const { low, high } = statedEnds(distribution)
    return keeps(domain, low) && keeps(domain, high) ? [] : at('distribution', `expected values ${inWords(domain)}, as ${input.path(plan)} may have`)
  })
}

function inWords({ min, max, above, below }: ParseRule): string {
  const words = [
    above !== undefined && `above ${above}`,
    min !== undefined && `at least ${min}`,
    below !== undefined && `below ${below}`,
    max !== undefined && `at most ${max}`
  ]
  return words.filter(Boolean).join(' and ')
}
