/** The file of evidence that a team shares: `{format, version, entries}`. Every entry is read by itself, so that one that is refused takes no other with it. */
import { ownEvidenceSchema, type OwnEvidence } from '../../shared/contract/evidence'
import type { Problem } from '../../shared/contract/observations'
import type { NoteCode } from '../../shared/notes'
import { readJson } from '../../shared/plan/fileText'
import { found, pathText } from '../../shared/plan/refusal'
import { problem } from '../../shared/problem'
import { StorageRefusal } from '../documents/storageRefusal'

export const EVIDENCE_FORMAT = 'scalepath-evidence'
export const EVIDENCE_VERSION = 1

export interface SharedRow {
  /** Place in the file, from 1. */
  row: number
  entry: OwnEvidence
}

/** What is wrong with any JSON file, said the same way here; everything else that is no such file is a foreign one. */
const OF_ANY_FILE: readonly string[] = ['file-empty', 'file-not-json', 'file-number-not-finite'] satisfies NoteCode[]

/** The entries that can be read, and the others with their places. A text that is no such file rejects with a StorageRefusal. */
export function readShared(content: string): { rows: SharedRow[]; problems: Problem[] } {
  const rows: SharedRow[] = []
  const problems: Problem[] = []
  entriesOf(content).forEach((given, k) => {
    const read = readEntry(given, k + 1)
    if ('entry' in read) rows.push(read)
    else problems.push(read)
  })
  return { rows, problems }
}

function entriesOf(content: string): unknown[] {
  const read = readJson(content)
  if ('refused' in read) {
    const { code, values } = read.refused
    if (OF_ANY_FILE.includes(code)) throw new StorageRefusal(code as NoteCode, values, 'text')
    throw new StorageRefusal(code === 'file-truncated' ? 'evidence-file-truncated' : 'evidence-file-foreign', { found: code }, 'text')
  }
  const { value } = read
  const { format, version, entries } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  if (format !== EVIDENCE_FORMAT || !Array.isArray(entries)) throw new StorageRefusal('evidence-file-foreign', { found: found(format ?? value) }, 'text')
  if (version !== EVIDENCE_VERSION) throw new StorageRefusal('evidence-file-version', { version: found(version), known: EVIDENCE_VERSION }, 'text')
  return entries as unknown[]
}

/** How a field may be written; the same in every language. */
const EXAMPLES: Readonly<Record<string, string>> = {
  id: '"code-1"',
  name: '"Tool use"',
  capability: '"code-generation"',
  category: '"code"',
  axis: '"N", "C", "effective"',
  critical: '60e9, {"low": 50e9, "high": 70e9}',
  means: '"scale", "p50", "first-observed", "unknown"',
  steepness: '3.2',
  grade: '"A", "B", "C", null',
  date: '"2026-11"',
  fromOwnRuns: 'true, false',
  source: '"Own runs"'
}

/** An entry of a file, or of the store: or why it is none. */
export function readEntry(given: unknown, row: number): SharedRow | Problem {
  const parsed = ownEvidenceSchema.safeParse(given)
  if (parsed.success) return { row, entry: parsed.data }
  const path = parsed.error.issues[0]?.path ?? []
  const field = String(path[0] ?? '')
  const example = EXAMPLES[field]
  if (example === undefined) return problem('evidence-not-an-entry', { row, found: found(given) }, { row })
  const value = (given as Record<string, unknown>)[field]
  return problem('evidence-field-refused', { row, field: pathText(path.slice(0, 1)), example, found: found(value) }, { row, column: field })
}

export const writeShared = (entries: readonly OwnEvidence[]): string =>
  `${JSON.stringify({ format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, entries }, null, 2)}\n`
