/**
 * `npm run dev -- [plan file] [--host electron|browser] [--port N]`: hot reload. Electron through electron-vite when its runtime is installed; else the browser
 * host: the renderer reloads in place and the main process's code is loaded anew at the first call after an edit.
 */
import { findElectron } from './electron.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, run, tool } from './project.mjs'

const args = process.argv.slice(2)
requireNode()
await ensureInstalled()
const electron = findElectron()
if (args.includes('--host') ? args[args.indexOf('--host') + 1] === 'electron' : electron !== null) {
  if (electron === null) {
    console.error('The Electron runtime is not installed; run "npx install-electron", or use --host browser.')
    process.exit(1)
  }
  process.exit(
    await run([...tool('electron-vite', 'bin/electron-vite.js'), 'dev', '--watch', '--', ...args], { env: { ...process.env, ELECTRON_EXEC_PATH: electron } })
  )
}
const { serveForDevelopment } = await import('./devServer.mjs')
const port = args.includes('--port') ? Number(args[args.indexOf('--port') + 1]) : 5173
console.log(`Scalepath is at ${await serveForDevelopment(inProject(), port)}`)
