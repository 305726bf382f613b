/**
 * What a scaling law is. A law that cannot answer a question holds null there, and whoever asks answers "not defined" with the law's name.
 * N parameters (each law says whether embeddings count), D tokens, C = k·N·D FLOP, loss in nats per token of the law's own data and tokenizer.
 *
 * Every law is seen as a function of N and D (`LawForm`), which is what solving, allocation and the planner ask. Other arguments (compute apart from
 * k·N·D, unique tokens, languages, tokens by modality) are held while the law is bound (`Held`).
 */
import type { NoteCode } from '../../../shared/notes'
import type { AskedLawId, Law as LawChoice, PublishedLawId } from '../../../shared/plan/schema'

/** Published sets of the laws that a plan can use. */
export type ConstantSet = LawChoice['constants']
export type Constants = Readonly<Record<string, number>>
/** Lowest and highest value among the runs that the law was fitted to; null where the source does not say. */
export type Range = [number, number] | null

/** What a law is a function of. `modalities`: tokens by modality in place of D. */
export type Argument = 'N' | 'D' | 'C' | 'uniqueTokens' | 'languages' | 'modalities'

/** What is known about a law before constants are chosen. */
export interface Law {
  id: AskedLawId
  name: string
  /** Author, year, title, number, and where in it the constants stand. */
  citation: string
  formula: string
  /** Those that its loss needs, or, without a loss, its optimum. `uniqueTokens` alone may be left out: then no token repeats. */
  arguments: readonly Argument[]
  /** Sets of constants by name, the default first. None: whoever asks brings their own. Equal sets where only one was published; `note` says so. */
  constants: Readonly<Record<string, Constants>>
  /** What a reader of the numbers should know: what N counts, which figures differ. */
  note: string
  fittedRange: { N: Range; D: Range; C: Range }
  /** The law with these constants and what is held. Throws on a missing constant or argument: that is a programming error. */
  bind(constants: Constants, held: Held): LawForm
  /** What must be said whenever a set of this name is used: that it is illustrative, or what it counts. */
  caution?: Readonly<Record<string, NoteCode>>
  /** What whoever brings their own constants must know; absent where the published sets show it. */
  own?: OwnConstants
}

/** Rules for constants that a user brings: all above 0 but irreducible losses, which may be 0. */
export interface OwnConstants {
  /** An accepted set, invented where no source gives one; it names every constant. The first published set unless given. */
  example?: Constants
  /** Others that may be 0. */
  mayBeZero?: readonly string[]
  /** Exponents along the optimum, which must stay below 1. */
  belowOne?: readonly string[]
  /** Names before the dot of constants that each modality has of its own, as `Dc` in `Dc.text`. */
  perModality?: readonly string[]
}

/** A law of which two sets of constants were published, and which has an optimum: what a plan needs. */
export interface PlanLaw extends Law {
  id: PublishedLawId
  constants: Readonly<Record<ConstantSet, Constants>>
}

/** Arguments other than N and D, held while those vary. */
export interface Held {
  /** k in C = k·N·D. */
  k: number
  /** FLOP, for laws of compute whose C is given apart from N and D. */
  C?: number
  languages?: number
  /** Tokens by modality. */
  modalities?: Readonly<Record<string, number>>
}

/** The formulas of a law with its constants. Arguments are positive and finite; results may leave the range of numbers, which callers check. */
export interface LawForm {
  /** L(N, D). */
  loss: ((N: number, D: number) => number) | null
  /** Terms whose sum is the loss: approximation (of N), generalisation (of D), irreducible. Null when the form does not add up from terms. */
  terms: ((N: number, D: number) => Record<string, number>) | null
  /** Infimum of the loss over all N and D; no finite run reaches it. */
  floor: number | null
  /** What else there is to ask of the loss; null exactly when `loss` is null. */
  surface: LossSurface | null
  /** N and D of least loss among runs with k·N·D = C. */
  optimum: ((C: number, k: number) => Pair) | null
  /** D of the compute-optimal run of N parameters. */
  optimalTokens: ((N: number, k: number) => number) | null
  /** N of the compute-optimal run on D tokens. */
  optimalSize: ((D: number, k: number) => number) | null
  /** a = d ln N/d ln C along the optimum. */
  optimumExponent: number | null
  /** The law when only U unique tokens exist; null for laws that know no unique tokens. */
  limitedTo: ((uniqueTokens: number) => LimitedForm) | null
}

/**
 * A law of repeated data with U unique tokens. In place of D stands D′, the fresh tokens that are worth as much as the D seen (`dataLimit.ts`); a law without
 * such a form takes D′ in place of D as it is, and N as it is.
 */
export interface LimitedForm extends Pick<LawForm, 'terms'> {
  loss: (N: number, counted: number) => number
  surface: LossSurface
  /** N′: parameters that are worth as much as N beside so few unique tokens. */
  effectiveParameters: (N: number, counted: number) => number
}

/** The loss as a surface over N and D, and turned round. Where a result may be null, no N or D > 0 has the loss. */
export interface LossSurface {
  /** L(N, D) − floor, without cancellation. */
  reducible(N: number, D: number): number
  /** −∂ln L/∂ln N and −∂ln L/∂ln D: per cent that the loss falls for one per cent more of each. */
  elasticity(N: number, D: number): Pair
  /** ∂²ln L/∂(ln N)²: how the curve of loss over size bends on logarithmic axes. D may be Infinity. */
  curvature(N: number, D: number): number
  /** N with L(N, D) = loss. */
  sizeAt(loss: number, D: number): number | null
  /** D with L(N, D) = loss. */
  tokensAt(loss: number, N: number): number | null
  /** Infimum of the loss over D at a fixed N, and over N at a fixed D. */
  infimumAtSize(N: number): number
  infimumAtTokens(D: number): number
  /** N of the compute-optimal run with this loss. */
  optimalSizeAt(loss: number): number | null
  /** N of the compute-optimal run with the loss of (N, D), found without forming that loss, so that no digits go near the floor. */
  effectiveSize(N: number, D: number): number
}

/** Something per parameter and per token: a run, or a pair of slopes. */
export interface Pair {
  N: number
  D: number
}

/** A law with its constants chosen: what every other part of the engine asks. */
export interface BoundLaw extends Omit<Law, 'constants' | 'bind' | 'own' | 'caution'>, LawForm {
  /** Name of the published set, or `own`. */
  constantSet: string
  constants: Constants
}

/** A constant by name. */
export function constant(constants: Constants, name: string): number {
  const value = constants[name]
  if (value === undefined) throw new Error(`The law needs the constant ${name}`)
  return value
}
