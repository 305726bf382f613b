/** Which number is being explained. One at a time. */
import type { Scope } from '../../../shared/explain'

export interface Explained {
  readonly anchor: HTMLElement
  readonly id: string
  readonly scope: Scope
  /** What was typed onto the number: the pin's box opens with it. */
  readonly typed?: string
}

class Explaining {
  current = $state.raw<Explained | null>(null)

  open(explained: Explained): void {
    this.current = explained
  }
  close(): void {
    this.current = null
  }
}

export const explaining = new Explaining()
