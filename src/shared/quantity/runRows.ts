/** The run: size, tokens, compute, loss, time, energy, memory. */
import { fittedText, lawCard } from './laws'
import { countedEntries } from '../plan/evidence'
import type { Target } from '../plan/schema'
import { afterRuns, equals, ofRun, ofTarget, solves, type Formula, type Quantity, type Subject } from './subject'

const lawSource = ({ plan }: Subject): string => lawCard(plan.law).citation
const lawRange = ({ plan }: Subject): string => fittedText(plan.law)
const interval = (key: 'N' | 'D' | 'C' | 'usd' | 'days') => (s: Subject) => {
  if (s.at !== null) return key === 'usd' ? (s.run?.usdRange ?? null) : key === 'days' ? (s.run?.daysRange ?? null) : null
  return s.targetOutcome?.interval?.[key] ?? null
}

/** Where the wanted probability stands between floor and ceiling. */
const inside = ({ target }: Subject): string =>
  target !== null && (target.floor !== 0 || target.ceiling !== 1) ? '({=wanted@} − {=floor@}) / ({=ceiling@} − {=floor@})' : '{=wanted@}'

/** The threshold as the probabilities take it: the critical scale, or what stands in for it or moves it. */
function threshold({ plan, target }: Subject): string {
  if (target === null) return 'c'
  const shift = target.shift === null ? '' : '{=shiftFactor@} · '
  // Several figures are no one number, nor is one that progress has moved: the warnings say what became of them.
  return countedEntries(target).length > 0 || plan.decision.progress !== null ? `${shift}c` : `${shift}{=critical@}`
}

/** P at a scale: the link, averaged over the range of its critical scale. */
export function chanceAt(scale: string, s: Subject): string {
  const c = threshold(s)
  return s.target?.link === 'step' ? `P(${scale}; ${c})` : `P(${scale}; ${c}, {=steepness@})`
}

/** x/c at which the link is q. */
const RATIOS: Record<Exclude<Target['link'], 'step' | 'weibull'>, (q: string) => string> = {
  'shifted-weibull': (q) => `(1 + (−ln(1 − ${q}))^(1 / {=steepness@}))`,
  'power-onset': (q) => `(1 + (${q})^(1 / {=steepness@}))`,
  logistic: (q) => `(${q} / (1 − ${q}))^(1 / {=steepness@})`
}

/** The required scale: in closed form for an exact critical scale, else the condition it meets. */
export function scaleFormula(s: Subject): Formula {
  const { plan, target } = s
  if (target === null || afterRuns(s)) return null
  if (typeof target.critical !== 'number' || countedEntries(target).length > 0 || plan.decision.progress !== null)
    return solves(`${chanceAt(target.axis === 'N' ? 'N' : 'x', s)} = {=wanted@}`)
  const q = inside(s)
  const c = threshold(s)
  if (target.link === 'step') return equals(c)
  const isScale = target.criticalMeans === 'scale'
  if (target.link === 'weibull') return equals(`${c} · (−ln(1 − ${q})${isScale ? '' : ' / ln(2)'})^(1 / {=steepness@})`)
  const ratio = RATIOS[target.link]
  return equals(`${c} · ${ratio(q)}${isScale || target.link === 'logistic' ? '' : ` / ${ratio('0.5')}`}`)
}

function sizeFormula(s: Subject): Formula {
  if (s.at !== null || s.target === null) return null
  if (s.target.axis === 'N') return scaleFormula(s)
  return s.target.axis === 'C' ? solves('{=flopPerParameterToken} · N · D(N) = {target.scale}') : solves('L(N, D(N)) = L({target.scale})')
}

function tokensFormula({ plan, run }: Subject): Formula {
  if (run?.dataCapped) return equals('{=maxEpochs} · {=uniqueTokens}')
  if (plan.ratio.kind === 'fixedD') return equals('{=fixedTokens}')
  return plan.ratio.kind === 'ratio' ? equals('{=tokensPerParameter} · {run.N}') : equals('{run.tokensPerParameter} · {run.N}')
}

