/** Where the path of a plan file comes from: the arguments of a start, a second start, or the system's own dialog. Never from the page. */
import { resolve } from 'node:path'
import { dialog } from 'electron'
import { readStartArguments } from '../arguments'

/** The plan file among a start's arguments; Chromium's own switches are not ours. */
export function planIn(argv: readonly string[], packaged: boolean): string | null {
  const own = argv.filter((arg) => !arg.startsWith('-') || /^--(host|port|no-open)\b/.test(arg))
  const args = readStartArguments(own.slice(packaged ? 1 : 2))
  return typeof args === 'string' ? null : args.plan
}

/** What a second start leaves to the first. Not its arguments: Chromium reorders them and adds its own. */
export const handOver = (plan: string | null): { plan: string | null } => ({ plan: plan === null ? null : resolve(plan) })

export function planHandedOver(data: unknown): string | null {
  const plan = typeof data === 'object' && data !== null && 'plan' in data ? data.plan : null
  return typeof plan === 'string' ? plan : null
}

/** Null when the planner cancels. */
export async function choosePlan(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters: [{ name: 'Scalepath', extensions: ['json'] }] })
  return filePaths[0] ?? null
}

export const cannotOpen = (path: string, reason: string): void => dialog.showErrorBox('Scalepath could not open the plan', `${path}\n\n${reason}`)
