/** Builds the app into `out/` when a source is newer than the last build. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, run, tool } from './project.mjs'

const SOURCES = ['src', 'resources/icon.svg', 'electron.vite.config.ts', 'svelte.config.js', 'package-lock.json', 'tsconfig.json', 'scripts/browsers.mjs']
const PRODUCTS = ['out/main/electron.js', 'out/main/browser.js', 'out/main/cli.js', 'out/main/worker.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const stamp = inProject('out', '.sources')

/** Names, sizes and times of every source: cheap, and different after any edit, checkout or deletion. */
function sourcesDigest() {
  const digest = createHash('sha256')
  const add = (path) => {
    const stat = statSync(inProject(path))
    if (stat.isDirectory()) for (const name of readdirSync(inProject(path)).sort()) add(join(path, name))
    else digest.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  SOURCES.filter((path) => existsSync(inProject(path))).forEach(add)
  return digest.digest('hex')
}

/**
 * @param {{ quiet?: boolean }} [options] quiet: everything goes to stderr
 * @returns {Promise<boolean>} false when the build failed; the reason has been printed
 */
export async function ensureBuilt({ quiet = false } = {}) {
  const digest = sourcesDigest()
  if (PRODUCTS.every((path) => existsSync(inProject(path))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true
  process.stderr.write('Building …\n')
  const code = await run([...tool('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'error'], { stdio: quiet ? ['ignore', 2, 2] : 'inherit' })
  if (code !== 0) {
    process.stderr.write('The build failed; the reason is above.\n')
    return false
  }
  mkdirSync(inProject('out'), { recursive: true })
  writeFileSync(stamp, digest)
  return true
}
