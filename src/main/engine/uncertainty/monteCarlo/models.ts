/** The models that can be simulated, by name: what a worker needs to make one is plain data. */
import { capabilityModel, type CapabilityModelParameters } from './capabilityModel'
import type { SimulationModel } from './model'

/** A model as it crosses to a worker. */
export type ModelSpec = { kind: 'capability'; parameters: CapabilityModelParameters }

const MODELS: { [K in ModelSpec['kind']]: (parameters: Extract<ModelSpec, { kind: K }>['parameters']) => SimulationModel } = { capability: capabilityModel }

export const modelOf = (spec: ModelSpec): SimulationModel => MODELS[spec.kind](spec.parameters)
