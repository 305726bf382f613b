/** The chance helper: answers to choose from, items, and a score to hold against guessing. */
import type { Input } from '../../../shared/contract'
import { Asked } from './asked.svelte'

interface Values {
  answers: number
  items: number
  score: number
}

class Guess implements Values {
  answers = $state(4)
  items = $state(100)
  score = $state(0.31)
  readonly asked = new Asked('emergence.chance')
  question: Input<'emergence.chance'> = $derived({ answers: this.answers, items: this.items, score: this.score })

  set(change: Partial<Values>): void {
    Object.assign(this, change)
  }
}

export const guess = new Guess()
