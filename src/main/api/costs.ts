/** costs.* of the contract. */
import type { Input, Output, ParsedInput } from '../../shared/contract'
import { costModel, daysAt, minAccelerators, servingUsd, usdAt, usdParts, type CostModel } from '../engine/cost'
import type { Environment } from '../engine/evaluate'
import type { ApiPart } from './implementation'
import { spendingOf } from './spending'

export const costsApi = (environment: () => Environment): ApiPart<'costs'> => ({
  'costs.estimate': (input, _context, given) => estimate(input, given, environment().today)
})

function estimate(
  { N, totalN, D, flopPerParamToken: k, hardware, cluster, costs }: ParsedInput<'costs.estimate'>,
  given: Input<'costs.estimate'>,
  today: string
): Output<'costs.estimate'> {
  const { spending, warnings } = spendingOf(
    { accelerator: hardware, cluster, costs },
    { accelerator: given.hardware, cluster: given.cluster, costs: given.costs },
    today
  )
  const model: CostModel = costModel(spending)
  const C = k * N * D
  const { compute, ...parts } = usdParts(model, C, D)
  const energyKwh = C * model.kwhPerFlop
  return {
    C,
    acceleratorHours: C * model.hoursPerFlop,
    days: daysAt(model, C, model.daysPerFlop.mean),
    energyKwh,
    co2Kg: (energyKwh * model.gramsCo2PerKwh) / 1000,
    usd: { rent: compute, ...parts, inference: servingUsd(model, N), total: usdAt(model, C, D, model.usdPerFlop.mean) },
    memory: { bytesPerParameter: spending.cluster.bytesPerParameter, minAccelerators: minAccelerators(model, totalN ?? N) },
    warnings
  }
}
