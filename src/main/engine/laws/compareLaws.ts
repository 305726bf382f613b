/**
 * One plan under every law that can plan: what the target of the sentence asks for when that law is the plan's, and what each law makes of the same compute.
 * Losses of different laws belong to different tokenizers and data: they stand beside each other, and no range is made of them.
 */
import { setLaw } from '../../../shared/plan/edits'
import type { LawId, Plan } from '../../../shared/plan/schema'
import type { NoAnswer, Note } from '../../../shared/notes'
import { noAnswer, note } from '../../../shared/notes'
import type { Run } from '../../../shared/outcome'
import { LAW_IDS } from '../../../shared/plan/lawSchema'
import { logSpaced } from '../planner/grid'
import { focusOf, settingOf } from '../planner/setting'
import { runAt } from '../run'
import { outsideFittedRange } from '../warnings'
import type { BoundLaw, Pair } from './law'
import { lawOf } from './registry'

export interface LawRow {
  law: LawId
  name: string
  chosen: boolean
  /** Belief in the law: its weight among the plan's alternatives, or what they leave to the plan's own. */
  weight: number
  /** Run that the focused target asks for when this is the plan's law; null with a reason. */
  required: Run | null
  reason: Note | null
  /** N and D of least loss for the common compute, and the least loss; the loss is null for a law without one. */
  optimum: Pair & { tokensPerParam: number; loss: number | null }
  /** The common compute, or the optimum for it, lies outside what the law was fitted to. */
  extrapolated: boolean
  /** Optimal N at each compute of the curve. */
  curve: number[]
}

export interface Spread {
  low: number
  high: number
  /** high/low. */
  factor: number
}

export interface LawComparison {
  /** FLOP at which the optima are compared, and the FLOP of the curves. */
  C: number
  computes: number[]
  laws: LawRow[]
  /** How far the laws are apart; null where fewer than two have the figure. */
  required: Record<'N' | 'D' | 'C' | 'usd' | 'days', Spread | null>
  optimum: Record<'N' | 'D' | 'tokensPerParam', Spread | null>
  notes: Note[]
}

/** Factor around the common compute that the curves reach, and their points. */
const REACH = 1e3
const POINTS = 37
/** Sizes closer than that are the same: rounding of solvers. */
const SAME = 1e-9

/** @param compute FLOP to compare at; that of the required run under the plan's own law unless given */
export function compareLaws(plan: Plan, compute: number | null): LawComparison | NoAnswer {
  const ids: LawId[] = plan.law.fitted === undefined ? [...LAW_IDS] : [...LAW_IDS, 'fitted:chinchilla']
  const asked = ids.map((id) => ({ id, ...requiredUnder(plan, id) }))
  const C = compute ?? asked.find(({ id }) => id === plan.law.id)?.required?.C ?? null
  if (C === null) return noAnswer('underdetermined', 'compare-no-run')
  const computes = logSpaced(C / REACH, C * REACH, POINTS)
  const k = plan.law.flopPerParameterToken
  const others = plan.law.alternatives ?? []
  const rest = 1 - others.reduce((sum, { weight }) => sum + weight, 0)
  const laws = asked.map(({ id, required, reason }): LawRow => {
    const law = lawOf({ ...plan.law, id })
    const { optimum } = law
    if (optimum === null) throw new Error(`${law.name} can plan, so it has an optimum`)
    const best = optimum(C, k)
    const chosen = id === plan.law.id
    return {
      law: id,
      name: law.name,
      chosen,
      weight: chosen ? rest : (others.find((other) => other.id === id)?.weight ?? 0),
      required,
      reason,
      optimum: { ...best, tokensPerParam: best.D / best.N, loss: lossOf(law, best) },
      extrapolated: outsideFittedRange(law, [{ ...best, C }]).length > 0,
      curve: computes.map((each) => optimum(each, k).N)
    }
  })
  const runs = laws.flatMap(({ required }) => required ?? [])
  const required = {
    N: spread(runs.map(({ N }) => N)),
    D: spread(runs.map(({ D }) => D)),
    C: spread(runs.map(({ C: flop }) => flop)),
    usd: spread(runs.map(({ usd }) => usd)),
    days: spread(runs.map(({ days }) => days))
  }
  const alike = required.N !== null && required.C !== null && Math.max(required.N.factor, required.C.factor) < 1 + SAME
  return {
    C,
    computes,
    laws,
    required,
    optimum: {
      N: spread(laws.map(({ optimum: { N } }) => N)),
      D: spread(laws.map(({ optimum: { D } }) => D)),
      tokensPerParam: spread(laws.map(({ optimum: { tokensPerParam } }) => tokensPerParam))
    },
    notes: [...(alike && plan.ratio.kind !== 'optimal' ? [note('compare-policy-decides', {}, 'ratio')] : []), note('validation-not-comparable')]
  }
}

function requiredUnder(plan: Plan, id: LawId): { required: Run | null; reason: Note | null } {
  const setting = settingOf({ ...setLaw(plan, { id }), pin: null })
  const focus = focusOf(setting)
  if (focus === null) return { required: null, reason: note('compare-no-target') }
  return { required: focus.N === null ? null : runAt(setting.model, focus.N), reason: focus.reason }
}

const lossOf = ({ loss }: BoundLaw, { N, D }: Pair): number | null => loss?.(N, D) ?? null

function spread(values: readonly number[]): Spread | null {
  if (values.length < 2) return null
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { low, high, factor: low === 0 ? 1 : high / low }
}
