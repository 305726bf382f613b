/** A target alone: its probability in the plan, what it is worth, and how it ranks. */
import { countedEntries } from '../plan/evidence'
import type { Plan } from '../plan/schema'
import { chanceAt } from './runRows'
import { afterRuns, equals, ofTarget, solves, type Formula, type Quantity, type Subject } from './subject'

/** What each target's benefits come to undiscounted: the plan's serving is shared between the targets in this proportion. */
function undiscounted({ decision }: Plan, benefit: Plan['targets'][number]['benefit']): number {
  if (benefit.kind === 'points') return benefit.value * (decision.usdPerPoint ?? 0)
  return benefit.per === 'year' ? benefit.value * decision.horizonYears : benefit.value
}

/** Part of the plan's serving that the target carries, 0–1. */
export function servingShare(plan: Plan, id: string): number {
  const total = plan.targets.reduce((sum, { benefit }) => sum + undiscounted(plan, benefit), 0)
  const own = plan.targets.find((target) => target.id === id)
  return own === undefined || total === 0 ? 0 : undiscounted(plan, own.benefit) / total
}

/** The probability at the target's own required run: the wanted one, but a step that is known exactly goes to its ceiling at once; null for steps that go up by stages. */
function reached({ target }: Subject): string | null {
  if (target?.link !== 'step') return '{=wanted@}'
  const entries = countedEntries(target)
  if (entries.length < 2) return typeof (entries[0]?.critical ?? target.critical) === 'number' ? '{=ceiling@}' : '{=wanted@}'
  return entries.some(({ critical }) => typeof critical === 'number') ? null : '{=wanted@}'
}

const benefitInUsd = ({ target }: Subject): string => (target?.benefit.kind === 'points' ? '{=benefit@} · {=usdPerPoint}' : '{=benefit@}')

/** Benefit less serving, discounted to the end of the target's own run, times the probability there. */
function presentValue(s: Subject): Formula {
  const { plan, target, targetOutcome } = s
  const there = reached(s)
  if (target === null || there === null || !targetOutcome?.required || !targetOutcome.benefitUsd) return null
  const yearly = target.benefit.kind === 'usd' && target.benefit.per === 'year'
  const share = servingShare(plan, target.id)
  const serving = plan.costs.inference.tokens === 0 ? '' : ` − ${share === 1 ? '' : '{target.servingShare} · '}{run.servingUsd}${yearly ? ' / {=horizon}' : ''}`
  const net = serving === '' ? benefitInUsd(s) : `(${benefitInUsd(s)}${serving})`
  const rate = plan.decision.discountRate
  const end = '{run.days} / 365.25'
  const later = (time: string): string => `(1 + {=discountRate})^(−(${time}))`
  const paid = yearly
    ? rate === 0
      ? `({=horizon} − ${end})`
      : `(${later(end)} − ${later('{=horizon}')}) / ln(1 + {=discountRate})`
    : rate === 0
      ? ''
      : later(end)
  return equals([net, paid, there].filter((term) => term !== '').join(' · '))
}

export const targetRows = {
  'target.probability': {
    kind: 'probability',
    better: 'more',
    value: ofTarget((target) => target.probability),
    formula: (s) => {
      const last = s.outcome.path.rungs.length - 1
      return s.target === null || last < 0 || afterRuns(s) ? null : solves(chanceAt(`{run.N#${last}}`, s))
    },
    inputs: ({ target }) => (target === null ? [] : ['critical@', 'steepness@', 'shiftFactor@', 'halvingMonths']),
    evidence: true
  },
  'target.servingShare': {
    kind: 'percent',
    better: 'neither',
    value: ({ plan, target }) => (target === null ? null : servingShare(plan, target.id)),
    inputs: ({ target }) => (target === null ? [] : ['benefit@', 'inferenceTokens'])
  },
  'target.benefitUsd': {
    kind: 'usd',
    better: 'more',
    value: ofTarget((target) => target.benefitUsd),
    formula: presentValue,
    inputs: ({ target }) => (target === null ? [] : ['benefit@', 'discountRate', 'horizon']),
    about: ['costs.inference', 'decision']
  },
  'target.benefitCostRatio': {
    kind: 'factor',
    better: 'more',
    value: ofTarget((target) => target.benefitCostRatio),
    formula: () => equals('{target.benefitUsd} / {run.usd}')
  },
  'target.roi': {
    kind: 'factor',
    better: 'more',
    value: ofTarget((target) => target.roi),
    formula: () => equals('{target.benefitCostRatio} − 1')
  },
  'target.pointsPerUsd': {
    kind: 'number',
    better: 'more',
    value: ofTarget((target) => target.pointsPerUsd),
    formula: (s) => {
      const there = reached(s)
      return there === null ? null : equals(`{=benefit@} · ${there} / {run.usd}`)
    }
  },
  'target.sourceScoreRaw': {
    kind: 'number',
    better: 'more',
    value: ofTarget((target) => target.sourceScore?.raw ?? null),
    formula: () => equals('{=benefit@} / ({run.N} · 1)')
  },
  'target.sourceScore': {
    kind: 'number',
    better: 'more',
    value: ofTarget((target) => target.sourceScore?.normalised ?? null),
    inputs: ({ target }) => (target === null ? [] : ['benefit@'])
  },
  'target.rank': { kind: 'count', better: 'less', value: ofTarget((target) => target.rank) },
  'target.priority': {
    kind: 'number',
    better: 'neither',
    value: () => null,
    inputs: () => ['priorityHigh', 'priorityMedium']
  },
  'focus.all': {
    kind: 'probability',
    better: 'more',
    value: ({ outcome }) => outcome.atFocus?.all ?? null,
    inputs: () => ['correlation'],
    about: ['decision.correlation']
  }
} satisfies Record<string, Quantity>
