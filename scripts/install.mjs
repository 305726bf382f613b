/** Installs the locked packages when they are missing or not those of the lock file. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject, run } from './project.mjs'

const stamp = inProject('node_modules', '.scalepath-lock')
const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')

/** Whether `node_modules` was installed from today's lock file: by us (the stamp), or by npm itself (its own copy of the lock names every package). */
function installed() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest()) return true
  const npmsCopy = inProject('node_modules', '.package-lock.json')
  if (!existsSync(npmsCopy)) return false
  const { packages: wanted } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  const { packages: there } = JSON.parse(readFileSync(npmsCopy, 'utf8'))
  return Object.entries(wanted).every(([path, locked]) => path === '' || locked.optional || there[path]?.version === locked.version)
}

/** @param {{ quiet?: boolean }} [options] quiet: everything goes to stderr, so that stdout stays a program's own */
export async function ensureInstalled({ quiet = false } = {}) {
  if (installed()) return
  process.stderr.write('Installing packages (npm ci) …\n')
  const npm = process.env.npm_execpath && /npm-cli\.js$/.test(process.env.npm_execpath) ? [process.execPath, process.env.npm_execpath] : npmCommand()
  const code = await run([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: quiet ? ['ignore', 2, 2] : 'inherit' })
  if (code !== 0) {
    process.stderr.write('npm ci failed. Is the npm registry reachable? Run "npm ci" by hand to see more.\n')
    process.exit(code)
  }
  mkdirSync(inProject('node_modules'), { recursive: true })
  writeFileSync(stamp, lockDigest())
}

const npmCommand = () => (process.platform === 'win32' ? [process.env.ComSpec ?? 'cmd.exe', '/d', '/s', '/c', 'npm.cmd'] : ['npm'])
