/** The small tables that ship with the app: `resources/tables`, listed in `tables.json` with what they are and where their figures come from. */
import { join } from 'node:path'
import type { Output } from '../../shared/contract'
import { intakeContract } from '../../shared/contract/intake'
import type { FileSystem } from './fileSystem'

type Listed = Omit<Output<'import.examples'>[number], 'fileName' | 'text'>

/** @param folder `resources/tables`; a table that is missing or listed wrongly is a broken installation and throws */
export async function readExampleTables(fs: Pick<FileSystem, 'readFile'>, folder: string): Promise<Output<'import.examples'>> {
  const read = async (name: string): Promise<string> => new TextDecoder().decode(await fs.readFile(join(folder, name)))
  const { tables } = JSON.parse(await read('tables.json')) as { tables: Listed[] }
  const whole = tables.map(async (listed) => ({ ...listed, fileName: `${listed.id}.csv`, text: await read(`${listed.id}.csv`) }))
  return intakeContract['import.examples'].output.parse(await Promise.all(whole))
}
