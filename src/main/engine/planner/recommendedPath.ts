/** The recommended sequence of runs (docs/model.md, Path): the exact optimum on the grid, told rung by rung. */
import type { Note } from '../../../shared/notes'
import { note } from '../../../shared/notes'
import type { Path, Rung } from '../../../shared/outcome'
import { DAYS_PER_YEAR, tokensPaid } from '../cost'
import { totalDays, totalUsd } from '../costRange'
import { runAt } from '../run'
import { feasibleGrid, sizeGrid } from './grid'
import { auditOf, bindingIn, emptyAudit, NOT_AUDITED, type PathAudit } from './pathAudit'
import { poseProblem, type Posed } from './pathProblem'
import { solvePath, type PathSolution } from './pathSolver'
import { pathValue, withinLimits, type PathValue } from './pathValue'
import { nameOf, REACHED } from './requiredSize'
import { settingOf, type Setting } from './setting'
import { toDateOf } from './toDate'

export interface Planned {
  path: Path
  /** F̄ of each target at the last run, 0 when nothing is run. */
  final: number[]
  /** 0 when the path is the optimum of the grid; else the search was cut short and a better one could be worth at most this much more, USD. */
  missed: number
}

/** Without `audit` the path alone: what is told about it besides stays null. `binding` tells the limits that bind and nothing else besides. */
export function planPath(setting: Setting, audit: boolean | 'binding' = true): Planned {
  const { span, wanted } = setting
  if (span === null)
    return told(
      { path: nothing(setting, whyEmpty(setting), audit === false ? NOT_AUDITED : emptyAudit(setting)), final: finalOf(setting, () => 0), missed: 0 },
      setting,
      audit === true
    )
  const posed = poseProblem(setting, audit === false ? feasibleGrid(span, wanted) : sizeGrid(span, wanted))
  const solution = solvePath(posed.problem)
  const audited = audit === 'binding' ? { ...NOT_AUDITED, binding: bindingIn(posed, solution) } : audit ? auditOf(setting, posed, solution) : NOT_AUDITED
  const last = solution.path.at(-1)
  return told(
    {
      path: last === undefined ? nothing(setting, whyNothing(setting, posed, solution), audited) : pathOf(setting, posed, solution, audited),
      final: finalOf(setting, (i) => (last === undefined ? 0 : posed.chances.each[i]![last]!)),
      missed: solution.missed
    },
    setting,
    audit === true
  )
}

/** What a finished run has reached stays reached. */
const finalOf = ({ wanted, observed }: Setting, atLast: (i: number) => number): number[] =>
  wanted.map((_each, i) => (observed?.states[i] === 'done' ? 1 : atLast(i)))

/** With what finished runs took, showed and earned; nothing is added while there are none. */
function told(planned: Planned, setting: Setting, audit: boolean): Planned {
  const { soFar } = setting
  if (soFar.runs.length === 0) return planned
  const original = audit ? planPath(settingOf({ ...soFar.given, actuals: [] }), false).path : null
  return { ...planned, path: { ...planned.path, soFar: toDateOf(setting, planned.path.value.expected, original) } }
}

export interface Held extends Planned {
  /** Whether it keeps every limit of this plan, must-targets included. */
  keepsLimits: boolean
}

/** The path that trains these sizes (increasing N), best or not; without sizes "nothing", for the reason given. */
export function heldPath(setting: Setting, sizes: readonly number[], reason: Note | null): Held {
  if (sizes.length === 0) {
    const free = setting.plan.targets.every(({ must }, i) => !must || setting.observed?.states[i] === 'done')
    return { ...told({ path: nothing(setting, reason, NOT_AUDITED), final: finalOf(setting, () => 0), missed: 0 }, setting, false), keepsLimits: free }
  }
  const posed = poseProblem(setting, Float64Array.from(sizes))
  const path = sizes.map((_N, k) => k)
  const planned = { path: pathOf(setting, posed, { path }, NOT_AUDITED), final: posed.chances.each.map((F) => F.at(-1)!), missed: 0 }
  return { ...told(planned, setting, false), keepsLimits: withinLimits(posed.problem, path) }
}

function pathOf(setting: Setting, posed: Posed, solution: Pick<PathSolution, 'path'>, { gateBound, ...audited }: PathAudit): Path {
  const value = pathValue(posed.problem, solution.path)
  const rungs = rungsOf(setting, posed, value)
  const paid = setting.objective === 'usd'
  return {
    unitOfBenefit: setting.objective,
    rungs,
    value: {
      expected: paid ? value.expected : null,
      committed: paid ? value.committed : null,
      gateBound,
      points: paid ? null : value.points,
      expectedCost: value.expectedCost,
      discountRate: setting.plan.decision.discountRate
    },
    usd: value.usd,
    days: value.years * DAYS_PER_YEAR,
    all: posed.chances.all[solution.path.at(-1)!]!,
    ...within(setting, rungs),
    ...audited,
    nothing: null,
    soFar: null,
    risk: null
  }
}

