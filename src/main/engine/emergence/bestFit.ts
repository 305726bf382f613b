/** The best fit of a shape from anywhere: a coarse grid over place and width, floor and ceiling by weighted least squares at each, then Fisher scoring from the best few. */
import type { Box } from './box'
import { climb, FINE, localOf, objectiveAt, ROUGH, type CurveData, type CurveFit, type Precision } from './curveFit'
import { pooled } from './pooled'
import { extent } from './response'
import type { Shape } from './shapes'

const PLACES = 14
/** Widths of the grid as shares of the measured span. */
const WIDTHS = [0.02, 0.08, 0.25, 0.7, 2]
const CLIMBS = 3

export function bestFit(rows: CurveData, shape: Shape, box: Box, precision: Precision = FINE): CurveFit {
  const data = pooled(rows)
  const { z, y, m, noise } = data
  const [first, last] = extent(z)
  const span = Math.max(last - first, 1e-6)
  const weights = noise === 'gaussian' ? m : m.map((items, i) => items / smoothedVariance(y[i]!, items))
  const G = new Float64Array(z.length)
  const starts: { theta: Float64Array; objective: number }[] = []
  const tried = new Set<number>()
  for (const share of WIDTHS) {
    const logSteepness = Math.min(box.high[1]!, Math.max(box.low[1]!, Math.log(shape.width / (share * span))))
    if (tried.has(logSteepness)) continue
    tried.add(logSteepness)
    const steepness = Math.exp(logSteepness)
    for (let k = 0; k < PLACES; k++) {
      const middle = first - 0.2 * span + (1.6 * span * k) / (PLACES - 1)
      const critical = middle - shape.middle / steepness
      for (let i = 0; i < z.length; i++) G[i] = shape.value(steepness * (z[i]! - critical))
      const ends = endsOf(G, y, weights, box)
      if (ends === null) continue
      const theta = Float64Array.of(critical, logSteepness, ends[0], ends[1])
      starts.push({ theta, objective: objectiveAt(data, shape, theta) })
    }
  }
  if (starts.length === 0) starts.push({ theta: flatStart(y, last, box), objective: Infinity })
  starts.sort((a, b) => a.objective - b.objective)
  const local = localOf(z.length)
  const fits = starts.slice(0, CLIMBS).map(({ theta }) => climb(data, shape, box, theta, local, ROUGH))
  const best = fits.reduce((a, b) => (b.objective < a.objective ? b : a))
  return climb(data, shape, box, best.theta, local, precision)
}

/** Where scores never rise: no rise but the least, at the largest scale. */
function flatStart(y: Float64Array, last: number, { low, high }: Box): Float64Array {
  const mean = y.reduce((sum, v) => sum + v, 0) / y.length
  const floor = Math.min(high[2]!, Math.max(low[2]!, mean))
  return Float64Array.of(last, low[1]!, floor, Math.min(high[3]!, Math.max(low[3]!, floor + 1e-6 * Math.max(1, Math.abs(floor)))))
}

/** p(1 − p) of the share with half a right and half a wrong answer added, so that 0 and 1 keep a weight. */
const smoothedVariance = (y: number, items: number): number => {
  const p = (y * items + 0.5) / (items + 1)
  return p * (1 - p)
}

/** Floor and ceiling of least weighted squares for given G, held ones kept, moved into the box; null when the ceiling is not above the floor. */
function endsOf(G: Float64Array, y: Float64Array, weights: Float64Array, { low, high }: Box): [number, number] | null {
  let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0]
  for (let i = 0; i < G.length; i++) {
    const b = G[i]!
    const a = 1 - b
    const w = weights[i]!
    aa += w * a * a
    ab += w * a * b
    bb += w * b * b
    ay += w * a * y[i]!
    by += w * b * y[i]!
  }
  const floorFree = low[2]! < high[2]!
  const ceilingFree = low[3]! < high[3]!
  const clip = (v: number, j: 2 | 3): number => Math.min(high[j]!, Math.max(low[j]!, v))
  const floorGiven = (ceiling: number): number => clip(aa > 1e-12 ? (ay - ab * ceiling) / aa : low[2]!, 2)
  const ceilingGiven = (floor: number): number => clip(bb > 1e-12 ? (by - ab * floor) / bb : high[3]!, 3)
  let floor = low[2]!
  let ceiling = high[3]!
  if (floorFree && ceilingFree) {
    const det = aa * bb - ab * ab
    if (det > 1e-12 * aa * bb) {
      floor = clip((ay * bb - by * ab) / det, 2)
      ceiling = ceilingGiven(floor)
    } else ceiling = ceilingGiven(floor)
  } else if (floorFree) floor = floorGiven(ceiling)
  else if (ceilingFree) ceiling = ceilingGiven(floor)
  return ceiling > floor ? [floor, ceiling] : null
}
