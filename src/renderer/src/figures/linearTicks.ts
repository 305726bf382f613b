/** Ticks of a linear axis: multiples of 1, 2 or 5 times a power of ten, at least `apart` pixels from each other. */
export function linearTicks(from: number, to: number, pixels: number, apart: number): number[] {
  if (!(to > from) || pixels <= 0) return []
  const least = ((to - from) * apart) / pixels
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= least * (1 - 1e-9)) ?? 10 * power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  // Rounded to the step's own decimals: 3 · 0.1 is not 0.3.
  const decimals = Math.min(100, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toFixed(decimals)) + 0)
}
