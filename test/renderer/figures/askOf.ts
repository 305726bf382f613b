/** Answers for figures, from the api itself and without a host. */
import type { Api } from '../../../src/main/api/implementation'
import { contract, type Input, type Output, type ProcedureName } from '../../../src/shared/contract'
import { isNoAnswer, type NoAnswer } from '../../../src/shared/notes'

const context = { signal: new AbortController().signal, emit: () => undefined }

/** Asks procedures that answer at once; one without an answer fails the test. */
export const askOf =
  <Part extends Partial<Api>>(api: Part) =>
  <P extends keyof Part & ProcedureName>(procedure: P, input: Input<P>): Exclude<Output<P>, NoAnswer> => {
    const answer: unknown = (api[procedure] as (...all: unknown[]) => unknown)(contract[procedure].input.parse(input), context, input)
    if (isNoAnswer(answer)) throw new Error(answer.detail)
    return answer as Exclude<Output<P>, NoAnswer>
  }
