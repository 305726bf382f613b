/**
 * Monte Carlo: the work of mc_numpy.py (5 capabilities, 1e6 plain draws, five percentiles of P, N for P = 0.9 and cost, mean P), beside NumPy in the same minute;
 * what low-discrepancy points gain, as error for time; and how the time grows with draws and capabilities.
 */
import { fileURLToPath } from 'node:url'
import { capabilityModel, type CapabilityModelParameters } from '../../src/main/engine/uncertainty/monteCarlo/capabilityModel'
import { simulate, type Simulation, type SimulationRequest } from '../../src/main/engine/uncertainty/monteCarlo/simulation'
import type { OutputSummary } from '../../src/main/engine/uncertainty/monteCarlo/summary'
import { workerPool } from '../../src/main/workers/pool'
import { simulateOnWorkers } from '../../src/main/workers/simulate'
import type { TaskRunner } from '../../src/main/workers/taskRunner'
import { isNoAnswer, type NoAnswer } from '../../src/shared/notes'
import { numpyRuns } from './numpyBaseline'
import { median, milliseconds, row, times, type Row } from './timing'

const DRAWS = 1e6
const ROUNDS = 5
const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95]
const CAPABILITIES: [name: string, critical: number, steepness: number, steepnessSd: number][] = [
  ['3-digit arithmetic', 13e9, 2, 0.3],
  ['MMLU above chance', 70e9, 1.6, 0.3],
  ['chain of thought', 68e9, 1.8, 0.3],
  ['word in context', 300e9, 1.5, 0.4],
  ['truthfulness', 280e9, 1.2, 0.3]
]

/** The baseline's numbers; `number` capabilities, going round its five. */
const parameters = (number: number): CapabilityModelParameters => ({
  capabilities: Array.from({ length: number }, (_, i) => CAPABILITIES[i % 5]!).map(([name, critical, steepness, steepnessSd]) => ({
    name,
    critical,
    steepness,
    steepnessSd
  })),
  criticalSigma: 0.7,
  leastSteepness: 0.05,
  N: 70e9,
  tokensPerParameter: 20,
  flopPerSecond: 989.5e12 * 0.4,
  usdPerHour: 2.5,
  usdPerHourSigma: 0.35
})
const request = (draws: number, seed: number, method: SimulationRequest['method'] = 'plain'): SimulationRequest => ({
  method,
  draws,
  seed,
  probabilities: PROBABILITIES
})
function finished(simulation: Simulation | NoAnswer): OutputSummary[] {
  if (isNoAnswer(simulation)) throw new Error(simulation.detail)
  return simulation.summary().outputs
}
export const title = 'Monte Carlo beside NumPy: 5 capabilities, P, N for P = 0.9 and cost, five percentiles each'

export async function bench() {
  const two = workerPool(fileURLToPath(new URL('../../out/main/worker.js', import.meta.url)), 2)
  try {
    return [...(await besideNumpy(two)), ...lowDiscrepancy(), ...(await growth(two))]
  } finally {
    await two.close()
  }
}

const alone = (draws: number, seed: number, capabilities = 5) => finished(simulate(capabilityModel(parameters(capabilities)), request(draws, seed)))
async function together(tasks: TaskRunner, draws: number, seed: number, capabilities = 5, emit: () => void = () => undefined) {
  const model = { kind: 'capability' as const, parameters: parameters(capabilities) }
  return finished(await simulateOnWorkers(tasks, model, request(draws, seed), { signal: new AbortController().signal, emit }))
}

async function besideNumpy(two: TaskRunner) {
  const [ours1, ours2, numpy1, numpy2, first]: number[][] = [[], [], [], [], []]
  let numpy: Awaited<ReturnType<typeof numpyRuns>> = null
  for (let warm = 0; warm < 3; warm++) {
    alone(DRAWS, warm)
    await together(two, DRAWS, warm)
  }
  // Turn by turn, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round++) {
    numpy = await numpyRuns(DRAWS, 3, 1)
    if (numpy !== null) numpy1!.push(1000 * numpy[0]!.wall_s_median)
    for (let i = 0; i < 4; i++) ours1!.push(await milliseconds(() => alone(DRAWS, 10 * round + i)))
    const pair = await numpyRuns(DRAWS, 3, 2)
    // Two processes do twice the work in the time of the slower one.
    if (pair !== null) numpy2!.push((1000 * Math.max(...pair.map((run) => run.wall_s_median))) / 2)
    for (let i = 0; i < 4; i++) {
      const start = performance.now()
      let told = Infinity
      ours2!.push(await milliseconds(() => together(two, DRAWS, 10 * round + i, 5, () => (told = Math.min(told, performance.now() - start)))))
      first!.push(told)
    }
  }
  const rows: Row[] = [
    row('1e6 plain draws, one thread', 'ms', ours1!),
    row('1e6 plain draws, two threads', 'ms', ours2!),
    row('1e6 plain draws, two threads: first rough answer', 'ms', first!, { most: 100 })
  ]
  if (numpy1!.length === 0 || numpy2!.length === 0) return [...rows, { name: 'NumPy beside it: not run, its script or python3-numpy is not here', unit: '–' }]
  return [
    ...rows,
    row('NumPy, one process', 'ms', numpy1!),
    row('NumPy, two processes, for each 1e6 draws', 'ms', numpy2!),
    times('one thread against one NumPy process', numpy1!, ours1!),
    times('two threads against one NumPy process', numpy1!, ours2!, { least: 5 }),
    times('two threads against two NumPy processes', numpy2!, ours2!, { least: 2 }),
    ...differences(numpy![0]!.result)
  ]
}

