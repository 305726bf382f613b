/** emergence.analyze and emergence.fitThreshold of the contract. */
import { isNoAnswer } from '../../shared/notes'
import { leading, prepared, verdicts } from '../engine/emergence/analyze'
import { thresholdProblem, withReplicates } from '../engine/emergence/threshold'
import { BOUNDS } from '../engine/emergence/verdict'
import type { TaskRunner } from '../workers/taskRunner'
import { divided } from './divided'
import type { Api } from './implementation'

export const emergenceApi = (tasks: TaskRunner): Pick<Api, 'emergence.analyze' | 'emergence.fitThreshold'> => ({
  'emergence.analyze': async ({ seed, replicates, ...question }, { signal, emit }) => {
    const ready = prepared(question)
    if (isNoAnswer(ready)) return ready
    const { scale, axis, series, problems, warnings } = ready
    const drawn = series.map(() => 0)
    const tell = (i: number, replicate: number): void => {
      drawn[i] = replicate
      emit({ stage: 'bootstrap', done: drawn.reduce((sum, each) => sum + each, 0), total: replicates * series.length })
    }
    const analyses = await Promise.all(
      series.map(async (each, i) => {
        const context = { signal, emit: (replicate: unknown) => tell(i, Number(replicate)) }
        const analysis = await tasks.run('analyzeSeries', { series: each, axis, seed, replicates }, context)
        // A series needs fewer replicates than allowed where enough of them look as sharp.
        tell(i, replicates)
        return analysis
      })
    )
    const perTask = verdicts(analyses)
    const lead = leading(analyses)
    const { mirage, verdict } = perTask.find(({ task }) => task === lead.task)!
    const { task, metric, detector, test, fits, scales } = lead
    return { task, metric: metric.name, scale, detector, test, fits, scales, mirage, verdict, bounds: BOUNDS, tasks: perTask, analyses, problems, warnings }
  },
  'emergence.fitThreshold': async ({ bootstrap, ...question }, { signal, emit }) => {
    const problem = thresholdProblem(question)
    if (isNoAnswer(problem)) return problem
    const silent = { signal, emit: () => undefined }
    const answer = await tasks.run('fitThreshold', problem, silent)
    if (isNoAnswer(answer) || bootstrap === 0) return answer
    let done = 0
    const parts = await Promise.all(
      divided(bootstrap, tasks.parallelism).map(async ({ from, to }) => {
        const part = await tasks.run('resampledThresholds', { problem, from, to }, silent)
        emit({ stage: 'bootstrap', done: (done += to - from), total: bootstrap })
        return part
      })
    )
    return withReplicates(answer, problem, Float64Array.from(parts.flatMap((part) => [...part])))
  }
})
