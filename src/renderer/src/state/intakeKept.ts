/** What a screen keeps of its files between two starts, read back by hand: a wrong field falls back to its default. */
import type { Input } from '../../../shared/contract'

/** How a file is to be read: everything that `import.read` takes but the file. */
export type ReadSettings = Omit<Input<'import.read'>, 'path' | 'file' | 'text' | 'fileName'>

/** A file that the host keeps, or a small text that is kept with the screen: pasted, typed, or an example. */
export type Source =
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly size: number }
  | { readonly kind: 'text'; readonly text: string; readonly name: string; readonly example: string | null }

export interface IntakeKept {
  readonly sources: readonly Source[]
  readonly settings: ReadSettings
}

export const NOTHING_KEPT: IntakeKept = { sources: [], settings: {} }

/** For the `read` of a desk: `intake: readIntake(fieldOf(kept, 'intake'))`. */
export function readIntake(kept: unknown): IntakeKept {
  const sources = fieldOf(kept, 'sources')
  return { sources: Array.isArray(sources) ? sources.flatMap(sourceOf) : [], settings: settingsOf(fieldOf(kept, 'settings')) }
}

/** A field of whatever was kept; undefined where there is none. */
export const fieldOf = (kept: unknown, field: string): unknown => (isRecord(kept) && Object.hasOwn(kept, field) ? kept[field] : undefined)

/** A text of a list; the default for anything else. */
export const oneOf = <Choice extends string>(choices: readonly Choice[], kept: unknown, otherwise: Choice): Choice =>
  choices.find((choice) => choice === kept) ?? otherwise

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function sourceOf(kept: unknown): Source[] {
  const [kind, file, text, name, size, example] = ['kind', 'file', 'text', 'name', 'size', 'example'].map((field) => fieldOf(kept, field))
  if (typeof name !== 'string') return []
  if (kind === 'file' && typeof file === 'string' && typeof size === 'number') return [{ kind, file, name, size }]
  if (kind === 'text' && typeof text === 'string') return [{ kind, text, name, example: typeof example === 'string' ? example : null }]
  return []
}

const isText = (value: unknown): boolean => typeof value === 'string'
const CHECKS: { [Field in keyof ReadSettings]-?: (value: unknown) => boolean } = {
  format: isText,
  as: isText,
  decimal: isText,
  groups: isText,
  sizes: isText,
  columns: (columns) => isRecord(columns) && Object.values(columns).every((column) => column === null || isText(column) || isText(fieldOf(column, 'field'))),
  fill: isRecord,
  models: (models) => isRecord(models) && Object.values(models).every(isRecord),
  mostRows: Number.isSafeInteger,
  mostCharacters: Number.isSafeInteger,
  mostProblems: Number.isSafeInteger
}

/** The host still refuses what it does not know, by the field's name. */
function settingsOf(kept: unknown): ReadSettings {
  const fields = Object.entries(CHECKS).filter(([field, check]) => check(fieldOf(kept, field)))
  return Object.fromEntries(fields.map(([field]) => [field, fieldOf(kept, field)]))
}
