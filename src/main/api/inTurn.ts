/** Runs the parts of one piece of work, `parallelism` at a time, so that other calls get their turn between them. Results are in the order of the parts; the first failure ends it. */
export async function inTurn<Part, Result>(parts: readonly Part[], parallelism: number, run: (part: Part) => Promise<Result>): Promise<Result[]> {
  const results = new Array<Result>(parts.length)
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < parts.length) {
      const i = next++
      try {
        results[i] = await run(parts[i]!)
      } catch (problem) {
        next = parts.length
        throw problem
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallelism, parts.length) }, lane))
  return results
}
