/** Asks the two procedures as a host does, with tasks on this thread; input and output are checked against the contract. */
import { emergenceApi } from '../../../src/main/api/emergence'
import { inlineTasks } from '../../../src/main/workers/inline'
import type { TaskRunner } from '../../../src/main/workers/taskRunner'
import { contract } from '../../../src/shared/contract'
import type { Input, Output } from '../../../src/shared/contract'
import { isNoAnswer } from '../../../src/shared/notes'

export type Analysis = Exclude<Output<'emergence.analyze'>, { reason: string }>
export type Threshold = Exclude<Output<'emergence.fitThreshold'>, { reason: string }>
export type Row = Input<'emergence.analyze'>['observations'][number]

export async function ask<P extends 'emergence.analyze' | 'emergence.fitThreshold'>(
  procedure: P,
  input: Input<P>,
  tasks: TaskRunner = inlineTasks
): Promise<Output<P>> {
  const { input: asked, output } = contract[procedure]
  const implementation = emergenceApi(tasks)[procedure] as (parsed: unknown, context: unknown, given: unknown) => Promise<unknown>
  const answer = await implementation(asked.parse(input), { signal: new AbortController().signal, emit: () => undefined }, input)
  return output.parse(answer) as Output<P>
}

export async function analyze(input: Input<'emergence.analyze'>): Promise<Analysis> {
  // p can then be as low as 1/200, which is enough for every grade.
  const answer = await ask('emergence.analyze', { replicates: 199, ...input })
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}

export async function fitThreshold(input: Input<'emergence.fitThreshold'>): Promise<Threshold> {
  const answer = await ask('emergence.fitThreshold', input)
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer
}

/** An answer that must be there. */
export function given<T>(answer: T): Exclude<T, { reason: string; detail: string }> {
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer as Exclude<T, { reason: string; detail: string }>
}

/** Sizes evenly spaced in the logarithm. */
export const sizes = (from: number, to: number, count: number): number[] => Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)))
