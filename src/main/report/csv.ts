/**
 * The plan's numbers as CSV files: plain numbers in base units (units in the column names), UTF-8 with a byte-order mark so that spreadsheets
 * on Chinese systems open them, source lines at the end. Cells that a spreadsheet would run as a formula are defused.
 */
import Papa from 'papaparse'
import type { Outcome } from '../../shared/outcome'
import { messages, type Language } from '../../shared/text/messages'
import { fill } from '../../shared/text/fill'
import { lawCard } from '../../shared/quantity/laws'
import type { Compared } from './compared'
import { scenarioRows } from './scenariosSection'
import { targetNames } from './words'

export interface CsvFile {
  fileName: string
  /** With byte-order mark, CRLF line ends. */
  text: string
}

type Cell = string | number | boolean | null

const BOM = '\uFEFF'
const file = (fileName: string, rows: readonly (readonly Cell[])[], sources: readonly string[]): CsvFile => ({
  fileName,
  text:
    BOM +
    Papa.unparse([...rows, [], ...sources.map((s) => ['# ' + s])] as Cell[][], {
      escapeFormulae: /^[=+\-@\t\r].*(?<!^-?[\d.]+(?:e[+-]?\d+)?)$/i,
      newline: '\r\n'
    }) +
    '\r\n'
})

export function reportCsv(
  outcome: Outcome,
  { compared, language, version, date, planHash }: { compared: Compared | null; language: Language; version: string; date: string; planHash: string }
): CsvFile[] {
  const { plan, path, targets, frontier } = outcome
  const names = targetNames(plan, language)
  const text = messages[language].report
  const sources = [
    fill(text.footer, { version, hash: planHash, seed: String(plan.seed) }, language),
    `${date}; ${[lawCard(plan.law).citation, ...(plan.law.id === 'fitted:chinchilla' ? [] : [text.assumptions[plan.law.constants]])].join(', ')}`,
    `${plan.accelerator.name}: ${plan.accelerator.source}`,
    `${text.assumptions.price}: ${plan.costs.priceSource}, ${plan.costs.priceAsOf}`
  ]
  const targetRows: Cell[][] = [
    [
      'id',
      'capability',
      'wanted_probability',
      'required_parameters',
      'required_parameters_p5',
      'required_parameters_p95',
      'tokens',
      'compute_flop',
      'cost_usd',
      'cost_usd_p5',
      'cost_usd_p95',
      'days',
      'probability_in_plan',
      'benefit_cost_ratio',
      'roi',
      'points_per_usd',
      'priority',
      'binding_limit'
    ],
    ...targets.map((t, i): Cell[] => [
      t.id,
      names.get(t.id)!.long,
      plan.targets[i]!.wanted,
      t.required?.N ?? null,
      t.interval?.N.p5 ?? null,
      t.interval?.N.p95 ?? null,
      t.required?.D ?? null,
      t.required?.C ?? null,
      t.required?.usd ?? null,
      t.interval?.usd.p5 ?? null,
      t.interval?.usd.p95 ?? null,
      t.required?.days ?? null,
      t.probability,
      t.benefitCostRatio,
      t.roi,
      t.pointsPerUsd,
      t.priority,
      t.outOfReach?.binding ?? null
    ])
  ]
  const pathRows: Cell[][] = [
    [
      'run',
      'parameters',
      'tokens',
      'compute_flop',
      'cost_usd',
      'cumulative_usd',
      'start_days',
      'end_days',
      'chance_run',
      'accelerator_hours',
      'energy_kwh',
      'co2_kg',
      'min_accelerators',
      'p_all',
      ...targets.map((t) => `p_${t.id}`),
      'unlocks'
    ],
    ...path.rungs.map((r, i): Cell[] => [
      i + 1,
      r.run.N,
      r.run.D,
      r.run.C,
      r.usd,
      r.cumulativeUsd,
      r.startDays,
      r.endDays,
      r.chanceRun,
      r.run.acceleratorHours,
      r.run.energyKwh,
      r.run.co2Kg,
      r.run.minAccelerators,
      r.all,
      ...r.probabilities,
      r.unlocks.map((id) => names.get(id)?.long ?? id).join('; ')
    ])
  ]
  const frontierRows: Cell[][] = [
    [frontier.over, 'parameters', 'p_all', ...frontier.each.flatMap((e) => [`p_${e.id}`, `p_${e.id}_p5`, `p_${e.id}_p95`])],
    ...frontier.x.map((x, k): Cell[] => [x, frontier.N[k]!, frontier.all[k]!, ...frontier.each.flatMap((e) => [e.probability[k]!, e.p5[k]!, e.p95[k]!])])
  ]
  const warningRows: Cell[][] = [['code', 'field', 'message'], ...outcome.warnings.map((w): Cell[] => [w.code, w.path ?? '', w.message])]
  return [
    file('targets.csv', targetRows, sources),
    file('path.csv', pathRows, sources),
    file('frontier.csv', frontierRows, sources),
    ...(compared === null ? [] : [file('scenarios.csv', scenarioRows(compared, language), sources)]),
    file('warnings.csv', warningRows, sources)
  ]
}
