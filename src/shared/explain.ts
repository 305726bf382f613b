/** What the Explain popover says about a number. (Signature; the body follows.) */
import type { Outcome } from './outcome'
import type { Note } from './notes'
export type QuantityId = string
import type { InputId } from './plan/inputs'
import type { Pinnable } from './plan/schema'
import type { Kind } from './text/units'
import type { Shown } from './text/format'
import type { Language } from './text/messages'

/** A piece of a formula line: text as it is, or a symbol or value that links to a quantity or an input. */
export type FormulaToken =
  | { type: 'text'; text: string }
  | { type: 'quantity'; id: QuantityId; symbol: string; value: number | null; shown: Shown | null }
  | { type: 'input'; id: InputId; symbol: string; value: number | null; shown: Shown | null }

export interface Scope {
  /** Target that `run.*` and `target.*` are about; the focus of the outcome when absent. */
  target?: string
  /** Rung of the path, 0 = first. When given, `run.*` are about its run. */
  rung?: number
}

export interface Explanation {
  id: QuantityId
  kind: Kind
  /** Label and one sentence, in the reader's language. */
  label: string
  meaning: string
  symbol: string
  value: number | null
  shown: Shown | null
  /** 5–95 % where the outcome has it. */
  range: { low: number; high: number; shown: Shown } | null
  /** Why there is no value. */
  reason: Note | null
  /** Formula; print `token.symbol` for the first line and `token.shown` for the second. Empty when the number is not a formula of others. */
  formula: FormulaToken[]
  inputs: InputId[]
  source: string
  validRange: string | null
  /** Warnings of the outcome that touch it. */
  warnings: Note[]
  pinnable: Pinnable | null
}

export type ExplainFunction = (outcome: Outcome, id: QuantityId, language: Language, scope?: Scope) => Explanation
