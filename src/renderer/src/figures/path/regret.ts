/** What each listed path may be regretted by: the mean as a bar, what it stays below in 95 % of cases as a whisker. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { listed } from '../../../../shared/text/names'
import type { BarsSpec, Row } from '../bars/spec'

export type Regret = Exclude<Output<'planner.regret'>, NoAnswer>
export type ListedPath = Regret['paths'][number]
type Text = Messages['screen']['pathScreen']['regret']

/** Sizes of a path in order; "nothing" for none. */
export const sizesOf = (sizes: readonly number[], nothing: string, language: Language): string =>
  sizes.length === 0 ? nothing : sizes.map((N) => formatText(N, 'N', language)).join(' → ')

/** Why a path is listed, each reason once. */
export const reasonsOf = ({ listedAs, keepsLimits }: ListedPath, text: Text, inputName: (id: string) => string, language: Language): string[] => [
  ...new Set([
    ...(keepsLimits ? [] : [text.beyond]),
    ...listedAs.map(({ kind, input, end }) =>
      fill(text.names[kind], { input: input === 'critical' ? text.thresholds : inputName(input ?? ''), end: end === null ? '' : text.ends[end] }, language)
    )
  ])
]

export function regretBars(regret: Regret, about: { inputName: (id: string) => string; seed: number }, text: Text, language: Language): BarsSpec {
  const say = (usd: number): string => formatText(usd, 'usd', language)
  const [own] = regret.paths
  const name = ({ sizes }: ListedPath): string => sizesOf(sizes, text.nothing, language)
  return {
    rows: regret.paths.map((path): Row => ({
      id: path.sizes.join(' '),
      name: name(path),
      strong: path === own,
      stretches: [
        {
          name: listed(reasonsOf(path, text, about.inputName, language), language),
          from: 0,
          to: path.regret.mean,
          tone: path === own ? 'ink' : 'ink3',
          look: path.keepsLimits ? 'solid' : 'outline'
        }
      ],
      range: { low: path.regret.mean, high: Math.max(path.regret.mean, path.regret.p95) },
      label: say(path.regret.mean)
    })),
    axis: text.axis,
    say,
    header: [text.header.row, text.header.part, text.header.from, text.header.to],
    finding: own === undefined ? '' : fill(text.finding, { mean: own.regret.mean, p95: own.regret.p95 }, language),
    sentence: fill(
      text.sentence,
      {
        list: listed(
          regret.paths.map((path) => fill(text.each, { name: name(path), mean: path.regret.mean }, language)),
          language
        )
      },
      language
    ),
    sources: [fill(text.source, { draws: regret.draws, seed: String(about.seed) }, language)]
  }
}
