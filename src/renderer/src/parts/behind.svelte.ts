/** A value that follows another one when its turn comes: what is slow to draw does not hold up the frame of what is quick. */
import { flushSync } from 'svelte'
import { inTurn } from './inTurn'

export interface Behind<T> {
  readonly current: T
}

/** All that are behind catch up together: what is shown after them belongs to one answer. */
// A list of functions, not state: nothing is drawn from it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const late = new Set<() => void>()
function catchUp(): void {
  for (const one of late) one()
  late.clear()
  // At once, so that a figure of it asks to be drawn within this turn.
  flushSync()
}

/** @param value read in a component, while it lives */
export function behind<T>(value: () => T): Behind<T> {
  let current = $state.raw(value())
  const follow = (): void => void (current = value())
  $effect(() => {
    if (value() === current) return
    late.add(follow)
    inTurn(catchUp)
  })
  $effect(() => () => late.delete(follow))
  return {
    get current() {
      return current
    }
  }
}
