/** The example plans that ship with the app. */
import { join } from 'node:path'
import { EXTENSION } from '../../shared/plan/document'
import type { FileSystem } from './fileSystem'

export interface Example {
  /** Name of its file without the extension. */
  id: string
  text: string
}

/** Reads every plan of a folder; the one called `first` leads, as it is what the app opens with, the others follow by name. */
export async function readExamples(fs: Pick<FileSystem, 'readdir' | 'readFile'>, folder: string, first = 'reasoning'): Promise<Example[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(EXTENSION)).sort()
  const examples = await Promise.all(
    names.map(async (name) => ({ id: name.slice(0, -EXTENSION.length), text: new TextDecoder().decode(await fs.readFile(join(folder, name))) }))
  )
  return [...examples.filter((e) => e.id === first), ...examples.filter((e) => e.id !== first)]
}
