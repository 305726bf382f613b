/** The library: one file per plan in `plans`, removed ones in `removed`, earlier generations in `backups/<id>`; and plans edited in place elsewhere. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { EXTENSION } from '../../shared/plan/document'
import { durableWriter, ensureFolder, sweepTemporaries } from './durableFile'
import type { DurableParts } from './durableFile'
import { errorCode } from './fileSystem'
import { PlanFile } from './planFile'
import { writeRefusal } from './storageRefusal'

export interface LibraryParts extends DurableParts {
  folder: string
  clock: () => Date
  app: string
}

export class Library {
  readonly writeDurable
  private readonly files = new Map<string, PlanFile>()

  constructor(private readonly parts: LibraryParts) {
    this.writeDurable = durableWriter(parts)
  }

  /** The plan with an id of the library. No id reaches outside the folder: anything but letters, digits and dashes gives null. */
  plan(id: string): PlanFile | null {
    const known = this.files.get(id)
    if (known) return known
    return isLibraryId(id) ? this.keep(id, join(this.parts.folder, 'plans', id + EXTENSION), false) : null
  }

  /** A plan kept elsewhere by the user; its id is made from its path and is the same in every session. */
  external(path: string): PlanFile {
    const id = `file:${createHash('sha256').update(path).digest('hex').slice(0, 16)}`
    return this.files.get(id) ?? this.keep(id, path, true)
  }

  /** A new id that says where the plan came from, as in `code-1f0c9a`. */
  freshId = (stem: string): string => `${slug(stem)}-${this.parts.random(4)}`

  /** Ids of all plans in the folder and of those that could not be written yet. */
  async ids(): Promise<string[]> {
    const onDisk = await this.namesIn('plans')
    const unsaved = [...this.files.values()].filter((file) => !file.external && file.unsaved).map((file) => file.id)
    return [...new Set([...onDisk, ...unsaved])]
  }

  /** Plans outside the library that were opened in this session. */
  externals = (): PlanFile[] => [...this.files.values()].filter((file) => file.external)

  /** Moves a plan to `removed`; false when there is none. */
  remove = (id: string): Promise<boolean> => this.move(id, 'plans', 'removed')

  /** Moves a removed plan back; false when there is none. */
  bringBack = (id: string): Promise<boolean> => this.move(id, 'removed', 'plans')

  /** Removes temporary files that a killed process left behind. */
  async sweep(): Promise<void> {
    const { fs, folder, clock } = this.parts
    for (const within of [folder, join(folder, 'plans')]) await sweepTemporaries(fs, within, clock())
  }

  private keep(id: string, path: string, external: boolean): PlanFile {
    const { fs, platform, clock, app, folder } = this.parts
    const backupFolder = join(folder, 'backups', id.replace(':', '-'))
    const file = new PlanFile({ id, path, external, backupFolder, fs, platform, writeDurable: this.writeDurable, clock, app })
    this.files.set(id, file)
    return file
  }

  private async move(id: string, from: string, to: string): Promise<boolean> {
    if (!isLibraryId(id)) return false
    const { fs, folder } = this.parts
    const source = join(folder, from, id + EXTENSION)
    try {
      await fs.stat(source)
    } catch (problem) {
      if (!['ENOENT', 'ENOTDIR'].includes(errorCode(problem))) throw writeRefusal(problem, source)
      // A plan that could never be written is only forgotten.
      return from === 'plans' && Boolean(this.files.get(id)?.unsaved) && this.files.delete(id)
    }
    try {
      await ensureFolder(this.parts, join(folder, to))
      await fs.rename(source, join(folder, to, id + EXTENSION))
    } catch (problem) {
      throw writeRefusal(problem, source)
    }
    this.files.delete(id)
    return true
  }

  private async namesIn(within: string): Promise<string[]> {
    const { fs, folder } = this.parts
    const names = await fs.readdir(join(folder, within)).catch((problem: unknown) => {
      if (errorCode(problem) === '') throw problem
      return []
    })
    return names
      .filter((name) => name.endsWith(EXTENSION))
      .map((name) => name.slice(0, -EXTENSION.length))
      .filter(isLibraryId)
  }
}

const isLibraryId = (id: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(id)

/** Letters and digits of a name, for ids and file names; `plan` when none is left. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'plan'
