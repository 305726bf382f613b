/** The whole plan, top to bottom: from what is wanted to what it takes, what to run, and how sure that is. */
import type { Note } from '../../shared/notes'
import type { Outcome, Run, TargetOutcome } from '../../shared/outcome'
import { countedEntries } from '../../shared/plan/evidence'
import type { Plan } from '../../shared/plan/schema'
import { outOfReach } from './limits'
import { chancesAt } from './planner/chances'
import { frontierOf, NO_FRONTIER } from './planner/frontier'
import { intervalOf } from './planner/observedInterval'
import { planPath, type Planned } from './planner/recommendedPath'
import { REACHED } from './planner/requiredSize'
import { riskyPath, type Risk } from './planner/riskyPath'
import { pinNotes, solvePin } from './planner/pin'
import { returnsOf, type Return } from './planner/roi'
import { focusOf, settingOf, type Setting } from './planner/setting'
import { publishedToday, type PublishedModel } from './published'
import { runColumns } from './run'
import { warningsOf } from './warnings'

export interface Environment {
  /** Today's date, to judge how old prices are. */
  today: string
  /** Published models shown for context. */
  models: readonly PublishedModel[]
}

export interface EvaluateOptions {
  /** Also what is told about the best path besides the path: binding limits, alternatives, the bound of finer gates, the gain from polishing. */
  audit?: boolean
  /** Also the frontier; else its columns stay empty. */
  frontier?: boolean
  /** The choice at the plan's risk level, worked out before; without it the path is the one with the best mean. */
  risk?: Risk | null
}

/** Every number on the screen, from the plan and nothing else: the same plan gives the same outcome. Without `audit` or `frontier` it comes sooner, with nulls or empty columns in their place. */
export function evaluate(given: Plan, environment: Environment, { audit = true, frontier = true, risk = null }: EvaluateOptions = {}): Outcome {
  // A pinned outcome comes first: it decides one of the inputs.
  const pinned = given.pin === null ? null : solvePin(given, given.pin)
  const plan: Plan = pinned === null ? given : { ...pinned.plan, pin: given.pin }

  const setting = settingOf(plan)
  const returns = returnsOf(setting)
  const planned = risk === null ? planPath(setting, audit) : riskyPath(setting, risk)
  const focus = focusOf(setting)
  const focusIndex = focus === null ? -1 : setting.wanted.indexOf(focus)
  const focusRun = returns[focusIndex]?.required ?? null

  const warnings = warningsOf(
    setting,
    returns.map(({ required }) => required),
    planned,
    focusIndex,
    environment.today
  )
  return {
    plan,
    focus: focus?.target.id ?? null,
    targets: returns.map((each, i) => targetOutcome(setting, planned, each, i)),
    path: planned.path,
    frontier: frontier ? frontierOf(setting) : NO_FRONTIER,
    atFocus: focusRun === null ? null : chancesOf(setting, focusRun),
    limits: setting.limits,
    optimalTokensPerParameter:
      focusRun === null || setting.model.law.optimalTokens === null ? null : setting.model.law.optimalTokens(focusRun.N, setting.model.k) / focusRun.N,
    published: publishedToday(setting.model.cost, environment.models),
    pin: pinned?.pin ?? null,
    warnings: [...warnings, ...(pinned === null ? [] : pinNotes(setting, pinned.pin, planned))],
    health: healthOf(setting.plan, warnings)
  }
}

export function targetOutcome(setting: Setting, planned: Planned, { required, ...returns }: Return, i: number): TargetOutcome {
  const wanted = setting.wanted[i]!
  const probability = planned.final[i]!
  return {
    id: wanted.target.id,
    required,
    requiredScale: wanted.scale,
    reason: wanted.reason,
    interval: intervalOf(setting, i),
    probability,
    unlocked: planned.path.rungs.length > 0 && probability >= wanted.target.wanted - REACHED,
    outOfReach: outOfReach(setting.plan, setting.model, setting.limits, wanted),
    benefitUsd: returns.benefitUsd,
    benefitCostRatio: returns.benefitCostRatio,
    roi: returns.roi,
    pointsPerUsd: returns.pointsPerUsd,
    sourceScore: returns.sourceScore,
    priority: returns.priority,
    rank: returns.rank
  }
}

/** P(all) and F̄ of each target at one run. */
function chancesOf({ plan, observed, model, wanted }: Setting, { N }: Run): Outcome['atFocus'] {
  const { all, each } = chancesAt(plan, model, wanted, runColumns(model, Float64Array.of(N)), observed)
  return { all: all[0]!, each: each.map((F) => F[0]!) }
}

/** Counts for the health line: figures that the outcome rests on, and how many of them are weak. */
function healthOf({ law, ratio, model, accelerator, cluster, costs, decision, targets }: Plan, warnings: readonly Note[]): Outcome['health'] {
  const count = (test: (code: string) => boolean): number => warnings.filter(({ code }) => test(code)).length
  return {
    assumptions: figures([law, ratio, model, accelerator, cluster, costs, decision, targets]),
    outsideFittedRange: count((code) => code.startsWith('outside-fitted')),
    stalePrices: count((code) => code === 'price-old'),
    evidence: new Set(targets.flatMap((target) => [...target.evidence, ...countedEntries(target).map(({ id }, at) => id ?? `${target.id} ${at}`)])).size
  }
}

/** Numbers other than 0 in a part of the plan; a range counts once. */
function figures(part: unknown): number {
  if (typeof part === 'number') return part === 0 ? 0 : 1
  if (typeof part !== 'object' || part === null) return 0
  if ('low' in part && 'high' in part) return 1
  return Object.values(part).reduce<number>((sum, each) => sum + figures(each), 0)
}
