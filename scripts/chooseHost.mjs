/** Which host `npm start` opens: Electron, else the installed browser, else a server whose address is printed. */
import { hasDisplay } from './browsers.mjs'
import { fetchElectron, forRoot } from './electron.mjs'
import { inProject, root } from './project.mjs'

export const browserHost = (why) => ({ host: 'browser', why, program: [process.execPath, inProject('out', 'main', 'browser.js')] })

/** `machine` is what it finds: whether there is a display, and the Electron runtime. Refuses what was asked for and is not there. */
export async function chooseHost(args, { display = hasDisplay(), fetch = fetchElectron } = {}) {
  const wanted = wantedHost(args)
  if (wanted === 'browser') return browserHost('--host browser asks for it')
  if (wanted !== null && wanted !== 'electron') return { refusal: `expected --host electron or --host browser, found "${wanted}"` }
  if (wanted === null) {
    const flag = args.find((arg) => arg === '--no-open' || arg === '--port' || arg.startsWith('--port='))
    if (flag !== undefined) return browserHost(`${flag} asks for a server`)
    if (!display) return browserHost('there is no display for a window')
  }
  const electron = await fetch()
  if (electron.path !== null) {
    const why = wanted === 'electron' ? '--host electron asks for it' : 'its runtime is installed'
    return { host: 'electron', why, program: [electron.path, root, ...forRoot()] }
  }
  if (wanted === null) return browserHost(electron.why)
  return { refusal: `The Electron host was asked for, but ${electron.why}. Leave --host out to use the installed browser.` }
}

/** What `--host` names; null when it is not given. */
export function wantedHost(args) {
  const at = args.findIndex((arg) => arg === '--host' || arg.startsWith('--host='))
  return at < 0 ? null : (args[at].split('=')[1] ?? args[at + 1] ?? '')
}
