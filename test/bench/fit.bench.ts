/**
 * Fits of the Chinchilla form to 240 runs: from 32 and from 4,500 starts, each walked down on its own, beside SciPy's L-BFGS-B in the same minute; and 4,000 bootstrap refits.
 * The runs and SciPy's script stand beside the project; without them the runs are made up and SciPy is left out.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Estimate, FitProblem } from '../../src/main/engine/fit/estimator'
import { parametric } from '../../src/main/engine/fit/parametric'
import { bootstrapParts, startParts } from '../../src/main/engine/fit/pieces'
import type { RefitPart } from '../../src/main/engine/fit/refit'
import type { FitPoint } from '../../src/main/engine/fit/sample'
import { inTurn } from '../../src/main/api/inTurn'
import { workerPool } from '../../src/main/workers/pool'
import { median, row, timed, times, type Row } from './timing'

const root = join(import.meta.dirname, '..', '..')
const reference = join(root, '..', 'shared', 'reference')
const data = join(reference, 'data', 'chinchilla_245.csv')
const script = join(reference, 'anchors', 'fit_scipy.py')

/** What `fit_scipy.py` prints of one fit. */
interface Scipy {
  objective_sum: number
  wall_s: number
  starts: number
  fevals: number
  frac_starts_within_1pct: number
}

/** The 240 runs without the five highest losses; made-up ones where they are not there. */
function runs(): FitPoint[] {
  const rows = existsSync(data)
    ? readFileSync(data, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',').map(Number))
        .map(([N, D, , loss]) => ({ N: N!, D: D!, loss: loss! }))
    : Array.from({ length: 245 }, (_, i) => {
        const [N, D] = [5e7 * 10 ** (2.5 * ((i * 0.618034) % 1)), 1e9 * 10 ** (2.5 * ((i * 0.754878) % 1))]
        return { N, D, loss: (1.8 + 480 / N ** 0.35 + 2100 / D ** 0.37) * (1 + 0.005 * Math.sin(i * 12.9898)) }
      })
  const points = rows.sort((a, b) => b.loss - a.loss).slice(5)
  return points.map((point, i) => ({ ...point, row: i + 1, C: 6 * point.N * point.D }))
}

/** Null, with the reason on the terminal, where Python, SciPy or the script is missing. */
function scipy(kind: 'sub' | 'full'): Scipy | null {
  if (!existsSync(script) || !existsSync(data)) return null
  try {
    return JSON.parse(execFileSync('python3', [script, kind, '--tight'], { encoding: 'utf8' }).replace(/^.*\n/, '')) as Scipy
  } catch (problem) {
    process.stderr.write(`SciPy is left out: ${String(problem).split('\n')[0]}\n`)
    return null
  }
}

const LEFT_OUT: Row = { name: 'SciPy beside it: not run, its script, its data or python3-scipy is not here', unit: '–' }

/** The 32 starts of fit_scipy.py where they stand in Hoffmann's grid: α = β = ½, ln E 0 and ½, ln A and ln B 5 to 20; the latter are neighbours. */
const SUB_STARTS = [2, 3].flatMap((E) => [1, 2, 3, 4].flatMap((A) => [1, 2, 3, 4].map((B) => (((1 * 5 + 1) * 5 + E) * 6 + A) * 6 + B)))

export const title = 'Law fit beside SciPy: Chinchilla form, 240 runs, to the same optimum'

