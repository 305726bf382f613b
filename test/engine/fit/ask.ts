/** Asks for a fit as a caller of the contract does, on this thread. */
import { expect } from 'vitest'
import { fitApi } from '../../../src/main/api/fit'
import { inlineTasks } from '../../../src/main/workers/inline'
import { contract } from '../../../src/shared/contract'
import type { Input, Output } from '../../../src/shared/contract'
import type { FitResult } from '../../../src/shared/contract/fit'
import { isNoAnswer, type NoAnswer } from '../../../src/shared/notes'

export type Question = Input<'laws.fit'>
export type Run = Question['points'][number]

/** The answer, checked against the contract: no NaN and no infinity pass it. */
export async function ask(question: Question, tasks = inlineTasks): Promise<Output<'laws.fit'>> {
  const { input, output } = contract['laws.fit']
  const answer = await fitApi(tasks)['laws.fit'](input.parse(question), { signal: new AbortController().signal, emit: () => undefined }, question)
  return output.parse(answer)
}

export async function fitOf(question: Question): Promise<FitResult> {
  const answer = await ask(question)
  if (isNoAnswer(answer)) expect.unreachable(answer.detail)
  return answer as FitResult
}

export async function refusalOf(question: Question): Promise<NoAnswer> {
  const answer = await ask(question)
  if (!isNoAnswer(answer)) expect.unreachable(`answered ${JSON.stringify(answer).slice(0, 200)}`)
  return answer as NoAnswer
}

export const codes = ({ warnings }: FitResult): string[] => warnings.map(({ code }) => code)

/** Values from low to high, evenly spaced in the logarithm. */
export const spaced = (low: number, high: number, count: number): number[] => Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)))

export interface Constants {
  E: number
  A: number
  B: number
  alpha: number
  beta: number
}

/** Hoffmann et al. 2022, unrounded. */
export const HOFFMANN: Constants = { E: 1.6933737, A: 406.401, B: 410.7228, alpha: 0.33917084, beta: 0.2849083 }
export const lossOf = ({ E, A, B, alpha, beta }: Constants, N: number, D: number): number => E + A / N ** alpha + B / D ** beta

/** Every size on every token count. */
export const grid = (sizes: readonly number[], tokens: readonly number[], loss: (N: number, D: number) => number): Run[] =>
  sizes.flatMap((N) => tokens.map((D) => ({ N, D, loss: loss(N, D) })))

/** Every size at every budget, C = 6·N·D. */
export const isoflops = (budgets: readonly number[], sizes: (C: number) => readonly number[], loss: (N: number, D: number) => number): Run[] =>
  budgets.flatMap((C) => sizes(C).map((N) => ({ N, D: C / (6 * N), loss: loss(N, C / (6 * N)) })))
