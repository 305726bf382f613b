/**
 * Early signals: a validation loss or a weight norm that falls while accuracy still waits. The fall of the norm under weight decay belongs to the clean-up that ends in
 * generalisation (Nanda et al. 2023, arXiv:2301.05217; Liu et al. 2022, arXiv:2210.01117). A signal is a sign, not a promise.
 */
import { fitLine } from '../numeric/line'
import { median } from '../numeric/quantile'

export interface Signal {
  /** Highest point of the wait, by the running median of five records. */
  peakStep: number
  peak: number
  /** Share of the peak that is lost by the end of the wait. */
  fall: number
  /** Steps from the peak to the accuracy jump; null when there has been none. */
  leadSteps: number | null
  /** d ln value/d ln step over the last quarter of the wait. */
  slope: number
  /** True when at least a tenth of the peak is lost and the last quarter falls. */
  falling: boolean
}

const FALL = 0.1
const SMOOTHED = 5

/** Signal of one column over the wait; records without a value, with one of 0, or at step 0 are left out. Null below ten of them. `jumpStep` null while accuracy waits. */
export function signalOf(wait: readonly { step: number; value: number | null }[], jumpStep: number | null): Signal | null {
  const points = wait.flatMap(({ step, value }) => (value !== null && value > 0 && step > 0 ? [{ step, value }] : []))
  if (points.length < 2 * SMOOTHED) return null
  const half = (SMOOTHED - 1) / 2
  const medianOf = (part: typeof points): number => median(part.map(({ value }) => value))
  const smooth = points.map(({ step }, i) => ({ step, value: medianOf(points.slice(Math.max(0, i - half), i + half + 1)) }))
  const peak = smooth.reduce((a, b) => (b.value > a.value ? b : a))
  const last = points.slice(-Math.max(SMOOTHED, Math.round(points.length / 4)))
  const line = fitLine(
    last.map(({ step }) => Math.log(step)),
    last.map(({ value }) => Math.log(value))
  )
  const fall = Math.max(0, 1 - medianOf(points.slice(-SMOOTHED)) / peak.value)
  const slope = line?.slope ?? 0
  return { peakStep: peak.step, peak: peak.value, fall, leadSteps: jumpStep === null ? null : jumpStep - peak.step, slope, falling: fall >= FALL && slope < 0 }
}
