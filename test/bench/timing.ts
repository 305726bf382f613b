/** Timing of one piece of work: every sample is one call, after a tenth of them has warmed it up. */
export function timed(work: () => unknown, calls: number): number[] {
  const samples: number[] = []
  for (let i = 0; i < calls * 1.1; i++) {
    const start = performance.now()
    work()
    samples.push(performance.now() - start)
  }
  return samples.slice(-calls)
}

const at = (sorted: readonly number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!

/** One line of the table: median and 95 % point of the samples, beside what is aimed at. */
export function row(name: string, unit: string, samples: readonly number[], aim?: number) {
  const sorted = [...samples].sort((a, b) => a - b)
  return { name, unit, median: at(sorted, 0.5), p95: at(sorted, 0.95), ...(aim === undefined ? {} : { aim }) }
}
