/** `npm run check`: types, types in Svelte files, lint with the import rules, format. */
import { ensureInstalled } from './install.mjs'
import { inProject, requireNode, run, tool } from './project.mjs'

const CHECKS = {
  types: [...tool('typescript', 'bin/tsc'), '-p', '.', '--noEmit'],
  'types in Svelte files': [...tool('svelte-check', 'bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
  lint: [...tool('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint'],
  format: [...tool('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.', '--cache', '--cache-location', '.cache/prettier']
}

/** Runs every check, also after one has failed. @returns {Promise<{ name: string, passed: boolean }[]>} */
export async function check() {
  const results = []
  for (const [name, command] of Object.entries(CHECKS)) {
    console.log(`\n— ${name}`)
    const passed = (await run(command)) === 0
    console.log(passed ? `${name}: passed` : `${name}: FAILED`)
    results.push({ name, passed })
  }
  return results
}

if (process.argv[1] === inProject('scripts', 'check.mjs')) {
  requireNode()
  await ensureInstalled()
  const failed = (await check()).filter(({ passed }) => !passed)
  process.exitCode = failed.length > 0 ? 1 : 0
}
