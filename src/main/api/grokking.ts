/** grokking.* of the contract. */
import type { ApiPart } from './implementation'

export const grokkingApi: ApiPart<'grokking'> = {}
