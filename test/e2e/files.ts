/** Files of the person's, dropped on the page as a person drops them; and the same question asked of the command line, which reads the same file. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { Input, Output, ProcedureName } from '../../src/shared/contract'
import { isNoAnswer } from '../../src/shared/note'
import { finish, root } from '../hosts/built'

/** The published measurements, where they are at hand. */
export const DATA = join(root, '..', 'shared', 'reference', 'data')
export const haveData = existsSync(DATA)

export interface Dropped {
  name: string
  content: string | Buffer
}
export const published = (name: string): Dropped => ({ name: basename(name), content: readFileSync(join(DATA, name)) })

/** Lets files go over an element, with the events that a browser sends. */
export async function drop(over: Locator, ...files: readonly Dropped[]): Promise<void> {
  const given = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }))
  const dataTransfer = await over.page().evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name))
    return transfer
  }, given)
  for (const event of ['dragenter', 'dragover', 'drop']) await over.dispatchEvent(event, { dataTransfer })
}

/** `npx scalepath call`, as a program of its own. */
export async function scalepath<P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'scalepath.mjs'), 'call', procedure, '-'], { cwd: root, stdio: 'pipe' })
  const { code, stdout, stderr } = await finish(child, JSON.stringify(input))
  if (code !== 0) throw new Error(`scalepath call ${procedure}: ${stderr}`)
  return JSON.parse(stdout) as Output<P>
}

export function answered<T extends object>(answer: T): Exclude<T, { reason: string }> {
  if (isNoAnswer(answer)) throw new Error(answer.detail)
  return answer as Exclude<T, { reason: string }>
}
