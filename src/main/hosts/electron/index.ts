/** The entry of the Electron host. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog } from 'electron'
import { startElectron } from './start'

const built = dirname(fileURLToPath(import.meta.url))
const places = { root: join(built, '..', '..'), renderer: join(built, '..', 'renderer'), preload: join(built, '..', 'preload', 'index.cjs') }

startElectron(places, process.argv, process.env).catch((problem: unknown) => {
  dialog.showErrorBox('Scalepath could not start', problem instanceof Error ? problem.message : String(problem))
  app.exit(1)
})
