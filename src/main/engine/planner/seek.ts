/**
 * Goal seek (docs/model.md, Scenarios and goal seek): the value of one input at which a quantity of the plan is what the planner wants it to be.
 * Scan the allowed range, bracket every crossing, refine each; of several solutions the one nearest to today's input is taken.
 */

export interface SeekQuestion {
  /** The quantity as a function of the input; null where it is not defined. */
  q: (z: number) => number | null
  /** Allowed range of the input. */
  low: number
  high: number
  /** True when the input's natural scale is logarithmic (then low > 0). */
  log: boolean
  goal: number
  /** What accuracy is relative to; the goal itself unless that may be 0. */
  scale?: number
  /** Today's value of the input. */
  today: number
}

interface Point {
  z: number
  q: number
}

export type SeekAnswer =
  | { status: 'solved'; value: number; reached: number; others: number[] }
  /** The quantity jumps over the goal between `below.z` and `above.z`, which differ by rounding only; `value` is the side that comes nearer. */
  | { status: 'jump'; value: number; reached: number; below: Point; above: Point; others: number[] }
  /** `nearest` is where it comes nearest; null when it is nowhere defined. */
  | { status: 'unreachable'; nearest: Point | null }

const SCAN = 65
/** Relative accuracy of the quantity at a solution. */
const ACCURACY = 1e-9

/** Solves q(z) = goal for z in [low, high]. */
export function seek({ q, low, high, log, goal, scale = Math.abs(goal), today }: SeekQuestion): SeekAnswer {
  const ask = (z: number): Point | null => {
    const there = q(z)
    return there === null || !Number.isFinite(there) ? null : { z, q: there }
  }
  const place = (share: number) => (share === 0 ? low : share === 1 ? high : log ? low * (high / low) ** share : low + (high - low) * share)
  const places = Array.from({ length: SCAN }, (_, k) => place(k / (SCAN - 1)))
  if (today > low && today < high && !places.includes(today)) places.push(today)
  const scan = places.sort((a, b) => a - b).map(ask)

  const hits = (there: number): boolean => Math.abs(there - goal) <= ACCURACY * 1e-3 * scale

  const solutions: Point[] = []
  const jumps: [Point, Point][] = []
  for (let k = 0; k < scan.length; k++) {
    const here = scan[k]!
    const next = scan[k + 1] ?? null
    if (here === null) continue
    if (hits(here.q)) solutions.push(here)
    else if (next !== null && !hits(next.q) && here.q < goal !== next.q < goal) {
      const found = refine({ ask, goal, scale, log }, here, next)
      if (found === null) continue
      if (found.length === 1) solutions.push(found[0])
      else jumps.push(found)
    }
  }
  const distance = (z: number) => Math.abs(log ? Math.log(z / today) : z - today)
  const nearest = <T>(list: T[], at: (item: T) => number): T | null =>
    list.reduce<T | null>((best, item) => (best === null || distance(at(item)) < distance(at(best)) ? item : best), null)

  const solution = nearest(solutions, (p) => p.z)
  if (solution) return { status: 'solved', value: solution.z, reached: solution.q, others: solutions.filter((p) => p !== solution).map((p) => p.z) }
  const jump = nearest(jumps, ([below]) => below.z)
  if (jump) {
    const [below, above] = jump
    const side = Math.abs(below.q - goal) <= Math.abs(above.q - goal) ? below : above
    return { status: 'jump', value: side.z, reached: side.q, below, above, others: jumps.filter((j) => j !== jump).map(([b]) => b.z) }
  }
  return closest({ ask, goal, scale, log }, scan)
}

interface Search {
  ask: (z: number) => Point | null
  goal: number
  scale: number
  log: boolean
}

/** One point where q is the goal, or the two sides of a jump; null when q is not defined somewhere on the way. Secant (Illinois) and bisection in turn. */
function refine({ ask, goal, scale, log }: Search, start: Point, end: Point): [Point] | [Point, Point] | null {
  let a = start
  let b = end
  // Weights of the Illinois method: an end that stays counts half.
  let wa = 1
  let wb = 1
  for (let round = 0; round < 120 && Math.abs(b.z - a.z) > 1e-14 * Math.max(Math.abs(a.z), Math.abs(b.z)); round++) {
    const fa = wa * (a.q - goal)
    const fb = wb * (b.q - goal)
    const secant = a.z - (fa * (b.z - a.z)) / (fb - fa)
    const middle = log ? Math.sqrt(a.z * b.z) : 0.5 * (a.z + b.z)
    const z = round % 4 !== 3 && secant > a.z && secant < b.z ? secant : middle
    if (z === a.z || z === b.z) break
    const there = ask(z)
    if (there === null) return null
    if (Math.abs(there.q - goal) <= ACCURACY * 1e-3 * scale) return [there]
    if (there.q < goal === a.q < goal) {
      wb = wa === 1 && a === there ? wb : wb / 2
      wa = 1
      a = there
    } else {
      wa = wa / 2
      wb = 1
      b = there
    }
  }
  const nearer = Math.abs(a.q - goal) <= Math.abs(b.q - goal) ? a : b
  return Math.abs(nearer.q - goal) <= ACCURACY * scale ? [nearer] : [a, b]
}

/** Where the scan came nearest, refined by golden section between its neighbours, because a peak may lie between two scan points. */
function closest({ ask, goal, scale }: Search, scan: (Point | null)[]): SeekAnswer {
  const miss = (p: Point) => Math.abs(p.q - goal)
  let at = -1
  scan.forEach((p, k) => {
    if (p !== null && (at < 0 || miss(p) < miss(scan[at]!))) at = k
  })
  if (at < 0) return { status: 'unreachable', nearest: null }
  let best = scan[at]!
  const left = scan[at - 1]
  const right = scan[at + 1]
  if (left && right) {
    const ratio = (Math.sqrt(5) - 1) / 2
    let [low, high] = [left.z, right.z]
    for (let round = 0; round < 24; round++) {
      const inner = [high - ratio * (high - low), low + ratio * (high - low)].map(ask)
      if (!inner[0] || !inner[1]) break
      for (const p of inner) if (miss(p!) < miss(best)) best = p!
      if (miss(inner[0]) <= miss(inner[1])) high = inner[1].z
      else low = inner[0].z
    }
    if (Math.abs(best.q - goal) <= ACCURACY * scale) return { status: 'solved', value: best.z, reached: best.q, others: [] }
  }
  return { status: 'unreachable', nearest: best }
}
