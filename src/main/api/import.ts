/** import.* of the contract. */
import type { TaskRunner } from '../workers/taskRunner'
import type { ApiPart } from './implementation'

export const importApi = (_tasks: TaskRunner): ApiPart<'import'> => ({})
