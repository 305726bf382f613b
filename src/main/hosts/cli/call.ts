import type { Handle } from '../../dispatch'
import type { CallCommand } from './command'

/** Calls a procedure; progress goes to stderr when a person is watching. @returns the result as JSON, with a line end */
export async function callProcedure(handle: Handle, { procedure, input }: CallCommand, signal: AbortSignal): Promise<string> {
  const emit = (item: unknown): void => {
    if (process.stderr.isTTY) process.stderr.write(`${JSON.stringify(item)}\n`)
  }
  return JSON.stringify(await handle(procedure, input, { signal, emit }), null, 2) + '\n'
}
