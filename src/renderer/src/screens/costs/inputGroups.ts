/** Every input of the registry that cost or time follows from, in groups; a test holds the list against the plan's cost fields. */
import type { Input } from '../../../../shared/plan/inputs'
import { planInputs } from '../../../../shared/plan/planInputs'

export const INPUT_GROUPS = [
  {
    id: 'hardware',
    inputs: [
      planInputs.accelerators,
      planInputs.mfu,
      planInputs.peak,
      planInputs.memory,
      planInputs.bytesPerParameter,
      planInputs.flopPerParameterToken,
      planInputs.totalPerActive
    ]
  },
  {
    id: 'money',
    inputs: [
      planInputs.price,
      planInputs.failedRuns,
      planInputs.experiments,
      planInputs.postTraining,
      planInputs.evaluation,
      planInputs.dataPrice,
      planInputs.people,
      planInputs.salary,
      planInputs.fixedUsd
    ]
  },
  {
    id: 'time',
    inputs: [
      planInputs.uptime,
      planInputs.fixedDays,
      planInputs.deadline,
      planInputs.budget,
      planInputs.confidence,
      planInputs.computeLimit,
      planInputs.uniqueTokens,
      planInputs.maxEpochs
    ]
  },
  {
    id: 'energy',
    inputs: [planInputs.power, planInputs.serverMultiplier, planInputs.averageLoad, planInputs.pue, planInputs.usdPerKwh, planInputs.gramsCo2PerKwh]
  },
  { id: 'serving', inputs: [planInputs.inferenceTokens, planInputs.inferenceMfu] }
] as const satisfies readonly { id: string; inputs: readonly Input[] }[]

export const ALL_INPUTS: readonly Input[] = INPUT_GROUPS.flatMap(({ inputs }) => [...inputs])

/** Surcharges, each a share of the final run or of final and failed runs. */
export const SHARES = ['failedRuns', 'experiments', 'postTraining', 'evaluation'] as const
export type ShareId = (typeof SHARES)[number]

/** The last date or year that a citation names; '' where it names none. */
export const dateIn = (citation: string): string => [...citation.matchAll(/\b(?:19|20)\d{2}(?:-\d{2})?(?!\d|\.\d)/g)].at(-1)?.[0] ?? ''
