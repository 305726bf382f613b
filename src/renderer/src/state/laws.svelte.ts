/** What the screen of laws shows: which view of what law and run, and what the engine answers to it. */
import { isNoAnswer } from '../../../shared/note'
import type { Outcome } from '../../../shared/outcome'
import { call } from './host'
import { Asked } from './asked.svelte'
import { Desk } from './desk.svelte'
import { lossQuestion, type ListedLaw } from './lawQuestions'
import { readLawsKept, type LawsKept, type OtherKept, type ShapeKept } from './lawsKept'

const desk = new Desk<LawsKept>('laws', readLawsKept)

class LawsState {
  /** Every law that can be asked. */
  list = $state.raw<readonly ListedLaw[]>([])
  readonly compare = new Asked('laws.compare')
  readonly surface = new Asked('laws.surface')
  readonly loss = new Asked('laws.loss')
  /** The run of the base, while a scenario is on screen. */
  readonly ofBase = new Asked('laws.loss')
  readonly overtraining = new Asked('allocate.overtraining')
  readonly serving = new Asked('allocate.inference')
  readonly data = new Asked('allocate.dataLimited')
  readonly architecture = new Asked('allocate.architecture')
  readonly validation = new Asked('laws.validate')
  readonly theory = new Asked('laws.theoryTable')
  readonly solved = new Asked('laws.solve')
  readonly other = new Asked('laws.loss')

  get kept(): LawsKept {
    return desk.value
  }

  /** Reads what was kept and which laws there are. */
  async load(): Promise<void> {
    const [list] = await Promise.all([call('laws.list', {}), desk.load()])
    this.list = list
  }

  /** Where the run looked at is in the base: null while none is on its way, or its law has no size. */
  get runOfBase(): { N: number; D: number; C: number; loss: number } | null {
    const { output = null } = this.ofBase.current ?? {}
    if (output === null || isNoAnswer(output) || output.N === null || output.D === null || output.C === null) return null
    return { N: output.N, D: output.D, C: output.C, loss: output.loss }
  }

  askOfBase(base: Outcome | null): void {
    if (base === null) this.ofBase.clear()
    else this.ofBase.ask(lossQuestion(base, desk.value))
  }

  set(change: Partial<LawsKept>): void {
    desk.set(change)
  }

  setShape(change: Partial<ShapeKept>): void {
    desk.set({ shape: { ...desk.value.shape, ...change } })
  }

  setOther(change: Partial<OtherKept>): void {
    desk.set({ other: { ...desk.value.other, ...change } })
  }
}

export const laws = new LawsState()
