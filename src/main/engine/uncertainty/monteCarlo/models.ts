/** The models that can be simulated, by name: what a worker needs to make one is plain data. */
import { isNoAnswer } from '../../../../shared/notes'
import { planModel, type PlanModelParameters } from '../plan/planModel'
import { capabilityModel, type CapabilityModelParameters } from './capabilityModel'
import type { SimulationModel } from './model'

/** A model as it crosses to a worker. */
export type ModelSpec = { kind: 'capability'; parameters: CapabilityModelParameters } | { kind: 'plan'; parameters: PlanModelParameters }

const MODELS: { [K in ModelSpec['kind']]: (parameters: Extract<ModelSpec, { kind: K }>['parameters']) => SimulationModel } = {
  capability: capabilityModel,
  plan: (parameters) => {
    const made = planModel(parameters)
    // Whoever asks for a simulation makes the model first, and hears of it there.
    if (isNoAnswer(made)) throw new Error(made.detail)
    return made.model
  }
}

/** A worker gets the same model piece after piece, and making one takes longer than some pieces. */
let last: { key: string; model: SimulationModel } | undefined

export function modelOf(spec: ModelSpec): SimulationModel {
  const key = JSON.stringify(spec)
  if (last?.key !== key) last = { key, model: (MODELS[spec.kind] as (parameters: ModelSpec['parameters']) => SimulationModel)(spec.parameters) }
  return last.model
}
