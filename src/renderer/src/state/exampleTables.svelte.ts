/** The small tables that ship with the app, read once, when a screen first offers them. */
import type { Output } from '../../../shared/contract'
import type { KindOfRows } from '../../../shared/contract/import'
import { call } from './host'

export type ExampleTable = Output<'import.examples'>[number]

class ExampleTables {
  list = $state.raw<readonly ExampleTable[]>([])
  #loading: Promise<void> | null = null

  /** Resolves when the list is there; without a host to ask it stays empty, and the next load asks again. */
  load(): Promise<void> {
    this.#loading ??= call('import.examples', {}).then(
      (examples) => void (this.list = examples),
      () => void (this.#loading = null)
    )
    return this.#loading
  }

  of(kind: KindOfRows): readonly ExampleTable[] {
    return this.list.filter((example) => example.kind === kind)
  }
}

export const exampleTables = new ExampleTables()
