/** Finds an installed Chromium-based browser. Node built-ins only: used by the scripts on a fresh clone and bundled into the hosts. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const ON_PATH = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge']
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

/**
 * Path of an installed Chrome, Chromium or Edge; null when there is none. `SCALEPATH_BROWSER` names another one.
 * @returns {string | null}
 */
export function findBrowser(environment = process.env, platform = process.platform) {
  const chosen = environment.SCALEPATH_BROWSER
  if (chosen) return isProgram(chosen) ? chosen : null
  return candidates(environment, platform).find(isProgram) ?? null
}

function candidates(environment, platform) {
  if (platform === 'darwin') return [...ON_MAC, ...ON_MAC.map((path) => (environment.HOME ?? '') + path)]
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter((folder) => folder)
    return folders.flatMap((folder) => ON_WINDOWS.map((path) => join(folder, path)))
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder)
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a window can be shown. */
export const hasDisplay = (environment = process.env, platform = process.platform) =>
  platform === 'darwin' || platform === 'win32' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
