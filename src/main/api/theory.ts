/** The smaller questions of emergence.* of the contract. */
import type { Api } from './implementation'

export const theoryApi: Pick<Api, never> = {}
