/** What the Theory screen asks: the questions of its notes, each with the values that its sliders have. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'

export const MODELS = ['power-onset', 'shifted-weibull', 'boltzmann'] as const
type Model = (typeof MODELS)[number]

interface Phase {
  model: Model
  critical: number
  steepness: number
}

class PhaseState implements Phase {
  model = $state<Model>('power-onset')
  critical = $state(60e9)
  steepness = $state(0.5)
  readonly asked = new Asked('emergence.phaseTransition')
  question: Input<'emergence.phaseTransition'> = $derived({ model: this.model, critical: this.critical, steepness: this.steepness })

  set(change: Partial<Phase>): void {
    Object.assign(this, change)
  }
}

export const phase = new PhaseState()
