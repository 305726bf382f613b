/** What an entry of evidence would do to the plan, in sentences: the size and cost that its target needs, and the path. */
import type { Outcome } from '../../../../shared/outcome'
import type { Entry, Target } from '../../../../shared/plan/schema'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { sayNote } from '../../../../shared/text/sayNotes'
import { requiredOf } from '../../state/labEvidence.svelte'
import { inSentence } from './inSentence'

export interface Effect {
  now: Outcome
  /** The outcome of the plan with the entry; null while it is worked out. */
  then: Outcome | null
  entry: Entry
  /** Null for a new target, which the edited plan has as its last. */
  target: Target | null
  name: string
}

export function effectOf({ now, then, entry, target, name }: Effect, text: Messages, language: Language): string[] {
  const words = text.screen.lab.evidence
  if (target !== null && target.axis !== entry.axis) return [fill(words.wouldNot, { axis: target.axis, scale: entry.axis }, language)]
  if (then === null) return [words.working]
  const result = target === null ? then.targets.at(-1) : then.targets.find(({ id }) => id === target.id)
  const after = result?.required ?? null
  const before = requiredOf(now, target?.id ?? null)
  const path = fill(words.path, { before: now.path.usd, after: then.path.usd }, language)
  if (after === null) {
    const reason = result?.reason ? inSentence(sayNote(result.reason, then.plan, language)) : ''
    return [fill(words.wouldNever, { name, reason }, language), path]
  }
  const values = { name, after: after.N, usdAfter: after.usd }
  if (target === null) return [fill(words.wouldNew, values, language), path]
  if (before === null) return [fill(words.wouldFirst, values, language), path]
  const same =
    formatText(before.N, 'N', language) === formatText(after.N, 'N', language) &&
    formatText(before.usd, 'usd', language) === formatText(after.usd, 'usd', language)
  return [fill(same ? words.same : words.would, { ...values, before: before.N, usdBefore: before.usd }, language), path]
}
