/** From compute to loss and from loss to score: asked of the rows of the series on screen that have all three. */
import type { Input } from '../../../shared/contract'
import type { Observation } from '../../../shared/contract/observations'
import { Asked } from './asked.svelte'
import { lab } from './lab.svelte'

/** Places of the curves on each side of the runs, and how far beyond them the curves go at least. */
const POINTS = 61
const BEYOND = 10

/** Where the axis begins and ends; what a run's compute is, the answer says. */
const extentOf = ({ N, D, C }: Observation): number => C ?? 6 * (N ?? 1) * (D ?? 1)

class TwoStep {
  readonly asked = new Asked('emergence.twoStep', { long: true })
  /** Compute of the plan's last run, which the curves reach. */
  own = $state<number | null>(null)
  runs = $derived((lab.thresholdQuestion?.observations ?? []).filter(({ N, D, C, loss, score }) => (C || (N && D)) && loss && typeof score === 'number'))
  rows: number = $derived(lab.thresholdQuestion?.observations.length ?? 0)
  question: Input<'emergence.twoStep'> | null = $derived.by(() => {
    const { runs, own } = this
    if (runs.length === 0) return null
    const sizes = [...runs.map(extentOf), ...(own === null ? [] : [own])]
    const [from, to] = [Math.min(...sizes), Math.max(...sizes) * BEYOND]
    const curve = Array.from({ length: POINTS }, (_, i) => ({ C: from * (to / from) ** (i / (POINTS - 1)) }))
    const random = lab.series?.metric.random
    return {
      runs,
      form: lab.chosen.lossForm,
      at: [...(own === null ? [] : [{ C: own }]), ...curve],
      ...(typeof random === 'number' && random >= 0 && random < 1 ? { floor: random } : {})
    }
  })
}

export const twoStep = new TwoStep()
