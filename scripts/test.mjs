/**
 * `npm test`: installs what is missing, builds, and runs every check and test. Ends with one line `N passed, N failed, N skipped`; types, lint,
 * format and the build count as one test each.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { check } from './check.mjs'
import { inProject, run, tool } from './project.mjs'
import { setUp } from './setup.mjs'

const total = { passed: 0, failed: 0, skipped: [] }

await setUp()
title('build and checks')
const [built, checks] = await Promise.all([ensureBuilt(), check()])
for (const passed of [built, ...checks.map((each) => each.passed)]) add({ passed: passed ? 1 : 0 })
await stage('unit, contract, storage and host tests', [...tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=./scripts/vitestCounts.mjs'])
await stage('journeys in Chromium', [...tool('@playwright/test', 'cli.js'), 'test', '--reporter=list,./scripts/playwrightCounts.mjs', '--pass-with-no-tests'])

if (total.skipped.length > 0) console.log('\nSkipped:')
for (const { name, reason } of total.skipped) console.log(`  ${name}: ${reason || 'no reason given'}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

function title(name) {
  console.log(`\n=== ${name}`)
}

/** One thing that passed or failed, or the counts of a stage. */
function add({ passed, failed = passed === 0 ? 1 : 0, skipped = [] }) {
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped)
}

/** Runs a test program; a program that fails without a failed test, or leaves no counts, is a failure of its own. */
async function stage(name, command) {
  title(name)
  const file = inProject('.cache', 'counts.json')
  mkdirSync(inProject('.cache'), { recursive: true })
  rmSync(file, { force: true })
  const code = await run(command, { env: { ...process.env, SCALEPATH_COUNTS: file, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' } })
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] }
  if (code !== 0 && counts.failed === 0) {
    console.log(`${name}: ended with code ${code}`)
    counts.failed = 1
  }
  add(counts)
}
