/** Implements the contract, area by area; validation is the dispatcher's. */
import type { Api, ApiPart } from './api/implementation'
import type { CatalogueRow, Catalogues } from './catalogues'

/** HTML → PDF by the host's own browser engine. */
export type PrintPdf = (html: string, paper: 'A4' | 'Letter') => Promise<Uint8Array>

export interface ApiServices {
  host: 'electron' | 'browser' | 'cli'
  version: string
  dataFolder: string
  catalogues: Catalogues
  printPdf: PrintPdf
}

export function createApi(services: ApiServices): Api {
  const { catalogues, host, version, dataFolder } = services
  const own = {
    'catalogues.list': ({ name }): CatalogueRow[] => catalogues[name],
    'app.info': () => ({ version, host, dataFolder, notes: [] })
  } satisfies ApiPart<'catalogues' | 'app'>
  return own as unknown as Api
}
