/** What the screen of laws asks, from the plan and from what the screen keeps. Pure. */
import type { Input, Output } from '../../../shared/contract'
import type { Outcome, Run } from '../../../shared/outcome'
import { planInputs } from '../../../shared/plan/planInputs'
import type { Plan } from '../../../shared/plan/schema'
import { PLAN_LAW, type LawsKept, type OtherKept, type ShapeKept } from './lawsKept'

export type ListedLaw = Output<'laws.list'>[number]
export type LawChoice = Pick<Input<'laws.surface'>, 'law' | 'constants'>
export interface Pair {
  N: number
  D: number
}

/** Compute and tokens to serve that are looked at while the plan has none. */
const COMPUTE = 5.76e23
const SERVED = 2e12
const UNIQUE = 1e12

/** The run that the sentence of the plan is about, else the last one of its path. */
export const planRun = ({ targets, focus, path }: Outcome): Run | null => targets.find(({ id }) => id === focus)?.required ?? path.rungs.at(-1)?.run ?? null

/** The law looked at, with its constants. */
export function lawChoice({ law: own }: Plan, { law, set }: Pick<LawsKept, 'law' | 'set'>): LawChoice {
  if (law !== PLAN_LAW) return { law: law as LawChoice['law'], ...(set === '' ? {} : { constants: set }) }
  if (own.id === 'fitted:chinchilla' && own.fitted) return { law: own.id, constants: own.fitted.constants }
  return { law: own.id, constants: own.constants }
}

/** The run looked at: that of the plan, unless another size or other tokens were asked for. */
export function runLookedAt(outcome: Outcome, { N, D }: Pick<LawsKept, 'N' | 'D'>): Pair {
  const own = planRun(outcome)
  return { N: N ?? own?.N ?? 70e9, D: D ?? own?.D ?? 1.4e12 }
}

export const compareQuestion = (outcome: Outcome, { C }: LawsKept): Input<'laws.compare'> => ({
  plan: { ...outcome.plan, pin: null },
  C: C ?? planRun(outcome)?.C ?? COMPUTE
})

export const surfaceQuestion = (outcome: Outcome, kept: LawsKept): Input<'laws.surface'> => ({
  ...lawChoice(outcome.plan, kept),
  run: runLookedAt(outcome, kept),
  flopPerParamToken: outcome.plan.law.flopPerParameterToken
})

export function lossQuestion(outcome: Outcome, kept: LawsKept): Input<'laws.loss'> {
  const { law } = outcome.plan
  const covariance = kept.law === PLAN_LAW && law.id === 'fitted:chinchilla' ? law.fitted?.covariance : null
  return {
    ...lawChoice(outcome.plan, kept),
    ...runLookedAt(outcome, kept),
    flopPerParamToken: law.flopPerParameterToken,
    ...(covariance ? { covariance } : {})
  }
}

export const overtrainingQuestion = (outcome: Outcome, kept: LawsKept): Input<'allocate.overtraining'> => ({
  ...lawChoice(outcome.plan, kept),
  ...runLookedAt(outcome, kept),
  flopPerParamToken: outcome.plan.law.flopPerParameterToken
})

/** Tokens that are served: those looked at, else those of the plan, else two trillion. */
export const servedTokens = ({ plan }: Outcome, { served }: LawsKept): number => served ?? (plan.costs.inference.tokens || SERVED)

export function servingQuestion(outcome: Outcome, kept: LawsKept): Input<'allocate.inference'> {
  const { plan } = outcome
  const usdPerHour = planInputs.price.get(plan) ?? undefined
  const peakFlopPerSecond = plan.accelerator.peakFlopPerSecond
  return {
    ...lawChoice(plan, kept),
    quality: runLookedAt(outcome, kept),
    inferenceTokens: servedTokens(outcome, kept),
    flopPerParamToken: plan.law.flopPerParameterToken,
    prices: {
      training: { usdPerHour, mfu: planInputs.mfu.get(plan) ?? undefined, peakFlopPerSecond },
      inference: { usdPerHour, mfu: plan.costs.inference.mfu, peakFlopPerSecond },
      asOf: plan.costs.priceAsOf
    },
    minimise: kept.minimise
  }
}

export const computeLookedAt = (outcome: Outcome, { C }: LawsKept): number => C ?? planRun(outcome)?.C ?? COMPUTE
export const uniqueTokens = ({ plan }: Outcome, kept: LawsKept): number => kept.uniqueTokens ?? plan.limits.uniqueTokens ?? UNIQUE

export const dataQuestion = (outcome: Outcome, kept: LawsKept): Input<'allocate.dataLimited'> => ({
  ...lawChoice(outcome.plan, kept),
  C: computeLookedAt(outcome, kept),
  uniqueTokens: uniqueTokens(outcome, kept),
  flopPerParamToken: outcome.plan.law.flopPerParameterToken,
  ...(kept.maxEpochs === null ? {} : { maxEpochs: kept.maxEpochs })
})

export const solveQuestion = ({ plan }: Outcome, kept: LawsKept): Input<'laws.solve'> => ({
  ...lawChoice(plan, kept),
  policy: kept.policy === 'optimal' ? { kind: 'optimal' } : { kind: kept.policy, value: kept[kept.policy] },
  given: { [kept.given]: kept.value },
  flopPerParamToken: plan.law.flopPerParameterToken,
  costs: { accelerator: plan.accelerator, cluster: plan.cluster, costs: plan.costs }
})

/** Size that a shape is sought for. */
export const wantedSize = (outcome: Outcome, { N }: ShapeKept): number => N ?? planRun(outcome)?.N ?? 70e9

export function shapeQuestion(outcome: Outcome, kept: ShapeKept): Input<'allocate.architecture'> {
  const { context, precision, optimiser, vocabulary, gated, tied, experts: total, activeExperts: active } = kept
  const common = { context, precision, optimiser }
  const experts = total > 0 ? { experts: { total, active: Math.min(active, total) } } : {}
  if (kept.from === 'size') {
    const { counts, widthPerLayer, headDim, queriesPerKeyValue } = kept
    return { ...common, N: wantedSize(outcome, kept), counts, rules: { widthPerLayer, headDim, queriesPerKeyValue, vocabulary, gated, tied, ...experts } }
  }
  const { layers, width, heads, kvHeads, ffnWidth } = kept
  return { ...common, shape: { layers, width, heads, kvHeads, ffnWidth, vocabulary, gated, tied, ...experts } }
}

/** What a law of the registry is asked for: only what it looks at. */
export function otherQuestion(law: ListedLaw, kept: OtherKept): Input<'laws.loss'> {
  const has = (argument: string): boolean => law.arguments.includes(argument)
  return {
    law: law.id as Input<'laws.loss'>['law'],
    ...(kept.constants === null && Object.keys(law.constants).length > 0 ? {} : { constants: { ...(kept.constants ?? law.example) } }),
    ...(has('N') ? { N: kept.N } : {}),
    ...(has('modalities') ? { D: { text: kept.D, image: kept.image } } : has('D') ? { D: kept.D } : {}),
    ...(has('C') && kept.C !== null ? { C: kept.C } : {}),
    ...(has('C') && !has('N') && kept.C === null ? { C: COMPUTE } : {}),
    ...(has('languages') ? { languages: kept.languages } : {}),
    ...(has('uniqueTokens') && kept.uniqueTokens !== null ? { uniqueTokens: kept.uniqueTokens } : {})
  }
}
