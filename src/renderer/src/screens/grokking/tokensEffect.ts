/** What fixed tokens per run would do to the plan, in sentences: the run of the sentence's target, the path, and runs that would get fewer tokens than today. */
import type { Outcome } from '../../../../shared/outcome'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import { nameOfTarget } from '../../../../shared/text/names'
import { sayNote } from '../../../../shared/text/sayNotes'
import { inSentence } from '../lab/inSentence'

export interface TokensEffect {
  /** What it would do. */
  would: string[]
  /** What to be wary of. */
  warnings: string[]
  /** The run gets as many today: taking the tokens would only take some away. */
  enough: boolean
}

/** @param then the outcome of the plan with the tokens; null while it is worked out */
export function tokensEffect(now: Outcome, then: Outcome | null, tokens: number, text: Messages, language: Language): TokensEffect {
  const words = text.screen.grokking.plan
  const target = now.targets.find(({ id }) => id === now.focus) ?? null
  const name = target === null ? '' : nameOfTarget(now.plan, target.id, text).long
  const of = (one: string, values: Record<string, number | string>): string => fill(one, { name, ...values }, language)
  const before = target?.required ?? null
  if (before !== null && before.D >= tokens) return { would: [of(words.enough, { N: before.N, D: before.D })], warnings: [], enough: true }
  if (then === null) return { would: [words.working], warnings: [], enough: false }
  const result = then.targets.find(({ id }) => id === target?.id) ?? null
  const after = result?.required ?? null
  const path = fill(words.path, { before: now.path.usd, after: then.path.usd }, language)
  const capped = after?.dataCapped === true ? [of(words.capped, { D: after.D })] : []
  const fewer = now.targets.filter(({ required }) => required !== null && required.D > tokens).length
  const less = fewer === 0 ? [] : [fill(words.fewer, { n: fewer }, language)]
  const run = (): string[] => {
    if (result === null) return []
    if (after === null) return [of(words.wouldNever, { reason: result.reason === null ? '' : inSentence(sayNote(result.reason, then.plan, language)) })]
    const values = { N: after.N, after: after.D, usdAfter: after.usd }
    return [before === null ? of(words.wouldFirst, values) : of(words.would, { ...values, before: before.D, usdBefore: before.usd })]
  }
  return { would: [...run(), path], warnings: [...capped, ...less], enough: false }
}
