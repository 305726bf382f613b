/** The chance helper: answers to choose from, items, and a score to hold against guessing. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'
import { lab } from './lab.svelte'
import type { GuessKept } from './labHelpersKept'

class Guess {
  readonly asked = new Asked('emergence.chance')
  chosen: GuessKept = $derived(lab.chosen.guess)
  question: Input<'emergence.chance'> = $derived({ ...this.chosen })

  set(change: Partial<GuessKept>): void {
    lab.set({ guess: { ...lab.chosen.guess, ...change } })
  }
}

export const guess = new Guess()
