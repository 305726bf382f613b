/** The loss over size with and without a change of slope, and where the two definitions put an "emergence point". Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Rule } from '../chart/spec'

type Answer = Exclude<Output<'laws.emergencePoint'>, NoAnswer>

export function regimeChart(
  { curve, linear, logLog }: Answer,
  law: string,
  criticalSize: number,
  theory: Messages['screen']['theory'],
  language: Language
): ChartSpec {
  const text = theory.regime
  const placeOf = ({ status, N }: Answer['linear']): string => fill(text.places[status], N === undefined ? {} : { N }, language)
  const ruleOf = (point: Answer['linear'], template: string): Rule[] =>
    point.N === undefined ? [] : [{ axis: 'x', at: point.N, label: fill(template, { place: placeOf(point) }, language), tone: 'ink2', dash: '2 3', width: 1 }]
  const x = curve.map(({ N }) => N)
  return {
    panels: [
      {
        x: { label: theory.x, kind: 'N', log: true },
        y: { label: text.y, kind: 'loss', log: true },
        series: [
          { id: 'without', name: text.without, x, y: curve.map(({ loss }) => loss), draw: 'line', tone: 'ink3', dash: '9px,3px' },
          { id: 'with', name: text.with, x, y: curve.map(({ withRegime }) => withRegime), draw: 'line', tone: 2, dash: '', chosen: true }
        ],
        rules: [...ruleOf(linear, text.linear), ...ruleOf(logLog, text.logLog).filter(({ at }) => at !== linear.N)],
        regions: [{ axis: 'x', from: criticalSize, to: null, label: text.with, look: 'tint', tone: 'ink3' }]
      }
    ],
    finding: fill(text.finding, { place: placeOf(logLog) }, language),
    sentence: fill(text.sentence, { linear: placeOf(linear), logLog: placeOf(logLog) }, language),
    sources: [fill(text.sources, { law }, language)]
  }
}
