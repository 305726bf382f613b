/** `npm run bench`: runs every `test/bench/*.bench.{mjs,ts}` (or those whose names have a given word) and prints one table of their rows. */
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { inProject } from './project.mjs'
import { setUp } from './setup.mjs'

await setUp()
if (!(await ensureBuilt())) process.exit(1)
const only = process.argv.slice(2)
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

/** @type {{ name: string, unit: string, median: number, p95?: number, aim?: number }[]} what each file's `bench()` returns */
const rows = []
for (const name of files) {
  process.stderr.write(`${name} …\n`)
  const { bench } = await import(pathToFileURL(inProject('.cache', 'bench', name.replace(/\.(mjs|ts)$/, '.mjs'))).href)
  rows.push(...(await bench()))
}

const number = (value) => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const table = rows.map(({ name, unit, median, p95, aim }) => [
  name,
  number(median),
  number(p95),
  unit,
  number(aim),
  aim === undefined ? '–' : `${((p95 ?? median) / aim).toFixed(2)}×`
])
table.unshift(['measured', 'median', 'p95', 'unit', 'aim', 'of aim'])
const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)))
for (const row of table) console.log(row.map((cell, i) => (i === 0 || i === 3 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '))
