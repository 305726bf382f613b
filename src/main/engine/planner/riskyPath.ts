/** The path that was chosen at a risk level, told like any other, with the path of the best mean beside it. */
import { note } from '../../../shared/notes'
import type { Path } from '../../../shared/outcome'
import { heldPath, planPath, type Planned } from './recommendedPath'
import type { Setting } from './setting'

export type Risk = NonNullable<Path['risk']>

/**
 * Alternatives are measured against the chosen path, so one that is worth more on average has a negative regret. No limit is said to bind: the listing does not tell
 * which of them stops a better path at this level.
 */
export function riskyPath(setting: Setting, risk: Risk): Planned {
  const { kind, level, chosen } = risk
  const held = heldPath(setting, chosen.sizes, note(`nothing-at-${kind}`, { level }, 'decision.objective'))
  const { path: atMean, missed } = planPath(setting)
  const { value, soFar } = held.path
  const alternatives = (atMean.alternatives ?? []).map((other) => ({ ...other, regret: (value.expected ?? 0) - other.value }))
  return {
    final: held.final,
    missed,
    path: {
      ...held.path,
      value: { ...value, gateBound: atMean.value.gateBound },
      alternatives,
      soFar: soFar && { ...soFar, original: atMean.soFar?.original ?? null },
      risk
    }
  }
}
