/** Ticks of logarithmic axes: where they stand. Their words come from the language's own formatter, never from the chart library. */

const STEPS = { half: [1, 2, 5], third: [1, 3], decade: [1] } as const

function within(from: number, to: number, steps: readonly number[]): number[] {
  const ticks: number[] = []
  for (let e = Math.floor(Math.log10(from)); e <= Math.floor(Math.log10(to)) + 1; e++)
    for (const s of steps) {
      const v = Number(`${s}e${e}`)
      if (v >= from * 0.999999 && v <= to * 1.000001) ticks.push(v)
    }
  return ticks
}

/**
 * Labelled ticks between two values: the densest of `dense` (1-2-5), 1-3-10 and decades whose neighbours stand at least `apart` pixels from each other.
 * A range of less than a decade falls back to every whole multiple that fits, so that an axis is never without a number.
 */
export function logTicks(from: number, to: number, pixels: number, apart: number, dense = false): number[] {
  const perDecade = pixels / Math.log10(to / from)
  if (dense && perDecade * Math.log10(2) >= apart) return within(from, to, STEPS.half)
  if (perDecade * Math.log10(3) >= apart) {
    const ticks = within(from, to, STEPS.third)
    if (ticks.length > 2) return ticks
    const more = within(from, to, STEPS.half)
    return more.length > ticks.length && perDecade * Math.log10(2) >= apart ? more : ticks
  }
  const decades = within(from, to, STEPS.decade)
  const every = Math.max(1, Math.ceil(apart / perDecade))
  return decades.filter((_, i) => i % every === 0)
}

/** Unlabelled ticks at every whole multiple of a power of ten. */
export const minorTicks = (from: number, to: number): number[] => within(from, to, [1, 2, 3, 4, 5, 6, 7, 8, 9])
