/** The built programs, run as they are: `npm test` builds them first. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const builtProgram = (name: 'browser' | 'cli'): string => {
  const path = join(root, 'out', 'main', `${name}.js`)
  if (!existsSync(path)) throw new Error(`${path} is not built: run "npm test", or "npx electron-vite build" before this test`)
  return path
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Starts a built program with a data folder of its own. */
export const startProgram = (name: 'browser' | 'cli', args: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [builtProgram(name), ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...environment },
    stdio: 'pipe'
  })

/** Runs a program to its end. */
export function finish(child: ChildProcess, input = ''): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  // A program may end without reading its input; how it ended is what is judged.
  child.stdin?.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') child.emit('error', problem)
  })
  child.stdin?.end(input)
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, ...said })))
}

/** Resolves with what the program has printed once it matches. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      if (pattern.test(text)) resolve(text)
    })
    child.on('close', (code) => reject(new Error(`ended with code ${code} after printing: ${text}`)))
  })
}
