/** Opens the app in the installed browser, as a window of its own: no tabs, no address bar, its own profile. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps'
]

/**
 * @param address opened once, see `ServedApp.ticket`
 * @param profile folder of the browser's profile, apart from the planner's own browsing
 */
export async function openWindow(browser: string, address: string, profile: string): Promise<ChildProcess> {
  await mkdir(profile, { recursive: true, mode: 0o700 })
  // Chromium refuses to start its sandbox for root.
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1440,900', ...QUIET, ...forRoot], { stdio: 'ignore' })
}
