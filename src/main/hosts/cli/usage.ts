import { CallError } from '../../dispatch'

export const USAGE = `scalepath <plan.scalepath.json> [--json | --pdf <file> | --csv <folder>] [--language en|zh] [--paper A4|Letter]
    evaluates a plan: a readable table, the whole outcome as JSON, a PDF report, or CSV files
scalepath call <procedure> ['<json>' | @<file> | -]
    calls a procedure and prints its result as JSON; - reads the input from stdin
scalepath call [<procedure>] --help
    lists the procedures, or says what one answers, with an example
Errors go to stderr as JSON, with exit code 1; 2 for wrong usage.
`

/** The command was not understood; exit code 2. */
export class UsageError extends CallError {
  constructor(problem: string) {
    super({ code: 'usage', message: `${problem}\nUsage:\n${USAGE}`, path: '' })
  }
}