/** Mean P and all percentiles, for eight seeds, against NumPy's: in standard errors of the difference, both sides having about the same. */
function differences(theirs: Record<string, { meanP: number; P: number[]; N90: number[]; cost: number[] }>) {
  const z = Array.from({ length: 8 }, (_, seed) => {
    const ours = alone(DRAWS, seed)
    return CAPABILITIES.flatMap(([name], i) => {
      const [mean, P, N90, cost] = ours.slice(4 * i, 4 * i + 4)
      const { meanP, ...other } = theirs[name]!
      const percentiles = [P, N90, cost].flatMap((found, k) => found!.percentiles!.map((e, q) => [e, [other.P, other.N90, other.cost][k]![q]!] as const))
      // Where P is 1 to the last digit there is no error to compare with.
      return [[mean!.mean!, meanP] as const, ...percentiles].flatMap(([{ value, standardError }, to]) =>
        standardError! > 1e-15 ? [(value! - to) / (Math.SQRT2 * standardError!)] : []
      )
    })
  }).flat()
  return [
    {
      name: `${z.length} differences from NumPy’s results, root mean square (1 expected)`,
      unit: 'standard errors',
      median: Math.sqrt(z.reduce((s, v) => s + v * v, 0) / z.length)
    },
    { name: 'share of them within three standard errors (99.7 % expected)', unit: '%', median: (100 * z.filter((v) => Math.abs(v) < 3).length) / z.length }
  ]
}

/** How long plain draws would take for the error that Sobol points leave: the ratio of squared errors times the ratio of times, at the median over all percentiles. */
function lowDiscrepancy() {
  return [1e5, DRAWS].flatMap((draws) => {
    const measured = (['plain', 'sobol', 'latin'] as const).map((method) => {
      const run = () => finished(simulate(capabilityModel(parameters(5)), request(draws, 5, method)))
      run()
      const start = performance.now()
      const outputs = run()
      const errors = outputs.flatMap(({ percentiles }) => percentiles?.map(({ standardError }) => standardError!) ?? [])
      return { errors, time: performance.now() - start }
    })
    const [plain, ...others] = measured
    return others.map(({ errors, time }, k) => ({
      name: `${['Sobol points', 'Latin hypercubes'][k]}, ${draws.toExponential(0)} draws: error for time against plain draws`,
      unit: '× as good',
      median: (median(errors.map((e, i) => (plain!.errors[i]! / e) ** 2)) * plain!.time) / time
    }))
  })
}

async function growth(two: TaskRunner) {
  const rows = []
  for (const draws of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const samples: number[] = []
    for (let i = 0; i < Math.min(200, Math.max(3, 1e7 / draws)); i++) samples.push((1e6 * (await milliseconds(() => alone(draws, i)))) / draws / 5)
    rows.push(row(`one thread, 5 capabilities, ${draws.toExponential(0)} draws`, 'ns per draw and capability', samples))
  }
  for (const capabilities of [1, 2, 10, 20, 40]) {
    const samples: number[] = []
    for (let i = 0; i < 5; i++) samples.push((1e6 * (await milliseconds(() => alone(DRAWS, i, capabilities)))) / DRAWS / capabilities)
    rows.push(row(`one thread, ${capabilities} ${capabilities === 1 ? 'capability' : 'capabilities'}, 1e6 draws`, 'ns per draw and capability', samples))
  }
  const plan: number[] = []
  for (let i = 0; i < 20; i++) plan.push(await milliseconds(() => together(two, 1e5, i, 10)))
  return [...rows, row('10 capabilities, 1e5 draws, all percentiles, two threads', 'ms', plan, { most: 150 })]
}
