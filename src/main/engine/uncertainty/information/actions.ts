/**
 * The paths between which the value of information decides (docs/model.md, Uncertainty): the best path of the plan, the best path of each corner (one input known to be at its 5 %
 * or 95 % point), and nothing. All keep the limits of the plan as it stands: a limit that must hold with a stated chance has no meaning of its own once the chance is known
 * (Blau 1974), and paths that are allowed only in some draws would make knowledge worth less than nothing.
 */
import { note, type Note } from '../../../../shared/notes'
import type { Plan } from '../../../../shared/plan/schema'
import { sizeGrid, type Span } from '../../planner/grid'
import { poseProblem } from '../../planner/pathProblem'
import { solvePath } from '../../planner/pathSolver'
import type { PathProblem } from '../../planner/problem'
import { heldPath, planPath } from '../../planner/recommendedPath'
import { settingOf, type Setting } from '../../planner/setting'
import { criticalsAt, type UncertainInput } from '../plan/uncertainInputs'

export interface BestFor {
  kind: 'plan' | 'nothing' | 'corner'
  input: string | null
  end: 'low' | 'high' | null
}

export interface Action {
  /** N of its rungs; empty for nothing. */
  sizes: number[]
  bestFor: BestFor[]
}

const CORNER = { low: 0.05, high: 0.95 } as const

/** @param tell called after each corner with how many are done, of how many */
export function actionsOf(plan: Plan, uncertain: readonly UncertainInput[], tell: (done: number, total: number) => void): Action[] {
  const setting = settingOf(plan)
  const actions = new Map<string, Action>()
  const add = (sizes: readonly number[], why: BestFor): void => {
    if (!heldPath(setting, sizes, null).keepsLimits) return
    const known = actions.get(sizes.join())
    if (known === undefined) actions.set(sizes.join(), { sizes: [...sizes], bestFor: [why] })
    else known.bestFor.push(why)
  }
  add(
    planPath(setting, false).path.rungs.map(({ run }) => run.N),
    { kind: 'plan', input: null, end: null }
  )
  add([], { kind: 'nothing', input: null, end: null })
  const corners = cornersOf(plan, uncertain)
  corners.forEach(({ plan: corner, why }, at) => {
    add(bestAt(setting, settingOf(corner)), why)
    tell(at + 1, corners.length)
  })
  return [...actions.values()]
}

/** Corners are points of the beliefs as typed, whatever finished runs have shown since: as paths to choose from they are as good as any, but it is said. */
export const cornerNotes = ({ observed }: Pick<Setting, 'observed'>): Note[] => (observed === null ? [] : [note('corners-before-results', {}, 'actuals')])

/** Each input at both ends; and all critical scales together, which is what they have in common. */
function cornersOf(plan: Plan, uncertain: readonly UncertainInput[]): { plan: Plan; why: BestFor }[] {
  const ends = ['low', 'high'] as const
  const alone = uncertain.flatMap(({ input, quantile, at }) =>
    ends.map((end) => ({ plan: at(quantile(CORNER[end])), why: { kind: 'corner', input: input.id, end } satisfies BestFor }))
  )
  const scales = uncertain.filter(({ input }) => input.key === 'critical').length
  if (scales < 2) return alone
  return [...alone, ...ends.map((end) => ({ plan: criticalsAt(plan, CORNER[end]), why: { kind: 'corner', input: 'critical', end } satisfies BestFor }))]
}

/** The path that would be best in a corner among those that the plan allows: worth and chances of the corner, limits of the plan. */
function bestAt(setting: Setting, corner: Setting): number[] {
  const spans = [setting.span, corner.span].filter((span): span is Span => span !== null)
  if (setting.span === null || setting.largest <= 0) return []
  const to = Math.min(setting.largest, Math.max(...spans.map((span) => span.beyond)))
  const sizes = sizeGrid({ from: Math.min(to / 4, ...spans.map(({ from }) => from)), to, beyond: to }, [...setting.wanted, ...corner.wanted])
  const allowed = poseProblem(setting, sizes).problem
  const worth = poseProblem(corner, sizes).problem
  return solvePath(withLimitsOf(allowed, worth)).path.map((at) => sizes[at]!)
}

/** A must-target of the plan becomes one that pays nothing, beside those that pay as in the corner. */
const withLimitsOf = (allowed: PathProblem, worth: PathProblem): PathProblem => ({
  ...worth,
  usdWithoutDataAtConfidence: allowed.usdWithoutDataAtConfidence,
  yearsAtConfidence: allowed.yearsAtConfidence,
  forbidden: allowed.forbidden,
  budgetUsd: allowed.budgetUsd,
  deadlineYears: allowed.deadlineYears,
  step: allowed.step,
  targets: [
    ...worth.targets.map((target) => ({ ...target, must: false })),
    ...allowed.targets.filter(({ must }) => must).map((target) => ({ ...target, once: 0, perYear: 0, points: 0 }))
  ]
})
