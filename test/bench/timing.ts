/** What a bench tells: rows of a table, each from the samples of one piece of work. */

/** Judged by the median, or by the 95 % point where someone waits. */
export type Aim = { most: number; of?: 'p95' } | { least: number }

export interface Row {
  name: string
  unit: string
  /** Absent where something could not be measured; the name then says why. */
  median?: number
  p95?: number
  aim?: Aim
}

/** Every sample is one call, after a tenth of them has warmed it up. */
export function timed(work: () => unknown, calls: number): number[] {
  const samples: number[] = []
  for (let i = 0; i < calls * 1.1; i++) {
    const start = performance.now()
    work()
    samples.push(performance.now() - start)
  }
  return samples.slice(-calls)
}

export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const at = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!
const ascending = (samples: readonly number[]): number[] => [...samples].sort((a, b) => a - b)

export const median = (samples: readonly number[]): number => at(ascending(samples), 0.5)

/** Median and 95 % point of the samples, beside what is aimed at. */
export function row(name: string, unit: string, samples: readonly number[], aim?: Aim): Row {
  return { name, unit, median: median(samples), ...(samples.length > 4 ? { p95: at(ascending(samples), 0.95) } : {}), ...(aim === undefined ? {} : { aim }) }
}

/** How many times the one is the other, by their medians. */
export const times = (name: string, of: readonly number[], to: readonly number[], aim?: Aim): Row => ({
  name,
  unit: '× as fast',
  median: median(of) / median(to),
  ...(aim === undefined ? {} : { aim })
})
