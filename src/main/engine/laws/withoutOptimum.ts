import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import type { BoundLaw } from './law'

/**
 * Why a law has no compute-optimal allocation. notDefined: it looks at one variable only, so that the best run is all model or all data; a product of powers
 * only grows or only falls with N at equal compute; tokens of several modalities are not one D. underdetermined: equal exponents make every split as good.
 */
export function withoutOptimum(law: BoundLaw): NoAnswer {
  const values = { law: law.name }
  if (law.surface === null) return noAnswer('notDefined', 'law-without-optimum', values)
  if (law.arguments.includes('modalities')) return noAnswer('notDefined', 'modalities-without-optimum', values)
  const { N, D } = law.surface.elasticity(1e9, 1e9)
  if (N === D) return noAnswer('underdetermined', 'any-split-as-good', values)
  return noAnswer('notDefined', N > D ? 'optimum-all-model' : 'optimum-all-data', values)
}
