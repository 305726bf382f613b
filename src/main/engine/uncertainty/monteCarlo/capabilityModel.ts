/**
 * Capabilities under uncertainty at one size N: the chance P = 1 − e^(−(N/N_c)^α), the size N_90 with P = 0.9, and what a run of that size costs.
 * P for its mean comes from the planner's table of the Weibull link, within 1e-10; percentiles of P are exact.
 * Critical sizes and the price are log-normal, steepnesses normal and raised to a least value. Money in USD, sizes in parameters.
 */
import { smoothedTable } from '../../planner/smoothed'
import { smoothedAt } from '../../planner/smoothedTable'
import { BLOCK_SIZE } from '../draws/block'
import { normal } from '../distributions/normal'
import type { ModelInput, ModelOutput, SimulationModel } from './model'

export interface CapabilityModelParameters {
  capabilities: readonly { name: string; critical: number; steepness: number; steepnessSd: number }[]
  /** Standard deviation of ln N_c. */
  criticalSigma: number
  leastSteepness: number
  N: number
  tokensPerParameter: number
  /** Peak FLOP/s of an accelerator times the share of it that is used. */
  flopPerSecond: number
  /** Median and standard deviation of the logarithm of the price of an accelerator-hour. */
  usdPerHour: number
  usdPerHourSigma: number
}

/** Columns: inputs ln price, then ln N_c and α per capability; outputs P, the same as ln(−ln(1 − P)), ln N_90, ln cost per capability. */
export function capabilityModel(parameters: CapabilityModelParameters): SimulationModel {
  const { capabilities, criticalSigma, leastSteepness, N, tokensPerParameter, flopPerSecond, usdPerHour, usdPerHourSigma } = parameters
  const constants: Constants = {
    lnN: Math.log(N),
    // P = 0.9 where (N/N_c)^α = ln 10.
    lnRatio: Math.log(Math.log(10)),
    lnUsdPerSquare: Math.log((6 * tokensPerParameter) / (flopPerSecond * 3600)),
    leastSteepness
  }
  return {
    inputs: [
      { name: 'ln price', shape: normal({ mean: Math.log(usdPerHour), sd: usdPerHourSigma }) },
      ...capabilities.flatMap(({ name, critical, steepness, steepnessSd }): ModelInput[] => [
        { name: `${name}: ln critical size`, shape: normal({ mean: Math.log(critical), sd: criticalSigma }) },
        { name: `${name}: steepness`, shape: normal({ mean: steepness, sd: steepnessSd }) }
      ])
    ],
    outputs: capabilities.flatMap(({ name }): ModelOutput[] => [
      { name: `${name}: mean P`, scale: 'linear', mean: 'value', percentiles: false },
      { name: `${name}: P`, scale: 'complementaryLogLog', mean: false, percentiles: true },
      { name: `${name}: N_90`, scale: 'log', mean: false, percentiles: true },
      { name: `${name}: cost`, scale: 'log', mean: false, percentiles: true }
    ]),
    evaluate: (inputs, outputs) => {
      loop ??= capabilityLoop()
      const n = inputs[0]!.length
      const part = (column: Float64Array): Float64Array => (n === column.length ? column : column.subarray(0, n))
      loop.lnPrice.set(inputs[0]!)
      for (let i = 0; i < capabilities.length; i++) {
        loop.lnCritical.set(inputs[1 + 2 * i]!)
        loop.alpha.set(inputs[2 + 2 * i]!)
        loop.run(n, constants)
        outputs[4 * i]!.set(part(loop.P))
        outputs[4 * i + 1]!.set(part(loop.w))
        outputs[4 * i + 2]!.set(part(loop.lnN90))
        outputs[4 * i + 3]!.set(part(loop.lnCost))
      }
    }
  }
}

interface Constants {
  lnN: number
  lnRatio: number
  lnUsdPerSquare: number
  leastSteepness: number
}

/** On columns of its own: those of a closure that exists once are constants to the compiler, which makes it twice as fast as on columns that it is handed. */
function capabilityLoop() {
  const link = smoothedTable('weibull', 0)
  const column = (): Float64Array => new Float64Array(BLOCK_SIZE)
  const [lnCritical, alpha, lnPrice, P, w, lnN90, lnCost] = [column(), column(), column(), column(), column(), column(), column()]
  const run = (n: number, { lnN, lnRatio, lnUsdPerSquare, leastSteepness }: Constants): void => {
    for (let k = 0; k < n; k++) {
      const lnC = lnCritical[k]!
      const steepness = alpha[k]!
      const a = steepness > leastSteepness ? steepness : leastSteepness
      const lnPower = a * (lnN - lnC)
      w[k] = lnPower
      P[k] = smoothedAt(link, lnPower)
      const ln90 = lnC + lnRatio / a
      lnN90[k] = ln90
      lnCost[k] = lnUsdPerSquare + 2 * ln90 + lnPrice[k]!
    }
  }
  return { lnCritical, alpha, lnPrice, P, w, lnN90, lnCost, run }
}
let loop: ReturnType<typeof capabilityLoop> | undefined
