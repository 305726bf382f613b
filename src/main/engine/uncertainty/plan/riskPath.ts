/**
 * The best path at a risk level (docs/model.md, Risk level and regret): a quantile or a shortfall of V does not decompose over rungs, so every path of at most three rungs on a grid of forty
 * sizes (and the required ones) is listed over common draws. "Nothing" and the path with the best mean stand among them.
 */
import { isNoAnswer, type NoAnswer } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { logSpaced } from '../../planner/grid'
import { poseProblem } from '../../planner/pathProblem'
import { reachesMust } from '../../planner/pathValue'
import { stepUsdAtConfidence, type PathProblem } from '../../planner/problem'
import { planPath } from '../../planner/recommendedPath'
import type { Risk } from '../../planner/riskyPath'
import { settingOf } from '../../planner/setting'
import { PathWalk } from './pathWalk'
import { riskError, riskMeasure, type RiskObjective } from './riskMeasure'
import { worthDraws, type WorthDraws } from './worthDraws'

export const RISK_GRID = 40
export const RISK_RUNGS = 3
export const RISK_DRAWS = 4096
/** Required sizes that stand beside the grid, so that an exact threshold is met. */
const MOST_REQUIRED = 8

/** Null when the plan asks for the mean, or when its benefits are points. The plan's pin is solved before. */
export function riskPath(plan: Plan, draws = RISK_DRAWS): Risk | NoAnswer | null {
  const { objective } = plan.decision
  const setting = settingOf(plan)
  if (objective.kind === 'mean' || setting.objective !== 'usd') return null
  const best = planPath(setting, false).path.rungs.map(({ run }) => run.N)
  const { span } = setting
  const required = setting.wanted.flatMap(({ N }) => (span !== null && N !== null && N > span.from && N < span.to ? [N] : []))
  const grid = span === null ? [] : [...logSpaced(span.from, span.to, RISK_GRID), ...required.slice(0, MOST_REQUIRED)]
  const sizes = [...new Set([...grid, ...best])].sort((a, b) => a - b)
  const drawn = worthDraws(plan, sizes, { method: 'sobol', draws, seed: plan.seed })
  if (isNoAnswer(drawn)) return drawn
  const { problem } = poseProblem(setting, Float64Array.from(sizes))
  const onGrid = sizes.flatMap((N, j) => (grid.includes(N) ? [j] : []))
  return chooseAmong(
    problem,
    drawn,
    objective,
    onGrid,
    best.map((N) => sizes.indexOf(N))
  )
}

/**
 * Lists every path over the places `onGrid` within the limits. Between equal measures the greater mean wins, then the shorter path.
 * @param best places of the path with the best mean, which is compared whatever its length
 */
export function chooseAmong(problem: PathProblem, drawn: WorthDraws, objective: RiskObjective, onGrid: readonly number[], best: readonly number[]): Risk {
  const walk = new PathWalk(drawn)
  const scratch = new Float64Array(drawn.draws)
  const meanOf = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length
  const candidate = (path: readonly number[], values: Float64Array): Risk['chosen'] => ({
    sizes: path.map((j) => problem.sizes[j]!),
    measure: riskMeasure(values.slice(), objective),
    standardError: riskError(values, drawn.groups, objective),
    mean: meanOf(values)
  })
  const atMean = candidate(best, walk.of(best))
  let path = [...best]
  let most = atMean.measure
  let mean = atMean.mean
  let listed = 1
  const offer = (rungs: readonly number[]): void => {
    listed++
    const values = walk.value(rungs.length)
    scratch.set(values)
    const measure = riskMeasure(scratch, objective)
    const lead = measure - most
    const rounding = 1e-12 * Math.max(Math.abs(most), Math.abs(measure))
    if (lead < -rounding) return
    const mine = meanOf(values)
    if (lead <= rounding && (mine < mean || (mine === mean && rungs.length >= path.length))) return
    path = [...rungs]
    mean = mine
    most = Math.max(most, measure)
  }
  if (reachesMust(problem, -1)) offer([])
  const extend = (rungs: readonly number[], spent: number, years: number): void => {
    const i = rungs.at(-1) ?? -1
    for (const j of onGrid) {
      if (j <= i || !mayFollow(problem, i, j)) continue
      const spentJ = spent + stepUsdAtConfidence(problem, i, j)
      const yearsJ = years + problem.yearsAtConfidence[j]!
      if (spentJ > (problem.budgetUsd ?? Infinity) || yearsJ > (problem.deadlineYears ?? Infinity)) continue
      walk.step(rungs.length, i, j)
      const longer = [...rungs, j]
      if (reachesMust(problem, j)) offer(longer)
      if (longer.length < RISK_RUNGS) extend(longer, spentJ, yearsJ)
    }
  }
  extend([], 0, 0)
  const chosen = candidate(path, new PathWalk(drawn).of(path))
  return { ...objective, chosen, atMean, meanGivenUp: atMean.mean - chosen.mean, listed, draws: drawn.draws }
}

/** Whether a single run of size j is possible and within the step limit of i (−1 = nothing). */
function mayFollow({ sizes, forbidden, step }: PathProblem, i: number, j: number): boolean {
  return forbidden[j] === 0 && (step === null || sizes[j]! <= step.factor * (i < 0 ? step.lastN : sizes[i]!) * (1 + 1e-12))
}
