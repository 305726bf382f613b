/** The cost of a run, part by part. */
import type { Run } from '../outcome'
import type { Costs } from '../plan/schema'
import { equals, ofRun, type Formula, type Quantity, type Subject } from './subject'

const PARTS = ['compute', 'failedRuns', 'experiments', 'postTraining', 'evaluation', 'data', 'staff', 'energy', 'fixed'] as const

const priceSource = ({ plan: { costs } }: Subject): string => [costs.priceSource, costs.priceAsOf].filter((text) => text !== '').join(', ')

function sumOfParts({ run }: Subject): Formula {
  if (run === null) return null
  const paid = PARTS.filter((part) => run.usdParts[part] !== 0)
  return paid.length === 0 ? null : equals(paid.map((part) => `{run.usd.${part}}`).join(' + '))
}

/** A surcharge on bare compute, or on compute and failed runs together: the plan says which. */
const surcharge =
  (part: 'experiments' | 'postTraining' | 'evaluation') =>
  ({ plan }: Subject): Formula =>
    equals(of(plan.costs, part) === 'training' ? `{=${part}} · ({run.usd.compute} + {run.usd.failedRuns})` : `{=${part}} · {run.usd.compute}`)
const of = (costs: Costs, part: 'experiments' | 'postTraining' | 'evaluation'): 'compute' | 'training' => costs[part].of

/** Each unique token is bought once, however often it is seen. */
function dataFormula({ plan, run, outcome }: Subject): Formula {
  // Data of finished runs are paid for.
  if (outcome.path.soFar !== null) return null
  const { uniqueTokens } = plan.limits
  return equals(`{=dataPrice} · ${run !== null && uniqueTokens !== null && run.D > uniqueTokens ? '{=uniqueTokens}' : '{run.D}'} / 1T`)
}

const part = (name: keyof Run['usdParts'], formula: (subject: Subject) => Formula, rest: Partial<Quantity> = {}): Quantity => ({
  kind: 'usd',
  better: 'less',
  value: ofRun((run) => run.usdParts[name]),
  formula,
  ...rest
})

export const moneyRows = {
  'run.usd': {
    kind: 'usd',
    better: 'less',
    value: ofRun((run) => run.usd),
    range: (s) => (s.at === null ? (s.targetOutcome?.interval?.usd ?? null) : (s.run?.usdRange ?? null)),
    formula: sumOfParts,
    inputs: () => ['price', 'mfu'],
    source: priceSource,
    pinnable: 'run.usd',
    about: ['costs']
  },
  'run.usd.compute': part('compute', () => equals('{run.acceleratorHours} · {=price~}'), {
    source: priceSource,
    about: ['costs.pricePerHourUsd', 'costs.priceAsOf', 'costs.priceSource']
  }),
  'run.usd.failedRuns': part('failedRuns', () => equals('{=failedRuns} · {run.usd.compute}')),
  'run.usd.experiments': part('experiments', surcharge('experiments')),
  'run.usd.postTraining': part('postTraining', surcharge('postTraining')),
  'run.usd.evaluation': part('evaluation', surcharge('evaluation')),
  'run.usd.data': part('data', dataFormula),
  'run.usd.staff': part('staff', () => equals('{=people} · {=salary} · {run.days} / 365.25')),
  'run.usd.energy': part('energy', ({ plan }) => (plan.costs.energy.billed ? equals('{run.energyKwh} · {=usdPerKwh}') : null), { about: ['costs.energy'] }),
  'run.usd.fixed': part('fixed', () => equals('{=fixedUsd}')),
  'run.servingUsd': {
    kind: 'usd',
    better: 'less',
    value: ofRun((run) => run.servingUsd),
    formula: () => equals('2 · {run.N} · {=inferenceTokens} / ({=peak} · {=inferenceMfu} · 3600) · {=price~}'),
    source: 'Kaplan et al. 2020, §2.1',
    about: ['costs.inference']
  }
} satisfies Record<string, Quantity>
