/** The recommended path and its rungs. */
import { chanceAt } from './runRows'
import { afterRuns, equals, ofRung, overRungs, solves, type Formula, type Quantity, type Subject } from './subject'

const rungs = ({ outcome }: Subject): number => outcome.path.rungs.length
const overAll =
  (term: (k: number) => string) =>
  (s: Subject): Formula =>
    rungs(s) === 0 ? null : equals(overRungs(s, term))
const before = ({ at }: Subject, first: Formula, later: (k: number) => Formula): Formula => (at === null ? null : at === 0 ? first : later(at - 1))
/** Money that finished runs have spent comes first. */
const spent = (s: Subject, first: string): string => (afterRuns(s) ? `{path.spent} + ${first}` : first)

export const pathRows = {
  'path.value.expected': {
    kind: 'usd',
    better: 'more',
    value: ({ outcome }) => outcome.path.value.expected,
    formula: (s) => (s.outcome.path.unitOfBenefit === 'usd' ? overAll((k) => `({rung.marginalBenefit#${k}} − {rung.marginalCost#${k}})`)(s) : null),
    inputs: () => ['discountRate', 'correlation'],
    about: ['decision']
  },
  'path.value.committed': {
    kind: 'usd',
    better: 'more',
    value: ({ outcome }) => outcome.path.value.committed,
    inputs: () => ['discountRate'],
    about: ['decision']
  },
  'path.value.gateBound': { kind: 'usd', better: 'neither', value: ({ outcome }) => outcome.path.value.gateBound },
  'path.value.points': { kind: 'points', better: 'more', value: ({ outcome }) => outcome.path.value.points },
  'path.value.expectedCost': {
    kind: 'usd',
    better: 'less',
    value: ({ outcome }) => outcome.path.value.expectedCost,
    formula: overAll((k) => `{rung.marginalCost#${k}}`)
  },
  'path.usd': {
    kind: 'usd',
    better: 'less',
    value: ({ outcome }) => outcome.path.usd,
    formula: overAll((k) => `{rung.usd#${k}}`),
    inputs: () => ['budget', 'price', 'mfu'],
    pinnable: 'path.usd',
    about: ['costs', 'limits.budgetUsd']
  },
  'path.days': {
    kind: 'days',
    better: 'less',
    value: ({ outcome }) => outcome.path.days,
    formula: overAll((k) => `{run.days#${k}}`),
    inputs: () => ['deadline', 'accelerators', 'mfu'],
    pinnable: 'path.days',
    about: ['limits.deadlineDays']
  },
  'path.spent': { kind: 'usd', better: 'less', value: ({ outcome }) => outcome.path.soFar?.usd ?? null },
  'path.gone': { kind: 'days', better: 'less', value: ({ outcome }) => outcome.path.soFar?.days ?? null },
  'path.toDate': { kind: 'usd', better: 'more', value: ({ outcome }) => outcome.path.soFar?.toDate ?? null },
  'path.all': {
    kind: 'probability',
    better: 'more',
    value: ({ outcome }) => outcome.path.all,
    inputs: () => ['correlation'],
    pinnable: 'path.all',
    about: ['decision.correlation', 'targets']
  },
  'path.withinBudget': { kind: 'probability', better: 'more', value: ({ outcome }) => outcome.path.withinBudget, inputs: () => ['budget', 'price', 'mfu'] },
  'path.withinDeadline': { kind: 'probability', better: 'more', value: ({ outcome }) => outcome.path.withinDeadline, inputs: () => ['deadline', 'mfu'] },
  'path.polishGain': { kind: 'usd', better: 'neither', value: ({ outcome }) => outcome.path.polishGain },

  'rung.usd': {
    kind: 'usd',
    better: 'less',
    value: ofRung((rung) => rung.usd),
    formula: (s) =>
      before(s, equals('{run.usd}'), (k) => (s.plan.costs.dataUsdPerTrillionTokens === 0 ? equals('{run.usd}') : equals(`{run.usd} − {run.usd.data#${k}}`)))
  },
  'rung.cumulativeUsd': {
    kind: 'usd',
    better: 'less',
    value: ofRung((rung) => rung.cumulativeUsd),
    formula: (s) => before(s, equals(spent(s, '{rung.usd}')), (k) => equals(`{rung.cumulativeUsd#${k}} + {rung.usd}`))
  },
  'rung.usdAtConfidence': { kind: 'usd', better: 'less', value: ofRung((rung) => rung.usdAtConfidence), inputs: () => ['confidence', 'price', 'mfu'] },
  'rung.cumulativeUsdAtConfidence': {
    kind: 'usd',
    better: 'less',
    value: ofRung((rung) => rung.cumulativeUsdAtConfidence),
    formula: (s) => before(s, equals(spent(s, '{rung.usdAtConfidence}')), (k) => equals(`{rung.cumulativeUsdAtConfidence#${k}} + {rung.usdAtConfidence}`)),
    inputs: () => ['budget', 'confidence']
  },
  'rung.startDays': {
    kind: 'days',
    better: 'less',
    value: ofRung((rung) => rung.startDays),
    formula: (s) => before(s, afterRuns(s) ? equals('{path.gone}') : null, (k) => equals(`{rung.endDays#${k}}`))
  },
  'rung.endDays': { kind: 'days', better: 'less', value: ofRung((rung) => rung.endDays), formula: () => equals('{rung.startDays} + {run.days}') },
  'rung.endDaysAtConfidence': { kind: 'days', better: 'less', value: ofRung((rung) => rung.endDaysAtConfidence), inputs: () => ['confidence', 'mfu'] },
  'rung.chanceRun': {
    kind: 'probability',
    better: 'neither',
    value: ofRung((rung) => rung.chanceRun),
    formula: (s) => before(s, null, (k) => equals(`1 − {rung.all#${k}}`))
  },
  'rung.all': { kind: 'probability', better: 'more', value: ofRung((rung) => rung.all), inputs: () => ['correlation'] },
  'rung.probability': {
    kind: 'probability',
    better: 'more',
    value: ({ plan, target, rung }) => (target === null || rung === null ? null : (rung.probabilities[plan.targets.indexOf(target)] ?? null)),
    formula: (s) => (s.target === null || afterRuns(s) ? null : solves(chanceAt('{run.N}', s))),
    inputs: ({ target }) => (target === null ? [] : ['critical@', 'steepness@', 'shiftFactor@', 'halvingMonths']),
    evidence: true
  },
  'rung.marginalCost': {
    kind: 'usd',
    better: 'less',
    value: ofRung((rung) => rung.marginalCost),
    formula: ({ plan }) =>
      equals(
        plan.decision.discountRate === 0
          ? '{rung.chanceRun} · {rung.usd}'
          : '{rung.chanceRun} · {rung.usd} · (1 + {=discountRate})^(−({rung.startDays} / 365.25))'
      )
  },
  'rung.marginalBenefit': {
    kind: ({ outcome }) => (outcome.path.unitOfBenefit === 'points' ? 'points' : 'usd'),
    better: 'more',
    value: ofRung((rung) => rung.marginalBenefit)
  }
} satisfies Record<string, Quantity>
