/** Implements the contract, area by area; validation is the dispatcher's. */
import type { Output } from '../shared/contract'
import { acceleratorsOf } from './api/accelerators'
import { deskApi } from './api/desk'
import { documentsApi } from './api/documents'
import { engineApi } from './api/engine'
import { evidenceApi } from './api/evidence'
import type { Api, ApiPart } from './api/implementation'
import { importApi } from './api/import'
import { reportApi } from './api/report'
import type { PrintPdf } from './api/report'
import type { CatalogueRow, Catalogues } from './catalogues'
import type { Desk } from './documents/desk'
import type { Documents } from './documents/documents'
import type { OwnLibrary } from './documents/evidence'
import type { Intake } from './documents/intake'
import type { Environment } from './engine/evaluate'
import type { PublishedModel } from './engine/published'
import type { TaskRunner } from './workers/taskRunner'

export interface ApiServices {
  host: 'electron' | 'browser' | 'cli'
  version: string
  dataFolder: string
  catalogues: Catalogues
  documents: Documents
  desk: Desk
  evidence: OwnLibrary
  intake: Intake
  exampleTables: Output<'import.examples'>
  /** Today, as in 2026-11-22. */
  today: () => string
  printPdf: PrintPdf
  tasks: TaskRunner
}

export function createApi({
  host,
  version,
  dataFolder,
  catalogues,
  documents,
  desk,
  evidence,
  intake,
  exampleTables,
  today,
  printPdf,
  tasks
}: ApiServices): Api {
  const models = catalogues.models.filter(isPublished)
  const environment = (): Environment => ({ today: today(), models })
  const own: ApiPart<'catalogues' | 'app'> = {
    'catalogues.list': ({ name }) => catalogues[name],
    'app.info': () => ({ version, host, dataFolder, notes: documents.notes() })
  }
  return {
    ...engineApi({ environment, tasks, accelerators: acceleratorsOf(catalogues.accelerators) }),
    // A page must not be able to read files by their path.
    ...importApi({ tasks, intake, examples: exampleTables, readsPaths: host === 'cli' }),
    ...documentsApi(documents),
    ...deskApi(desk),
    ...evidenceApi({ catalogues, own: evidence, today }),
    ...reportApi({ version, environment, printPdf, tasks }),
    ...own
  }
}

/** Rows that can be drawn: some published models keep their tokens or compute to themselves. */
const isPublished = (row: CatalogueRow): row is CatalogueRow & PublishedModel =>
  typeof row.name === 'string' && [row.year, row.N, row.D, row.C].every((value) => typeof value === 'number' && value > 0)
