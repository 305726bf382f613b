/** `npm run check`: types, lint with the import rules, format. */
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, run, tool } from './project.mjs'

/** The longest first. svelte-check looks at every TypeScript file as well: tsc would say the same again. */
const CHECKS = {
  types: [...tool('svelte-check', 'bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  lint: [...tool('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint'],
  format: [...tool('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.', '--cache', '--cache-location', '.cache/prettier']
}

/** As many as run side by side: each takes a processor and a gigabyte. */
const AT_ONCE = 2

/** Runs every check, also after one has failed, and shows what each says when it has ended. @returns {Promise<{ name: string, passed: boolean }[]>} */
export async function check() {
  const results = []
  const waiting = Object.entries(CHECKS)
  const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  async function next() {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const [name, command] = one
      let said = ''
      const passed = (await run(command, { env, onOutput: (text) => (said += text) })) === 0
      console.log(`\n— ${name}\n${said}${name}: ${passed ? 'passed' : 'FAILED'}`)
      results.push({ name, passed })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return results
}

if (process.argv[1] === inProject('scripts', 'check.mjs')) {
  requireNode()
  await ensureInstalled()
  const failed = (await check()).filter(({ passed }) => !passed)
  process.exitCode = failed.length > 0 ? 1 : 0
}
