/** The same runs under each metric of their task, side by side: does only the metric that is all or nothing jump? Pure. */
import { isNoAnswer } from '../../../../shared/note'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import { listed } from '../../../../shared/text/names'
import type { ChartSpec, Panel } from '../chart/spec'
import type { SeriesAnalysis } from '../../../../shared/labAnswers'
import { axisOfScale, axisOfScore, sayScale } from './kinds'

type Texts = Messages['screen']['lab']

/** Panels that fit beside each other. */
export const MOST_METRICS = 4
const TONE = { sharp: 2, gradual: 0, flat: 'ink2', falling: 'bad', 'too few sizes': 'ink2' } as const
const ORDER = { discontinuous: 0, continuous: 1, unknown: 2 } as const

export function sayFinding({ finding, test, scale }: SeriesAnalysis, { mirage }: Texts, language: Language): string {
  const knee = isNoAnswer(test.sharp) ? '' : sayScale(test.sharp.knee, scale, language)
  return fill(mirage.findings[finding], { knee }, language)
}

/** All or nothing first, the series on screen among them whatever its place. */
export function metricsShown(analyses: readonly SeriesAnalysis[], chosen: SeriesAnalysis | null): SeriesAnalysis[] {
  const ordered = [...analyses].sort((a, b) => ORDER[a.metric.kind] - ORDER[b.metric.kind])
  const kinds = (['discontinuous', 'continuous', 'unknown'] as const).map((kind) => ordered.filter(({ metric }) => metric.kind === kind))
  // A pair of each kind before a third of one.
  const fair = [0, 1].flatMap((pair) => kinds.flatMap((kind) => kind.slice(2 * pair, 2 * pair + 2)))
  const first = [...(chosen === null ? [] : [chosen]), ...fair.filter((one) => one !== chosen)].slice(0, MOST_METRICS)
  return ordered.filter((one) => first.includes(one))
}

export function metricsChart(shown: readonly SeriesAnalysis[], file: string, text: Texts, language: Language): ChartSpec {
  const { mirage, figure } = text
  const panel = (one: SeriesAnalysis): Panel => {
    const { metric, points, scale, drawn, finding } = one
    return {
      title: one.shots === null ? metric.name : fill(text.sentence.shots, { metric: metric.name, shots: one.shots }, language),
      verdict: fill(mirage.panel, { kind: mirage.kinds[metric.kind], finding: sayFinding(one, text, language) }, language),
      verdictTone: TONE[finding],
      x: axisOfScale(scale, text.scaleNames[scale], true),
      y: axisOfScore(metric, ''),
      series: [
        ...(drawn.fit === null
          ? []
          : [
              {
                id: 'fit',
                name: figure.best,
                label: '',
                x: drawn.x,
                y: drawn.fit,
                draw: 'line' as const,
                tone: TONE[finding],
                dash: finding === 'gradual' ? '9px,3px' : ''
              }
            ]),
        {
          id: 'points',
          name: figure.points,
          label: '',
          x: points.map(({ x }) => x),
          y: points.map(({ score }) => score),
          draw: 'points',
          tone: 'ink'
        }
      ]
    }
  }
  const findings = listed(
    shown.map((one) => `${one.metric.name} ${sayFinding(one, text, language)}`),
    language
  )
  return {
    panels: shown.map(panel),
    columns: MOST_METRICS,
    finding: '',
    sentence: fill(mirage.sentence, { count: shown.length, findings }, language),
    sources: [fill(figure.source, { file }, language)]
  }
}
