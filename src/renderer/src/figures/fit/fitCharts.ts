/** What a fit looks like against its runs: measured against fitted, residuals, isoFLOPs, best sizes. Pure: from the engine's answer to specifications. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Series, Spot } from '../chart/spec'

type Fit = Exclude<Output<'laws.fit'>, NoAnswer>
type Text = Messages['screen']['runsFit']
type Residual = Fit['residuals'][number]

export interface FitLook {
  text: Text
  language: Language
  /** Where the runs come from. */
  source: string
  /** Row of the run that is looked at. */
  row: number | null
}

const named = (rows: readonly Residual[], { text, language }: FitLook): string[] =>
  rows.map(({ row }) => (row === undefined ? '' : fill(text.run, { n: String(row) }, language)))

/** The run that is looked at. */
function spotOf(rows: readonly Residual[], row: number | null, at: (one: Residual) => { x: number | null; y: number }, label: string): Spot[] {
  const chosen = rows.find((one) => one.row !== undefined && one.row === row)
  if (chosen === undefined) return []
  const { x, y } = at(chosen)
  return x === null ? [] : [{ x, y, label, look: 'here', tone: 'pen' }]
}

/** Measured against fitted loss; for the other approaches, best sizes against the fitted line. */
export function predictedChart(fit: Fit, look: FitLook): ChartSpec {
  const { text, language, source } = look
  const rows = fit.residuals
  if (fit.approach !== 'parametric') return optimumChart(fit, look)
  const ends = [Math.min(...rows.map(({ predicted }) => predicted)), Math.max(...rows.map(({ predicted }) => predicted))]
  const rmse = fit.heldOut?.rmseFitted ?? null
  const values = { n: rows.length, ...(rmse === null ? {} : { rmse }) }
  return {
    panels: [
      {
        x: { label: text.predictedX, kind: 'loss', log: true },
        y: { label: text.predictedY, kind: 'loss', log: true },
        series: [
          { id: 'same', name: text.same, x: ends, y: ends, draw: 'line', tone: 'ink3', dash: '3px,3px' },
          {
            id: 'runs',
            name: text.runs,
            label: '',
            x: rows.map(({ predicted }) => predicted),
            y: rows.map(({ observed }) => observed),
            draw: 'points',
            tone: 0,
            points: named(rows, look)
          }
        ],
        spots: spotOf(rows, look.row, ({ predicted, observed }) => ({ x: predicted, y: observed }), text.chosen)
      }
    ],
    finding: rmse === null ? '' : fill(text.predictedFinding, values, language),
    sentence: rmse === null ? text.predicted : fill(text.predictedSentence, values, language),
    sources: [source]
  }
}

function optimumChart(fit: Fit, { text, language, source }: FitLook): ChartSpec {
  const rows = fit.residuals.filter((row) => row.C !== null).sort((a, b) => a.C! - b.C!)
  const C = rows.map((row) => row.C!)
  const values = { a: fit.exponents?.a ?? 0 }
  return {
    panels: [
      {
        x: { label: text.optimumX, kind: 'C', log: true },
        y: { label: text.optimumY, kind: 'N', log: true },
        series: [
          { id: 'line', name: text.line, x: C, y: rows.map(({ predicted }) => predicted), draw: 'line', tone: 0, chosen: true },
          { id: 'sizes', name: text.optimumY, label: '', x: C, y: rows.map(({ observed }) => observed), draw: 'points', tone: 'ink' }
        ]
      }
    ],
    finding: fit.exponents === null ? '' : fill(text.optimumFinding, values, language),
    sentence: fit.exponents === null ? text.optimumY : fill(text.optimumSentence, values, language),
    sources: [source]
  }
}

/** Residuals over compute, or over size where the runs have none. */
export function residualChart(fit: Fit, look: FitLook): ChartSpec {
  const { text, language, source } = look
  const byC = fit.residuals.every(({ C }) => C !== null)
  const place = ({ C, N }: Residual): number => (byC ? C! : N)
  const rows = fit.residuals
  const largest = rows.reduce<Residual | null>((most, row) => (most === null || Math.abs(row.residual) > Math.abs(most.residual) ? row : most), null)
  const values: Record<string, number> = largest === null ? {} : { largest: largest.residual, N: largest.N }
  return {
    panels: [
      {
        x: { label: byC ? text.residualX : text.sizeX, kind: byC ? 'C' : 'N', log: true },
        y: { label: text.residualY, kind: 'number', log: false },
        series: [
          {
            id: 'runs',
            name: text.runs,
            label: '',
            x: rows.map(place),
            y: rows.map(({ residual }) => residual),
            draw: 'points',
            tone: 0,
            points: named(rows, look)
          }
        ],
        rules: [{ axis: 'y', at: 0, label: '', tone: 'ink3', width: 1 }],
        spots: spotOf(rows, look.row, (row) => ({ x: place(row), y: row.residual }), text.chosen)
      }
    ],
    finding: largest === null ? '' : fill(text.residualFinding, values, language),
    sentence: largest === null ? text.residuals : fill(text.residualSentence, values, language),
    sources: [source]
  }
}

interface Run {
  N: number | null
  loss: number | null
}

/** Loss over size, one curve a compute budget, with the minimum of each that carries the law. */
export function isoflopChart(fit: Fit, runs: readonly Run[], { text, language, source }: FitLook): ChartSpec | null {
  const budgets = fit.isoflops ?? []
  const series = budgets.map(({ C, rows, status }, i): Series => {
    const points = rows
      .map((row) => runs[row - 1])
      .filter((run): run is { N: number; loss: number } => run !== undefined && run.N !== null && run.loss !== null)
      .sort((a, b) => a.N - b.N)
    return {
      id: String(i),
      name: fill(text.isoflopSeries, { C }, language),
      x: points.map(({ N }) => N),
      y: points.map(({ loss }) => loss),
      draw: 'both',
      tone: status === 'used' ? i : 'ink3'
    }
  })
  if (series.every(({ x }) => x.length === 0)) return null
  const values = { used: budgets.filter(({ status }) => status === 'used').length, all: budgets.length }
  return {
    panels: [
      {
        x: { label: text.sizeX, kind: 'N', log: true },
        y: { label: text.lossY, kind: 'loss', log: false },
        series,
        spots: budgets.flatMap(({ N, loss, status }, i): Spot[] =>
          status === 'used' && N !== null && loss !== null ? [{ x: N, y: loss, label: '', look: 'ring', tone: i }] : []
        )
      }
    ],
    finding: fill(text.isoflopFinding, values, language),
    sentence: fill(text.isoflopSentence, values, language),
    sources: [source]
  }
}
