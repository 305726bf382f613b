/** What the best single run reaches within x of a resource, the other limits kept (docs/model.md, Grid and frontier). Never falls as x grows; flat where another limit binds. */
import type { Frontier, Limit } from '../../../shared/outcome'
import { daysAt, usdAt } from '../cost'
import { largestFeasible } from '../limits'
import { computeAt, runColumns, tokensAt } from '../run'
import { LARGEST, SMALLEST, sizeForCompute, sizeForDays, sizeForUsd } from '../sizeFor'
import { BAND, bandOf } from './band'
import { chancesAt } from './chances'
import type { Setting } from './setting'

export type FrontierAxis = Frontier['over']
export const FRONTIER_POINTS = 240

/** In the place of one that nobody asked for. */
export const NO_FRONTIER: Frontier = { over: 'usd', x: [], N: [], each: [], all: [], limits: [] }

/** The limit that x itself stands for. */
const OWN_LIMIT = { usd: 'budget', C: 'compute', days: 'deadline', N: null } as const satisfies Record<FrontierAxis, Limit | null>

export interface FrontierRequest {
  over?: FrontierAxis
  points?: number
  /** Ends of x; by default around the required runs and the plan's own limit. */
  from?: number
  to?: number
}

/** Money and days are those that the run keeps to with the plan's confidence, since that is how a budget and a deadline hold. */
export function frontierOf(setting: Setting, { over = 'usd', points = FRONTIER_POINTS, from, to }: FrontierRequest = {}): Frontier {
  const { plan, observed, model, wanted, limits } = setting
  const ends = range(setting, over)
  const first = from ?? Math.min(ends.from, to === undefined ? ends.from : to / 10)
  const last = Math.max(to ?? Math.max(ends.to, first * 10), first)
  const step = Math.log(last / first) / (points - 1)
  const x = Array.from({ length: points }, (_, j) => (j === points - 1 ? last : first * Math.exp(j * step)))
  const most = largestFeasible(limits, OWN_LIMIT[over] ?? undefined)
  const N = new Float64Array(points)
  // Each size is sought from the one before, moved on as the last two moved.
  let near = 0
  let ratio = 1
  for (let j = 0; j < points; j++) {
    const size = sizeWithin(setting, over, x[j]!, near * ratio)
    ratio = near > 0 ? size / near : 1
    near = size
    N[j] = near < SMALLEST ? 0 : Math.min(near, most, LARGEST)
  }
  const firstRun = N.findIndex((size) => size > 0)
  const runs = firstRun < 0 ? new Float64Array(0) : N.subarray(firstRun)
  const columns = runColumns(model, runs)
  const chances = chancesAt(plan, model, wanted, columns, observed)
  // Where nothing can be run nothing is reached.
  const padded = (values: Float64Array): number[] => rising(values, points - values.length)
  return {
    over,
    x,
    N: Array.from(N),
    each: wanted.map(({ target: { id } }, i) => {
      const lnX = chances.lnX[i]
      const rows = lnX ? bandOf(setting, i, lnX) : BAND.map(() => new Float64Array(runs.length))
      const [p5, p25, p75, p95] = rows.map(padded) as [number[], number[], number[], number[]]
      return { id, probability: padded(chances.each[i]!), p5, p25, p75, p95 }
    }),
    all: padded(chances.all),
    limits: limits.flatMap(({ limit, has, maxN }) => {
      if (limit === 'step') return []
      // Nothing left of a limit has no place on a logarithmic axis.
      if (limit === OWN_LIMIT[over]) return has > 0 ? [{ limit, x: has }] : []
      return maxN !== null && maxN > 0 ? [{ limit, x: resourceOf(setting, over, maxN) }] : []
    })
  }
}

/** Interpolated probabilities may fall by their last digits; the curve itself never does. `zeros` come before. */
function rising(values: Float64Array, zeros: number): number[] {
  const curve = new Array<number>(zeros + values.length).fill(0)
  let highest = 0
  for (let j = 0; j < values.length; j++) {
    highest = Math.max(highest, Math.min(values[j]!, 1))
    curve[zeros + j] = highest
  }
  return curve
}

/** x of the run of N parameters. */
export function resourceOf({ plan, model }: Setting, over: FrontierAxis, N: number): number {
  if (over === 'N') return N
  const C = computeAt(model, N)
  if (over === 'C') return C
  const rates = model.cost.at(plan.limits.confidence)
  return over === 'usd' ? usdAt(model.cost, C, tokensAt(model, N), rates) : daysAt(rates, C)
}

/** Largest N within x of the resource alone; 0 when there is none. */
function sizeWithin({ plan, model }: Setting, over: FrontierAxis, x: number, near: number): number {
  if (over === 'N') return x
  if (over === 'C') return sizeForCompute(model, x)
  const rates = model.cost.at(plan.limits.confidence)
  return over === 'usd' ? sizeForUsd(model, x, rates, near) : sizeForDays(model, x, rates)
}

/** From a twentieth of the cheapest required run to three times the dearest, and at least from a tenth of the plan's own limit to twice it. */
function range(setting: Setting, over: FrontierAxis): { from: number; to: number } {
  const { wanted, limits, span } = setting
  const sizes = wanted.flatMap(({ N }) => N ?? [])
  if (sizes.length === 0 && span !== null) sizes.push(span.from * 4, span.to)
  const required = sizes.map((N) => resourceOf(setting, over, N))
  const own = limits.find(({ limit, has }) => limit === OWN_LIMIT[over] && has > 0)?.has
  if (required.length === 0) return own === undefined ? EMPTY[over] : { from: own / 100, to: own * 10 }
  const ends = { from: Math.min(...required) / 20, to: Math.max(...required) * 3 }
  return own === undefined ? ends : { from: Math.min(ends.from, own / 10), to: Math.max(ends.to, own * 2) }
}

/** What the axes show when a plan says nothing about them. */
const EMPTY = { usd: { from: 1e4, to: 1e9 }, C: { from: 1e20, to: 1e27 }, N: { from: 1e8, to: 1e13 }, days: { from: 1, to: 1000 } } as const satisfies Record<
  FrontierAxis,
  { from: number; to: number }
>
