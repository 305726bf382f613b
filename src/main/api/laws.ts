/** laws.* of the contract, but for the fit and for views. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, note, noAnswer } from '../../shared/notes'
import type { Note, NoAnswer } from '../../shared/notes'
import { costModel } from '../engine/cost'
import type { Environment } from '../engine/evaluate'
import { exampleOf } from '../engine/laws/chosenConstants'
import type { BoundLaw, Law } from '../engine/laws/law'
import { contradicts, lossAt, type Given } from '../engine/laws/lossAt'
import { ALL_LAWS, LAWS } from '../engine/laws/registry'
import { standardError } from '../engine/laws/standardError'
import { withoutOptimum } from '../engine/laws/withoutOptimum'
import { solve } from '../engine/solve'
import { manyEpochs, outsideFittedRange, ratioAgainstLaw } from '../engine/warnings'
import { boundLaw, chosenLaw, refusal, type ChosenLaw } from './chosenLaw'
import { finite } from './finite'
import type { ApiPart } from './implementation'
import { lawFiguresApi } from './lawFigures'
import { lawViewsApi } from './lawViews'
import { spendingOf } from './spending'

export const lawsApi = (environment: () => Environment): Omit<ApiPart<'laws'>, 'laws.fit'> => ({
  'laws.list': () => ALL_LAWS.map(described),
  'laws.loss': lossOf,
  'laws.optimum': ({ C, flopPerParamToken: k, languages, quotedRatio, ...choice }) => {
    const asked = chosenLaw(choice)
    const law = planar(asked, { k, languages })
    if (isNoAnswer(law)) return law
    if (law.optimum === null) return withoutOptimum(law)
    const { N, D } = law.optimum(C, k)
    if (!finite(N, D)) return noAnswer('unreachable', 'beyond-numbers')
    const quoted = quotedRatio === undefined ? [] : ratioAgainstLaw(law, quotedRatio, N, k, 'quotedRatio')
    return {
      N,
      D,
      C,
      loss: law.loss?.(N, D) ?? null,
      tokensPerParam: D / N,
      warnings: [...quoted, ...outsideFittedRange(law, [{ N, D, C }]), ...asked.warnings]
    }
  },
  'laws.solve': ({ policy, given, flopPerParamToken: k, languages, costs, ...choice }, _context, input) => {
    const asked = chosenLaw(choice)
    const law = planar(asked, { k, languages })
    if (isNoAnswer(law)) return law
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
    if (isNoAnswer(solved)) return solved
    const ratio = policy.kind === 'ratio' ? ratioAgainstLaw(law, policy.value, solved.N, k, 'policy.value') : []
    return { ...solved, warnings: [...ratio, ...outsideFittedRange(law, [solved]), ...asked.warnings, ...warnings] }
  },
  ...lawViewsApi(environment),
  ...lawFiguresApi
})

/** What a law is, and what it answers: seen from the law with its example's constants. */
function described(law: Law): Output<'laws.list'>[number] {
  const { id, name, citation, formula, arguments: needs, note: about, constants, fittedRange } = law
  const example = exampleOf(law)
  const modalities = law.arguments.includes('modalities') ? { text: 1e12 } : undefined
  const form = law.bind(example, { k: 6, languages: 1, ...(modalities ? { modalities } : {}) })
  return {
    id,
    name,
    citation,
    formula,
    arguments: [...needs],
    note: about,
    constants: Object.fromEntries(Object.entries(constants).map(([set, values]) => [set, { ...values }])),
    example: { ...example },
    fittedRange,
    answers: {
      loss: form.loss !== null,
      terms: form.terms !== null,
      optimum: form.optimum !== null,
      solveFromLoss: form.surface !== null && modalities === undefined,
      effectiveSize: form.surface !== null && form.optimum !== null,
      plan: id === 'fitted:chinchilla' || LAWS.some((each) => each.id === id)
    }
  }
}

/** The law as a function of N and D; or why it is none. */
function planar(asked: ChosenLaw, { k, languages }: { k: number; languages: number | undefined }): BoundLaw | NoAnswer {
  if (asked.law.arguments.includes('modalities')) return noAnswer('notDefined', 'modalities-without-optimum', { law: asked.law.name })
  return (
    boundLaw(asked, { k, ...(languages === undefined ? {} : { languages }) }) ??
    noAnswer('underdetermined', 'argument-missing', { law: asked.law.name, argument: 'languages' })
  )
}

function lossOf({ law: id, constants, D, flopPerParamToken: k, covariance, ...rest }: ParsedInput<'laws.loss'>): Output<'laws.loss'> {
  const { N, C, languages, uniqueTokens } = rest
  const byModality = typeof D === 'object' ? D : undefined
  const asked = chosenLaw({ law: id, constants }, Object.keys(byModality ?? {}))
  const { law, chosen } = asked
  const wantsModalities = law.arguments.includes('modalities')
  if (D !== undefined && wantsModalities !== (byModality !== undefined))
    throw refusal(
      'D',
      wantsModalities ? 'expected tokens by modality, for example {"text": 1e12, "image": 2e11}' : 'expected a number of tokens, for example 1.4e12',
      D
    )
  const given: Given = { N, C, languages, uniqueTokens, ...(byModality ? { modalities: byModality } : { D: typeof D === 'number' ? D : undefined }) }
  const answer = lossAt(law, chosen, given, k)
  if (isNoAnswer(answer)) return answer
  const { loss, terms, effective } = answer
  const run = { N: answer.N, D: answer.D, C: answer.C }
  const error = covariance && standardError(law, chosen, given, k, covariance)
  if (error !== undefined && typeof error !== 'number') throw refusal('covariance', error.expected, covariance)
  return {
    loss,
    terms: terms ?? {},
    shares: Object.fromEntries(Object.entries(terms ?? {}).map(([name, term]) => [name, term / loss])),
    standardError: error ?? null,
    ...run,
    effective,
    warnings: [...outsideFittedRange(law, [run]), ...asked.warnings, ...argumentNotes(law, given, k)]
  }
}

/** Arguments that the law does not look at, compute that is given apart, and tokens that repeat often. */
function argumentNotes(law: Law, given: Given, k: number): Note[] {
  const has = (argument: Law['arguments'][number]): boolean => law.arguments.includes(argument)
  const { N, D, C, languages, uniqueTokens } = given
  const values = { N, D, C, languages, uniqueTokens }
  // Two of N, D and C find the third where that is needed and missing.
  const finds = (['N', 'D', 'C'] as const).some((argument) => has(argument) && given[argument] === undefined)
  const used = (argument: keyof typeof values): boolean => has(argument) || (finds && argument !== 'languages' && argument !== 'uniqueTokens')
  const unused = (Object.keys(values) as (keyof typeof values)[]).filter((argument) => values[argument] !== undefined && !used(argument))
  return [
    ...unused
      // C beside N and D that make it is the same run said twice.
      .filter((argument) => argument !== 'C' || N === undefined || D === undefined || contradicts(given, k))
      .map((argument) => note('argument-not-used', { law: law.name, argument }, argument)),
    ...(has('C') && contradicts(given, k) ? [note('compute-apart', { law: law.name, C: C!, computed: k * N! * D! }, 'C')] : []),
    ...(has('uniqueTokens') && uniqueTokens !== undefined && D !== undefined ? manyEpochs(D / uniqueTokens, 'uniqueTokens') : [])
  ]
}
