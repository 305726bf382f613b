/** The inner work of a simulation: draws, model, counts, block by block. */
import { normalProbability } from '../../numeric/normal'
import type { Shape } from '../distributions/distribution'
import { correlate } from '../draws/correlation'
import type { Block } from '../draws/block'
import { drawSource, type DrawPlan } from '../draws/drawPlan'
import type { Grid } from '../percentiles/grid'
import { rankCounters, type Tally } from '../percentiles/rankCounter'
import { isCounted, type SimulationModel } from './model'

/** Mean and sum of squared deviations of an output over one block. */
export interface BlockMean {
  count: number
  mean: number
  squares: number
}

export interface Simulated {
  draws: number
  /** Per output, in the grid that it was asked for with; null where no percentiles are wanted. All in one memory: a piece of a plan has a hundred of them. */
  tallies: (Tally | null)[]
  /** Per output, one per block in the order of the blocks; empty where no mean is wanted. */
  means: BlockMean[][]
}

/** Fills the columns of inputs for a block. Input j is drawn from dimension `offset` + j of the plan. */
export function inputFiller(model: SimulationModel, plan: DrawPlan, offset = 0): (block: Block, inputs: readonly Float64Array[]) => void {
  const source = drawSource(plan)
  const { inputs: together = [], L = [] } = model.correlated ?? {}
  const alone = model.inputs.flatMap(({ shape }, j) => (together.includes(j) ? [] : [{ shape, j }]))
  let z: Float64Array[] = []
  const columnsOf = (size: number): Float64Array[] => (z[0]?.length === size ? z : (z = columns(together.length, size)))
  return (block, inputs) => {
    for (const { shape, j } of alone)
      if (shape.normal) source.normals(offset + j, block, inputs[j]!, shape.normal.mean, shape.normal.sd)
      else if (shape.fillFromNormals) {
        source.normals(offset + j, block, inputs[j]!, 0, 1)
        shape.fillFromNormals(inputs[j]!, inputs[j]!)
      } else {
        source.uniforms(offset + j, block, inputs[j]!)
        shape.fillQuantiles(inputs[j]!, inputs[j]!)
      }
    const draws = columnsOf(block.size)
    together.forEach((j, k) => source.normals(offset + j, block, draws[k]!, 0, 1))
    correlate(L, draws)
    together.forEach((j, k) => fromNormals(model.inputs[j]!.shape, draws[k]!, inputs[j]!))
  }
}

/** The quantiles of Φ(z); z is used up. */
function fromNormals(shape: Shape, z: Float64Array, out: Float64Array): void {
  if (shape.fillFromNormals) return shape.fillFromNormals(z, out)
  for (let i = 0; i < z.length; i++) z[i] = normalProbability(z[i]!)
  shape.fillQuantiles(z, out)
}

const columns = (number: number, size: number): Float64Array[] => Array.from({ length: number }, () => new Float64Array(size))

/** Simulates blocks of a plan in their order. Throws when the model gives NaN, which is a fault in the model. */
export function simulateBlocks(model: SimulationModel, plan: DrawPlan, blocks: readonly Block[], grids: readonly (Grid | null)[]): Simulated {
  const fill = inputFiller(model, plan)
  const draws = blocks.reduce((sum, { size }) => sum + size, 0)
  const { counters, tallies } = rankCounters(
    model.outputs.map((output, k) => (isCounted(output) ? (grids[k] ?? null) : null)),
    draws
  )
  const means: BlockMean[][] = model.outputs.map(() => [])
  for (const block of blocks) {
    const { inputs, outputs } = columnsFor(model, block.size)
    fill(block, inputs)
    model.evaluate(inputs, outputs)
    model.outputs.forEach(({ name, mean }, k) => {
      const column = outputs[k]!
      counters[k]?.add(column)
      if (mean) means[k]!.push(meanOf(column))
      if (counters[k]?.sawNaN() || (mean && Number.isNaN(means[k]!.at(-1)!.mean))) throw new Error(`The model gave NaN for ${name}`)
    })
  }
  return { draws, tallies: tallies(), means }
}

interface ModelColumns {
  inputs: Float64Array[]
  outputs: Float64Array[]
}
/** The columns of a model, kept with it: to make them anew costs as much as some of them. */
const kept = new WeakMap<SimulationModel, ModelColumns>()

function columnsFor(model: SimulationModel, size: number): ModelColumns {
  const known = kept.get(model)
  if (known?.outputs[0]?.length === size) return known
  const made = { inputs: columns(model.inputs.length, size), outputs: columns(model.outputs.length, size) }
  kept.set(model, made)
  return made
}

/** In four sums, which the processor adds at the same time. */
function sumOf(x: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  const whole = x.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a += x[i]!
    b += x[i + 1]!
    c += x[i + 2]!
    d += x[i + 3]!
  }
  for (let i = whole; i < x.length; i++) a += x[i]!
  return a + b + (c + d)
}

function meanOf(x: Float64Array): BlockMean {
  const mean = sumOf(x) / x.length
  let [a, b] = [0, 0]
  const whole = x.length & ~1
  for (let i = 0; i < whole; i += 2) {
    a += (x[i]! - mean) ** 2
    b += (x[i + 1]! - mean) ** 2
  }
  if (whole < x.length) a += (x[whole]! - mean) ** 2
  return { count: x.length, mean, squares: a + b }
}
