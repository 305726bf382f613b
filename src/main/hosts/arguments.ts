/** What `npm start -- …` understands; the same in both window hosts. */
import { parseArgs } from 'node:util'

export interface StartArguments {
  /** Plan file to open, as typed. */
  plan: string | null
  port: number | null
  open: boolean
}

export const START_USAGE = 'npm start -- [plan file] [--host electron|browser] [--port N] [--no-open]'

/** @returns the arguments, or a sentence that says which one is wrong and what would be right */
export function readStartArguments(args: readonly string[]): StartArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { port: { type: 'string' }, host: { type: 'string' }, 'no-open': { type: 'boolean' } }
    })
    if (positionals.length > 1) return `expected one plan file, found ${positionals.length}; usage: ${START_USAGE}`
    if (values.host !== undefined && values.host !== 'electron' && values.host !== 'browser')
      return `expected --host electron or --host browser, found "${values.host}"`
    const port = values.port === undefined ? null : Number(values.port)
    if (port !== null && !(Number.isInteger(port) && port >= 1 && port <= 65535))
      return `expected a port from 1 to 65535, for example --port 4173, found "${values.port}"`
    return { plan: positionals[0] ?? null, port, open: !values['no-open'] }
  } catch (problem) {
    return `${problem instanceof Error ? problem.message : String(problem)}; usage: ${START_USAGE}`
  }
}
