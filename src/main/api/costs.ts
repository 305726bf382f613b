/** costs.* of the contract. */
import type { Input, Output, ParsedInput } from '../../shared/contract'
import { noAnswer, note } from '../../shared/notes'
import type { Accelerator, Costs } from '../../shared/plan/schema'
import { clusterSchema, costsSchema, DEFAULT_ACCELERATOR } from '../../shared/plan/schema'
import { CallError } from '../dispatch'
import { trainingBytes } from '../engine/architecture/memory'
import { centralRates, costModel, daysAt, minAccelerators, servingUsd, type CostModel } from '../engine/cost'
import { daysRange, usdRange } from '../engine/costRange'
import type { Environment } from '../engine/evaluate'
import { amortisedMethodUsd, purchasedUsd, rentedUsd } from '../engine/hardwareCost/methods'
import { amortisedUsd, purchaseUsd, valueAtStart } from '../engine/hardwareCost/ownership'
import { serverOf, usdPerKwhIn } from '../engine/hardwareCost/published'
import type { KnownAccelerator } from './accelerators'
import { comparedAccelerators } from './comparedAccelerators'
import type { ApiPart } from './implementation'
import { ownershipOf } from './ownership'
import { spendingOf } from './spending'

export const costsApi = (environment: () => Environment, accelerators: readonly KnownAccelerator[]): ApiPart<'costs'> => ({
  'costs.estimate': (input, _context, given) => estimate(input, given, environment().today, accelerators),
  'costs.accelerators': (input, _context, given) =>
    comparedAccelerators(accelerators, clusterSchema.parse(input.cluster ?? {}).accelerators, (hardware, costs) =>
      estimate(
        { ...input, hardware, method: 'rent', costs: { ...input.costs, ...costs } },
        { ...given, hardware, costs: { ...given.costs, ...costs } },
        environment().today,
        accelerators
      )
    )
})

type Given = Input<'costs.estimate'>

