/**
 * What a scaling law is. A law that cannot answer a question holds null there, and whoever asks answers "not defined" with the law's name.
 * N parameters (each law says whether embeddings count), D tokens, C = k·N·D FLOP, loss in nats per token of the law's own data and tokenizer.
 */
import type { Law as LawChoice, LawId } from '../../../shared/plan/schema'

export type ConstantSet = LawChoice['constants']
/** Lowest and highest value among the runs that the law was fitted to; null where the source does not say. */
export type Range = [number, number] | null

/** What is known about a law before constants are chosen. */
export interface Law {
  id: LawId
  name: string
  /** Author, year, title, number, and where in it the constants stand. */
  citation: string
  formula: string
  /** Both sets are equal where only one was published; `note` says so. */
  constants: Record<ConstantSet, Record<string, number>>
  /** What a reader of the numbers should know: what N counts, which figures differ. */
  note: string
  fittedRange: { N: Range; D: Range; C: Range }
  /** The law with these constants. Throws on a missing constant: that is a programming error. */
  bind(constants: Record<string, number>): LawForm
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
}

/** The loss as a surface over N and D, and turned round. Where a result may be null, no N or D > 0 has the loss. */
export interface LossSurface {
  /** L(N, D) − floor, without cancellation. */
  reducible(N: number, D: number): number
  /** −∂ln L/∂ln N and −∂ln L/∂ln D: per cent that the loss falls for one per cent more of each. */
  elasticity(N: number, D: number): Pair
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
export interface BoundLaw extends Omit<Law, 'constants' | 'bind'>, LawForm {
  constantSet: ConstantSet
  constants: Record<string, number>
}

/** A constant by name. */
export function constant(constants: Record<string, number>, name: string): number {
  const value = constants[name]
  if (value === undefined) throw new Error(`The law needs the constant ${name}`)
  return value
}
