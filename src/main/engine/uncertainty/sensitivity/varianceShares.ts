/**
 * How much of an output's variance each input explains: alone (first-order share S_i, what knowing it would take away on average) and with all its
 * interactions (total share T_i, what would be left if all others were known). Sobol 1993; design and first-order estimator of Saltelli et al. 2010
 * (Comput. Phys. Commun. 181, 259, table 2 b), total estimator of Jansen 1999 (table 2 f). Inputs that are correlated count as one factor.
 */
import { isNoAnswer, noAnswer, type NoAnswer } from '../../../../shared/notes'
import { drawPlanOf, type DrawRequest } from '../draws/drawPlan'
import type { SimulationModel } from '../monteCarlo/model'
import { inputFiller } from '../monteCarlo/simulateBlocks'
import { errorFromGroups } from '../percentiles/percentile'

export interface Share {
  value: number
  standardError: number | null
}
export interface FactorShares {
  /** Names of the inputs that make up the factor. */
  inputs: string[]
  first: Share
  total: Share
}
export interface VarianceShares {
  mean: number
  variance: number
  factors: FactorShares[]
  /** Evaluations of the model: (factors + 2) for every draw. */
  evaluations: number
}

/** Groups of independent draws give the errors, and each needs some draws of its own. */
const LEAST_DRAWS = 256

/**
 * Shares of the variance of one output (by its index). An estimate may lie a little outside 0 to 1: it is told as it is, with its error.
 * @param tell called after each block with the draws that are done, of how many
 */
export function varianceShares(
  model: SimulationModel,
  output: number,
  request: DrawRequest,
  tell: (done: number, total: number) => void = () => undefined
): VarianceShares | NoAnswer {
  if (request.draws < LEAST_DRAWS) return noAnswer('notDefined', 'sensitivity-few-draws', { draws: request.draws, least: LEAST_DRAWS })
  // Two independent draws of every input.
  const plan = drawPlanOf(request, 2 * model.inputs.length)
  if (isNoAnswer(plan)) return plan
  const factors = factorsOf(model)
  const fillA = inputFiller(model, plan)
  const fillB = inputFiller(model, plan, model.inputs.length)
  const sums = Array.from({ length: plan.groups }, () => emptySums(factors.length))
  let center: number | null = null
  let done = 0

  for (const block of plan.blocks) {
    const columns = (number: number): Float64Array[] => Array.from({ length: number }, () => new Float64Array(block.size))
    const [A, B] = [columns(model.inputs.length), columns(model.inputs.length)]
    const outputs = columns(model.outputs.length)
    const f = (inputs: readonly Float64Array[]): Float64Array => {
      model.evaluate(inputs, outputs)
      return outputs[output]!.slice()
    }
    fillA(block, A)
    fillB(block, B)
    const fA = f(A)
    const fB = f(B)
    // Shares do not change when a constant is taken off; with the mean taken off they lose no digits (Sobol 2001).
    center ??= (fA.reduce((sum, y) => sum + y, 0) + fB.reduce((sum, y) => sum + y, 0)) / (2 * block.size)
    const group = sums[block.group]!
    addMoments(group, fA, fB, center)
    factors.forEach((members, i) => addFactor(group, i, fA, fB, f(A.map((column, j) => (members.includes(j) ? B[j]! : column))), center!))
    tell((done += block.size), plan.draws)
  }

  const all = sums.reduce(together, emptySums(factors.length))
  const { variance, mean } = momentsOf(all)
  if (!Number.isFinite(variance)) return noAnswer('notDefined', 'sensitivity-infinite')
  if (variance <= 0) return noAnswer('notDefined', 'sensitivity-no-variance')
  const share = (of: (sums: Sums) => number): Share => ({ value: of(all), standardError: errorFromGroups(sums.map(of)) })
  return {
    mean: mean + center!,
    variance,
    factors: factors.map((members, i) => ({
      inputs: members.map((j) => model.inputs[j]!.name),
      first: share((s) => s.first[i]! / s.n / momentsOf(s).variance),
      total: share((s) => s.total[i]! / (2 * s.n) / momentsOf(s).variance)
    })),
    evaluations: plan.draws * (factors.length + 2)
  }
}

function factorsOf({ inputs, correlated }: SimulationModel): (readonly number[])[] {
  const together = correlated?.inputs ?? []
  const alone = inputs.map((_, j) => j).filter((j) => !together.includes(j))
  return [...(together.length > 0 ? [together] : []), ...alone.map((j) => [j])].sort((a, b) => a[0]! - b[0]!)
}

/** Sums over draws: of both f and their squares, of f_B(f_AB − f_A) and (f_A − f_AB)² per factor. */
interface Sums {
  n: number
  y: number
  yy: number
  first: Float64Array
  total: Float64Array
}
const emptySums = (factors: number): Sums => ({ n: 0, y: 0, yy: 0, first: new Float64Array(factors), total: new Float64Array(factors) })

function addMoments(sums: Sums, fA: Float64Array, fB: Float64Array, center: number): void {
  sums.n += fA.length
  for (let k = 0; k < fA.length; k++) {
    const a = fA[k]! - center
    const b = fB[k]! - center
    sums.y += a + b
    sums.yy += a * a + b * b
  }
}

function addFactor(sums: Sums, i: number, fA: Float64Array, fB: Float64Array, fAB: Float64Array, center: number): void {
  let first = 0
  let total = 0
  for (let k = 0; k < fA.length; k++) {
    const change = fAB[k]! - fA[k]!
    first += (fB[k]! - center) * change
    total += change * change
  }
  sums.first[i]! += first
  sums.total[i]! += total
}

const together = (a: Sums, b: Sums): Sums => ({
  n: a.n + b.n,
  y: a.y + b.y,
  yy: a.yy + b.yy,
  first: a.first.map((v, i) => v + b.first[i]!),
  total: a.total.map((v, i) => v + b.total[i]!)
})

function momentsOf({ n, y, yy }: Sums): { mean: number; variance: number } {
  const mean = y / (2 * n)
  return { mean, variance: yy / (2 * n) - mean * mean }
}