function estimate(input: ParsedInput<'costs.estimate'>, given: Given, today: string, accelerators: readonly KnownAccelerator[]): Output<'costs.estimate'> {
  const { N, totalN, D, flopPerParamToken: k, hardware, method } = input
  const listed = typeof hardware === 'string' ? byId(hardware, accelerators) : null
  if (listed && listed.pricePerHourUsd === null && given.costs?.pricePerHourUsd === undefined)
    return noAnswer('underdetermined', 'no-rent-price', { accelerator: listed.name })
  const accelerator = listed ? atRatedPower(listed) : typeof hardware === 'object' ? hardware : DEFAULT_ACCELERATOR

  const { ownership, priceAsOf, startYear, warnings: ownershipNotes } = ownershipOf(input.ownership, accelerator, accelerators, today)
  if (ownership === null && method !== 'rent') return noAnswer('underdetermined', 'no-chip-price', { accelerator: accelerator.name })

  if (input.memory && given.cluster?.bytesPerParameter !== undefined)
    throw new CallError({ code: 'bad-input', message: 'memory: expected either memory or cluster.bytesPerParameter, not both', path: 'memory' })
  const bytes = input.memory && trainingBytes(input.memory.precision, input.memory.optimiser)
  const overBytes = bytes && { bytesPerParameter: bytes.total }
  const electricity = usdPerKwhIn(startYear)
  const { spending, warnings } = spendingOf(
    {
      accelerator,
      cluster: { ...input.cluster, ...overBytes },
      costs: { ...input.costs, ...listedPrice(listed, given), energy: energyOf(given, accelerator, electricity.usd) },
      uniqueTokens: input.uniqueTokens
    },
    { accelerator: hardware, cluster: overBytes ? { ...given.cluster, ...overBytes } : given.cluster, costs: given.costs },
    today
  )
  const { cluster, costs } = spending
  const model: CostModel = costModel(spending)
  const C = k * N * D
  const energyKwh = C * model.kwhPerFlop
  const owned = ownership && { ownership, accelerators: cluster.accelerators, usdPerKwh: costs.energy.usdPerKwh }
  const methods = {
    rent: rentedUsd(model, C, D),
    amortised: owned && amortisedMethodUsd(model, C, D, owned),
    purchase: owned && purchasedUsd(model, C, D, owned)
  }
  const { hardware: _hardware, ...parts } = methods[method] ?? methods.rent
  const ownPrice = given.costs?.energy?.usdPerKwh !== undefined
  return {
    C,
    acceleratorHours: C * model.hoursPerFlop,
    days: daysAt(model.mean, C),
    daysRange: daysRange(model, C),
    energyKwh,
    co2Kg: (energyKwh * model.gramsCo2PerKwh) / 1000,
    method,
    usd: {
      rent: methods.rent.hardware,
      amortised: methods.amortised?.hardware ?? null,
      purchase: methods.purchase?.hardware ?? null,
      ...parts,
      inference: servingUsd(model, N)
    },
    methods,
    rentRange: usdRange(model, C, D),
    capital: ownership && {
      amortised: amortisedUsd(ownership, C * model.hoursPerFlop),
      purchase: purchaseUsd(ownership, cluster.accelerators),
      valueAtStartUsd: valueAtStart(ownership),
      serverOverhead: ownership.serverOverhead,
      interconnectShare: ownership.interconnectShare,
      depreciationOomPerYear: ownership.depreciationOomPerYear
    },
    prices: {
      usdPerHour: centralRates({ cluster, costs }).pricePerHourUsd,
      usdPerHourAsOf: costs.priceAsOf,
      chipUsd: ownership?.chipPriceUsd ?? null,
      chipAsOf: ownership ? priceAsOf : null,
      usdPerKwh: costs.energy.usdPerKwh,
      usdPerKwhAsOf: ownPrice ? costs.priceAsOf : String(electricity.year)
    },
    memory: { bytesPerParameter: cluster.bytesPerParameter, minAccelerators: minAccelerators(model.mean, totalN ?? N) },
    memoryParts: bytes ? { weights: bytes.weights, gradients: bytes.gradients, master: bytes.master, optimiser: bytes.optimiser, source: bytes.source } : null,
    warnings: [
      ...warnings,
      ...ownershipNotes,
      ...(!ownPrice && electricity.year !== startYear
        ? [note('electricity-other-year', { wanted: String(startYear), year: String(electricity.year) }, 'costs.energy.usdPerKwh')]
        : [])
    ]
  }
}

function byId(id: string, accelerators: readonly KnownAccelerator[]): KnownAccelerator {
  const found = accelerators.find((row) => row.id === id)
  if (found) return found
  const ids = accelerators.map((row) => `"${row.id}"`).join(', ')
  throw new CallError({ code: 'bad-input', message: `hardware: expected one of ${ids}, or an accelerator of your own; found "${id}"`, path: 'hardware' })
}

/** A listed accelerator at its rated power: the catalogue has a measured mean for some, and the method multiplies by an average load. */
const atRatedPower = (listed: KnownAccelerator): KnownAccelerator => ({ ...listed, powerWatts: serverOf(listed.name).ratedWatts ?? listed.powerWatts })

/** The catalogue's median rent of a listed accelerator, unless the call gives one. */
const listedPrice = (listed: KnownAccelerator | null, given: Given): Partial<Costs> =>
  listed?.pricePerHourUsd && given.costs?.pricePerHourUsd === undefined ? { pricePerHourUsd: listed.pricePerHourUsd.median, priceAsOf: listed.asOf } : {}

/** Server power and load of this kind of accelerator, and the year's price of electricity, where the call does not say. */
function energyOf(given: Given, { name }: Pick<Accelerator, 'name'>, usdPerKwh: number): Costs['energy'] {
  const { serverPower, averageLoad } = serverOf(name)
  return costsSchema.shape.energy.parse({ serverMultiplier: serverPower, averageLoad, usdPerKwh, ...given.costs?.energy })
}
