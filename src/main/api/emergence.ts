/** emergence.analyze and emergence.fitThreshold of the contract. */
import type { TaskRunner } from '../workers/taskRunner'
import type { Api } from './implementation'

export const emergenceApi = (_tasks: TaskRunner): Pick<Api, never> => ({})
