/** The section that sets the scenarios beside the base: what differs, what follows, and each change of it; as tables, and as rows for a spreadsheet. */
import { inputRows, overrideIn, type InputRow } from '../../shared/plan/comparedRows'
import { inputOf } from '../../shared/plan/inputs'
import { betterOf, kindOfOutcome } from '../../shared/plan/outcomes'
import { fieldText } from '../../shared/plan/scenarios'
import type { Plan } from '../../shared/plan/schema'
import { formatDelta } from '../../shared/text/delta'
import { fieldName, fieldValue, outcomeName } from '../../shared/text/fieldWords'
import { plain } from '../../shared/text/format'
import { messages, type Language } from '../../shared/text/messages'
import { sayNote, sayNotes } from '../../shared/text/sayNotes'
import type { Compared, ComparedScenario, Told } from './compared'
import { escape, raise } from './escape'
import type { Section } from './sections'
import { html } from './words'

/** Scenarios beside the base that a sheet is wide enough for. */
const MOST_COLUMNS = 4

const nameOf = ({ scenario }: ComparedScenario): string => scenario.name || scenario.id
const kindOf = (quantity: Compared['quantities'][number]) => (kindOfOutcome(quantity) === 'percent' ? 'probability' : kindOfOutcome(quantity))

export function scenariosSection(compared: Compared, language: Language): Section {
  const text = messages[language].report
  const { base, scenarios } = compared
  const tables: string[] = []
  // Tables of about the same width rather than a full one and a rest.
  const columns = Math.ceil(scenarios.length / Math.ceil(scenarios.length / MOST_COLUMNS))
  for (let from = 0; from < scenarios.length; from += columns) tables.push(sideBySide(compared, scenarios.slice(from, from + columns), language))
  const reasons = new Map<string, string>()
  for (const { outcomes } of [compared, ...scenarios])
    outcomes.forEach((told, q) => {
      if (typeof told !== 'number')
        reasons.set(`${q} ${told.code}`, `${outcomeName(base, compared.quantities[q]!, messages[language])}: ${sayNote(told, base, language)}`)
    })
  const unapplied = scenarios.flatMap((each) => each.unapplied.map(({ reason }) => `${nameOf(each)}: ${sayNote(reason, base, language)}`))
  const written = scenarios.flatMap((each) => (each.scenario.notes === '' ? [] : [`${nameOf(each)}: ${each.scenario.notes}`]))
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<h3>${escape(title)}</h3><ul>${items.map((item) => `<li>${raise(escape(item))}</li>`).join('')}</ul>`
  return {
    title: text.sections.scenarios,
    body: [
      `<p class="note">${escape(text.scenarios.about)}</p>`,
      ...tables,
      list(text.scenarios.reasons, [...reasons.values()]),
      list(text.scenarios.unapplied, unapplied),
      list(text.scenarios.notes, written),
      ...sayNotes(compared.notes, base, language).map((note) => `<p class="note">${raise(escape(note.text))}</p>`)
    ].join('')
  }
}

/** One table: the base and as many scenarios as fit beside it. */
function sideBySide(compared: Compared, scenarios: readonly ComparedScenario[], language: Language): string {
  const text = messages[language]
  const { base, quantities, outcomes } = compared
  const head = ['', text.report.scenarios.base, ...scenarios.map(nameOf)].map((name, i) => `<th${i === 0 ? '' : ' class="n wrap"'}>${escape(name)}</th>`)
  const group = (name: string): string => `<tr class="group"><th colspan="${scenarios.length + 2}">${escape(name)}</th></tr>`
  const rows = inputRows(
    base,
    scenarios.map(({ scenario }) => scenario)
  )
  const inputs = rows.map((row) => {
    const cells = scenarios.map(({ scenario, plan }) => {
      const words = escape(fieldValue(plan, row, text, language))
      return `<td class="n wrap">${overrideIn(scenario, row) === undefined ? `<span class="q">${words}</span>` : `<b>${words}</b>`}</td>`
    })
    return `<tr><td class="name">${escape(fieldName(base, row, text))}</td><td class="n wrap">${escape(fieldValue(base, row, text, language))}</td>${cells.join('')}</tr>`
  })
  const results = quantities.map((quantity, q) => {
    const was = outcomes[q]!
    const cells = scenarios.map(
      (each) => `<td class="n">${shown(each.outcomes[q]!, kindOf(quantity), language)}${change(quantity, was, each.outcomes[q]!, language)}</td>`
    )
    return `<tr><td class="name">${escape(outcomeName(base, quantity, text))}</td><td class="n">${shown(was, kindOf(quantity), language)}</td>${cells.join('')}</tr>`
  })
  return `<table class="compared" style="--columns:${scenarios.length + 1}"><thead><tr>${head.join('')}</tr></thead><tbody>${
    inputs.length === 0 ? '' : group(text.report.scenarios.differs) + inputs.join('')
  }${group(text.report.scenarios.follows)}${results.join('')}</tbody></table>`
}

const shown = (told: Told, kind: ReturnType<typeof kindOf>, language: Language): string => (typeof told === 'number' ? html(told, kind, language) : '–')

/** The change against the base under the value, by sign, arrow and colour as on the screen. */
function change(quantity: Compared['quantities'][number], was: Told, is: Told, language: Language): string {
  if (typeof was !== 'number' || typeof is !== 'number') return ''
  const kind = kindOf(quantity)
  const seen = (value: number): number => (kind === 'probability' ? Math.round(value * 1000) / 1000 : value)
  const { arrow, amount, tone } = formatDelta(seen(was), seen(is), kind, language, { better: betterOf(quantity) })
  return `<br><small class="${tone === 'neutral' ? 'q' : tone}">${arrow}${amount === null ? '' : ` ${raise(escape(plain(amount)))}`}</small>`
}

type Cell = string | number | null

/** A field of a plan for a spreadsheet: a number as it is, a range by its ends, a choice in words. */
function fieldCell(plan: Plan, row: InputRow, language: Language): Cell {
  const typed = row.input === null ? null : (inputOf(plan, row.input.id)?.typed(plan) ?? null)
  if (typed === null) return fieldValue(plan, row, messages[language], language)
  return typeof typed === 'number' ? typed : `${typed.low} – ${typed.high ?? ''}`
}

/** Unrounded: a row for each outcome with the base's value, and two columns for each scenario; before them what each changes. */
export function scenarioRows({ base, quantities, outcomes, scenarios }: Compared, language: Language): Cell[][] {
  const text = messages[language]
  const number = (told: Told): number | null => (typeof told === 'number' ? told : null)
  const rows = inputRows(
    base,
    scenarios.map(({ scenario }) => scenario)
  )
  return [
    ['kind', 'id', 'name', 'base', ...scenarios.flatMap(({ scenario: { id } }) => [id, `${id}_less_base`])],
    ['name', '', '', text.report.scenarios.base, ...scenarios.flatMap((each) => [nameOf(each), null])],
    ...rows.map((row): Cell[] => [
      'input',
      row.input?.id ?? fieldText(row),
      fieldName(base, row, text),
      fieldCell(base, row, language),
      ...scenarios.flatMap(({ plan }): Cell[] => [fieldCell(plan, row, language), null])
    ]),
    ...quantities.map((quantity, q): Cell[] => {
      const was = number(outcomes[q]!)
      return [
        'outcome',
        quantity,
        outcomeName(base, quantity, text),
        was,
        ...scenarios.flatMap((each): Cell[] => {
          const is = number(each.outcomes[q]!)
          return [is, was === null || is === null ? null : is - was]
        })
      ]
    })
  ]
}
