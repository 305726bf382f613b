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
  // What a parameter more gains over what a token less costs, in two runs of equal compute: without an interior optimum the same way in both.
  const [here, there] = [law.surface.elasticity(1e9, 1e9), law.surface.elasticity(1e6, 1e12)].map(({ N, D }) => Math.sign(N - D))
  if (here !== there) return noAnswer('notDefined', 'law-without-optimum', values)
  if (here === 0) return noAnswer('underdetermined', 'any-split-as-good', values)
  return noAnswer('notDefined', here === 1 ? 'optimum-all-model' : 'optimum-all-data', values)
}
