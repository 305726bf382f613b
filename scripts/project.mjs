/** Where the project is, and how scripts run programs. Node built-ins only. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const inProject = (...parts) => join(root, ...parts)

/** A tool of `node_modules`, as a command: its JavaScript file run by this Node, the same on every system. */
export const tool = (packageName, file) => [process.execPath, inProject('node_modules', packageName, file)]

/**
 * Runs a program in the project's folder and resolves with its exit code (1 when it could not start or was ended by a signal).
 * @param {string[]} command program and arguments
 * @param {{ stdio?: import('node:child_process').StdioOptions, env?: NodeJS.ProcessEnv, timeoutMs?: number, onLine?: (line: string) => void,
 *   onOutput?: (text: string) => void }} [options] with `onLine` the program's output is read line by line as well as shown; with `onOutput` all that it says is given
 *   away instead of shown
 * @returns {Promise<number>}
 */
export function run(command, { stdio = 'inherit', env = process.env, timeoutMs, onLine, onOutput } = {}) {
  const [program, ...args] = command
  const wanted = onOutput ? ['ignore', 'pipe', 'pipe'] : onLine ? ['inherit', 'pipe', 'inherit'] : stdio
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: wanted, timeout: timeoutMs, shell: false })
    if (onLine) readLines(child.stdout, onLine)
    if (onOutput) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput)
    child.on('error', (problem) => {
      process.stderr.write(`${program} could not be started: ${problem.message}\n`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readLines(stream, onLine) {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text)
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    lines.forEach(onLine)
  })
  stream.on('end', () => rest && onLine(rest))
}

/** Stops early on a Node that is too old, with a sentence. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Scalepath needs Node 20.19 or newer; this is ${process.versions.node}. Get it from nodejs.org or your system's packages.\n`)
  process.exit(2)
}
