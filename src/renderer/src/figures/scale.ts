/** Scales of a figure: from a value to a pixel and back. Nothing is clamped: a value outside the range lands outside the plot. */
export interface Scale {
  (value: number): number
  inverse(pixel: number): number
}

/** A logarithmic scale; `from` and `to` above 0. */
export function logScale(from: number, to: number, start: number, end: number): Scale {
  const a = Math.log(from)
  const k = (end - start) / (Math.log(to) - a)
  return Object.assign((value: number) => start + (Math.log(value) - a) * k, { inverse: (pixel: number) => Math.exp(a + (pixel - start) / k) })
}

export function linearScale(from: number, to: number, start: number, end: number): Scale {
  const k = (end - start) / (to - from)
  return Object.assign((value: number) => start + (value - from) * k, { inverse: (pixel: number) => from + (pixel - start) / k })
}
