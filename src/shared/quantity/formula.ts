/** Turns the template of a formula into pieces that carry their symbol, their value today and where they lead. */
import { medianOf } from '../plan/inputRow'
import { inputOf, type InputId } from '../plan/inputs'
import { isQuantityId, kindOf, quantities, type QuantityId } from '../quantities'
import { format, formatBelief, type Shown } from '../text/format'
import { fill } from '../text/fill'
import { messages, type Language } from '../text/messages'
import { subjectOf, type Subject } from './subject'

/** A piece of a formula line: text as it is, or a symbol or value that links to a quantity or an input. */
export type FormulaToken =
  | { type: 'text'; text: string }
  | {
      type: 'quantity'
      id: QuantityId
      /** Rung that it is about, when not the one asked about. */ rung?: number
      symbol: string
      value: number | null
      shown: Shown | null
    }
  | { type: 'input'; id: InputId; symbol: string; value: number | null; shown: Shown | null }

const PLACE = /\{(=?)([\w.]+)(@?)(~?)(?:#(\d+))?\}/g
/** Values in a formula carry one digit more, so that a reader can check the sum. */
const DIGITS = 4

/** Inputs and quantities that a template names; inputs of the target end in "@". */
export function inputsIn(template: string): { inputs: string[]; quantities: string[] } {
  const places = [...template.matchAll(PLACE)]
  const named = (input: boolean): string[] => places.filter((place) => (place[1] === '=') === input).map((place) => `${place[2]}${place[3]}`)
  return { inputs: named(true), quantities: named(false) }
}

export function formulaTokens(template: string, subject: Subject, language: Language): FormulaToken[] {
  const tokens: FormulaToken[] = []
  let from = 0
  for (const place of template.matchAll(PLACE)) {
    if (place.index > from) tokens.push(plainText(template.slice(from, place.index)))
    const [, input, name = '', target, mean, rung] = place
    tokens.push(
      input === '='
        ? inputToken(target === '@' ? `${name}@${subject.target?.id}` : name, mean === '~', subject, language)
        : quantityToken(name, rung, subject, language)
    )
    from = place.index + place[0].length
  }
  if (from < template.length) tokens.push(plainText(template.slice(from)))
  return tokens
}

const plainText = (text: string): FormulaToken => ({ type: 'text', text })

function quantityToken(name: string, rung: string | undefined, subject: Subject, language: Language): FormulaToken {
  if (!isQuantityId(name)) throw new Error(`a formula names the unknown number ${name}`)
  const about = rung === undefined ? subject : subjectOf(subject.outcome, { ...(subject.target ? { target: subject.target.id } : {}), rung: Number(rung) })
  const value = quantities[name].value(about)
  const { symbol } = messages[language].quantities.quantities[name]
  // In a formula a probability is a number to compute with, not "> 99 %".
  const kind = kindOf(name, about) === 'probability' ? 'percent' : kindOf(name, about)
  const shown = value === null ? null : format(value, kind, language, { digits: DIGITS })
  return {
    type: 'quantity',
    id: name,
    ...(rung === undefined ? {} : { rung: Number(rung) }),
    symbol: rung === undefined ? symbol : `${symbol} ${Number(rung) + 1}`,
    value,
    shown
  }
}

/** σ of the logarithm of a 90 % range is ln(high/low) over this: 2·Φ⁻¹(0.95). */
const NINETY_PERCENT = 3.289707253902945

/** Mean of a log-normal 90 % range, √(low·high)·e^(σ²/2); where it divides, the harmonic mean √(low·high)·e^(−σ²/2). */
function meanOf(range: { low: number; high: number }, divides: boolean): number {
  const sigma = Math.log(range.high / range.low) / NINETY_PERCENT
  return Math.sqrt(range.low * range.high) * Math.exp(((divides ? -1 : 1) * sigma ** 2) / 2)
}

function inputToken(id: string, asMean: boolean, subject: Subject, language: Language): FormulaToken {
  const input = inputOf(subject.plan, id)
  if (input === null) throw new Error(`a formula names the unknown input ${id}`)
  const text = messages[language].quantities
  const symbol = text.symbols[input.key]
  const typed = input.typed(subject.plan)
  if (asMean && typed !== null && typeof typed !== 'number' && typed.high !== null) {
    const divides = input.key === 'mfu'
    const value = meanOf({ low: typed.low, high: typed.high }, divides)
    return {
      type: 'input',
      id: input.id,
      symbol: fill(divides ? text.harmonicMean : text.mean, { symbol }, language),
      value,
      shown: format(value, input.kind, language, { digits: DIGITS })
    }
  }
  const shown = typed === null ? null : formatBelief(typed, input.kind, language, { digits: DIGITS })
  return { type: 'input', id: input.id, symbol, value: medianOf(typed), shown }
}
