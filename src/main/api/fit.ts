/** laws.fit of the contract. */
import type { TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'

export const fitApi = (_tasks: TaskRunner): Pick<Api, never> => ({})
