import type { Progress } from '../../../shared/contract/procedure'
import type { Handle } from '../../dispatch'
import type { CallCommand } from './command'

/** Calls a procedure; progress goes to stderr, on one line, when a person is watching. @returns the result as JSON, with a line end */
export async function callProcedure(handle: Handle, { procedure, input }: CallCommand, signal: AbortSignal): Promise<string> {
  const { stderr } = process
  let shown = false
  const emit = (item: unknown): void => {
    if (!stderr.isTTY) return
    shown = true
    stderr.write(`\r\u001b[K${inWords(item)}`)
  }
  try {
    return JSON.stringify(await handle(procedure, input, { signal, emit }), null, 2) + '\n'
  } finally {
    if (shown) stderr.write('\r\u001b[K')
  }
}

const inWords = (item: unknown): string => {
  const { stage, done, total } = item as Partial<Progress>
  if (typeof stage !== 'string' || done === undefined || total === undefined) return JSON.stringify(item).slice(0, 100)
  return total > 0 ? `${stage} ${Math.floor((100 * done) / total)} %` : stage
}
