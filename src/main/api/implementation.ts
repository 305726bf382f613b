/** What a host's dispatcher calls: one function per procedure of the contract, given parsed input and a way to stop and to tell progress. */
import type { Input, Output, ParsedInput, ProcedureName } from '../../shared/contract'

export interface CallContext {
  /** Aborted when the caller went away or asked to stop; long work checks it. */
  signal: AbortSignal
  /** Sends one progress item to the caller. */
  emit: (item: unknown) => void
}

/** `given` is the input as it came, before defaults filled it in: results that rest on a default say so. */
export type Implementation<P extends ProcedureName> = (input: ParsedInput<P>, context: CallContext, given: Input<P>) => Output<P> | Promise<Output<P>>

export type Api = { readonly [P in ProcedureName]: Implementation<P> }

/** The part of the api that one file implements: `export const engineApi = {...} satisfies ApiPart<'laws' | 'planner'>`. */
export type ApiPart<Area extends string> = Pick<Api, Extract<ProcedureName, `${Area}.${string}`>>
