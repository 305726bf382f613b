/** emergence.* of the contract. */
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const emergenceApi = (_tasks: TaskRunner): ApiPart<'emergence'> => ({})