export const runRows = {
  'run.N': {
    kind: 'N',
    better: 'less',
    value: ofRun((run) => run.N),
    range: interval('N'),
    formula: sizeFormula,
    inputs: ({ target }) => (target === null ? [] : ['wanted@', 'critical@', 'steepness@', 'shiftFactor@', 'halvingMonths']),
    evidence: true,
    pinnable: 'run.N',
    about: ['ratio', 'law']
  },
  'run.D': {
    kind: 'D',
    better: 'less',
    value: ofRun((run) => run.D),
    range: interval('D'),
    formula: tokensFormula,
    inputs: () => ['tokensPerParameter'],
    source: (s) => (s.plan.ratio.kind === 'optimal' ? lawSource(s) : ''),
    validRange: (s) => (s.plan.ratio.kind === 'optimal' ? lawRange(s) : null),
    pinnable: 'run.D',
    about: ['ratio', 'law', 'limits.uniqueTokens', 'limits.maxEpochs']
  },
  'run.C': {
    kind: 'C',
    better: 'less',
    value: ofRun((run) => run.C),
    range: interval('C'),
    formula: () => equals('{=flopPerParameterToken} · {run.N} · {run.D}'),
    source: 'Kaplan et al. 2020, §2.1',
    validRange: lawRange,
    pinnable: 'run.C',
    about: ['law']
  },
  'run.totalN': { kind: 'N', better: 'neither', value: ofRun((run) => run.totalN), formula: () => equals('{run.N} · {=totalPerActive}') },
  'run.tokensPerParameter': {
    kind: 'ratio',
    better: 'neither',
    value: ofRun((run) => run.tokensPerParameter),
    formula: ({ plan, run }) => (plan.ratio.kind === 'ratio' && !run?.dataCapped ? equals('{=tokensPerParameter}') : equals('{run.D} / {run.N}')),
    inputs: () => ['tokensPerParameter'],
    source: lawSource,
    validRange: lawRange,
    about: ['ratio', 'law']
  },
  'run.optimalTokensPerParameter': {
    kind: 'ratio',
    better: 'neither',
    value: ({ outcome, at }) => (at === null ? outcome.optimalTokensPerParameter : null),
    source: lawSource,
    validRange: lawRange,
    about: ['law']
  },
  'run.epochs': {
    kind: 'number',
    better: 'less',
    value: ofRun((run) => run.epochs),
    formula: () => equals('{run.D} / {=uniqueTokens}'),
    source: 'Muennighoff et al. 2023, arXiv 2305.16264',
    about: ['limits.uniqueTokens', 'limits.maxEpochs']
  },
  'run.effectiveD': {
    kind: 'D',
    better: 'more',
    value: ofRun((run) => run.effectiveD),
    formula: ({ run }) => (run !== null && run.effectiveD === run.D ? equals('{run.D}') : null),
    inputs: () => ['uniqueTokens', 'maxEpochs'],
    source: 'Muennighoff et al. 2023, arXiv 2305.16264, eq. 5',
    about: ['limits.uniqueTokens']
  },
  'run.loss': {
    kind: 'loss',
    better: 'less',
    value: ofRun((run) => run.loss),
    formula: ({ plan }) => {
      const { loss } = lawCard(plan.law)
      return loss === null ? null : solves(`L({run.N}, {run.effectiveD}) = ${loss}`)
    },
    source: lawSource,
    validRange: lawRange,
    about: ['law', 'ratio']
  },
  'run.acceleratorHours': {
    kind: 'hours',
    better: 'less',
    value: ofRun((run) => run.acceleratorHours),
    formula: () => equals('{run.C} / ({=peak} · {=mfu~} · 3600)'),
    source: ({ plan }) => plan.accelerator.source,
    about: ['cluster.mfu', 'accelerator']
  },
  'run.days': {
    kind: 'days',
    better: 'less',
    value: ofRun((run) => run.days),
    range: interval('days'),
    formula: ({ plan }) =>
      equals(
        `{run.acceleratorHours} / ({=accelerators} · 24${plan.cluster.uptime === 1 ? '' : ' · {=uptime}'})${plan.costs.fixedDaysPerRun === 0 ? '' : ' + {=fixedDays}'}`
      ),
    pinnable: 'run.days',
    about: ['cluster']
  },
  'run.energyKwh': {
    kind: 'kwh',
    better: 'less',
    value: ofRun((run) => run.energyKwh),
    formula: () => equals('{run.acceleratorHours} · {=power} · {=serverMultiplier} · {=averageLoad} · {=pue} / 1000'),
    source: 'Cottier et al. 2024 (Epoch AI), arXiv 2405.21015',
    about: ['costs.energy']
  },
  'run.co2Kg': {
    kind: 'kg',
    better: 'less',
    value: ofRun((run) => run.co2Kg),
    formula: () => equals('{run.energyKwh} · {=gramsCo2PerKwh} / 1000'),
    about: ['costs.energy']
  },
  'run.minAccelerators': {
    kind: 'count',
    better: 'less',
    value: ofRun((run) => run.minAccelerators),
    formula: () => equals('⌈{run.totalN} · {=bytesPerParameter} / {=memory}⌉'),
    source: 'Rajbhandari et al. 2020 (ZeRO), §3.1',
    about: ['accelerator', 'model']
  },
  'target.scale': {
    kind: ({ target }) => (target?.axis === 'C' ? 'C' : 'N'),
    better: 'less',
    value: ofTarget((target) => target.requiredScale),
    formula: scaleFormula,
    inputs: ({ target }) => (target === null ? [] : ['wanted@', 'critical@', 'steepness@', 'shiftFactor@', 'halvingMonths']),
    evidence: true
  }
} satisfies Record<string, Quantity>
