/** What a reader should know before trusting a plan's numbers: extrapolation, weak figures, old prices, contradictions. */
import type { Note } from '../../shared/notes'
import { note } from '../../shared/notes'
import type { Path, Run } from '../../shared/outcome'
import type { Plan } from '../../shared/plan/schema'
import { figureNotes } from './planner/figureNotes'
import { netOfServing } from './planner/benefits'
import type { Planned } from './planner/recommendedPath'
import { nameOf } from './planner/requiredSize'
import type { Setting } from './planner/setting'
import { medianOf } from './factor'
import type { BoundLaw } from './laws/law'

/** Above it a repeated token is worth clearly less than a fresh one (Muennighoff et al. 2023). */
const MANY_EPOCHS = 4
/** 95 % point of the utilisation that 62 published runs report (Epoch AI; 90 % of them 0.20 to 0.56). */
const MFU_PRECEDENT = 0.56
const STALE_MONTHS = 12
/** Tokens per parameter up to which Sardana & Frankle 2023 (arXiv:2401.00448) call a ratio typical; laws fitted below it overestimate what more tokens bring. */
const TYPICAL_RATIO = 100
/** How far a policy's tokens per parameter may be from the law's optimum before it is said. */
const RATIO_FACTOR = 1.5

/** `required` holds the required run of each target, null where there is none; `focus` is the index of the target that the sentence is about. */
export function warningsOf(setting: Setting, required: readonly (Run | null)[], { path, missed }: Planned, focus: number, today: string): Note[] {
  const { plan, model } = setting
  const runs = [...required.filter((run) => run !== null), ...path.rungs.map(({ run }) => run)]
  return [
    ...setting.soFar.notes,
    ...outsideFittedRange(model.law, runs),
    ...figureNotes(setting),
    ...stalePrice(plan, today),
    ...dataNotes(plan, required, runs),
    ...ratioAgainstPlan(setting, required[focus] ?? null),
    ...benefitNotes(setting, required, path),
    ...highUtilisation(plan),
    ...beliefNotes(setting),
    ...riskNotes(setting, path),
    ...(missed > 0 ? [note('path-not-proven', { missed })] : [])
  ]
}

/** What this outcome does not average over. */
export function beliefNotes({ believed: { central, refused } }: Pick<Setting, 'believed'>): Note[] {
  if (refused !== null) return [note('beliefs-not-used', { problem: refused.detail }, 'beliefs')]
  return central.length === 0 ? [] : [note('beliefs-in-simulation', { count: central.length, fields: central.join(', ') }, 'beliefs')]
}

/** How the path was chosen when the plan does not ask for the best mean; that it was not, where the answer is about the best mean all the same. */
export function riskNotes({ plan, objective }: Pick<Setting, 'plan' | 'objective'>, { risk }: Pick<Path, 'risk'>): Note[] {
  const { objective: asked } = plan.decision
  if (asked.kind === 'mean') return []
  if (objective === 'points') return [note('risk-in-points', {}, 'decision.objective')]
  if (risk === null) return [note('risk-mean-shown', { level: asked.level }, 'decision.objective')]
  const { listed, draws, meanGivenUp } = risk
  return [note(`risk-by-${asked.kind}`, { level: asked.level, listed, draws, mean: meanGivenUp }, 'decision.objective')]
}

/** One note for each of N, D and C: the run that lies farthest outside what the law was fitted to. */
export function outsideFittedRange(
  law: Pick<BoundLaw, 'fittedRange' | 'name'>,
  runs: readonly { N: number | null; D: number | null; C: number | null }[]
): Note[] {
  return (['N', 'D', 'C'] as const).flatMap((quantity) => {
    const range = law.fittedRange[quantity]
    if (range === null) return []
    const [low, high] = range
    const beyond = (value: number): number => Math.max(value / high, low / value)
    const values = runs.flatMap(({ [quantity]: value }) => (value !== null && beyond(value) > 1 ? [value] : []))
    if (values.length === 0) return []
    const value = values.reduce((a, b) => (beyond(b) > beyond(a) ? b : a))
    // Of the smallest numbers that can be held, the factor itself cannot.
    const factor = Math.min(beyond(value), Number.MAX_VALUE)
    return [note(`outside-fitted-${quantity}`, { value, low, high, factor, law: law.name }, 'law.id')]
  })
}

