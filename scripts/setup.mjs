/**
 * What the tests need beyond packages: a Chromium, a font with Chinese, and pdftotext. Installed ones are used; as root on Debian the missing ones come from
 * apt-get; a browser can also come from Playwright's own download. `node scripts/setup.mjs` does all of it, and `npm test` before it runs.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browsers.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, run, tool } from './project.mjs'

const onPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
const CHINESE_FONTS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy'
]
const onDebian = process.platform === 'linux' && existsSync('/etc/debian_version')

/** Resolves to a sentence for each thing that is still missing; the tests that need it are then skipped with that reason. */
export async function setUp() {
  requireNode()
  await ensureInstalled()
  const missing = {
    chromium: findBrowser() === null,
    'fonts-noto-cjk': process.platform === 'linux' && !CHINESE_FONTS.some((path) => existsSync(path)),
    'poppler-utils': !onPath('pdftotext') && !onPath('pdftotext.exe')
  }
  const wanted = Object.keys(missing).filter((name) => missing[name])
  if (wanted.length > 0 && onDebian && process.getuid() === 0) await installFromDebian(wanted)
  if (findBrowser() === null) await run([...tool('@playwright/test', 'cli.js'), 'install', 'chromium'], { timeoutMs: 180_000 })
}

async function installFromDebian(names) {
  process.stderr.write(`Installing ${names.join(', ')} with apt-get …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-qq'], { env, timeoutMs: 120_000 })
  const code = await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names], { env, timeoutMs: 300_000 })
  if (code !== 0) process.stderr.write(`apt-get could not install ${names.join(', ')}.\n`)
}

if (process.argv[1] === inProject('scripts', 'setup.mjs')) await setUp()
