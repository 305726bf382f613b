/** The steps of the staircase: the rungs of the path, then what is out of reach, cheapest first. */
import type { Limit, Outcome, Rung, TargetOutcome } from '../../../../shared/outcome'

export interface RungTread {
  readonly kind: 'rung'
  readonly rung: Rung
  readonly index: number
  /** The plan's own size: the last run of the path. */
  readonly last: boolean
}
export interface OutTread {
  readonly kind: 'out'
  readonly target: TargetOutcome
  /** The limit that binds, with what the run needs and what there is; null when no size reaches the target. */
  readonly binding: { readonly limit: Limit; readonly needs: number; readonly has: number } | null
  readonly also: readonly Limit[]
}

/** Every tread, in the order of size. */
export function treadsOf(outcome: Outcome): (RungTread | OutTread)[] {
  const { rungs } = outcome.path
  const out = outcome.targets
    .filter((target) => target.outOfReach !== null || target.required === null)
    .sort((a, b) => (a.required?.N ?? Infinity) - (b.required?.N ?? Infinity))
  return [
    ...rungs.map((rung, index): RungTread => ({ kind: 'rung', rung, index, last: index === rungs.length - 1 })),
    ...out.map((target): OutTread => {
      const { outOfReach } = target
      const binding = outOfReach?.limits.find((l) => l.limit === outOfReach.binding) ?? null
      return { kind: 'out', target, binding, also: outOfReach?.limits.map((l) => l.limit).filter((l) => l !== outOfReach.binding) ?? [] }
    })
  ]
}
