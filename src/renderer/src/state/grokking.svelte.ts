/** The Grokking screen: the training curves of a file, the run that is looked at, and what the engine makes of it and of the others. */
import type { Input, Output } from '../../../shared/contract'
import { isNoAnswer } from '../../../shared/note'
import type { NoAnswer } from '../../../shared/notes'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { exampleTables } from './exampleTables.svelte'
import type { FileRead } from './fileReads'
import { isCurveRow, runsOf, type Run } from './grokkingRuns'
import { call } from './host'
import { Intake } from './intake.svelte'
import { fieldOf, readIntake, type IntakeKept } from './intakeKept'
import { settled } from './settled'

export type Judged = Output<'grokking.analyze'>
export type GrokkingAnalysis = Exclude<Judged, NoAnswer>
type Question = Input<'grokking.analyze'>

interface GrokkingDesk {
  readonly intake: IntakeKept
  /** Null for the first run of the file. */
  readonly run: { readonly name: string | null } | null
  readonly threshold: number
  /** Null where nothing was said: the engine uses 0 and warns. */
  readonly chance: number | null
  /** Tokens of one step of the run; null where nothing was said. */
  readonly tokensPerStep: number | null
}

const MOST_ROWS = 200_000
const RESTED_MS = 300

function readDesk(kept: unknown): GrokkingDesk {
  const [threshold, chance, run, tokens] = [fieldOf(kept, 'threshold'), fieldOf(kept, 'chance'), fieldOf(kept, 'run'), fieldOf(kept, 'tokensPerStep')]
  const name = fieldOf(run, 'name')
  return {
    intake: readIntake(fieldOf(kept, 'intake')),
    run: typeof name === 'string' || name === null ? { name } : null,
    threshold: typeof threshold === 'number' && threshold > 0 && threshold <= 1 ? threshold : 0.99,
    chance: typeof chance === 'number' && chance >= 0 && chance < 1 ? chance : null,
    tokensPerStep: typeof tokens === 'number' && tokens > 0 && tokens <= 1e15 ? tokens : null
  }
}

class GrokkingState {
  readonly desk = new Desk<GrokkingDesk>('grokking', readDesk)
  readonly intake = new Intake({ always: { as: 'curve', mostRows: MOST_ROWS }, keep: (intake) => this.desk.set({ intake }) })
  readonly asked = new Asked('grokking.analyze', { long: true })
  /** Of every run where there are several; null for one that was refused. */
  verdicts = $state.raw<ReadonlyMap<string | null, Judged | null>>(new Map())
  #resumed = false
  #judging = settled<readonly { name: string | null; question: Question }[], undefined>({
    send: async (questions, signal) => {
      for (const { name, question } of questions) {
        const judged = await call('grokking.analyze', question, { signal }).catch(() => null)
        if (signal.aborted) return
        this.verdicts = new Map([...this.verdicts, [name, judged]])
      }
    },
    answered: () => undefined,
    failed: () => undefined,
    rest: (run) => {
      const timer = setTimeout(run, RESTED_MS)
      return () => clearTimeout(timer)
    }
  })

  chosen: GrokkingDesk = $derived(this.desk.value)
  /** In the order of the file. */
  runs: readonly Run[] = $derived(runsOf(this.intake.reading?.kind === 'curve' ? this.intake.reading.rows.filter(isCurveRow) : []))
  run: Run | null = $derived(this.runs.find(({ name }) => this.chosen.run !== null && name === this.chosen.run.name) ?? this.runs[0] ?? null)
  question: Question | null = $derived(this.run === null ? null : this.#ask(this.run))
  /** The newest answer about the run on screen, with what was asked: an older one may be about another run. */
  current = $derived(this.run !== null && this.asked.current?.input.curve === this.run.curve ? this.asked.current : null)
  analysis: GrokkingAnalysis | null = $derived(this.current === null || isNoAnswer(this.current.output) ? null : this.current.output)
  noAnswer: NoAnswer | null = $derived(this.current !== null && isNoAnswer(this.current.output) ? this.current.output : null)
  busy: boolean = $derived(this.intake.busy || this.asked.busy)
  fileNames: string = $derived(this.intake.sources.map(({ name }) => name).join(', '))
  /** What the reader and the engine refused, as one list by line. */
  reading: FileRead | null = $derived.by(() => {
    const { reading } = this.intake
    if (reading === null || this.current === null || this.run === null) return reading
    const { rows } = this.run
    const known = new Set(reading.problems.map(({ line, column }) => `${line} ${column}`))
    const own = this.current.output.problems
      .map(({ row, ...problem }) => {
        const line = row === undefined ? undefined : rows[row - 1]!.line
        return line === undefined ? problem : { ...problem, line, values: { ...problem.values, row: line } }
      })
      .filter(({ line, column }) => !known.has(`${line} ${column}`))
    const counts = { ...reading.counts, problems: reading.counts.problems + own.length }
    return { ...reading, problems: [...reading.problems, ...own], counts }
  })

  /** Shows again what was on screen, and at the first start the example, which says that it is one; asked whenever the screen is shown, done once. */
  async start(): Promise<void> {
    await this.desk.load()
    if (this.#resumed) return
    this.#resumed = true
    const { intake } = this.desk.value
    if (intake.sources.length > 0) return this.intake.resume(intake)
    await exampleTables.load()
    const [example] = exampleTables.of('curve')
    if (example !== undefined && this.intake.sources.length === 0 && !this.intake.busy) this.intake.takeExample(example)
  }

  choose(name: string | null): void {
    this.desk.set({ run: { name } })
  }

  /** Asks about the run on screen. */
  ask(): void {
    if (this.question === null) this.asked.clear()
    else this.asked.ask(this.question)
  }

  /** Asks about every run, one after the other, where there are several. */
  judge(): void {
    this.verdicts = new Map()
    if (this.runs.length > 1) this.#judging.ask(this.runs.map((run) => ({ name: run.name, question: this.#ask(run) })))
    else this.#judging.drop()
  }

  #ask({ curve }: Run): Question {
    const { threshold, chance, tokensPerStep } = this.chosen
    return { curve, threshold, ...(chance === null ? {} : { chance }), ...(tokensPerStep === null ? {} : { tokensPerStep }) }
  }
}

export const grokking = new GrokkingState()
