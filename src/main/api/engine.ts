/** The engine behind the contract, area by area. Input is already validated; each procedure asks the engine one question. */
import type { Environment } from '../engine/evaluate'
import type { TaskRunner } from '../workers/taskRunner'
import type { KnownAccelerator } from './accelerators'
import { allocateApi } from './allocate'
import { costsApi } from './costs'
import { emergenceApi } from './emergence'
import { evaluatorApi } from './evaluator'
import { fitApi } from './fit'
import { grokkingApi } from './grokking'
import type { ApiPart } from './implementation'
import { lawsApi } from './laws'
import { linksApi } from './links'
import { nextRunApi } from './nextRun'
import { plannerApi } from './planner'
import { regretApi } from './risk'
import { scenariosApi } from './scenarios'
import { sensitivityApi } from './sensitivity'
import { simulateApi } from './simulate'
import { targetLinkApi } from './targetLink'
import { theoryApi } from './theory'

export interface EngineServices {
  /** What day it is and which models are known. */
  environment: () => Environment
  /** Accelerators of the catalogue, with their listed prices. */
  accelerators: readonly KnownAccelerator[]
  /** Runs what takes more than a few milliseconds away from the main thread. */
  tasks: TaskRunner
}

export type EngineAreas = 'laws' | 'allocate' | 'links' | 'emergence' | 'grokking' | 'evaluator' | 'costs' | 'planner' | 'scenarios'

export const engineApi = ({ environment, tasks, accelerators }: EngineServices): ApiPart<EngineAreas> => ({
  ...lawsApi(environment),
  ...fitApi(tasks),
  ...allocateApi(environment),
  ...linksApi,
  ...emergenceApi(tasks),
  ...theoryApi(tasks),
  ...grokkingApi(tasks),
  ...evaluatorApi(tasks),
  ...costsApi(environment, accelerators),
  ...plannerApi(environment, tasks),
  ...targetLinkApi,
  ...scenariosApi(tasks),
  ...simulateApi(tasks),
  ...sensitivityApi(tasks),
  ...nextRunApi(tasks),
  ...regretApi(tasks)
})