export async function bench() {
  const points = runs()
  const problem: FitProblem = { approach: 'parametric', form: 'chinchilla', points, delta: 1e-3, flopPerParamToken: 6, tolerance: 0.1 }
  const here = parametric(problem, 'hoffmann')
  const sub = SUB_STARTS.map((i) => here.starts.at(i))
  // Divided as the product divides starts.
  const subParts = startParts('hoffmann', sub.length, points.length).map((part) => ({ ...part, at: part.at.map((i) => SUB_STARTS[i]!) }))
  const pool = workerPool(join(root, 'out', 'main', 'worker.js'))
  const context = { signal: new AbortController().signal, emit: () => undefined }
  const divided = async (parts: RefitPart[]): Promise<{ milliseconds: number; refits: Estimate[] }> => {
    const start = performance.now()
    const refits = await inTurn(parts, pool.parallelism, (part) => pool.run('refit', { problem, part }, context))
    return { milliseconds: performance.now() - start, refits: refits.flat() as Estimate[] }
  }

  try {
    const spread = parametric(problem).starts.count
    const near = here.form.constants(here.from(sub[0]!).theta, here.sample)
    // Threads start and warm up before anything is measured.
    await divided(startParts('spread', spread, points.length))

    const few = timed(() => sub.map(here.from), 20)
    const fewDivided: number[] = []
    for (let i = 0; i < 20; i++) fewDivided.push((await divided(subParts)).milliseconds)
    const ends = sub.map(here.from)
    const best = Math.min(...ends.map(({ value }) => value))
    const evaluations = ends.reduce((sum, end) => sum + end.evaluations, 0) / ends.length
    const scipyFew = scipy('sub')

    const all: number[] = []
    let refits: Estimate[] = []
    for (let i = 0; i < 3; i++) {
      const done = await divided(startParts('hoffmann', here.starts.count, points.length))
      all.push(done.milliseconds)
      refits = done.refits
    }
    const reached = refits.filter(({ objective }) => objective <= best * (1 + 1e-6)).length / refits.length
    const different = new Set(Array.from({ length: here.starts.count }, (_, i) => here.starts.at(i).join(' '))).size
    const scipyAll = scipy('full')

    const defaults: number[] = []
    for (let i = 0; i < 5; i++) defaults.push((await divided(startParts('spread', spread, points.length))).milliseconds)
    const bootstrap = await divided(bootstrapParts(near, { bootstrap: 4000, seed: 1 }))
    const threads = `${pool.parallelism} threads`
    const few32 = `as the app divides them (${subParts.length === 1 ? 'one worker' : threads})`
    return [
      row(`32 starts, this thread: ${evaluations.toFixed(0)} evaluations a start, all reach ${best.toPrecision(11)}`, 'ms', few),
      row(`32 starts, ${few32}`, 'ms', fewDivided),
      ...(scipyFew === null
        ? [LEFT_OUT]
        : [
            row(`SciPy, 32 starts: ${share(scipyFew)} reach ${scipyFew.objective_sum.toPrecision(11)}`, 'ms', [1000 * scipyFew.wall_s]),
            times(`32 starts, ${few32} against SciPy`, [1000 * scipyFew.wall_s], fewDivided, { least: 20 }),
            times('32 starts, this thread against SciPy', [1000 * scipyFew.wall_s], few),
            times('… of that by fewer evaluations', [scipyFew.fevals], [32 * evaluations]),
            times('… of that by a faster evaluation', [scipyFew.wall_s / scipyFew.fevals], [median(few) / 1000 / 32 / evaluations])
          ]),
      row(`4 500 starts of Hoffmann et al., ${threads}: ${percent(reached)} reach it`, 'ms', all),
      ...(scipyAll === null
        ? []
        : [
            row(`SciPy, the same 4 500 starts: ${share(scipyAll)} reach it`, 'ms', [1000 * scipyAll.wall_s]),
            times(`4 500 starts, ${threads} against SciPy`, [1000 * scipyAll.wall_s], all, { least: 20 }),
            times(`… of that because ${different} are different within the box of the fit`, [here.starts.count], [different])
          ]),
      row(`the ${spread} default starts, ${threads}`, 'ms', defaults),
      row(`4 000 bootstrap refits, ${threads}`, 'ms', [bootstrap.milliseconds], { most: 5000 })
    ]
  } finally {
    await pool.close()
  }
}

const percent = (value: number): string => `${(100 * value).toFixed(0)} %`
const share = ({ frac_starts_within_1pct: reached }: Scipy): string => percent(reached)
