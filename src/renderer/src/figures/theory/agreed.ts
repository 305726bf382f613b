/** How far four statements are supported, and the teaching curves of chain of thought. Pure. */
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import type { Observation } from '../../../../shared/contract/observations'
import type { BarsSpec } from '../bars/spec'
import type { ChartSpec } from '../chart/spec'

type Text = Messages['screen']['theory']

/** Degree of support as the source judges it, on its own four steps: shown as places, not as numbers. */
const SUPPORT = { exist: 'high', metric: 'mediumHigh', predict: 'medium', steer: 'lowMedium' } as const
const PLACES = { high: 4, mediumHigh: 3, medium: 2, lowMedium: 1 } as const
type Claim = keyof typeof SUPPORT

export const CLAIMS = ['exist', 'metric', 'predict', 'steer'] as const satisfies readonly Claim[]

/** The degree of support in words. */
export const levelOf = (claim: Claim, { agreed }: Text): string => agreed.levels[SUPPORT[claim]]

/** One bar a statement, as long as its support. */
export function agreedBars(theory: Text, language: Language): BarsSpec {
  const text = theory.agreed
  const names = new Map<number, string>(CLAIMS.map((claim) => [PLACES[SUPPORT[claim]], levelOf(claim, theory)] as const))
  const parts = CLAIMS.map((claim) => fill(text.part, { name: text.claims[claim].name, level: levelOf(claim, theory) }, language))
  return {
    rows: CLAIMS.map((claim, i) => ({
      id: claim,
      name: text.claims[claim].name,
      stretches: [{ name: '', from: 0, to: PLACES[SUPPORT[claim]], tone: i }],
      label: levelOf(claim, theory)
    })),
    axis: text.y,
    say: (place) => names.get(place) ?? '–',
    header: [text.header.row, text.header.part, text.header.from, text.header.to],
    finding: '',
    sentence: fill(text.sentence, { parts: parts.join(language === 'zh' ? '；' : '; ') }, language),
    sources: [text.lead]
  }
}

/** Rows of the shipped teaching table, which name the two series by their metric or task. */
export function cotChart(rows: readonly Observation[], theory: Text, language: Language): ChartSpec {
  const text = theory.agreed
  const [withCot, without] = [true, false].map((thought) => rows.filter(({ task }) => (task === 'direct answer') !== thought))
  const series = (id: string, name: string, of: readonly Observation[], tone: number) => ({
    id,
    name,
    x: of.map(({ N }) => N ?? 0),
    y: of.map(({ score }) => score ?? null),
    draw: 'both' as const,
    tone,
    chosen: id === 'with'
  })
  const last = (of: readonly Observation[]): number => of.at(-1)?.score ?? 0
  return {
    panels: [
      {
        x: { label: theory.x, kind: 'N', log: true },
        y: { label: text.cotY, kind: 'percent', log: false, from: 0, to: 1 },
        series: [series('with', text.cotWith, withCot!, 0), series('without', text.cotWithout, without!, 1)],
        rules: [{ axis: 'y', at: 0.25, label: text.chance, tone: 'ink3', dash: '2 3', width: 1 }]
      }
    ],
    finding: text.cotFinding,
    sentence: fill(text.cotSentence, { with: last(withCot!), without: last(without!), small: withCot![0]?.score ?? 0 }, language),
    sources: [text.cotSource]
  }
}
