/**
 * `npm start -- [plan file] [--host electron|browser] [--port N] [--no-open]`: installs what is missing, builds, and opens the app in Electron,
 * else in the installed browser, else prints the address. Works on a fresh clone.
 */
import { spawn } from 'node:child_process'
import { hasDisplay } from './browsers.mjs'
import { ensureBuilt } from './build.mjs'
import { fetchElectron } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, root } from './project.mjs'

const args = process.argv.slice(2)
requireNode()
await ensureInstalled()
if (!(await ensureBuilt())) process.exit(1)
const { host, why, program } = await chooseHost()
console.log(`Host: ${host}, because ${why}.`)
const child = spawn(program[0], [...program.slice(1), ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? root })
// Ctrl-C reaches the child by itself; this process only waits for it to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
// npm does not hand its own end on to a script's program: when its shell is gone, so is the wish for the app.
const parent = process.ppid
if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
child.on('error', (problem) => {
  console.error(`The ${host} host could not be started: ${problem.message}`)
  process.exitCode = 1
})
child.on('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))

async function chooseHost() {
  const browser = (why) => ({ host: 'browser', why, program: [process.execPath, inProject('out', 'main', 'browser.js')] })
  const at = args.findIndex((arg) => arg === '--host' || arg.startsWith('--host='))
  const wanted = at < 0 ? null : (args[at].split('=')[1] ?? args[at + 1])
  if (wanted === 'browser') return browser('--host browser asks for it')
  if (wanted === null) {
    const flag = args.find((arg) => arg === '--no-open' || arg === '--port' || arg.startsWith('--port='))
    if (flag !== undefined) return browser(`${flag} asks for a server`)
    if (!hasDisplay()) return browser('there is no display for a window')
  }
  const electron = await fetchElectron()
  if (electron.path !== null) {
    return { host: 'electron', why: wanted === 'electron' ? '--host electron asks for it' : 'its runtime is installed', program: [electron.path, root] }
  }
  if (wanted === 'electron') {
    console.error(`The Electron host was asked for, but ${electron.why}. Leave --host out to use the installed browser.`)
    process.exit(1)
  }
  return browser(electron.why)
}
