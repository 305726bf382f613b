/** What a figure draws of a fitted series: the curve, the straight line and the band, over the measured scales and a little beyond. */
import { fitLine } from '../numeric/line'
import { quantileOf } from './caseBootstrap'
import type { CurvePoint } from './curve'
import { meanAt, type CurveFit } from './curveFit'
import { extent, type Response, type ScoreUnit } from './response'
import type { Shape } from './shapes'
import { xOf, zOf, type Axis } from './scale'

const POINTS = 121
/** How far beyond the data the curve goes on each side, as a share of their span. */
const BEYOND = 0.15

export interface Drawn {
  /** Scales in order of capability, evenly spaced in their logarithm. */
  x: number[]
  /** Score by the fitted curve, and by the source's straight line through the mean of each size; in the metric's unit. */
  fit: number[] | null
  line: number[] | null
  /** Quantiles of the fitted score over the replicates of the bootstrap, scale by scale. */
  band: { low: number[]; high: number[] } | null
}

const placesOf = (z: Float64Array): number[] => {
  const [lowest, highest] = extent(z)
  const air = BEYOND * (highest - lowest)
  return Array.from({ length: POINTS }, (_, i) => lowest - air + ((highest - lowest + 2 * air) * i) / (POINTS - 1))
}

/** `fit` null where none was made; the line is null for a single size. */
export function drawnOf({ z }: Pick<Response, 'z'>, curve: readonly CurvePoint[], fit: CurveFit | null, axis: Axis, unit: ScoreUnit): Drawn {
  const places = placesOf(z)
  const line = fitLine(
    curve.map(({ x }) => zOf(axis, x)),
    curve.map(({ score }) => score)
  )
  return {
    x: places.map((place) => xOf(axis, place)),
    fit: fit === null ? null : places.map((place) => unit.offset + unit.span * meanAt(fit.shape, fit.theta, place)),
    line: line === null ? null : places.map((place) => line.intercept + line.slope * place),
    band: null
  }
}

/** The band that holds `level` of the replicates at each scale, which are z_c, ln α, floor and ceiling, four numbers each, NaN where there is none. */
export function bandOf({ z }: Pick<Response, 'z'>, shape: Shape, replicates: Float64Array, level: number, { offset, span }: ScoreUnit): Drawn['band'] {
  const thetas = Array.from({ length: replicates.length / 4 }, (_, i) => replicates.subarray(4 * i, 4 * i + 4)).filter((theta) => !Number.isNaN(theta[0]))
  const ends = placesOf(z).map((place) => {
    const scores = Float64Array.from(thetas, (theta) => offset + span * meanAt(shape, theta, place)).sort()
    return { low: quantileOf(scores, 0.5 - level / 2), high: quantileOf(scores, 0.5 + level / 2) }
  })
  return { low: ends.map(({ low }) => low), high: ends.map(({ high }) => high) }
}
