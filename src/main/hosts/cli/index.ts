/** The command line: `scalepath <plan> …` evaluates a plan file, `scalepath call …` calls any procedure of the contract. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CallError } from '../../dispatch'
import { createApp } from '../app'
import { printPdf } from '../browser/pdf'
import { callProcedure } from './call'
import { readCommand } from './command'
import { evaluateFile } from './plan'
import { UsageError } from './usage'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

try {
  const command = await readCommand(process.argv.slice(2))
  if (command.kind === 'help') {
    process.stdout.write(command.text)
  } else {
    const app = await createApp({ host: 'cli', root, plan: null, printPdf })
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    process.stdout.write(await (command.kind === 'call' ? callProcedure : evaluateFile)(app.handle, command as never, stop.signal))
    await app.close()
  }
} catch (problem) {
  const refusal =
    problem instanceof CallError ? problem.toJSON() : { code: 'internal', message: problem instanceof Error ? problem.message : String(problem), path: '' }
  process.stderr.write(JSON.stringify(refusal) + '\n')
  process.exitCode = problem instanceof UsageError ? 2 : 1
}
