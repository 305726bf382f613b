/** What a training curve shows. */
import { MARGIN } from './stages'
import type { Plateau, Rules } from './stages'

export const VERDICTS = ['grokked', 'ordinary', 'memorising', 'under way', 'never memorised', 'partial'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Stages {
  memorisation: number | null
  generalisation: number | null
  plateau: Plateau | null
  /** Where validation accuracy has settled, and whether it still rises. */
  level: number
  rising: boolean
}

/**
 * `grokked`          generalised at ten times the memorisation step or later, after a plateau
 * `ordinary`         generalised earlier, or without one
 * `memorising`       memorised; validation is within 0.1 of guessing
 * `under way`        memorised; validation is above that and rises
 * `partial`          validation has settled above that and below the threshold, memorised or not
 * `never memorised`  the rest
 */
export function verdictOf({ memorisation, generalisation, plateau, level, rising }: Stages, { chance, delayed }: Rules): Verdict {
  const above = level >= chance + MARGIN
  if (memorisation === null) return generalisation === null && above && !rising ? 'partial' : 'never memorised'
  if (generalisation !== null) return generalisation >= delayed * memorisation && generalisation > memorisation && plateau !== null ? 'grokked' : 'ordinary'
  if (!above) return 'memorising'
  return rising ? 'under way' : 'partial'
}
