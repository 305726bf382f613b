/** Work that can be put aside between its steps, each of about a millisecond, by whoever has others to answer meanwhile. */
export type Steps<T> = Generator<undefined, T>

/** All of its steps, one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
