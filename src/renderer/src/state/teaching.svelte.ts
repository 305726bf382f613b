/** Rows of a small table that ships with the app, as the importer reads them. */
import type { Observation } from '../../../shared/contract/observations'
import { exampleTables } from './exampleTables.svelte'
import { call } from './host'

class Teaching {
  /** Null until they are there; without a host to ask they do not come, and the screen goes without. */
  rows = $state.raw<readonly Observation[] | null>(null)
  #loaded = ''

  async load(id: string): Promise<void> {
    if (this.#loaded === id) return
    this.#loaded = id
    await exampleTables.load()
    const example = exampleTables.list.find((one) => one.id === id)
    if (example === undefined) return
    const { rows, observations } = await call('import.read', { text: example.text, fileName: example.fileName, as: 'observations' })
    this.rows = observations.length > 0 ? observations : rows.filter((row): row is Observation => 'metric' in row)
  }
}

export const teaching = new Teaching()
