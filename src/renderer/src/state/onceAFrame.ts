/**
 * Runs things no more than once per drawn frame, and the first of a frame without waiting for the next: what it asks for is on its way up to a frame sooner.
 * @param nextFrame the browser's `requestAnimationFrame`
 */
export function onceAFrame(nextFrame: (run: () => void) => void): (run: () => void) => void {
  let ran = false
  const now = (run: () => void): void => {
    ran = true
    nextFrame(() => (ran = false))
    run()
  }
  return (run) => {
    if (ran) nextFrame(() => now(run))
    else now(run)
  }
}
