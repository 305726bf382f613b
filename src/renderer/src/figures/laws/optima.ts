/** The compute-optimal size over compute, a curve for each law. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import { GHOST } from '../ghost'
import type { ChartSpec } from '../chart/spec'

type Compared = Exclude<Output<'laws.compare'>, NoAnswer>

/**
 * @param nameOf a law in the reader's language, by its id
 * @param ofBase compute of the base's run, while a scenario is on screen
 */
export function optimaChart(
  { C, computes, laws, optimum }: Compared,
  nameOf: (id: string) => string,
  ofBase: number | null,
  text: Messages,
  language: Language
): ChartSpec {
  const { compare, axis } = text.screen.lawPage
  const spread = { C, ...(optimum.N ?? { low: 0, high: 0, factor: 1 }) }
  return {
    panels: [
      {
        x: { label: axis.C, kind: 'C', log: true },
        y: { label: axis.N, kind: 'N', log: true },
        series: laws.map(({ law, curve, chosen }, i) => ({ id: law, name: nameOf(law), x: computes, y: curve, draw: 'line', tone: i, chosen })),
        rules: [
          { axis: 'x', at: C, label: fill(compare.at, { C }, language), tone: 'ink2', dash: '2 3', width: 1 },
          ...(ofBase === null || ofBase === C
            ? []
            : [{ axis: 'x', at: ofBase, label: fill(text.screen.lawPage.ownOfBase, { C: ofBase }, language), tone: 'ink3', ...GHOST } as const])
        ]
      }
    ],
    finding: fill(compare.figureFinding, spread, language),
    sentence: fill(compare.figureSentence, spread, language),
    sources: laws.map(({ law }) => fill(text.screen.lawPage.source, { law: nameOf(law) }, language))
  }
}
