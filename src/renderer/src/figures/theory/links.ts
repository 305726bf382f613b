/** Links side by side at one critical scale. Pure. */
import type { Output } from '../../../../shared/contract'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { ChartSpec, Series } from '../chart/spec'

type Text = Messages['screen']['theory']
type Curve = Output<'links.curves'>['curves'][number]
type Name = keyof Text['links']['names']

const isName = (link: string, text: Text): link is Name => Object.hasOwn(text.links.names, link)

export function linksChart(
  curves: readonly Curve[],
  { critical, steepness }: { critical: number; steepness: number },
  own: number | null,
  theory: Text,
  language: Language
): ChartSpec {
  const text = theory.links
  const nameOf = ({ link }: Curve): string => (isName(link, theory) ? text.names[link] : link)
  const halves = curves.flatMap(({ halfScale }) => halfScale ?? [])
  const [low, high] = [Math.min(...halves), Math.max(...halves)]
  const series = curves.flatMap((curve, i): Series[] => {
    const x = curve.points.map(({ scale }) => scale)
    const given = curve.points.map(({ asGiven }) => asGiven)
    return [
      { id: curve.link, name: nameOf(curve), x, y: curve.points.map(({ probability }) => probability), draw: 'line', tone: i },
      ...(given.some((value) => value !== null)
        ? [
            {
              id: `${curve.link} given`,
              name: fill(text.asGiven, { name: nameOf(curve) }, language),
              x,
              y: given,
              draw: 'line' as const,
              tone: 'ink3' as const,
              dash: '3px,3px'
            }
          ]
        : [])
    ]
  })
  const parts = curves.map((curve) =>
    fill(curve.halfScale === null ? text.partNever : text.part, { name: nameOf(curve), ...(curve.halfScale === null ? {} : { N: curve.halfScale }) }, language)
  )
  return {
    panels: [
      {
        x: { label: theory.x, kind: 'N', log: true },
        y: { label: '', kind: 'percent', log: false, from: 0, to: 1 },
        series,
        rules: [
          { axis: 'y', at: 0.5, label: text.emerged, tone: 'ink3', dash: '2 3', width: 1 },
          ...(own === null ? [] : [{ axis: 'x' as const, at: own, label: fill(theory.own, { N: own }, language), tone: 'ink' as const, width: 1 }])
        ]
      }
    ],
    finding: halves.length === 0 ? text.never : high / low < 1.005 ? fill(text.same, { low }, language) : fill(text.finding, { low, high }, language),
    sentence: fill(text.sentence, { critical, steepness, parts: parts.join(language === 'zh' ? '；' : '; ') }, language),
    sources: curves.map((curve) => fill(text.source, { name: nameOf(curve), formula: curve.formula }, language))
  }
}
