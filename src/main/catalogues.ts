/** The catalogues in `resources/catalogues`: rows with their sources, read once when the app starts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CATALOGUES } from '../shared/contract'

export type CatalogueName = (typeof CATALOGUES)[number]
export type CatalogueRow = Record<string, unknown>
export type Catalogues = Readonly<Record<CatalogueName, CatalogueRow[]>>

/** @param folder the app's `resources` folder; a missing or damaged catalogue is a broken installation and throws with its path */
export async function readCatalogues(folder: string): Promise<Catalogues> {
  const entries = await Promise.all(CATALOGUES.map(async (name) => [name, await readRows(join(folder, 'catalogues', `${name}.json`))] as const))
  return Object.fromEntries(entries) as Record<CatalogueName, CatalogueRow[]>
}

async function readRows(path: string): Promise<CatalogueRow[]> {
  const catalogue = JSON.parse(await readFile(path, 'utf8')) as { rows?: CatalogueRow[] }
  if (!Array.isArray(catalogue.rows)) throw new Error(`${path} has no rows: the installation is damaged, install the app again`)
  return catalogue.rows
}
