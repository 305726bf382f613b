/** Reads a text or a file as the procedure does, with its defaults. */
import { readFile, type ImportRequest, type Imported } from '../../src/main/importers/readFile'
import { contract } from '../../src/shared/contract'
import type { Input } from '../../src/shared/contract'

export const requestOf = (given: Input<'import.read'>): ImportRequest => contract['import.read'].input.parse(given)

export const read = (given: Input<'import.read'> | string): Promise<Imported> =>
  readFile(requestOf(typeof given === 'string' ? { text: given } : given), () => undefined)

/** The code with which a file is refused. */
export const refusedWith = (given: Input<'import.read'> | string): Promise<string> =>
  read(given).then(
    (imported) => `read as ${imported.format}`,
    (problem: { code: string }) => problem.code
  )

export const codes = (notes: readonly { code: string }[]): string[] => notes.map(({ code }) => code)

/** The published tables stand beside the project and are not part of it. */
export const reference = new URL('../../../shared/reference/data/', import.meta.url)
