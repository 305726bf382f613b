/** `scalepath <plan>`: reads a plan file through the same door as the app, evaluates it, and prints or writes what was asked for. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Opened, Output } from '../../../shared/contract'
import type { Plan } from '../../../shared/plan/schema'
import { CallError } from '../../dispatch'
import type { Handle } from '../../dispatch'
import { readText } from './command'
import type { PlanCommand } from './command'
import { outcomeTable } from './table'

/** @returns what goes to stdout */
export async function evaluateFile(handle: Handle, { path, output, language, paper }: PlanCommand, signal: AbortSignal): Promise<string> {
  const call = <T>(procedure: string, input: unknown): Promise<T> => handle(procedure, input, { signal, emit: () => undefined }) as Promise<T>
  const opened = await call<Opened>('plan.check', { text: await readText(path) })
  const plan = readable(opened, path)
  if (output.as === 'pdf') {
    const { base64 } = await call<Output<'report.pdf'>>('report.pdf', { plan, language, paper })
    return write([{ path: output.path, base64 }])
  }
  if (output.as === 'csv') {
    const files = await call<Output<'report.csv'>>('report.csv', { plan, language })
    return write(files.map(({ fileName, base64 }) => ({ path: join(output.folder, fileName), base64 })))
  }
  const outcome = await call<Output<'planner.evaluate'>>('planner.evaluate', { plan })
  if (output.as === 'json') return JSON.stringify(outcome, null, 2) + '\n'
  return outcomeTable(outcome, opened.notes)
}

function readable({ plan, notes, verdict }: Opened, path: string): Plan {
  if (plan !== null) return plan
  const [reason] = notes
  throw new CallError({ code: reason?.code ?? verdict, message: `${path}: ${notes.map((note) => note.message).join(' ')}`, path: reason?.path ?? path })
}

async function write(files: readonly { path: string; base64: string }[]): Promise<string> {
  for (const { path, base64 } of files) {
    try {
      await mkdir(dirname(resolve(path)), { recursive: true })
      await writeFile(path, Buffer.from(base64, 'base64'))
    } catch (problem) {
      throw new CallError({
        code: 'unwritable-file',
        message: `${path} cannot be written: ${problem instanceof Error ? problem.message : String(problem)}`,
        path
      })
    }
  }
  return files.map(({ path }) => `${path}\n`).join('')
}
