/** What each link of the Theory screen says at one scale, and at which scale it reaches a probability; with what the list of links says of it. */
import type { Input, Output } from '../../../shared/contract'
import { isNoAnswer } from '../../../shared/note'
import { call } from './host'
import { newest } from './newest'
import { onceAFrame } from './onceAFrame'
import { problemOf, type Problem } from './refusals'

type Question = Input<'links.curves'>['curves'][number]

export interface Asked {
  readonly curves: readonly Question[]
  readonly scale: number
  readonly probability: number
}
export interface Reading {
  readonly link: string
  readonly probability: number
  /** Null where it is never reached. */
  readonly scale: number | null
}

class LinkReadings {
  list = $state.raw<Output<'links.list'>>([])
  readings = $state.raw<readonly Reading[]>([])
  /** The rule of thumb around the critical scale. */
  predicted = $state.raw<Output<'links.predict'> | null>(null)
  problem = $state.raw<Problem | null>(null)

  #question = newest<Asked, Reading[]>({
    send: ({ curves, scale, probability }) =>
      Promise.all(
        curves.map(async (question) => {
          const [at, reached] = await Promise.all([call('links.probability', { ...question, scale }), call('links.scaleFor', { ...question, probability })])
          return { link: question.link, probability: at.probability, scale: isNoAnswer(reached) ? null : reached.scale }
        })
      ),
    answered: (readings) => {
      this.readings = readings
      this.problem = null
    },
    failed: (reason) => (this.problem = problemOf(reason)),
    frame: onceAFrame((run) => requestAnimationFrame(run))
  })
  #rule = newest<Input<'links.predict'>, Output<'links.predict'>>({
    send: (input) => call('links.predict', input),
    answered: (predicted) => (this.predicted = predicted),
    failed: (reason) => (this.problem = problemOf(reason)),
    frame: onceAFrame((run) => requestAnimationFrame(run))
  })

  ask(asked: Asked): void {
    this.#question.ask(asked)
  }

  predict(critical: number, steepness: number): void {
    this.#rule.ask({ critical, steepness })
  }

  async load(): Promise<void> {
    if (this.list.length === 0) this.list = await call('links.list', {})
  }
}

export const linkReadings = new LinkReadings()
