import type { Steps } from '../engine/uncertainty/monteCarlo/steps'

/** Shorter than a quarter of a frame: a question that comes meanwhile hardly waits. */
const TURN_MS = 3

/** Works step by step on the thread that answers, which after each few milliseconds turns to whoever has asked meanwhile. */
export async function betweenOthers<T>(steps: Steps<T>): Promise<T> {
  let turn = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - turn < TURN_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    turn = performance.now()
  }
}
