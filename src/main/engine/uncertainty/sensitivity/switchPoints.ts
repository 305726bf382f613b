/**
 * The values of one input at which the recommended path becomes another one. "Another" is: nothing is run on one side only, another number of rungs, another set of
 * targets with their wanted probability at the last rung, or other limits that bind. The size of a rung alone moves all the time and is no switch.
 */
import { SWITCHES, type SwitchPoint, type SwitchSide } from '../../../../shared/contract/sensitivity'
import { planSchema, type Plan } from '../../../../shared/plan/schema'
import { planPath } from '../../planner/recommendedPath'
import { REACHED } from '../../planner/requiredSize'
import { settingOf } from '../../planner/setting'
import type { MovedInput } from './movedInputs'
import { bestOutcome, type TornadoQuestion } from './tornado'

/** Places that are looked at from end to end: two switches between neighbours that undo each other stay unseen. */
const SCAN = 25
/** How near the two sides of a switch come, relative to their value. */
const NEAR = 1e-3
/** Best paths that are solved for one input at most: where the recommendation flickers, what was found by then is told. */
const MOST = 400

export interface Switches {
  points: SwitchPoint[]
  /** Best paths that were solved. */
  solved: number
  /** True when the search ended before all that it saw was brought to a point. */
  cut: boolean
}

/** The best path of a plan, as far as a switch is about it. */
type Side = Omit<SwitchSide, 'outcome'>

/** Switch points of an input between its ends, ascending. */
export function switchPoints(question: TornadoQuestion, moved: MovedInput): Switches {
  const { input, low, high, at } = moved
  const whole = input.rule.whole === true
  const log = low > 0
  let solved = 0
  let cut = false
  const look = (value: number): Side | null => {
    solved++
    return sideAt(at(value), value)
  }
  const told = (side: Side): SwitchSide => {
    solved++
    return { ...side, outcome: bestOutcome(question, at(side.at)) }
  }
  const middle = (a: number, b: number): number => {
    const between = log ? Math.sqrt(a) * Math.sqrt(b) : (a + b) / 2
    return whole ? Math.round(between) : between
  }
  const near = (a: number, b: number): boolean => (whole ? b - a <= 1 : b - a <= NEAR * Math.max(Math.abs(a), Math.abs(b)))
  const points: SwitchPoint[] = []
  /** All switches from one place to another, by halving: where the middle is like neither end there is one on each side. */
  const between = (left: Side, right: Side): void => {
    const changes = changesOf(left, right)
    if (changes.length === 0) return
    if (solved >= MOST) {
      cut = true
      return
    }
    const value = middle(left.at, right.at)
    if (near(left.at, right.at) || value === left.at || value === right.at) {
      points.push({ input: input.id, kind: input.kind, path: input.path(question.plan), value, changes, low: told(left), high: told(right) })
      return
    }
    const there = look(value)
    // A value that the plan cannot have ends the search on this stretch.
    if (there === null) return
    between(left, there)
    between(there, right)
  }
  const places = low === high ? [] : [...new Set(Array.from({ length: SCAN }, (_, k) => placeAt(k / (SCAN - 1))))]
  const sides = places.flatMap((value) => look(value) ?? [])
  for (let k = 1; k < sides.length; k++) between(sides[k - 1]!, sides[k]!)
  return { points, solved, cut }

  function placeAt(share: number): number {
    const value = share === 0 ? low : share === 1 ? high : log ? low * (high / low) ** share : low + (high - low) * share
    return whole ? Math.round(value) : value
  }
}

/** Null when the plan cannot be. */
function sideAt(plan: Plan, at: number): Side | null {
  if (!planSchema.safeParse(plan).success) return null
  const { path, final } = planPath(settingOf(plan), 'binding')
  const runs = path.rungs.length > 0
  return {
    at,
    sizes: path.rungs.map(({ run }) => run.N),
    nothing: path.nothing,
    reached: plan.targets.filter(({ wanted }, i) => runs && final[i]! >= wanted - REACHED).map(({ id }) => id),
    binding: path.binding ?? []
  }
}

function changesOf(a: Side, b: Side): SwitchPoint['changes'] {
  const same = {
    nothing: (a.sizes.length === 0) === (b.sizes.length === 0),
    rungs: a.sizes.length === b.sizes.length,
    reached: a.reached.join() === b.reached.join(),
    binding: a.binding.join() === b.binding.join()
  } satisfies Record<(typeof SWITCHES)[number], boolean>
  return SWITCHES.filter((what) => !same[what])
}
