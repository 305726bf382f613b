/** The engine behind the contract: laws, links, allocation, costs and the planner. Input is already validated; each procedure asks the engine one question. */
import type { Input, Output, ParsedInput } from '../../shared/contract'
import type { Note } from '../../shared/notes'
import { isNoAnswer, noAnswer } from '../../shared/notes'
import { defaultNotes } from '../../shared/plan/complete'
import { clusterSchema, costsSchema, DEFAULT_ACCELERATOR, planSchema } from '../../shared/plan/schema'
import { effectiveSize } from '../engine/allocate'
import { costModel, daysAt, minAccelerators, servingUsd, usdAt, usdParts, type CostModel, type Spending } from '../engine/cost'
import { evaluate, type Environment } from '../engine/evaluate'
import { outOfReach } from '../engine/limits'
import { LAWS, lawOf } from '../engine/laws/registry'
import { withBounds } from '../engine/links/bounds'
import { LINKS, linkOf } from '../engine/links/registry'
import { marginal } from '../engine/planner/belief'
import { frontierOf } from '../engine/planner/frontier'
import { requiredInterval } from '../engine/planner/interval'
import { planPath, type Planned } from '../engine/planner/recommendedPath'
import { solvePin } from '../engine/planner/pin'
import { rankingOf, returnsOf } from '../engine/planner/roi'
import { focusOf, settingOf } from '../engine/planner/setting'
import { computeAt, tokensAt } from '../engine/run'
import { solve } from '../engine/solve'
import { outsideFittedRange, stalePrice, warningsOf } from '../engine/warnings'
import type { ApiPart } from './implementation'

/** Results of the planner carry the plan's warnings; `environment` says what day it is and which models are known. */
export function engineApi(environment: () => Environment): ApiPart<'laws' | 'allocate' | 'links' | 'costs' | 'planner'> {
  return {
    'laws.list': () =>
      LAWS.map(({ id, name, citation, formula, constants, fittedRange }) => ({ id, name, citation, formula, constants: { ...constants }, fittedRange })),
    'laws.loss': lossOf,
    'laws.optimum': ({ law: id, constants, C, flopPerParamToken: k }) => {
      const law = lawOf({ id, constants })
      if (law.optimum === null) return noAnswer('notDefined', 'law-without-optimum', { law: law.name })
      const { N, D } = law.optimum(C, k)
      if (!finite(N, D)) return noAnswer('unreachable', 'beyond-numbers')
      return { N, D, C, loss: law.loss?.(N, D) ?? null, tokensPerParam: D / N, warnings: outsideFittedRange(law, [{ N, D, C }]) }
    },
    'laws.solve': ({ law: id, constants, policy, given, flopPerParamToken: k, costs }, _context, input) => {
      const law = lawOf({ id, constants })
      const { spending, warnings } = spendingOf(costs ?? {}, input.costs ?? {}, environment().today)
      const { usdPerFlop, hoursPerFlop } = costModel(spending)
      const { accelerators, uptime } = spending.cluster
      const solved = solve({
        law,
        policy,
        given,
        k,
        spending: {
          flopPerAcceleratorHour: 1 / hoursPerFlop,
          usdPerAcceleratorHour: usdPerFlop.mean / hoursPerFlop,
          acceleratorHoursPerDay: accelerators * uptime * 24
        }
      })
      return isNoAnswer(solved) ? solved : { ...solved, warnings: [...outsideFittedRange(law, [solved]), ...warnings] }
    },
    'allocate.effectiveSize': ({ law: id, constants, N, D }) => {
      const law = lawOf({ id, constants })
      const size = effectiveSize(law, N, D)
      return isNoAnswer(size) ? size : { N: size, warnings: outsideFittedRange(law, [{ N, D, C: 6 * N * D }]) }
    },
    'links.list': () => LINKS.map(({ id, name, formula, note: about }) => ({ id, name, formula, note: about })),
    'links.probability': ({ link, scale, params }) => ({ probability: withBounds(linkOf(link)).probability(scale, params) }),
    'links.scaleFor': ({ link, probability, params }) => {
      const scale = withBounds(linkOf(link)).scaleFor(probability, params)
      return isNoAnswer(scale) ? scale : { scale }
    },
    'costs.estimate': (input, _context, given) => estimate(input, given, environment().today),
    'planner.requiredSize': ({ plan, target }) => {
      const setting = settingOf(plan ?? planSchema.parse({ targets: target === undefined ? [] : [target] }))
      const { model } = setting
      return setting.wanted.map((wanted) => {
        const { N, scale } = wanted
        return {
          id: wanted.target.id,
          N,
          D: N === null ? null : tokensAt(model, N),
          C: N === null ? null : computeAt(model, N),
          probability: scale === null ? 0 : marginal(wanted.belief, scale),
          interval: requiredInterval(model, wanted)?.N ?? null,
          reason: wanted.reason
        }
      })
    },
    'planner.roi': ({ plan }, _context, given) => {
      const setting = settingOf(plan)
      const returns = returnsOf(setting)
      const planned = planPath(setting, false)
      return {
        capabilities: returns.map(({ required, ...each }, i) => ({
          ...each,
          id: plan.targets[i]!.id,
          benefit: plan.targets[i]!.benefit.value,
          cost: required?.usd ?? null,
          reason: setting.wanted[i]!.reason
        })),
        ranking: rankingOf(plan, returns),
        warnings: [...defaultNotes(given.plan, plan), ...planWarnings(setting, returns, planned, environment().today)]
      }
    },
    'planner.path': ({ plan }, _context, given) => {
      const setting = settingOf(plan)
      const returns = returnsOf(setting)
      const planned = planPath(setting)
      return {
        ...planned.path,
        ranking: rankingOf(plan, returns),
        outOfReach: setting.wanted.flatMap((wanted) => {
          const broken = outOfReach(plan, setting.model, setting.limits, wanted)
          return broken === null ? [] : [{ capability: wanted.target.id, limits: broken.limits, binding: broken.binding }]
        }),
        warnings: [...defaultNotes(given.plan, plan), ...planWarnings(setting, returns, planned, environment().today)]
      }
    },
    'planner.frontier': ({ plan, over, points, from, to }) => frontierOf(settingOf(plan), { over, points, from, to }),
    'planner.evaluate': ({ plan, audit }, _context, given) => {
      const outcome = evaluate(plan, environment(), { audit })
      return { ...outcome, warnings: [...defaultNotes(given.plan, plan), ...outcome.warnings] }
    },
    'planner.goalSeek': ({ plan, pin, vary }) => {
      const { plan: solved, pin: outcome, reason } = solvePin(plan, { ...pin, vary })
      return { pin: outcome, plan: reason === null ? solved : null, reason, nearest: reason === null ? null : outcome.reached }
    }
  }
}