function rungsOf({ plan, soFar, observed, model }: Setting, { problem, chances }: Posed, value: PathValue): Rung[] {
  let spent = soFar.usd
  let spentAtConfidence = soFar.usd
  let before: number[] = plan.targets.map((_target, i) => (observed?.states[i] === 'done' ? 1 : 0))
  return value.rungs.map((rung): Rung => {
    spent += rung.usd
    spentAtConfidence += rung.usdAtConfidence
    const probabilities = chances.each.map((F) => F[rung.node]!)
    const unlocks = plan.targets.filter(({ wanted }, i) => probabilities[i]! >= wanted - REACHED && before[i]! < wanted - REACHED).map(({ id }) => id)
    before = probabilities
    return {
      run: runAt(model, problem.sizes[rung.node]!),
      usd: rung.usd,
      cumulativeUsd: spent,
      usdAtConfidence: rung.usdAtConfidence,
      cumulativeUsdAtConfidence: spentAtConfidence,
      startDays: soFar.days + rung.startYears * DAYS_PER_YEAR,
      endDays: soFar.days + rung.endYears * DAYS_PER_YEAR,
      endDaysAtConfidence: soFar.days + rung.endYearsAtConfidence * DAYS_PER_YEAR,
      chanceRun: rung.chanceRun,
      probabilities,
      all: chances.all[rung.node]!,
      marginalCost: rung.expectedCost,
      marginalBenefit: rung.expectedBenefit,
      unlocks
    }
  })
}

/** The chance that the whole path stays within each limit, every rung counted as run: all of them share one price per FLOP, one speed and so on. */
function within({ plan, model }: Setting, rungs: readonly Rung[]): Pick<Path, 'withinBudget' | 'withinDeadline'> {
  const { budgetUsd, deadlineDays } = plan.limits
  const { cost } = model
  const total = {
    C: rungs.reduce((sum, { run }) => sum + run.C, 0),
    // Data bought for an earlier rung are not bought again.
    tokens: Math.max(0, ...rungs.map(({ run }) => tokensPaid(cost, run.D))),
    runs: rungs.length
  }
  // Room for rounding, as in the limits themselves.
  const chance = (limit: number, of: typeof totalUsd): number => of(cost, total).atMost(limit * (1 + 1e-9))
  return {
    withinBudget: budgetUsd === null ? null : chance(budgetUsd, totalUsd),
    withinDeadline: deadlineDays === null ? null : chance(deadlineDays, totalDays)
  }
}

function nothing({ plan, objective }: Setting, reason: Note | null, { gateBound, ...audited }: PathAudit): Path {
  const paid = objective === 'usd'
  return {
    unitOfBenefit: objective,
    rungs: [],
    value: {
      expected: paid ? 0 : null,
      committed: paid ? 0 : null,
      gateBound,
      points: paid ? null : 0,
      expectedCost: 0,
      discountRate: plan.decision.discountRate
    },
    usd: 0,
    days: 0,
    all: 0,
    withinBudget: null,
    withinDeadline: null,
    ...audited,
    nothing: reason,
    soFar: null,
    risk: null
  }
}

function whyEmpty({ wanted, observed, largest, limits }: Setting): Note {
  if (wanted.length === 0) return note('nothing-without-targets')
  if (observed?.states.every((state) => state === 'done')) return note('nothing-all-reached')
  if (largest > 0) return note('nothing-without-sizes')
  const stopping = limits.find(({ maxN }) => maxN === 0)
  if (stopping?.limit === 'budget' || stopping?.limit === 'deadline')
    return note(`nothing-feasible-${stopping.limit}`, { has: stopping.has }, LIMIT_PATHS[stopping.limit])
  return note('nothing-feasible')
}

const LIMIT_PATHS = { budget: 'limits.budgetUsd', deadline: 'limits.deadlineDays' } as const

/** What would have to change for a run to be worth it. */
function whyNothing({ wanted, observed, worths }: Setting, { problem }: Posed, solution: PathSolution): Note {
  if (solution.status === 'infeasible') {
    const must = wanted.filter(({ target }, i) => target.must && observed?.states[i] !== 'done').map(({ target }) => nameOf(target))
    return note('nothing-must-infeasible', { targets: must.join(', ') })
  }
  if (problem.objective === 'points') return note('nothing-within-limits')
  if (worths.every(({ onceUsd, perYearUsd }) => onceUsd === 0 && perYearUsd === 0)) return note('nothing-without-benefit')
  // The single run that comes nearest to paying: benefits must grow, or costs fall, by this factor.
  let factor = Infinity
  let size = 0
  let cost = 0
  let benefit = 0
  for (let j = 0; j < problem.sizes.length; j++) {
    const { rungs } = pathValue(problem, [j])
    const rung = rungs[0]!
    if (problem.forbidden[j] !== 0 || over(problem, rung) || rung.expectedBenefit <= 0) continue
    if (rung.expectedCost / rung.expectedBenefit < factor)
      [factor, size, cost, benefit] = [rung.expectedCost / rung.expectedBenefit, problem.sizes[j]!, rung.expectedCost, rung.expectedBenefit]
  }
  return Number.isFinite(factor) ? note('nothing-pays', { factor, size, cost, benefit }) : note('nothing-within-limits')
}

const over = (problem: Posed['problem'], { usdAtConfidence, endYearsAtConfidence }: PathValue['rungs'][number]): boolean =>
  (problem.budgetUsd !== null && usdAtConfidence > problem.budgetUsd) || (problem.deadlineYears !== null && endYearsAtConfidence > problem.deadlineYears)
