/** One smooth ability under two metrics: the accuracy of a token, and of a whole answer of L tokens. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Axis, ChartSpec } from '../chart/spec'

type Answer = Exclude<Output<'emergence.exactMatch'>, NoAnswer>
type Texts = Messages['screen']['lab']

export function lengthChart({ curves }: Answer, text: Texts, language: Language): ChartSpec | null {
  const [curve] = curves
  if (curve === undefined) return null
  const { length: words, scaleNames } = text
  const { points, halfScale, widthDecades, length } = curve
  const x = points.map(({ N }) => N)
  const across: Axis = { label: scaleNames.N, kind: 'N', log: true }
  const share: Axis = { label: '', kind: 'percent', log: false, from: 0, to: 1 }
  const line = { x, draw: 'line' as const, label: '' }
  const half = halfScale === null ? words.never : fill(words.half, { N: halfScale }, language)
  return {
    panels: [
      {
        title: words.perToken,
        verdict: words.smooth,
        verdictTone: 0,
        x: across,
        y: share,
        series: [{ ...line, id: 'token', name: words.perToken, y: points.map(({ perToken }) => perToken), tone: 0, dash: '9px,3px' }]
      },
      {
        title: words.exactMatch,
        verdict: half,
        verdictTone: 2,
        x: across,
        y: share,
        series: [{ ...line, id: 'match', name: words.exactMatch, y: points.map(({ exactMatch }) => exactMatch), tone: 2, dash: '' }]
      }
    ],
    columns: 2,
    finding: half,
    sentence:
      halfScale === null || widthDecades === null
        ? half
        : fill(
            words.sentence,
            { length, N: formatText(halfScale, 'N', language), width: formatText(widthDecades, 'number', language, { digits: 2 }) },
            language
          ),
    sources: [words.source]
  }
}
