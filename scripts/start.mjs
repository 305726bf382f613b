/**
 * `npm start -- [plan file] [--host electron|browser] [--port N] [--no-open]`: installs what is missing, builds, and opens the app in Electron,
 * else in the installed browser, else prints the address. Works on a fresh clone.
 */
import { spawn } from 'node:child_process'
import { ensureBuilt } from './build.mjs'
import { browserHost, chooseHost, wantedHost } from './chooseHost.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode, root } from './project.mjs'

/** An Electron that fails sooner than this never showed a window: the machine lacks something that it needs. */
const NEVER_STARTED_MS = 10_000

const args = process.argv.slice(2)
requireNode()
await ensureInstalled()
if (!(await ensureBuilt())) process.exit(1)
const chosen = await chooseHost(args)
if ('refusal' in chosen) {
  console.error(chosen.refusal)
  process.exit(2)
}
let ending = false
let child = launch(chosen)
// Ctrl-C reaches the child by itself; this process only waits for it to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
// npm does not hand its own end on to a script's program: when its shell is gone, so is the wish for the app.
const parent = process.ppid
if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && end('SIGTERM'), 500).unref()

function end(signal) {
  ending = true
  if (signal !== 'SIGINT') child.kill(signal)
}

function launch({ host, why, program }) {
  console.log(`Host: ${host}, because ${why}.`)
  const began = performance.now()
  // Editors that are Electron apps themselves set ELECTRON_RUN_AS_NODE for what they start.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  const started = spawn(program[0], [...program.slice(1), ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? root, env })
  started.on('error', (problem) => {
    console.error(`The ${host} host could not be started: ${problem.message}`)
    process.exitCode = 1
  })
  started.on('exit', (code, signal) => {
    if (host === 'electron' && code !== 0 && !ending && wantedHost(args) === null && performance.now() - began < NEVER_STARTED_MS)
      child = launch(browserHost(`Electron ended at once (${signal ?? `code ${code}`}); what it said is above`))
    else process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  })
  return started
}
