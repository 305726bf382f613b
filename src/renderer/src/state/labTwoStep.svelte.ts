/** From compute to loss and from loss to score: asked of the rows of the series on screen that have all three. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import { lab } from './lab.svelte'

class TwoStep {
  readonly asked = new Asked('emergence.twoStep', { long: true })
  /** Compute of the plan's last run, which the curves reach. */
  own = $state<number | null>(null)
  runs = $derived((lab.thresholdQuestion?.observations ?? []).filter(({ N, D, C, loss, score }) => (C || (N && D)) && loss && typeof score === 'number'))
  rows: number = $derived(lab.thresholdQuestion?.observations.length ?? 0)
  question: Input<'emergence.twoStep'> | null = $derived.by(() => {
    const { runs, own } = this
    if (runs.length === 0) return null
    const random = lab.series?.metric.random
    return {
      runs,
      form: lab.chosen.lossForm,
      at: own === null ? [] : [{ C: own }],
      curve: own === null ? {} : { through: own },
      ...(typeof random === 'number' && random >= 0 && random < 1 ? { floor: random } : {})
    }
  })
}

export const twoStep = new TwoStep()
