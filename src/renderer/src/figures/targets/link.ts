/** A target's link over its scale: F̄ with its band, each entry of its evidence alone, what is wanted and the plan's run. Pure: from the engine's answer to the chart. */
import type { TargetLink } from '../../../../shared/contract/targetLink'
import { kindOfAxis } from '../../../../shared/plan/targetInputs'
import type { Target } from '../../../../shared/plan/schema'
import { fill } from '../../../../shared/text/fill'
import { formatRange, plain } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { GHOST } from '../ghost'
import type { ChartSpec, Rule, Series, Spot } from '../chart/spec'

type Texts = Messages['screen']['targets']['link']

export interface About {
  target: Target
  /** Inside a sentence. */
  name: string
  /** Of the link. */
  link: string
  /** Place of the target in the plan: its colour. */
  tone: number
  /** What the base answers of the same target and what it wants, while a scenario is on screen. */
  base: { answer: TargetLink; wanted: number } | null
}

export function linkChart(answer: TargetLink, about: About, text: Texts, language: Language): ChartSpec {
  const { target, name, link, tone } = about
  const base = about.base?.answer.axis === answer.axis ? about.base.answer : null
  const wantedInBase = about.base?.wanted ?? target.wanted
  const kind = kindOfAxis(answer.axis)
  const { scale } = answer.required
  const alone = answer.entries.flatMap(({ at, counts, alone: one }) => (one === null ? [] : [{ at, counts, one }]))
  const series: Series[] = [
    ...(alone.length < 2 && alone.every(({ counts }) => counts)
      ? []
      : alone.map(({ at, counts, one }): Series => {
          const words = fill(text.entry, { i: at + 1 }, language)
          return {
            id: `entry-${at}`,
            name: words,
            x: answer.x,
            y: one.probability,
            draw: 'line',
            tone: 'ink3',
            width: 1,
            dash: counts ? '' : '2px,3px',
            label: ''
          }
        })),
    ...(base === null ? [] : [{ id: 'base', name: text.base, x: base.x, y: base.probability, draw: 'line', tone: 'ink2', ...GHOST } satisfies Series]),
    {
      id: 'mean',
      name: text.mean,
      x: answer.x,
      y: answer.probability,
      draw: 'line',
      tone,
      dash: '',
      chosen: true,
      label: '',
      band: { low: answer.p5, high: answer.p95, level: 90 }
    }
  ]
  const values = { kind, name, wanted: target.wanted }
  return {
    panels: [
      {
        x: { label: text[answer.axis], kind, log: true },
        y: { label: '', kind: 'percent', log: false, from: 0, to: 1 },
        series,
        rules: [...rulesOf(answer, target, text, language), ...runOfBase(answer, base, text, language)],
        spots: [...halves(alone, text, language), ...requiredSpot(answer, target, text, language)]
      }
    ],
    finding: findingOf(answer, target, text, language),
    sentence:
      (scale === null
        ? fill(text.sentenceNever, values, language)
        : fill(text.sentence, { ...values, scale, entries: answer.entries.filter(({ counts }) => counts).length }, language)) +
      (base === null
        ? ''
        : base.required.scale === null
          ? fill(text.sentenceBaseNever, { wanted: wantedInBase }, language)
          : fill(text.sentenceBase, { kind, wanted: wantedInBase, scale: base.required.scale }, language)),
    sources: [fill(text.source, { link, sources: sourcesOf(answer, target, text, language) }, language)]
  }
}

function rulesOf({ run, axis }: TargetLink, { wanted }: Target, text: Texts, language: Language): Rule[] {
  const kind = kindOfAxis(axis)
  return [
    { axis: 'y', at: wanted, label: fill(text.wanted, { wanted }, language), tone: 'pen', dash: '2 3', width: 1 },
    ...(run === null
      ? []
      : [{ axis: 'x' as const, at: run.scale, label: fill(text.run, { kind, scale: run.scale }, language), tone: 'ink' as const, width: 1 }])
  ]
}

/** The run of the base, where the scenario's is another. */
const runOfBase = ({ run, axis }: TargetLink, base: TargetLink | null, text: Texts, language: Language): Rule[] =>
  base === null || base.run === null || base.run.scale === run?.scale
    ? []
    : [{ axis: 'x', at: base.run.scale, label: fill(text.runOfBase, { kind: kindOfAxis(axis), scale: base.run.scale }, language), tone: 'ink3', ...GHOST }]

/** The 50 % point of each entry alone, named by its place in the list. */
const halves = (
  alone: readonly { at: number; counts: boolean; one: NonNullable<TargetLink['entries'][number]['alone']> }[],
  text: Texts,
  language: Language
): Spot[] =>
  alone.length < 2 && alone.every(({ counts }) => counts)
    ? []
    : alone.flatMap(({ at, one }) =>
        one.half === null ? [] : [{ x: one.half, y: 0.5, label: fill(text.entry, { i: at + 1 }, language), look: 'ring' as const, tone: 'ink3' as const }]
      )

const requiredSpot = ({ required, axis }: TargetLink, { wanted }: Target, text: Texts, language: Language): Spot[] =>
  required.scale === null || required.scale === 0
    ? []
    : [{ x: required.scale, y: wanted, label: fill(text.required, { kind: kindOfAxis(axis), scale: required.scale }, language), look: 'here', tone: 'ink' }]

function findingOf({ required, interval }: TargetLink, { wanted }: Target, text: Texts, language: Language): string {
  if (required.N === null) return text.findingNever
  if (interval === null) return ''
  // The size, on whatever axis the threshold is.
  const { p5, p95 } = interval
  return p5 === p95 ? text.findingExact : fill(text.finding, { range: plain(formatRange(p5, p95, 'N', language)), wanted }, language)
}

function sourcesOf({ entries }: TargetLink, target: Target, text: Texts, language: Language): string {
  const named = entries.filter(({ counts }) => counts).map(({ at }) => target.entries[at]?.source || fill(text.entry, { i: at + 1 }, language))
  return named.length === 0 ? text.own : [...new Set(named)].join('; ')
}
