/** A value that follows another one when its turn comes: what is slow to draw does not hold up the frame of what is quick. */
import { flushSync } from 'svelte'
import { inTurn, outOfTurn } from './inTurn'

export interface Behind<T> {
  readonly current: T
}

/** @param value read in a component, while it lives */
export function behind<T>(value: () => T): Behind<T> {
  let current = $state.raw(value())
  const catchUp = (): void => {
    current = value()
    // At once, so that figures drawn from it are drawn in the same turn.
    flushSync()
  }
  $effect(() => {
    if (value() !== current) inTurn(catchUp)
  })
  $effect(() => () => outOfTurn(catchUp))
  return {
    get current() {
      return current
    }
  }
}
