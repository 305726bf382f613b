/**
 * `npm run bench`: runs every `test/bench/*.bench.{mjs,ts}` (or those whose names have a given word) and prints their rows as tables.
 * `npm run bench -- --write` also writes them into docs/benchmarks.md, between its markers.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { machine, tableOf, withTables } from './benchTable.mjs'
import { ensureBuilt } from './build.mjs'
import { inProject } from './project.mjs'
import { setUp } from './setup.mjs'

const PAGE = inProject('docs', 'benchmarks.md')
const write = process.argv.includes('--write')
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'))
// Before building, which keeps the machine busy.
const measuredOn = machine()

await setUp()
if (!(await ensureBuilt())) process.exit(1)
const files = readdirSync(inProject('test', 'bench'))
  .filter((name) => /\.bench\.(mjs|ts)$/.test(name) && (only.length === 0 || only.some((word) => name.includes(word))))
  .sort()

// Bundled as the product is: what is measured is the code that runs. The folder is as deep as test/bench, so that paths to the project hold.
const { build } = await import('vite')
const folder = inProject('.cache', 'bench')
await build({
  configFile: false,
  root: inProject(),
  logLevel: 'error',
  ssr: { target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    outDir: folder,
    emptyOutDir: true,
    rollupOptions: {
      input: Object.fromEntries(files.map((name) => [name.replace(/\.(mjs|ts)$/, ''), inProject('test', 'bench', name)])),
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' }
    }
  }
})

const tables = []
for (const name of files) {
  const started = performance.now()
  process.stderr.write(`${name} …`)
  const { title, bench } = await import(pathToFileURL(inProject('.cache', 'bench', name.replace(/\.(mjs|ts)$/, '.mjs'))).href)
  const table = tableOf({ title, rows: await bench() })
  process.stderr.write(` ${Math.round((performance.now() - started) / 1000)} s\n`)
  console.log(`\n${table}`)
  tables.push(table)
}
console.log(measuredOn)

if (write) {
  const { format, resolveConfig } = await import('prettier')
  const page = withTables(readFileSync(PAGE, 'utf8'), [measuredOn, '', ...tables].join('\n'))
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }))
}