const finite = (...values: number[]): boolean => values.every((value) => Number.isFinite(value) && value > 0)

function planWarnings(setting: ReturnType<typeof settingOf>, returns: ReturnType<typeof returnsOf>, planned: Planned, today: string): Note[] {
  const focus = focusOf(setting)
  return warningsOf(
    setting,
    returns.map(({ required }) => required),
    planned,
    focus === null ? -1 : setting.wanted.indexOf(focus),
    today
  )
}

/** The loss of (N, D); of N or D and C = 6·N·D; or of the compute-optimal run of C alone. */
function lossOf({ law: id, constants, N: givenN, D: givenD, C }: ParsedInput<'laws.loss'>): Output<'laws.loss'> {
  const law = lawOf({ id, constants })
  if (law.loss === null) return noAnswer('notDefined', 'law-without-loss', { law: law.name })
  const optimum = C !== undefined && givenN === undefined && givenD === undefined ? law.optimum?.(C, 6) : undefined
  const N = givenN ?? optimum?.N ?? (C !== undefined && givenD !== undefined ? C / (6 * givenD) : undefined)
  const D = givenD ?? optimum?.D ?? (C !== undefined && givenN !== undefined ? C / (6 * givenN) : undefined)
  if (N === undefined || D === undefined) return noAnswer('underdetermined', 'loss-needs-two')
  if (C !== undefined && givenN !== undefined && givenD !== undefined && Math.abs(C / (6 * N * D) - 1) > 0.01)
    return noAnswer('unreachable', 'loss-overdetermined', { C, computed: 6 * N * D })
  const loss = law.loss(N, D)
  if (!finite(N, D, loss)) return noAnswer('unreachable', 'beyond-numbers')
  return { loss, terms: law.terms?.(N, D) ?? {}, warnings: outsideFittedRange(law, [{ N, D, C: 6 * N * D }]) }
}

type GivenSpending = {
  accelerator?: Spending['accelerator'] | undefined
  cluster?: Partial<Spending['cluster']> | undefined
  costs?: Partial<Spending['costs']> | undefined
}

/** Completes accelerator, cluster and costs; what was left out of the `given` ones is named. */
function spendingOf({ accelerator, cluster, costs }: GivenSpending, given: object, today: string): { spending: Spending; warnings: Note[] } {
  const spending: Spending = {
    accelerator: accelerator ?? DEFAULT_ACCELERATOR,
    cluster: clusterSchema.parse(cluster ?? {}),
    costs: costsSchema.parse(costs ?? {}),
    uniqueTokens: null
  }
  const { uniqueTokens: _none, ...made } = spending
  const warnings = [...defaultNotes(given, made), ...stalePrice(spending, today)]
  return { spending, warnings }
}

function estimate(
  { N, totalN, D, flopPerParamToken: k, hardware, cluster, costs }: ParsedInput<'costs.estimate'>,
  given: Input<'costs.estimate'>,
  today: string
): Output<'costs.estimate'> {
  const { spending, warnings } = spendingOf(
    { accelerator: hardware, cluster, costs },
    { accelerator: given.hardware, cluster: given.cluster, costs: given.costs },
    today
  )
  const model: CostModel = costModel(spending)
  const C = k * N * D
  const { compute, ...parts } = usdParts(model, C, D)
  const energyKwh = C * model.kwhPerFlop
  return {
    C,
    acceleratorHours: C * model.hoursPerFlop,
    days: daysAt(model, C, model.daysPerFlop.mean),
    energyKwh,
    co2Kg: (energyKwh * model.gramsCo2PerKwh) / 1000,
    usd: { rent: compute, ...parts, inference: servingUsd(model, N), total: usdAt(model, C, D, model.usdPerFlop.mean) },
    memory: { bytesPerParameter: spending.cluster.bytesPerParameter, minAccelerators: minAccelerators(model, totalN ?? N) },
    warnings
  }
}
