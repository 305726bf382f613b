/** The plan's limits as lines on the figure: where each stands and what it is called. */
import type { Frontier, Limit } from '../../../../shared/outcome'
import { formatText } from '../../../../shared/text/format'
import type { FrontierView } from './view'

/** The limit that the axis itself stands for. */
const OWN = { usd: 'budget', C: 'compute', days: 'deadline', N: null } as const

/** Whether the best run still grows beyond x, from the first point there on. */
function grows({ x, N }: Frontier, from: number): boolean {
  const here = N[x.findIndex((v) => v >= from)]
  return here !== undefined && N[N.length - 1]! > here * 1.0001
}

export interface LimitLine {
  limit: Limit
  /** On the figure's axis. */
  x: number
  lines: readonly [string, string]
  /** Nothing larger can be run beyond it; else the curve goes on, at a price. */
  stops: boolean
}

/**
 * Limits in the order of the axis. The budget stands where the best run stops being affordable, which is below the budget itself when it must hold with more
 * than even chance; while it is dragged the two keep their ratio.
 */
export function limitLines(view: FrontierView): LimitLine[] {
  const { outcome, language, text } = view
  const { limits, cluster } = outcome.plan
  const { frontier } = outcome
  const value: Record<Limit, string | null> = {
    budget: limits.budgetUsd === null ? null : formatText(view.budgetUsd ?? limits.budgetUsd, 'usd', language),
    deadline: limits.deadlineDays === null ? null : formatText(limits.deadlineDays, 'days', language),
    memory: formatText(cluster.accelerators, 'count', language),
    data: limits.uniqueTokens === null ? null : formatText(limits.uniqueTokens, 'D', language),
    compute: limits.computeFlop === null ? null : formatText(limits.computeFlop, 'C', language),
    step: limits.largestStep === null ? null : formatText(limits.largestStep.factor, 'factor', language)
  }
  return frontier.limits
    .map((l) => {
      const dragged = l.limit === 'budget' && frontier.over === 'usd' && view.budgetUsd !== null && limits.budgetUsd !== null
      const x = dragged ? l.x * (view.budgetUsd! / limits.budgetUsd!) : l.x
      return { limit: l.limit, x, lines: [text.limits[l.limit], value[l.limit] ?? ''] as const, stops: l.limit === OWN[frontier.over] || !grows(frontier, l.x) }
    })
    .sort((a, b) => a.x - b.x)
}
