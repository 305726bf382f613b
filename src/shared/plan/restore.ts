/**
 * The single door for every plan that comes from outside: parse, migrate, validate. It never throws for a bad file and never repairs in silence:
 * whatever was filled in, left out or refused is in the notes.
 */
import { note } from '../notes'
import type { Note } from '../notes'
import { FORMAT, documentSchema } from './document'
import type { PlanDocument } from './document'
import { readJson } from './fileText'
import { filledIn } from './filledIn'
import { MIGRATIONS, VERSION, migrate } from './migrations'
import type { RawDocument, Steps } from './migrations'
import { found, refusalsOf } from './refusal'
import { planSchema } from './schema'
import type { Plan } from './schema'

/** `ok`; `migrated` from an older version; `newer`: for reading only; `damaged`: no plan, the notes say why. */
export type Verdict = 'ok' | 'migrated' | 'newer' | 'damaged'

export interface Restored {
  verdict: Verdict
  /** What may be edited and written back; null unless `ok` or `migrated`. */
  document: PlanDocument | null
  /** Null when damaged, and when a newer version's plan cannot be shown. */
  plan: Plan | null
  baseline: Plan | null
  notes: Note[]
}

/** Most refused fields that are listed one by one. */
const MOST_LISTED = 20

/** Opens the content of a plan file. `steps` and `version` are the app's own and only given by tests of the mechanism. */
export function restore(content: Uint8Array | string, steps: Steps = MIGRATIONS, version: number = VERSION): Restored {
  const read = readJson(content)
  if ('refused' in read) return damaged([read.refused])
  const raw = read.value
  if (!isObject(raw)) return damaged([note('file-foreign', { expected: 'an object', found: found(raw) })])
  const wrong = wrongEnvelope(raw, version)
  if (wrong) return damaged([wrong])
  const from = raw.version as number
  if (from > version) return newer(raw, from, version)
  // The envelope's version is that of the app's schema once every step was taken.
  return validated({ ...migrate(raw, from, version, steps), version: VERSION }, from, version)
}

function wrongEnvelope(raw: RawDocument, known: number): Note | null {
  if (raw.format === undefined && Array.isArray(raw.targets))
    return note('file-no-envelope', { example: `{"format": "${FORMAT}", "version": ${known}, "plan": …}` })
  if (raw.format === undefined) return note('file-foreign', { expected: `"format": "${FORMAT}"`, found: found(raw) })
  if (raw.format !== FORMAT) return note('file-wrong-format', { format: found(raw.format) }, 'format')
  const { version } = raw
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return note('file-no-version', { version: known, found: found(version) }, 'version')
  return null
}

function validated(raw: RawDocument, from: number, known: number): Restored {
  const notes = from < known ? [note('file-migrated', { from, to: known })] : []
  let parsed = documentSchema.safeParse(raw)
  if (!parsed.success && parsed.error.issues.every((issue) => issue.path[0] === 'baseline')) {
    notes.push(note('baseline-dropped', { problem: refusalsOf(parsed.error, raw)[0]!.message }, 'baseline'))
    const { baseline: _damaged, ...rest } = raw
    parsed = documentSchema.safeParse(rest)
  }
  if (!parsed.success) {
    const refusals = refusalsOf(parsed.error, raw)
    const listed = refusals.slice(0, MOST_LISTED).map(({ path, message }) => {
      const problem = message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message
      return note('field-refused', { field: inPlan(path), problem }, inPlan(path))
    })
    return damaged(refusals.length > MOST_LISTED ? [...listed, note('fields-refused-more', { count: refusals.length - MOST_LISTED })] : listed)
  }
  const document = parsed.data
  const filled = filledIn(raw.plan, document.plan).map(({ path, value }) => note('field-filled', { field: path, value }, path))
  return { verdict: from < known ? 'migrated' : 'ok', document, plan: document.plan, baseline: document.baseline ?? null, notes: [...notes, ...filled] }
}

/** A newer version's plan is shown if it still reads as this version's; its file is never written. */
function newer(raw: RawDocument, version: number, known: number): Restored {
  const plan = planSchema.safeParse(raw.plan).data ?? null
  const baseline = planSchema.safeParse(raw.baseline).data ?? null
  return { verdict: 'newer', document: null, plan, baseline, notes: [note(plan ? 'file-newer' : 'file-newer-unreadable', { version, known })] }
}

/** Notes name fields within the plan, where the reader looks for them. */
const inPlan = (path: string): string => path.replace(/^plan\./, '')

const damaged = (notes: Note[]): Restored => ({ verdict: 'damaged', document: null, plan: null, baseline: null, notes })

const isObject = (value: unknown): value is RawDocument => typeof value === 'object' && value !== null && !Array.isArray(value)
