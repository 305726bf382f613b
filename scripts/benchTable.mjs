/** The table of `npm run bench` as Markdown, and the machine that it was measured on. */
import { execFileSync } from 'node:child_process'
import os from 'node:os'

/**
 * @typedef {{ most: number, of?: 'p95' } | { least: number }} Aim
 * @typedef {{ name: string, unit: string, median?: number, p95?: number, aim?: Aim }} Row
 */

const START = '<!-- bench:start -->'
const END = '<!-- bench:end -->'

/** @param {number | undefined} value */
const number = (value) => (value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** @param {Row} row */
function aimOf({ median, p95, aim }) {
  if (aim === undefined) return ['–', '–']
  if ('least' in aim) return [`at least ${number(aim.least)}`, median === undefined ? '–' : median >= aim.least ? 'met' : 'missed']
  const value = aim.of === 'p95' ? (p95 ?? median) : median
  return [`at most ${number(aim.most)}${aim.of === 'p95' ? ' (p95)' : ''}`, value === undefined ? '–' : value <= aim.most ? 'met' : 'missed']
}

/** @param {{ title: string, rows: Row[] }} section */
export function tableOf({ title, rows }) {
  const cells = [
    ['measured', 'median', 'p95', 'unit', 'aim', ''],
    ...rows.map((row) => [row.name, number(row.median), number(row.p95), row.unit, ...aimOf(row)])
  ]
  const widths = cells[0].map((_, i) => Math.max(3, ...cells.map((line) => line[i].length)))
  const right = [1, 2]
  const written = cells.map((line) => `| ${line.map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`)
  const rule = `| ${widths.map((width, i) => (right.includes(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [`### ${title}`, '', written[0], rule, ...written.slice(1), ''].join('\n')
}

/** Processor, memory, system and the versions of what is compared; and how busy the machine was before, which tells how far to trust the numbers. */
export function machine() {
  const cpus = os.cpus()
  const load = os.loadavg()[0]
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}.`,
    `Node ${process.version} (V8 ${process.versions.v8}); ${python()}. Load before the run: ${load.toFixed(2)}${load > 0.5 ? ', so other work was going on' : ''}.`
  ].join(' ')
}

function python() {
  try {
    const versions = 'import sys, numpy, scipy; print("Python", sys.version.split()[0] + ", NumPy", numpy.__version__ + ", SciPy", scipy.__version__)'
    return execFileSync('python3', ['-c', versions], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'no Python with NumPy and SciPy, so the baselines were left out'
  }
}

/** The page with the tables between its markers. @param {string} page @param {string} tables */
export function withTables(page, tables) {
  const [from, to] = [page.indexOf(START), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`The page lacks ${START} … ${END}`)
  return `${page.slice(0, from + START.length)}\n\n${tables.trim()}\n\n${page.slice(to)}`
}
