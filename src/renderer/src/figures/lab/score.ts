/** Score against scale: what was measured, the fitted curve with its band, the straight line, guessing, the threshold with its interval, and where there are no data. Pure. */
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { isNoAnswer } from '../../../../shared/note'
import type { ChartSpec, Region, Rule, Series } from '../chart/spec'
import type { SeriesAnalysis, Threshold } from '../../../../shared/labAnswers'
import { axisOfScale, axisOfScore, KIND_OF_SCALE, sayScale, sayScore } from './kinds'

type Texts = Messages['screen']['lab']

export interface ScoreLook {
  log: boolean
  /** Where the rows come from. */
  file: string
}

export function scoreChart(series: SeriesAnalysis, fit: Threshold | null, { log, file }: ScoreLook, text: Texts, language: Language): ChartSpec {
  const { metric, points, scale, drawn, test } = series
  const { figure } = text
  const curve = fit?.drawn ?? drawn
  const [first, last] = [points[0], points.at(-1)]
  const r = isNoAnswer(test.linear) ? null : test.linear.rSquared
  const chance = metric.random
  const lines: Series[] = [
    ...(curve.line === null
      ? []
      : [
          {
            id: 'line',
            name: r === null ? text.rules.models.linear : fill(scale === 'loss' ? figure.lineLoss : figure.line, { scale, r }, language),
            x: curve.x,
            y: curve.line,
            draw: 'line' as const,
            tone: 'ink3' as const,
            dash: '4px,4px',
            width: 1.25
          }
        ]),
    ...(curve.fit === null
      ? []
      : [
          {
            id: 'fit',
            name: fit === null ? figure.best : figure.fit[fit.link],
            x: curve.x,
            y: curve.fit,
            draw: 'line' as const,
            tone: 2,
            dash: '',
            chosen: true,
            ...(curve.band === null ? {} : { band: { ...curve.band, level: 90 as const } })
          }
        ]),
    {
      id: 'points',
      name: figure.points,
      label: '',
      x: points.map(({ x }) => x),
      y: points.map(({ score }) => score),
      draw: 'points',
      tone: 'ink',
      whiskers: { low: points.map(({ interval }) => interval?.low ?? null), high: points.map(({ interval }) => interval?.high ?? null) }
    }
  ]
  const values = { metric: metric.name, file }
  const ends = first === undefined || last === undefined ? null : { first, last }
  const said = ends && {
    ...values,
    first: sayScore(ends.first.score, metric, language),
    last: sayScore(ends.last.score, metric, language),
    from: sayScale(ends.first.x, scale, language),
    to: sayScale(ends.last.x, scale, language)
  }
  return {
    panels: [
      {
        x: axisOfScale(scale, text.scaleNames[scale], log),
        y: axisOfScore(metric, metric.name),
        series: lines,
        rules: [
          ...(chance === null
            ? []
            : [
                {
                  axis: 'y' as const,
                  at: chance,
                  label: fill(figure.chance, { score: sayScore(chance, metric, language) }, language),
                  tone: 'ink3' as const,
                  dash: '2 3',
                  width: 1
                }
              ]),
          ...thresholdRules(fit, text, language)
        ],
        regions: [...intervalRegion(fit, text, language), ...(ends === null ? [] : beyond(ends.first.x, ends.last.x, curve.x, figure.noData))]
      }
    ],
    finding: fill(curve.band === null || fit === null ? figure.findingPoints : figure.finding, { ...values, level: fit?.level ?? 0.9 }, language),
    sentence:
      said === null
        ? figure.nothing
        : fit === null
          ? fill(figure.sentencePoints, said, language)
          : fill(figure.sentence, { ...said, critical: sayScale(fit.critical, scale, language) }, language),
    sources: [fill(figure.source, values, language)]
  }
}

function thresholdRules(fit: Threshold | null, { figure }: Texts, language: Language): Rule[] {
  if (fit === null) return []
  return [
    { axis: 'x', at: fit.critical, label: fill(figure.threshold, { critical: sayScale(fit.critical, fit.scale, language) }, language), tone: 2, width: 1.5 }
  ]
}

function intervalRegion(fit: Threshold | null, { figure }: Texts, language: Language): Region[] {
  const range = fit?.intervals?.critical
  if (fit === null || range === undefined || range.low === null || range.high === null) return []
  const [low, high] = [range.low, range.high].map((end) => formatText(end, KIND_OF_SCALE[fit.scale], language, { digits: 2 }))
  const words = `${low} – ${high}`
  return [{ axis: 'x', from: range.low, to: range.high, label: fill(figure.interval, { level: fit.level, range: words }, language), look: 'tint', tone: 2 }]
}

/** Where the curve goes on without data, on both sides; named on the side of larger models. */
function beyond(first: number, last: number, drawn: readonly number[], label: string): Region[] {
  const [from, to] = [drawn[0] ?? first, drawn.at(-1) ?? last]
  return [
    { axis: 'x', from, to: first, label: '', look: 'hatch', tone: 'warn' },
    { axis: 'x', from: last, to, label, look: 'hatch', tone: 'warn' }
  ]
}
