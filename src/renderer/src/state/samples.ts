/** The draws behind what is shown as a file, for audit: made by the host, handed to the person. */
import type { Outcome } from '../../../shared/outcome'
import { download } from './documents.svelte'
import { CallRefused, call } from './host'
import { reader } from './language.svelte'
import { sayNoAnswer } from './refusals'
import { METHOD } from './simulation.svelte'

/** As many as make a file that a spreadsheet opens quickly. */
const ROWS = 10_000

/** Saves the file; resolves to why it could not be made, or null. */
export async function saveSamples({ plan }: Outcome): Promise<string | null> {
  try {
    const file = await call('planner.samples', { plan, draws: ROWS, method: METHOD })
    if (!('reason' in file)) {
      download(file)
      return null
    }
    return sayNoAnswer(file, reader.text, reader.language)
  } catch (problem) {
    return problem instanceof CallRefused ? problem.message : String(problem)
  }
}
