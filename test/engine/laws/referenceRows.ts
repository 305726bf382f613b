import { existsSync, readFileSync } from 'node:fs'

/** Published tables and test vectors that stand beside the project and are not part of it. */
const folder = new URL('../../../../shared/reference/data/', import.meta.url)

export const referencePresent = existsSync(folder)

/** Rows of a CSV file of the folder, by column. */
export function rows(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(name, folder), 'utf8').trim().split(/\r?\n/)
  const columns = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])))
}
