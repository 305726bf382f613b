/** laws.* of the contract, but for the fit. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, noAnswer } from '../../shared/notes'
import { costModel } from '../engine/cost'
import type { Environment } from '../engine/evaluate'
import { LAWS, lawOf } from '../engine/laws/registry'
import { solve } from '../engine/solve'
import { outsideFittedRange } from '../engine/warnings'
import { finite } from './finite'
import type { ApiPart } from './implementation'
import { spendingOf } from './spending'

export const lawsApi = (environment: () => Environment): ApiPart<'laws'> => ({
  'laws.list': () =>
    LAWS.map(({ id, name, citation, formula, constants, fittedRange }) => ({ id, name, citation, formula, constants: { ...constants }, fittedRange })),
  'laws.loss': lossOf,
  'laws.optimum': ({ law: id, constants, C, flopPerParamToken: k }) => {
    const law = lawOf({ id, constants })
    if (law.optimum === null) return noAnswer('notDefined', 'law-without-optimum', { law: law.name })
    const { N, D } = law.optimum(C, k)
    if (!finite(N, D)) return noAnswer('unreachable', 'beyond-numbers')
    return { N, D, C, loss: law.loss?.(N, D) ?? null, tokensPerParam: D / N, warnings: outsideFittedRange(law, [{ N, D, C }]) }
  },
  'laws.solve': ({ law: id, constants, policy, given, flopPerParamToken: k, costs }, _context, input) => {
    const law = lawOf({ id, constants })
    const { spending, warnings } = spendingOf(costs ?? {}, input.costs ?? {}, environment().today)
    const { usdPerFlop, hoursPerFlop } = costModel(spending)
    const { accelerators, uptime } = spending.cluster
    const solved = solve({
      law,
      policy,
      given,
      k,
      spending: {
        flopPerAcceleratorHour: 1 / hoursPerFlop,
        usdPerAcceleratorHour: usdPerFlop.mean / hoursPerFlop,
        acceleratorHoursPerDay: accelerators * uptime * 24
      }
    })
    return isNoAnswer(solved) ? solved : { ...solved, warnings: [...outsideFittedRange(law, [solved]), ...warnings] }
  }
})

/** The loss of (N, D); of N or D and C = 6·N·D; or of the compute-optimal run of C alone. */
function lossOf({ law: id, constants, N: givenN, D: givenD, C }: ParsedInput<'laws.loss'>): Output<'laws.loss'> {
  const law = lawOf({ id, constants })
  if (law.loss === null) return noAnswer('notDefined', 'law-without-loss', { law: law.name })
  const optimum = C !== undefined && givenN === undefined && givenD === undefined ? law.optimum?.(C, 6) : undefined
  const N = givenN ?? optimum?.N ?? (C !== undefined && givenD !== undefined ? C / (6 * givenD) : undefined)
  const D = givenD ?? optimum?.D ?? (C !== undefined && givenN !== undefined ? C / (6 * givenN) : undefined)
  if (N === undefined || D === undefined) return noAnswer('underdetermined', 'loss-needs-two')
  if (C !== undefined && givenN !== undefined && givenD !== undefined && Math.abs(C / (6 * N * D) - 1) > 0.01)
    return noAnswer('unreachable', 'loss-overdetermined', { C, computed: 6 * N * D })
  const loss = law.loss(N, D)
  if (!finite(N, D, loss)) return noAnswer('unreachable', 'beyond-numbers')
  return { loss, terms: law.terms?.(N, D) ?? {}, warnings: outsideFittedRange(law, [{ N, D, C: 6 * N * D }]) }
}
