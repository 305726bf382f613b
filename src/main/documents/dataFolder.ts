/** Where the app keeps its plans and settings. */
import * as nodePath from 'node:path'

/**
 * `SCALEPATH_DATA` if it is set, else the platform's place for an app's data: `$XDG_DATA_HOME/scalepath` (or `~/.local/share/scalepath`),
 * `~/Library/Application Support/Scalepath`, `%APPDATA%\Scalepath`.
 */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform, home: string): string {
  const path = platform === 'win32' ? nodePath.win32 : nodePath.posix
  const chosen = environment.SCALEPATH_DATA
  if (chosen) return nodePath.resolve(chosen)
  if (platform === 'win32') return path.join(environment.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Scalepath')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Scalepath')
  // The XDG Base Directory Specification has relative paths ignored.
  const xdg = environment.XDG_DATA_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share'), 'scalepath')
}
