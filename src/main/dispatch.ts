/**
 * The one dispatcher behind every host: validates a call's input against the contract, runs it, validates its progress items and its output.
 * Refusals reject with `CallError` {code, message, path}; codes of the dispatcher itself: bad-input, unknown-procedure, cancelled, internal.
 */
import type * as z from 'zod'
import { contract } from '../shared/contract'
import type { ProcedureName, Refusal } from '../shared/contract'
import { refusalOf } from '../shared/plan/refusal'
import type { Api, CallContext, Implementation } from './api/implementation'
import { isRefusal, plainRefusal } from './refusal'

export class CallError extends Error implements Refusal {
  readonly code: string
  readonly path: string
  readonly values?: Record<string, number | string>
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'CallError'
    this.code = refusal.code
    this.path = refusal.path
    if (refusal.values !== undefined) this.values = refusal.values
  }
  /** What crosses to the caller. */
  toJSON(): Refusal {
    return plainRefusal(this)
  }
}

/** Told of programmer errors: what the caller sees is only the code `internal`. */
export type Log = (message: string, problem: unknown) => void
export type Handle = (procedure: string, input: unknown, context: CallContext) => Promise<unknown>

export function createDispatcher(api: Api, log: Log): Handle {
  return async function handle(procedure, input, context) {
    if (!isProcedure(procedure)) {
      const known = Object.keys(contract).join(', ')
      throw new CallError({ code: 'unknown-procedure', message: `there is no procedure ${JSON.stringify(procedure)}; there are ${known}`, path: '' })
    }
    const { input: inputSchema, output: outputSchema, item: itemSchema } = contract[procedure] as { input: z.ZodType; output: z.ZodType; item?: z.ZodType }
    const parsed = inputSchema.safeParse(input)
    if (!parsed.success) throw new CallError(refusalOf(parsed.error, input))
    const emit = (item: unknown): void => {
      const checked = itemSchema?.safeParse(item)
      if (checked?.success) context.emit(checked.data)
      else log(`${procedure} told progress outside the contract`, checked?.error ?? item)
    }
    const output = await run(api[procedure] as Implementation<ProcedureName>, { parsed: parsed.data, given: input }, procedure, { ...context, emit }, log)
    const checked = outputSchema.safeParse(output)
    if (!checked.success) {
      log(`${procedure} answered something outside the contract`, checked.error)
      throw internal(procedure)
    }
    return checked.data
  }
}

export const isProcedure = (name: string): name is ProcedureName => Object.hasOwn(contract, name)

async function run(
  implementation: Implementation<ProcedureName>,
  { parsed, given }: { parsed: unknown; given: unknown },
  procedure: string,
  context: CallContext,
  log: Log
): Promise<unknown> {
  let stop: (() => void) | undefined
  const gone = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new CallError({ code: 'cancelled', message: 'the call was cancelled', path: '' }))
    if (context.signal.aborted) stop()
    context.signal.addEventListener('abort', stop, { once: true })
  })
  gone.catch(() => undefined)
  try {
    context.signal.throwIfAborted()
    return await Promise.race([implementation(parsed as never, context, given as never), gone])
  } catch (problem) {
    if (problem instanceof CallError) throw problem
    if (context.signal.aborted) throw await gone.catch((cancelled: unknown) => cancelled)
    if (isRefusal(problem)) throw new CallError(problem)
    log(`${procedure} failed`, problem)
    throw internal(procedure)
  } finally {
    if (stop) context.signal.removeEventListener('abort', stop)
  }
}

const internal = (procedure: string): CallError =>
  new CallError({ code: 'internal', message: `${procedure} failed inside the app; this is a defect of the app, not of the input`, path: '' })
