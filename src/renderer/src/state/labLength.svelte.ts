/** The answer-length slider: p^L by a formula, or from the accuracies of one token that the task's rows hold. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import type { SeriesAnalysis } from '../../../shared/labAnswers'
import { lab } from './lab.svelte'

/** Shares between 0 and 1 that rise with scale, and may be the accuracy of a token. */
const mayBePerToken = ({ metric, scale, points }: SeriesAnalysis): boolean =>
  scale === 'N' && metric.kind === 'continuous' && metric.rising && metric.worst === 0 && metric.best === 1 && points.length > 1

class AnswerLength {
  readonly asked = new Asked('emergence.exactMatch')
  measurable: readonly SeriesAnalysis[] = $derived((lab.analysis?.analyses ?? []).filter(mayBePerToken))
  measured: SeriesAnalysis | null = $derived(this.measurable.find(({ metric }) => metric.name === lab.chosen.perToken) ?? null)
  question: Input<'emergence.exactMatch'> = $derived.by(() => {
    const lengths = [lab.chosen.length]
    return this.measured === null ? { lengths } : { lengths, perToken: { measured: this.measured.points.map(({ x, score }) => ({ N: x, p: score })) } }
  })
}

export const answerLength = new AnswerLength()
