/** An explanation as plain text, for the clipboard. */
import type { Explanation, FormulaToken } from '../../../shared/explain'
import { plain } from '../../../shared/text/format'
import type { Language, Messages } from '../../../shared/text/messages'
import { sayNotes } from '../../../shared/text/sayNotes'
import type { Plan } from '../../../shared/plan/schema'

export function explanationText(explanation: Explanation, plan: Pick<Plan, 'targets'>, text: Messages, language: Language): string {
  const texts = text.screen.explain
  const written = (show: (token: Exclude<FormulaToken, { type: 'text' }>) => string): string =>
    explanation.formula.map((token) => (token.type === 'text' ? token.text : show(token))).join('')
  const value = explanation.shown ? plain(explanation.shown) : '–'
  const lines = [
    `${explanation.label}: ${value}`,
    explanation.meaning,
    ...(explanation.formula.length > 0
      ? [`${explanation.symbol} = ${written((t) => t.symbol)}`, `= ${written((t) => (t.shown ? plain(t.shown) : '–'))}`, `= ${value}`]
      : []),
    explanation.range && `${texts.band}: ${plain(explanation.range.shown)}`,
    explanation.source && `${texts.source}: ${explanation.source}`,
    explanation.validRange && `${texts.range}: ${explanation.validRange}`,
    ...sayNotes(explanation.warnings, plan, language).map((note) => note.text)
  ]
  return lines.filter(Boolean).join('\n')
}
