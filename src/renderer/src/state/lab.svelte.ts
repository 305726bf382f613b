/** The Emergence lab: measured rows of a file, the task and metric that are looked at, and what the engine makes of them. */
import type { Input } from '../../../shared/contract'
import type { Observation } from '../../../shared/contract/observations'
import { isNoAnswer } from '../../../shared/note'
import type { NoAnswer } from '../../../shared/notes'
import type { Analysis, SeriesAnalysis, Threshold } from '../../../shared/labAnswers'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { Intake } from './intake.svelte'
import { isObservation, isSample, isScored, tasksOf, type Task } from './labRows'
import { readLab, type LabDesk, type MetricWords, type SeriesChoice } from './labKept'

class LabState {
  readonly desk = new Desk<LabDesk>('lab', readLab)
  readonly intake = new Intake({ keep: (intake) => this.set({ intake }) })
  /** Scores of single outputs, where the file has those. */
  readonly scored = new Asked('evaluator.score', { long: true })
  readonly analysed = new Asked('emergence.analyze', { long: true })
  readonly every = new Asked('emergence.analyze', { long: true })
  readonly fitted = new Asked('emergence.fitThreshold', { long: true })
  #resumed = false

  chosen: LabDesk = $derived(this.desk.value)
  /** The file holds rows of another kind than scores. */
  otherKind: 'runs' | 'curve' | null = $derived.by(() => {
    const kind = this.intake.reading?.kind
    return kind === 'runs' || kind === 'curve' ? kind : null
  })
  samples: Input<'evaluator.score'>['samples'] | null = $derived.by(() => {
    const { reading } = this.intake
    return reading?.kind === 'samples' && reading.rows.some(isScored) ? reading.rows.filter(isSample) : null
  })
  rows: readonly Observation[] = $derived.by(() => {
    const { reading } = this.intake
    if (reading?.kind === 'observations') return reading.rows.filter(isObservation)
    if (reading?.kind !== 'samples') return []
    const scored = this.samples === null ? null : this.scored.current
    return [...reading.observations, ...(scored === null ? [] : scored.output.observations)]
  })
  /** By number of rows, then as they come in the file. */
  tasks: readonly Task[] = $derived(tasksOf(this.rows))
  task: Task | null = $derived(this.tasks.find(({ name }) => this.chosen.task !== null && name === this.chosen.task.name) ?? this.tasks[0] ?? null)
  question: Input<'emergence.analyze'> | null = $derived(this.task === null ? null : this.#ask(this.task.rows))
  everyQuestion: Input<'emergence.analyze'> | null = $derived(this.rows.length === 0 ? null : this.#ask(this.rows))
  answer = $derived(this.question === null ? null : (this.analysed.current?.output ?? null))
  analysis: Analysis | null = $derived(this.answer === null || isNoAnswer(this.answer) ? null : this.answer)
  /** The series on screen: the one that was chosen, else the one that stands for its task. */
  series: SeriesAnalysis | null = $derived.by(() => {
    const { analysis, chosen } = this
    if (analysis === null) return null
    const leading = analysis.analyses.find(
      ({ task, metric, detector }) => task === analysis.task && metric.name === analysis.metric && same(detector, analysis.detector)
    )
    return analysis.analyses.find((one) => chosen.series !== null && isSeries(one, chosen.series)) ?? leading ?? analysis.analyses[0] ?? null
  })
  thresholdQuestion: Input<'emergence.fitThreshold'> | null = $derived.by(() => {
    const { series, task, chosen } = this
    if (series === null || task === null || task.name !== series.task) return null
    const observations = task.rows.filter((row) => row.metric === series.metric.name && (row.shots ?? null) === series.shots)
    const { link, floor, ceiling, metrics } = chosen
    return { observations, scale: series.scale, metrics, link, ...(floor === null ? {} : { floor }), ...(ceiling === null ? {} : { ceiling }) }
  })
  fitAnswer = $derived(this.thresholdQuestion === null ? null : (this.fitted.current?.output ?? null))
  /** Of the series on screen only: an older answer may belong to another. */
  fit: Threshold | null = $derived.by(() => {
    const { fitAnswer, series } = this
    if (fitAnswer === null || isNoAnswer(fitAnswer) || series === null) return null
    return fitAnswer.task === series.task && fitAnswer.metric === series.metric.name && fitAnswer.scale === series.scale ? fitAnswer : null
  })
  /** Why the series has no threshold. */
  noFit: NoAnswer | null = $derived(this.fitAnswer !== null && isNoAnswer(this.fitAnswer) ? this.fitAnswer : null)
  busy: boolean = $derived(this.intake.busy || this.scored.busy || this.analysed.busy || this.fitted.busy)
  fileNames: string = $derived(this.intake.reading === null ? '' : this.#names())

  /** Shows again what was on screen; asked whenever the screen is shown, done once. */
  async start(): Promise<void> {
    await this.desk.load()
    if (this.#resumed) return
    this.#resumed = true
    this.intake.resume(this.desk.value.intake)
  }

  set(change: Partial<LabDesk>): void {
    this.desk.set(change)
  }

  chooseTask(name: string | null): void {
    this.set({ task: { name }, series: null })
  }

  chooseSeries({ task, metric, shots }: SeriesAnalysis): void {
    this.set({ series: { task, metric: metric.name, shots } })
  }

  /** What holds for the metric on screen, whatever its rows say; undefined takes a word back. */
  say(metric: string, words: MetricWords[string]): void {
    this.set({ metrics: { ...this.chosen.metrics, [metric]: { ...this.chosen.metrics[metric], ...words } } })
  }

  /** Asks what the rows, the choices and the fit need. */
  ask(): void {
    if (this.samples !== null) this.scored.ask({ samples: this.samples })
    if (this.question === null) this.analysed.clear()
    else if (!this.scored.busy) this.analysed.ask(this.question)
  }

  askFit(): void {
    if (this.thresholdQuestion === null) this.fitted.clear()
    else if (!this.analysed.busy) this.fitted.ask(this.thresholdQuestion)
  }

  #ask(observations: readonly Observation[]): Input<'emergence.analyze'> {
    const { scale, metrics } = this.chosen
    return { observations: [...observations], metrics, ...(scale === null ? {} : { scale }) }
  }

  #names(): string {
    return this.intake.sources.map(({ name }) => name).join(', ')
  }
}

export const isSeries = (one: SeriesAnalysis, { task, metric, shots }: SeriesChoice): boolean =>
  one.task === task && one.metric.name === metric && one.shots === shots
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const lab = new LabState()