/** Months from one date to another, by the calendar. */
const monthsBetween = (from: string, to: string): number => {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth)
}

export const stalePrice = ({ costs }: Pick<Plan, 'costs'>, today: string): Note[] => oldPrice(costs.priceAsOf, 'costs.priceAsOf', today)

/** A price of `date` that is more than a year old; `path` names the field that holds the date. */
export function oldPrice(date: string, path: string, today: string): Note[] {
  const months = monthsBetween(date, today)
  return months > STALE_MONTHS ? [note('price-old', { date, months }, path)] : []
}

/** A run that sees its data so often that repeated tokens are worth clearly less than fresh ones. */
export const manyEpochs = (epochs: number, path: string): Note[] =>
  epochs > MANY_EPOCHS * (1 + 1e-9) ? [note('many-epochs', { epochs, most: MANY_EPOCHS }, path)] : []

/** A run on more tokens per parameter than laws are usually fitted to. */
export const beyondTypicalRatio = ({ N, D }: Pick<Run, 'N' | 'D'>): Note[] =>
  D / N > TYPICAL_RATIO ? [note('beyond-typical-ratio', { ratio: D / N, typical: TYPICAL_RATIO }, 'law')] : []

function dataNotes({ targets, limits }: Plan, required: readonly (Run | null)[], runs: readonly Run[]): Note[] {
  const epochs = Math.max(0, ...runs.map((run) => run.epochs ?? 0))
  const capped = targets.filter((_, i) => required[i]?.dataCapped)
  const largest = runs.filter((run) => run.dataCapped).reduce<Run | null>((most, run) => (most === null || run.N > most.N ? run : most), null)
  return [
    ...manyEpochs(epochs, 'limits.maxEpochs'),
    ...(largest !== null
      ? [note('data-capped', { N: largest.N, D: largest.D, unique: limits.uniqueTokens ?? largest.D, targets: capped.length }, 'limits.uniqueTokens')]
      : [])
  ]
}

/** A fixed ratio (such as 20 tokens per parameter) beside a law whose own optimum says something else. */
const ratioAgainstPlan = ({ plan, model }: Setting, run: Run | null): Note[] =>
  run === null || plan.ratio.kind === 'optimal' ? [] : ratioAgainstLaw(model.law, run.tokensPerParameter, run.N, model.k, 'ratio')

/** Tokens per parameter that are quoted or held for a run of N parameters, when the law's own optimum is another: both are said, never one alone. */
export function ratioAgainstLaw(law: BoundLaw, ratio: number, N: number, k: number, path: string): Note[] {
  if (law.optimalTokens === null) return []
  const optimal = law.optimalTokens(N, k) / N
  const factor = ratio / optimal
  return Math.max(factor, 1 / factor) > RATIO_FACTOR ? [note('ratio-against-law', { ratio, optimal, factor, law: law.name }, path)] : []
}

function benefitNotes({ plan, worths, served, objective }: Setting, required: readonly (Run | null)[], path: Path): Note[] {
  const notes: Note[] = []
  if (objective === 'usd' && worths.some(({ paid }) => !paid)) notes.push(note('points-apart', {}, 'decision.usdPerPoint'))
  plan.targets.forEach((target, i) => {
    const run = required[i]
    const worth = worths[i]!
    if (!run || (worth.onceUsd === 0 && worth.perYearUsd === 0)) return
    const net = netOfServing(served, worth, run.N)
    if (net.onceUsd === 0 && net.perYearUsd === 0)
      notes.push(
        note('serving-eats-benefit', { target: nameOf(target), targetId: target.id, serving: worth.servingShare * run.servingUsd }, `targets.${i}.benefit`)
      )
  })
  const musts = plan.targets.filter(({ must }) => must)
  const value = path.value.expected
  if (musts.length > 0 && path.rungs.length > 0 && value !== null && value < 0)
    notes.push(note('must-at-a-loss', { targets: musts.map(nameOf).join(', '), loss: -value }))
  return notes
}

function highUtilisation({ cluster }: Plan): Note[] {
  const mfu = medianOf(cluster.mfu)
  return mfu > MFU_PRECEDENT ? [note('mfu-above-precedent', { mfu, precedent: MFU_PRECEDENT }, 'cluster.mfu')] : []
}
