/**
 * The tasks that workers can run. A task is pure but for the file that it may be told to read; it tells its progress with `emit` and is stopped by ending its thread.
 * Input, items and output cross by structured cloning: plain data and typed arrays.
 */
import { grokkingIn } from '../engine/grokking/grokkingIn'
import { analyzeSeries, type SeriesTask } from '../engine/emergence/analyzeSeries'
import { resampledThresholds, thresholdAnswer, type ThresholdProblem } from '../engine/emergence/threshold'
import { twoStep } from '../engine/emergence/twoStep'
import type { TwoStepQuestion } from '../engine/emergence/twoStep'
import { refit, type RefitTask } from '../engine/fit/refit'
import { scoreSamples, type ScoreRequest } from '../engine/evaluator/score'
import { compareScenario, readingsOf, type ScenarioQuestion } from '../engine/planner/compareScenario'
import { gridRow } from '../engine/planner/outcomeGrid'
import type { ImportRequest } from '../importers/readFile'
import { readInParts } from '../importers/readInParts'
import type { Plan } from '../../shared/plan/schema'
import type { DrawRequest } from '../engine/uncertainty/draws/drawPlan'
import type { PlanModelParameters } from '../engine/uncertainty/plan/planModel'
import { regretOf } from '../engine/uncertainty/plan/regret'
import { riskPath } from '../engine/uncertainty/plan/riskPath'
import { samplesCsv } from '../engine/uncertainty/plan/samples'
import { nextRun, type NextRunQuestion } from '../engine/uncertainty/information/nextRun'
import { movedInputs, type Move } from '../engine/uncertainty/sensitivity/movedInputs'
import { quantityShares, type SharesQuestion } from '../engine/uncertainty/sensitivity/quantityShares'
import { switchPoints } from '../engine/uncertainty/sensitivity/switchPoints'
import { tornadoBar, type TornadoQuestion } from '../engine/uncertainty/sensitivity/tornado'
import { buffersOf, simulationTask, type SimulationTask } from '../engine/uncertainty/monteCarlo/simulationTask'

/** Any of the tasks, seen from where the name alone says what its input is. */
export type Task = (input: never, emit: (item: unknown) => void) => unknown

export const TASKS = {
  /** Answers what it was given: proves that a worker is alive. */
  echo: (input: unknown) => input,
  /** A piece of a fit: starts, bootstrap replicates, or runs left out. */
  refit: (task: RefitTask) => refit(task),
  /** Stages and verdict of a training curve. */
  grokking: grokkingIn,
  /** From compute to score, with resampled intervals. */
  twoStep: (question: TwoStepQuestion, emit: (item: unknown) => void) =>
    twoStep(question, (done) => {
      if (done % 20 === 0) emit({ stage: 'bootstrap', done, total: question.bootstrap })
    }),
  /** Rows of a file; told in parts. */
  'import.read': (request: ImportRequest, emit: (item: unknown) => void) => readInParts(request, emit),
  /** Scores of per-sample outputs. */
  'evaluator.score': (request: ScoreRequest, emit: (item: unknown) => void) => scoreSamples(request, emit),
  /** One task under one metric: detector, tests and models. */
  analyzeSeries: (task: SeriesTask, emit: (item: unknown) => void) =>
    analyzeSeries(task, (drawn) => {
      if (drawn % 20 === 0) emit(drawn)
    }),
  /** A scenario beside its base, with what each change makes of the difference. */
  compareScenario: (question: ScenarioQuestion, emit: (item: unknown) => void) => compareScenario(question, (done, total) => emit({ done, total })),
  /** Outcomes of one plan. */
  outcomes: ({ plan, quantities }: Pick<ScenarioQuestion, 'plan' | 'quantities'>) => readingsOf(plan, quantities),
  /** One row of an outcome over two inputs. */
  gridRow,
  /** The best path at the plan's risk level. */
  riskPath: (plan: Plan) => riskPath(plan),
  /** What a path may be regretted by. */
  regret: ({ plan, recommended, request }: { plan: Plan; recommended: readonly number[]; request: DrawRequest }) => regretOf(plan, recommended, request),
  /** Replicates of a threshold, drawn from its rows. */
  resampledThresholds: (part: { problem: ThresholdProblem; from: number; to: number }) => resampledThresholds(part),
  /** A threshold with its profile-likelihood intervals. */
  fitThreshold: (problem: ThresholdProblem) => thresholdAnswer(problem),
  /** One bar of a tornado: the input at this place among those that the move takes. */
  tornadoBar: ({ question, move, at }: { question: TornadoQuestion; move: Move; at: number }) => tornadoBar(question, movedInputs(question.plan, move)[at]!),
  /** Where the recommended path changes as that input moves. */
  switchPoints: ({ question, move, at }: { question: TornadoQuestion; move: Move; at: number }) =>
    switchPoints(question, movedInputs(question.plan, move)[at]!),
  /** Variance shares of an outcome. */
  quantityShares: (question: SharesQuestion, emit: (item: unknown) => void) => quantityShares(question, (done, total) => emit({ done, total })),
  /** What knowing more is worth, and which measurement is worth most. */
  nextRun: (question: NextRunQuestion, emit: (item: unknown) => void) => nextRun(question, emit),
  /** Some blocks of a Monte Carlo simulation. */
  simulate: (input: SimulationTask) => simulationTask(input),
  /** The draws of a plan's simulation as CSV. */
  samples: ({ parameters, request }: { parameters: PlanModelParameters; request: DrawRequest }) => samplesCsv(parameters, request)
} satisfies Record<string, Task>

/** What of a task's output is handed over instead of copied: buffers that nobody else has. */
export const MOVED = { simulate: buffersOf } satisfies Partial<Record<keyof typeof TASKS, (output: never) => ArrayBuffer[]>>

export type TaskName = keyof typeof TASKS
export type TaskInput<T extends TaskName> = Parameters<(typeof TASKS)[T]>[0]
export type TaskOutput<T extends TaskName> = Awaited<ReturnType<(typeof TASKS)[T]>>
