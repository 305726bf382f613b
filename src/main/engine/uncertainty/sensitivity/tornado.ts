/**
 * What each input does to an outcome when it alone is known to be at the ends of its belief: the bars of a tornado chart (docs/model.md, Uncertainty). The path is chosen anew
 * there, and, separately, today's path is held. What else is believed stays believed.
 */
import type { TornadoBar } from '../../../../shared/contract/sensitivity'
import { note, type Note } from '../../../../shared/notes'
import { dependsOnPath, type OutcomeId } from '../../../../shared/plan/outcomes'
import { planSchema, type Plan } from '../../../../shared/plan/schema'
import { outcomesWith, type Reading } from '../../planner/outcomes'
import { heldPath, planPath, type Held, type Planned } from '../../planner/recommendedPath'
import { settingOf, type Setting } from '../../planner/setting'
import type { MovedInput } from './movedInputs'

/** The outcome that is asked for, and the path that is held. */
export interface TornadoQuestion {
  plan: Plan
  quantity: OutcomeId
  /** N of its rungs; empty when nothing is run, for the reason beside it. */
  path: readonly number[]
  nothing: Note | null
}

export function tornadoBar(question: TornadoQuestion, { input, low, high, stopped, at }: MovedInput): TornadoBar {
  const [atLow, atHigh] = [outcomeAt(question, at(low)), outcomeAt(question, at(high))]
  const both = <T>(of: (end: End) => T): { low: T; high: T } => ({ low: of(atLow), high: of(atHigh) })
  const ofPath = dependsOnPath(question.quantity)
  const [lowValue, highValue] = [valueOf(atLow.best), valueOf(atHigh.best)]
  return {
    input: input.id,
    kind: input.kind,
    path: input.path(question.plan),
    chosen: input.chosen,
    at: { low, high },
    stopped,
    low: lowValue,
    high: highValue,
    held: ofPath ? both(({ held }) => valueOf(held)) : null,
    keepsLimits: ofPath ? both(({ keepsLimits }) => keepsLimits) : null,
    reasons: both(({ best }) => reasonOf(best)),
    heldReasons: both(({ held }) => (ofPath ? reasonOf(held) : null)),
    length: lowValue === null || highValue === null ? null : Math.abs(highValue - lowValue)
  }
}

/** Longest first; one with an end that has no value before all others. Equal ones keep their order. */
export const longestFirst = (bars: readonly TornadoBar[]): TornadoBar[] =>
  [...bars].sort((a, b) => (b.length ?? Number.MAX_VALUE) - (a.length ?? Number.MAX_VALUE))

interface End {
  best: Reading
  held: Reading
  keepsLimits: boolean
}

function outcomeAt({ quantity, path, nothing }: TornadoQuestion, moved: Plan): End {
  const parsed = planSchema.safeParse(moved)
  if (!parsed.success) {
    const refused = note('sensitivity-refused', { problem: parsed.error.issues[0]?.message ?? '' })
    return { best: refused, held: refused, keepsLimits: false }
  }
  const setting = settingOf(moved)
  const held = heldPath(setting, path, nothing)
  const best = dependsOnPath(quantity) ? bestPath(setting, held) : held
  return { best: outcomesWith(setting, () => best)(quantity), held: outcomesWith(setting, () => held)(quantity), keepsLimits: held.keepsLimits }
}

/** The outcome of a plan with the path chosen anew; null without a value. */
export const bestOutcome = (question: TornadoQuestion, moved: Plan): number | null => valueOf(outcomeAt(question, moved).best)

/** The best path of a plan's grid, or the held one where its sizes lie between two of the grid's and do better. */
function bestPath(setting: Setting, held: Held): Planned {
  const found = planPath(setting, false)
  if (!held.keepsLimits) return found
  const worth = ({ path: { value } }: Planned): number => value.expected ?? value.points ?? 0
  const none = found.path.rungs.length === 0 && setting.plan.targets.some(({ must }) => must)
  return none || worth(held) > worth(found) ? held : found
}

const valueOf = (reading: Reading): number | null => (typeof reading === 'number' ? reading : null)
const reasonOf = (reading: Reading): Note | null => (typeof reading === 'number' ? null : reading)
