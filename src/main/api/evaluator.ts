/** evaluator.* of the contract. */
import type { ApiPart } from './implementation'

export const evaluatorApi: ApiPart<'evaluator'> = {}
