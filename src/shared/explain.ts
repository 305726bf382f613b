/**
 * What the Explain popover says about a number: a lookup in the outcome, the plan and the registry of numbers. Nothing is computed here but the
 * mean of an input that is a range.
 */
import type { Outcome } from './outcome'
import type { Note } from './notes'
import { fill } from './text/fill'
import { formulaTokens, inputsIn, type FormulaToken } from './quantity/formula'
import { subjectOf, type Formula, type Scope, type Subject } from './quantity/subject'
import { isQuantityId, kindOf, quantities, type QuantityId } from './quantities'
import { inputOf, type InputId } from './plan/inputs'
import type { Pinnable } from './plan/outcomes'
import { format, formatRange, type Shown } from './text/format'
import { messages, type Language } from './text/messages'
import type { Kind } from './text/units'

export type { FormulaToken } from './quantity/formula'
export type { Scope } from './quantity/subject'

export interface Explanation {
  id: QuantityId
  kind: Kind
  /** Label and one sentence, in the reader's language. */
  label: string
  meaning: string
  symbol: string
  /** In the kind's base unit; null when it is not defined here, or is a word (priority). */
  value: number | null
  shown: Shown | null
  /** 5–95 % where the outcome has it. */
  range: { low: number; high: number; shown: Shown } | null
  /** Why there is no value. */
  reason: Note | null
  /** Print `token.symbol` for the first line and `token.shown` for the second. Empty when the number is no formula of others. */
  formula: FormulaToken[]
  /** `equals`: the formula evaluates to the value (`symbol = formula`). `solves`: it is a condition that the value meets, to be printed without `symbol =`. */
  relation: 'equals' | 'solves'
  /** Inputs it rests on directly: those of the formula first. */
  inputs: InputId[]
  source: string
  /** Rows of the evidence library that it rests on, by id. */
  evidence: string[]
  validRange: string | null
  /** Warnings of the outcome that touch it, or an input that it rests on. */
  warnings: Note[]
  pinnable: Pinnable | null
}

/**
 * Explains a number of an outcome.
 * @param scope the target (the focus when absent) and, for a number of a rung's run, the rung; a target or rung that is not there gives an explanation without value.
 */
export function explain(outcome: Outcome, id: QuantityId, language: Language, scope: Scope = {}): Explanation {
  // A target's own figures rest on its own required run, wherever they are shown.
  const subject = subjectOf(outcome, id.startsWith('target.') || id.startsWith('focus.') ? { ...scope, rung: undefined } : scope)
  const row = quantities[id]
  const text = messages[language].quantities.quantities[id]
  const kind = kindOf(id, subject)
  const value = row.value(subject)
  const formula = value === null ? null : (row.formula?.(subject) ?? null)
  const tokens = formula === null ? [] : formulaTokens(templateOf(formula), subject, language)
  const inputs = inputsOfFormula(tokens, row.inputs?.(subject) ?? [], subject)
  const source = typeof row.source === 'function' ? row.source(subject) : (row.source ?? '')
  return {
    id,
    kind,
    label: text.label,
    meaning: text.meaning,
    symbol: text.symbol,
    value,
    shown: value === null ? wordOf(id, subject, language) : format(value, kind, language),
    range: value === null ? null : rangeOf(row.range?.(subject) ?? null, kind, language),
    reason: value === null ? (subject.targetOutcome?.reason ?? null) : null,
    formula: tokens,
    relation: formula !== null && 'solves' in formula ? 'solves' : 'equals',
    inputs,
    source,
    evidence: row.evidence ? (subject.target?.evidence ?? []) : [],
    validRange: row.validRange?.(subject) ?? null,
    warnings: warningsOf(id, subject),
    pinnable: row.pinnable ?? null
  }
}

const templateOf = (formula: NonNullable<Formula>): string => ('equals' in formula ? formula.equals : formula.solves)

function wordOf(id: QuantityId, { targetOutcome }: Subject, language: Language): Shown | null {
  const priority = id === 'target.priority' ? (targetOutcome?.priority ?? null) : null
  return priority === null ? null : { before: messages[language].quantities.priority[priority], exponent: null, after: '' }
}

/** A range that is one point is none. */
function rangeOf(range: { p5: number; p95: number } | null, kind: Kind, language: Language): Explanation['range'] {
  if (range === null || range.p95 - range.p5 <= 1e-9 * Math.abs(range.p95)) return null
  return { low: range.p5, high: range.p95, shown: formatRange(range.p5, range.p95, kind, language) }
}

function inputsOfFormula(tokens: readonly FormulaToken[], more: readonly string[], subject: Subject): InputId[] {
  const named = more.map((id) => ofTarget(id, subject)).flatMap((id) => inputOf(subject.plan, id)?.id ?? [])
  return [...new Set([...tokens.flatMap((token) => (token.type === 'input' ? [token.id] : [])), ...named])]
}

const ofTarget = (id: string, { target }: Subject): string => (id.endsWith('@') ? id + (target?.id ?? '') : id)

/** Notes on a field of the plan that the number rests on, through its formula and the formulas of its parts. */
function warningsOf(id: QuantityId, subject: Subject): Note[] {
  const paths = [...pathsUnder(id, subject, new Set())]
  const touches = (path: string): boolean => paths.some((own) => path === own || path.startsWith(own + '.') || own.startsWith(path + '.'))
  return subject.outcome.warnings.flatMap((warning) => (warning.path !== undefined && touches(warning.path) ? (ofThisRun(warning, subject) ?? []) : []))
}

const OUTSIDE = { 'outside-fitted-N': 'N', 'outside-fitted-D': 'D', 'outside-fitted-C': 'C' } as const

/** The plan's warning of extrapolation names its farthest run; here it is said of the run that is explained, or not at all. */
function ofThisRun(warning: Note, { run }: Subject): Note | null {
  const { code, values } = warning
  if (run === null || !(code in OUTSIDE)) return warning
  const value = run[OUTSIDE[code as keyof typeof OUTSIDE]]
  const factor = Math.max(value / Number(values['high']), Number(values['low']) / value)
  if (factor <= 1) return null
  const own = { ...values, value, factor }
  return { ...warning, values: own, message: fill(messages.en.notes[code as keyof typeof OUTSIDE], own, 'en') }
}

const BESIDE_CRITICAL = ['criticalMeans', 'criticalAsOf', 'entries', 'shift']

function pathsUnder(id: QuantityId, subject: Subject, seen: Set<string>): Set<string> {
  if (seen.has(id)) return new Set()
  seen.add(id)
  const row = quantities[id]
  const formula = row.formula?.(subject) ?? null
  const found = formula === null ? { inputs: [], quantities: [] } : inputsIn(templateOf(formula))
  const inputs = [...found.inputs, ...(row.inputs?.(subject) ?? [])].flatMap(
    (input) => inputOf(subject.plan, ofTarget(input, subject))?.path(subject.plan) ?? []
  )
  const parts = found.quantities.filter(isQuantityId).flatMap((part) => [...pathsUnder(part, subject, seen)])
  // What the critical figure means, what stands in for it and what moves it are said beside the figure itself.
  const at = subject.target === null ? -1 : subject.plan.targets.indexOf(subject.target)
  const meaning = row.evidence && at >= 0 ? BESIDE_CRITICAL.map((field) => `targets.${at}.${field}`) : []
  return new Set([...(row.about ?? []), ...meaning, ...inputs, ...parts])
}
