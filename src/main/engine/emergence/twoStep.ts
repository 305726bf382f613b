/**
 * From compute to score in two steps: a scaling law of the loss, then the sigmoid of the score in the loss. Both are fitted to small runs; intervals resample the runs.
 * Sources and forms: `computeToLoss.ts`, `lossToScore.ts`.
 */
import type { NoAnswer, Note } from '../../../shared/notes'
import { noAnswer, note } from '../../../shared/notes'
import { quantile } from '../numeric/quantile'
import { randomStream } from '../numeric/random'
import { fitComputeToLoss, LOSS_FORMS } from './computeToLoss'
import type { ComputeToLoss, LossForm } from './computeToLoss'
import { logSpaced } from './exactMatch'
import { fitLossToScore, scoreAt } from './lossToScore'
import type { Held, LossToScore } from './lossToScore'

/** One run: any of the three may be missing; a row counts for each step that it has both ends of. C in FLOP, loss in its own unit (nats per token, bits per byte), score 0–1. */
export interface TwoStepRun {
  C: number | null
  loss: number | null
  score: number | null
}

export interface TwoStepQuestion {
  runs: readonly TwoStepRun[]
  form: LossForm
  held: Held
  at: readonly { C?: number | undefined; loss?: number | undefined }[]
  /** Predictions at so many places for a figure, from the runs, and `through` where given, to `BEYOND` times the largest of them. */
  curve?: { points: number; through?: number | undefined } | undefined
  /** Resampled fits, coverage of the intervals, and what the draws depend on. */
  bootstrap: number
  level: number
  seed: number
}

export interface Interval {
  low: number
  high: number
}

export interface Prediction {
  C: number | null
  loss: number
  score: number
  interval: Interval | null
  freeScore: number
  extrapolation: { loss: boolean; C: boolean }
}

export interface TwoStepAnswer {
  /** Every form that the rows allow; `used` is the one asked for. */
  computeToLoss: { used: (Omit<ComputeToLoss, 'at'> & { form: LossForm }) | null; forms: Omit<ComputeToLoss, 'at'>[]; runs: number }
  /** `used` never leaves 0–1; `free` is the sigmoid as published, without that bound (equal to `used` where it keeps it by itself). */
  lossToScore: { used: LossToScore; free: LossToScore; plateauInterval: Interval | null; runs: number }
  predictions: Prediction[]
  /** Empty where no curve is asked for, or where the rows allow no law of the loss. */
  curve: Prediction[]
  /** Best score, where the sigmoid's midpoint is, and the share of the way from floor to plateau that the best run covers. */
  knee: { bestScore: number; midpoint: number; covered: number; past: boolean }
  runs: TwoStepRun[]
  bootstrap: { asked: number; used: number }
  warnings: Note[]
}

/** How far beyond the largest compute the curve of a figure goes. */
const BEYOND = 10
/** Below this share of the way up, the plateau is inferred and not seen. */
const PLATEAU_SEEN = 0.9

/** No answer when the rows leave the sigmoid undetermined (see `fitLossToScore`). Predictions from C need a first step; without one they are left out with a note. */
export function twoStep(question: TwoStepQuestion, progress: (done: number) => void = () => undefined): TwoStepAnswer | NoAnswer {
  const { form, at } = question
  // In one order, so that resampling does not depend on the order of the rows.
  const runs = [...question.runs].sort((p, q) => compare(p.loss, q.loss) || compare(p.score, q.score) || compare(p.C, q.C))
  const fitted = fitBoth(runs, question)
  if (fitted === null) return undetermined(runs)
  const { loss, score, free, firstRuns, secondRuns } = fitted
  const replicates = resample({ ...question, runs }, fitted, progress)
  const plateaus = replicates.map(({ free: { plateau } }) => plateau)
  const plateauInterval = intervalOf(plateaus, question.level)
  const bestScore = Math.max(...secondRuns.map((run) => run.score))
  const midpoint = score.b + score.a / 2
  const covered = (bestScore - score.b) / score.a
  const knee = { bestScore, midpoint, covered, past: bestScore > midpoint }
  const answerable = at.filter(({ loss: given }) => given !== undefined || loss !== null)
  const predictions = answerable.map((asked) => predict(asked, question, fitted, replicates))
  return {
    computeToLoss: {
      used: loss && constantsOf(loss),
      forms: LOSS_FORMS.map((other) => fitComputeToLoss(firstRuns, other))
        .filter((fit) => fit !== null)
        .map(constantsOf),
      runs: firstRuns.length
    },
    lossToScore: { used: score, free, plateauInterval, runs: secondRuns.length },
    predictions,
    curve: placesOf(fitted, question.curve).map((C) => predict({ C }, question, fitted, replicates)),
    knee,
    runs,
    bootstrap: { asked: question.bootstrap, used: replicates.length },
    warnings: [
      ...(score.k > 0 ? [note('two-step-rises-with-loss')] : []),
      ...(answerable.length < at.length ? [note('two-step-no-compute', { form, left: at.length - answerable.length })] : []),
      ...kneeNotes(knee, score, plateauInterval),
      ...(score === free ? [] : [note('two-step-outside-scores', { floor: free.b, plateau: free.plateau })]),
      ...(predictions.some(({ extrapolation }) => extrapolation.loss || extrapolation.C) ? [note('two-step-extrapolation')] : []),
      ...(replicates.length < question.bootstrap
        ? [note('two-step-failed-fits', { failed: question.bootstrap - replicates.length, asked: question.bootstrap })]
        : [])
    ]
  }
}

function placesOf({ loss, firstRuns }: Fitted, curve: TwoStepQuestion['curve']): number[] {
  if (loss === null || curve === undefined) return []
  const sizes = [...firstRuns.map(({ C }) => C), ...(curve.through === undefined ? [] : [curve.through])]
  return logSpaced(Math.min(...sizes), Math.max(...sizes) * BEYOND, curve.points)
}

