/** Where a value stands on a slider's track (0–1), and which value a place on the track means. */
import type { Slider } from '../../../shared/plan/inputs'

/** Place of a value; one beyond an end of the track stands at that end. */
export function toTrack({ from, to, log }: Slider, value: number): number {
  const at = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  return Math.min(1, Math.max(0, at))
}

/** Value at a place, with three significant digits, or whole: what a hand on a slider can mean. The ends are exact. */
export function fromTrack({ from, to, log }: Slider, at: number, whole = false): number {
  if (at <= 0) return from
  if (at >= 1) return to
  const exact = log ? from * (to / from) ** at : from + (to - from) * at
  const rounded = Number(exact.toPrecision(whole && exact < 1000 ? 3 : log ? 3 : 2))
  return whole ? Math.max(Math.round(rounded), Math.ceil(from)) : Math.min(to, Math.max(from, rounded))
}
