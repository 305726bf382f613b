/** The ladder: the size of each run against money or time, the gates between runs, the limit, and the sizes that targets need. Pure. */
import type { Outcome, Path, Rung } from '../../../../shared/outcome'
import type { Plan } from '../../../../shared/plan/schema'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language, Messages } from '../../../../shared/text/messages'
import { listed } from '../../../../shared/text/names'
import type { ChartSpec, Region, Rule, Series, Spot } from '../chart/spec'
import { GHOST } from '../ghost'

export interface LadderAbout {
  over: 'usd' | 'days'
  /** Short name of each target, by id. */
  names: (id: string) => string
  /** What sizes between grid points would add, in words. */
  gain: string
  /** Answer of the base while a scenario is on screen: its path stands behind. */
  base: Outcome | null
}

/** Room over the highest line for the words of the last run. */
const AIR = 1.9

/** More targets than this are counted: the table of the runs names them. */
const NAMED = 2

/** Where a run begins and ends on the axis. */
const startOf = ({ cumulativeUsd, usd, startDays }: Rung, over: LadderAbout['over']): number => (over === 'usd' ? cumulativeUsd - usd : startDays)
const endOf = ({ cumulativeUsd, endDays }: Rung, over: LadderAbout['over']): number => (over === 'usd' ? cumulativeUsd : endDays)

/** The stairs of a path: each run from where it begins to where it ends. */
const stairs = ({ rungs }: Path, over: LadderAbout['over'], t: Messages['screen']['pathScreen']['ladder'], language: Language) => ({
  x: rungs.flatMap((rung) => [startOf(rung, over), endOf(rung, over)]),
  y: rungs.flatMap(({ run }) => [run.N, run.N]),
  points: rungs.flatMap((_rung, i) => [fill(t.start, { n: i + 1 }, language), fill(t.end, { n: i + 1 }, language)])
})

/** Null while no run is planned. */
export function ladder(
  outcome: Outcome,
  { over, names, gain, base }: LadderAbout,
  text: Messages['screen']['pathScreen'],
  language: Language
): ChartSpec | null {
  const t = text.ladder
  const { path, plan, targets } = outcome
  const { rungs, soFar } = path
  if (rungs.length === 0) return null
  const last = rungs.length - 1
  const spots = rungs.map((rung, i): Spot => {
    const { run, unlocks } = rung
    const said = unlocks.length === 0 ? t.rung : unlocks.length > NAMED ? t.rungMany : t.rungUnlocks
    return {
      x: endOf(rung, over),
      y: run.N,
      label: fill(said, { N: run.N, n: unlocks.length, names: listed(unlocks.map(names), language) }, language),
      look: i === last ? 'here' : 'disc',
      tone: i === last ? 'pen' : 'ink'
    }
  })
  const limitOf = ({ limits }: Plan): number | null => (over === 'usd' ? limits.budgetUsd : limits.deadlineDays)
  const limit = limitOf(plan)
  const limitOfBase = base === null || limitOf(base.plan) === limit ? null : limitOf(base.plan)
  const gates = rungs
    .slice(0, -1)
    .map((rung, i): Rule => ({ axis: 'x', at: endOf(rung, over), label: fill(t.gate, { n: i + 1 }, language), tone: 'ink3', dash: '2 3', width: 1 }))
  const needed = targets.flatMap(({ id, required }, i): Rule[] =>
    required === null
      ? []
      : [{ axis: 'y', at: required.N, label: fill(t.target, { name: names(id), N: required.N }, language), tone: i, dash: '2 3', width: 1 }]
  )
  const past = soFar === null ? 0 : over === 'usd' ? soFar.usd : soFar.days
  const gone: Region[] = past > 0 ? [{ axis: 'x', from: 0, to: past, label: t.finished, look: 'tint', tone: 'ink3' }] : []
  const most = rungs.reduce((best, { unlocks }, i) => (unlocks.length > rungs[best]!.unlocks.length ? i : best), 0)
  const each = rungs.map(({ run, usd, endDays, chanceRun }) =>
    fill(t.each, { N: run.N, usd, day: Number(endDays.toPrecision(3)), chance: chanceRun }, language)
  )
  const behind: Series[] =
    base === null || base.path.rungs.length === 0
      ? []
      : [{ id: 'base', name: t.base, ...stairs(base.path, over, t, language), draw: 'line', tone: 'ink2', ...GHOST }]
  const ofBase = (base?.path.rungs ?? []).map(({ run, usd }) => fill(t.eachOfBase, { N: run.N, usd }, language))
  return {
    panels: [
      {
        x: { label: t.x[over], kind: over, log: false, from: 0 },
        y: {
          label: t.y,
          kind: 'N',
          log: true,
          to: AIR * Math.max(...needed.map(({ at }) => at), ...[...rungs, ...(base?.path.rungs ?? [])].map(({ run }) => run.N))
        },
        series: [
          ...behind,
          {
            id: 'path',
            name: t.path,
            label: '',
            ...stairs(path, over, t, language),
            draw: 'line',
            tone: 'ink',
            chosen: true
          }
        ],
        rules: [
          ...gates,
          ...needed,
          ...(limit === null ? [] : [{ axis: 'x' as const, at: limit, label: fill(t.limit[over], { value: limit }, language), tone: 'bad' as const }]),
          ...(limitOfBase === null
            ? []
            : [{ axis: 'x' as const, at: limitOfBase, label: fill(t.limitOfBase[over], { value: limitOfBase }, language), tone: 'ink3' as const, ...GHOST }])
        ],
        regions: gone,
        spots
      }
    ],
    finding: fill(rungs[most]!.unlocks.length === 0 ? t.findingNone : t.finding, { n: rungs.length, k: most + 1 }, language),
    sentence:
      fill(t.sentence, { n: rungs.length, list: listed(each, language) }, language) +
      (base === null ? '' : fill(base.path.rungs.length === 0 ? t.sentenceBaseNone : t.sentenceBase, { list: listed(ofBase, language) }, language)),
    sources: [fill(t.source, { gain: gain || formatText(0, 'usd', language) }, language)]
  }
}
