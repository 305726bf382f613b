/**
 * `npm run dev -- [plan file] [--host electron|browser] [--port N]`: hot reload. Electron through electron-vite when its runtime is installed; else the browser
 * host: the renderer reloads in place and the main process's code is loaded anew at the first call after an edit.
 */
import { parseArgs } from 'node:util'
import { findElectron, forRoot } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, run, tool } from './project.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { host: { type: 'string' }, port: { type: 'string', default: '5173' } }
})
requireNode()
await ensureInstalled()
const electron = findElectron()
if ((values.host ?? (electron === null ? 'browser' : 'electron')) === 'electron') {
  if (electron === null) {
    console.error('The Electron runtime is not installed; run "npx install-electron", or use --host browser.')
    process.exit(1)
  }
  const command = [...tool('electron-vite', 'bin/electron-vite.js'), 'dev', '--watch', '--', ...forRoot(), ...positionals]
  process.exit(await run(command, { env: { ...process.env, ELECTRON_EXEC_PATH: electron } }))
}
const { serveForDevelopment } = await import('./devServer.mjs')
console.log(`Scalepath is at ${await serveForDevelopment(inProject(), Number(values.port), positionals[0] ?? null)}`)
