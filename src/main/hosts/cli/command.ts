/** The command line's arguments as a command, or a `UsageError`. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { CallError } from '../../dispatch'
import { procedureHelp } from './procedureHelp'
import { USAGE, UsageError } from './usage'

export interface CallCommand {
  kind: 'call'
  procedure: string
  input: unknown
}
export interface PlanCommand {
  kind: 'plan'
  path: string
  output: { as: 'table' } | { as: 'json' } | { as: 'pdf'; path: string } | { as: 'csv'; folder: string }
  language: 'en' | 'zh'
  paper: 'A4' | 'Letter'
}
export interface HelpCommand {
  kind: 'help'
  text: string
}
export type Command = CallCommand | PlanCommand | HelpCommand

export async function readCommand(args: readonly string[]): Promise<Command> {
  const [first] = args
  if (first === undefined) throw new UsageError('expected a plan file or a command')
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help', text: USAGE }
  return first === 'call' ? readCall(args.slice(1)) : readPlan(args)
}

async function readCall(args: readonly string[]): Promise<CallCommand | HelpCommand> {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help', text: procedureHelp(args.find((word) => !word.startsWith('-'))) }
  const [procedure, given = '{}', ...more] = args
  if (procedure === undefined || more.length > 0) throw new UsageError('expected a procedure and its input')
  const text = given === '-' ? await readStdin() : given.startsWith('@') ? await readText(given.slice(1)) : given
  try {
    return { kind: 'call', procedure, input: text.trim() === '' ? {} : JSON.parse(text) }
  } catch (problem) {
    throw new CallError({ code: 'bad-input', message: `expected JSON, for example '{"law": "hoffmann-2022", "C": 5.76e23}' (${String(problem)})`, path: '' })
  }
}

function readPlan(args: readonly string[]): PlanCommand {
  const { values, positionals } = parse(args)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageError(`expected one plan file, found ${positionals.length}`)
  const { json, pdf, csv, language = 'en', paper = 'A4' } = values
  if ([json, pdf, csv].filter((wish) => wish !== undefined).length > 1) throw new UsageError('expected at most one of --json, --pdf and --csv')
  if (language !== 'en' && language !== 'zh') throw new UsageError(`expected --language en or zh, found "${language}"`)
  if (paper !== 'A4' && paper !== 'Letter') throw new UsageError(`expected --paper A4 or Letter, found "${paper}"`)
  const output = json
    ? ({ as: 'json' } as const)
    : pdf !== undefined
      ? ({ as: 'pdf', path: pdf } as const)
      : csv !== undefined
        ? ({ as: 'csv', folder: csv } as const)
        : ({ as: 'table' } as const)
  return { kind: 'plan', path, output, language, paper }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, pdf: { type: 'string' }, csv: { type: 'string' }, language: { type: 'string' }, paper: { type: 'string' } }
    })
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem))
  }
}

/** A file's text; a file that cannot be read is refused with its path. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : String(problem)
    throw new CallError({ code: 'unreadable-file', message: `${path} cannot be read: ${why}`, path })
  }
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
