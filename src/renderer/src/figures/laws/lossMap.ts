/** The loss over parameters and tokens, and along lines of equal compute. Pure. */
import type { Output } from '../../../../shared/contract'
import type { NoAnswer } from '../../../../shared/notes'
import type { Outcome } from '../../../../shared/outcome'
import { fill } from '../../../../shared/text/fill'
import type { Language, Messages } from '../../../../shared/text/messages'
import { GHOST } from '../ghost'
import type { ChartSpec, Series, Spot } from '../chart/spec'

export type Surface = Exclude<Output<'laws.surface'>, NoAnswer>
type Texts = Messages['screen']['lawPage']

export interface About {
  /** The law in the reader's language. */
  law: string
  published: Outcome['published']
  /** The run looked at in the base, while a scenario is on screen. */
  base: RunOfBase | null
}

export type RunOfBase = Pick<NonNullable<Surface['run']>, 'N' | 'D' | 'C' | 'loss'>

export function lossMapChart(
  { contours, isoFlops, frontier, run, range }: Surface,
  { law, published, base }: About,
  text: Texts,
  language: Language
): ChartSpec {
  const { surface, axis } = text
  const own = contours.length - 1
  const lines: Series[] = [
    ...isoFlops.map(({ C, N, D }, i): Series => ({
      id: `flop ${i}`,
      name: fill(surface.isoFlop, { C }, language),
      x: N,
      y: D,
      draw: 'line',
      tone: 'ink3',
      dash: '2px,3px',
      width: 1
    })),
    ...contours.map(({ loss, N, D }, i): Series => ({
      id: `loss ${i}`,
      name: fill(surface.contour, { loss }, language),
      x: N,
      y: D,
      draw: 'line',
      tone: 5,
      dash: '',
      width: run !== null && i === own ? 2 : 1
    })),
    ...(frontier === null
      ? []
      : [{ id: 'frontier', name: surface.frontier, x: frontier.N, y: frontier.D, draw: 'line', tone: 0, dash: '', chosen: true } satisfies Series])
  ]
  return {
    panels: [
      {
        x: { label: axis.N, kind: 'N', log: true, from: range.N[0], to: range.N[1] },
        y: { label: axis.D, kind: 'D', log: true, from: range.D[0], to: range.D[1] },
        series: [
          ...lines,
          {
            id: 'published',
            name: surface.published,
            x: published.map(({ N }) => N),
            y: published.map(({ D }) => D),
            draw: 'points',
            tone: 'ink3',
            label: '',
            points: published.map(({ name }) => name)
          }
        ],
        spots: here(run, base, 'D', text)
      }
    ],
    finding: surface.mapFinding,
    sentence: run === null ? surface.mapFinding : fill(surface.mapSentence, { N: run.N, D: run.D, loss: run.loss, ratio: run.tokensPerParam }, language),
    sources: [fill(text.source, { law }, language)]
  }
}

/** The run looked at, over that of the base where it is another. */
const here = (run: Surface['run'], base: RunOfBase | null, y: 'D' | 'loss', text: Texts): Spot[] => [
  ...(base === null || (base.N === run?.N && base[y] === run[y]) ? [] : [{ x: base.N, y: base[y], label: text.base, look: 'ring', tone: 'ink2' } as const]),
  ...(run === null ? [] : [{ x: run.N, y: run[y], label: text.here, look: 'here', tone: 'pen' } as const])
]

export function profilesChart({ isoFlops, run, range }: Surface, { law, base }: Pick<About, 'law' | 'base'>, text: Texts, language: Language): ChartSpec {
  const { surface, axis } = text
  const least = isoFlops.flatMap(({ least }) => least ?? [])
  const best = run?.optimum ?? null
  return {
    panels: [
      {
        x: { label: axis.N, kind: 'N', log: true, from: range.N[0], to: range.N[1] },
        y: { label: axis.loss, kind: 'loss', log: false },
        series: [
          ...isoFlops.map(({ C, N, loss }, i): Series => ({
            id: `flop ${i}`,
            name: fill(surface.isoFlop, { C }, language),
            x: N,
            y: loss,
            draw: 'line',
            tone: i,
            dash: '',
            chosen: run !== null && i === isoFlops.length - 1
          })),
          { id: 'least', name: surface.least, x: least.map(({ N }) => N), y: least.map(({ loss }) => loss), draw: 'points', tone: 'ink', label: '' }
        ],
        spots: here(run, base, 'loss', text)
      }
    ],
    finding: least.length === 0 ? surface.profilesNone : surface.profilesFinding,
    sentence: run === null || best === null ? surface.profilesNone : fill(surface.profilesSentence, { C: run.C, loss: best.loss, N: best.N }, language),
    sources: [fill(text.source, { law }, language)]
  }
}

/** The parts of the loss along the frontier; null where the law has no frontier or its loss is no sum. */
export function partsChart({ frontier, run }: Surface, { law, base }: Pick<About, 'law' | 'base'>, text: Texts, language: Language): ChartSpec | null {
  if (frontier === null || frontier.terms === null) return null
  const { errors, axis } = text
  const names: Readonly<Record<string, string>> = errors.names
  return {
    panels: [
      {
        x: { label: axis.C, kind: 'C', log: true },
        y: { label: axis.loss, kind: 'number', log: true },
        series: [
          ...Object.entries(frontier.terms)
            .filter(([, values]) => values.some((value) => value > 0))
            .map(([term, values], i): Series => ({ id: term, name: names[term] ?? term, x: frontier.C, y: values, draw: 'line', tone: i })),
          { id: 'loss', name: errors.total, x: frontier.C, y: frontier.loss, draw: 'line', tone: 'ink', chosen: true }
        ],
        rules: [
          ...(run === null ? [] : [{ axis: 'x', at: run.C, label: fill(text.own, { C: run.C }, language), tone: 'ink2', dash: '2 3', width: 1 } as const]),
          ...(base === null || base.C === run?.C
            ? []
            : [{ axis: 'x', at: base.C, label: fill(text.ownOfBase, { C: base.C }, language), tone: 'ink3', ...GHOST } as const])
        ]
      }
    ],
    finding: errors.figureFinding,
    sentence: errors.figureSentence,
    sources: [fill(text.source, { law }, language)]
  }
}