function undetermined(runs: readonly TwoStepRun[]): NoAnswer {
  const usable = runs.filter(({ loss, score }) => loss !== null && score !== null)
  return noAnswer('underdetermined', 'two-step-underdetermined', { rows: usable.length, losses: new Set(usable.map(({ loss }) => loss)).size })
}

/** Why the prediction beyond the runs may be wrong: no run past the steepest point, a plateau that the runs do not bound, or one that no run is on. */
function kneeNotes(knee: TwoStepAnswer['knee'], { plateau }: LossToScore, interval: Interval | null): Note[] {
  if (!knee.past) return [note('two-step-before-knee', { best: knee.bestScore, midpoint: knee.midpoint })]
  if (interval !== null && interval.high > 1) return [note('two-step-plateau-open', { high: interval.high })]
  return knee.covered < PLATEAU_SEEN ? [note('two-step-plateau-unseen', { plateau, covered: knee.covered })] : []
}

interface Fitted {
  loss: ComputeToLoss | null
  score: LossToScore
  free: LossToScore
  firstRuns: { C: number; loss: number }[]
  secondRuns: { loss: number; score: number }[]
}

function fitBoth(runs: readonly TwoStepRun[], { form, held }: Pick<TwoStepQuestion, 'form' | 'held'>, near?: Fitted): Fitted | null {
  const firstRuns = runs.flatMap(({ C, loss }) => (C !== null && loss !== null ? [{ C, loss }] : []))
  const secondRuns = runs.flatMap(({ loss, score }) => (loss !== null && score !== null ? [{ loss, score }] : []))
  const free = fitLossToScore(secondRuns, held, near?.free)
  if (free === null) return null
  const score = withinScores(secondRuns, held, free)
  return score && { loss: fitComputeToLoss(firstRuns, form), score, free, firstRuns, secondRuns }
}

/** The sigmoid with floor and plateau held where the free one leaves 0–1. */
function withinScores(runs: Fitted['secondRuns'], held: Held, free: LossToScore): LossToScore | null {
  if (free.b >= 0 && free.plateau <= 1) return free
  const floor = free.b < 0 ? 0 : held.floor
  const plateau = free.plateau > 1 ? 1 : held.plateau
  const near = { ...free, b: floor ?? free.b, plateau: plateau ?? free.plateau }
  const fit = fitLossToScore(runs, { floor, plateau }, near)
  if (fit === null) return null
  // Holding one end can push the other over.
  return fit.b >= 0 && fit.plateau <= 1
    ? fit
    : fitLossToScore(runs, { floor: Math.max(0, fit.b), plateau: Math.min(1, fit.plateau) }, { ...fit, b: 0, plateau: 1 })
}

/** Fits to runs drawn with replacement, each from its own random stream and started at the fit to all runs; draws that determine no sigmoid are left out. */
function resample({ runs, form, held, bootstrap, seed }: TwoStepQuestion, fitted: Fitted, progress: (done: number) => void): Fitted[] {
  const replicates: Fitted[] = []
  for (let i = 0; i < bootstrap; i++) {
    const random = randomStream(seed, i)
    const drawn = runs.map(() => runs[random.below(runs.length)]!)
    const fit = fitBoth(drawn, { form, held }, fitted)
    if (fit !== null) replicates.push(fit)
    progress(i + 1)
  }
  return replicates
}

/**
 * Score at C or at a loss. Its interval is that of a new run: each resampled curve, plus a residual of either step drawn from those of the fit to all runs.
 * It is cut at 0 and 1, which no score passes.
 */
function predict(
  asked: { C?: number | undefined; loss?: number | undefined },
  { level, seed, bootstrap }: TwoStepQuestion,
  { loss: first, score, free, firstRuns, secondRuns }: Fitted,
  replicates: readonly Fitted[]
): Prediction {
  const { C } = asked
  const loss = asked.loss ?? first!.at(C!)
  const firstResiduals = first === null ? [] : firstRuns.map((run) => Math.log(run.loss / first.at(run.C)))
  const secondResiduals = secondRuns.map((run) => run.score - scoreAt(score, run.loss))
  const draws = replicates.flatMap((replicate, i) => {
    const random = randomStream(seed, bootstrap + i)
    const noise = asked.loss === undefined ? firstResiduals[random.below(firstResiduals.length)]! : 0
    const middle = asked.loss ?? replicate.loss?.at(C!)
    if (middle === undefined) return []
    const value = scoreAt(replicate.score, middle * Math.exp(noise)) + secondResiduals[random.below(secondResiduals.length)]!
    return Number.isFinite(value) ? [Math.min(1, Math.max(0, value))] : []
  })
  return {
    C: C ?? null,
    loss,
    score: scoreAt(score, loss),
    interval: intervalOf(draws, level),
    freeScore: scoreAt(free, loss),
    extrapolation: {
      loss: outside(
        loss,
        secondRuns.map((run) => run.loss)
      ),
      C:
        asked.loss === undefined &&
        outside(
          C!,
          firstRuns.map((run) => run.C)
        )
    }
  }
}

const compare = (p: number | null, q: number | null): number => (p ?? -1) - (q ?? -1)

const outside = (value: number, values: readonly number[]): boolean => value < Math.min(...values) || value > Math.max(...values)

const constantsOf = ({ form, constants, rmse }: ComputeToLoss): Omit<ComputeToLoss, 'at'> => ({ form, constants, rmse })

/** Null below 20 values, which say too little about tails. */
const intervalOf = (values: readonly number[], level: number): Interval | null =>
  values.length < 20 ? null : { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) }
