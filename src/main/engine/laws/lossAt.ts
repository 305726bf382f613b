/** The loss of any law at the arguments that are given, and which of N, D and C follow from the others. */
import { noAnswer } from '../../../shared/notes'
import type { NoAnswer } from '../../../shared/notes'
import { saturated } from '../dataLimit'
import type { Chosen } from './chosenConstants'
import { constant } from './law'
import type { Argument, BoundLaw, Law } from './law'
import { bound } from './registry'

/** Arguments as they were given; `modalities` are tokens by modality. */
export interface Given {
  N?: number | undefined
  D?: number | undefined
  C?: number | undefined
  languages?: number | undefined
  uniqueTokens?: number | undefined
  modalities?: Readonly<Record<string, number>> | undefined
}

export interface LossAt {
  law: BoundLaw
  loss: number
  terms: Record<string, number> | null
  /** What the loss is at: as given, or as it follows; null for what the law does not need and does not follow. */
  N: number | null
  D: number | null
  C: number | null
  /** N′ and D′ where tokens repeat or a model is too large for its tokens. */
  effective: { N: number; D: number } | null
}

/** How far a given C may be from k·N·D and still be the same run, rounded. */
const SAME_COMPUTE = 0.01

/**
 * L at what is given; k in C = k·N·D. Two of N, D and C fix the third, and C alone means the compute-optimal run. A law of compute takes a C that is given
 * beside N and D as it is, a run whose FLOP are counted otherwise.
 * notDefined for laws without a loss; underdetermined when an argument is missing; unreachable when N, D and C contradict each other, or outside the range of numbers.
 */
export function lossAt(law: Law, { set, constants }: Chosen, given: Given, k: number): LossAt | NoAnswer {
  const has = (argument: Argument): boolean => law.arguments.includes(argument)
  const missing = (['languages', 'modalities'] as const).find((argument) => has(argument) && given[argument] === undefined)
  if (missing !== undefined) return noAnswer('underdetermined', 'argument-missing', { law: law.name, argument: missing })
  const held = { k, ...defined('languages', given.languages), ...defined('modalities', given.modalities) }
  const free = bound(law, set, constants, held)
  if (free.loss === null) return noAnswer('notDefined', 'law-without-loss', { law: law.name })

  const run = completed(free, given, k)
  const needed = (['N', 'D', 'C'] as const).filter(has)
  if (needed.some((argument) => run[argument] === undefined))
    return free.optimum
      ? noAnswer('underdetermined', 'loss-needs-two')
      : noAnswer('underdetermined', 'loss-needs', { law: law.name, arguments: needed.join(', ') })
  const apart = has('C') && given.C !== undefined
  if (!apart && contradicts(given, k)) return noAnswer('unreachable', 'loss-overdetermined', { C: given.C!, computed: k * given.N! * given.D! })

  const asked = apart ? bound(law, set, constants, { ...held, C: given.C! }) : free
  // What the law does not need is not looked at.
  const N = run.N ?? 1
  const D = run.D ?? (has('C') && run.C !== undefined ? run.C / k / N : 1)
  const limited = asked.limitedTo?.(given.uniqueTokens ?? Infinity)
  const counted = limited && given.uniqueTokens !== undefined ? saturated(D, given.uniqueTokens, constant(constants, 'RD')) : D
  const at = limited ?? asked
  const loss = at.loss!(N, counted)
  const [n, d, c] = [run.N ?? null, run.D ?? null, run.C ?? null]
  if (![loss, n, d, c].every((x) => x === null || (Number.isFinite(x) && x > 0))) return noAnswer('unreachable', 'beyond-numbers')
  return {
    law: asked,
    loss,
    terms: at.terms?.(N, counted) ?? null,
    N: n,
    D: d,
    C: c,
    effective: limited ? { N: limited.effectiveParameters(N, counted), D: counted } : null
  }
}

/** N, D and C: as given, as two of them fix the third, or those of the compute-optimal run of C. */
function completed(law: BoundLaw, { N, D, C }: Given, k: number): Given {
  if (C === undefined) return { N, D, C: N !== undefined && D !== undefined ? k * N * D : undefined }
  if (N === undefined && D === undefined) return { ...law.optimum?.(C, k), C }
  return { N: N ?? C / k / D!, D: D ?? C / k / N!, C }
}

export const contradicts = ({ N, D, C }: Given, k: number): boolean =>
  C !== undefined && N !== undefined && D !== undefined && Math.abs(C / (k * N * D) - 1) > SAME_COMPUTE

const defined = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : ({ [key]: value } as Record<K, V>))
