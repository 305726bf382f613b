/** The calendar of the path: finished runs, runs ahead, the gates between them and the deadline. Pure. */
import type { Outcome } from '../../../../shared/outcome'
import { fill } from '../../../../shared/text/fill'
import { formatText } from '../../../../shared/text/format'
import type { Language } from '../../../../shared/text/messages'
import { listed } from '../../../../shared/text/names'
import type { BarsSpec, Row, Upright } from '../bars/spec'
import type { CostsText } from './words'

/** Chances nearer to 1 than this are said to be certain. */
const CERTAIN = 0.995

/**
 * Null when nothing is planned and nothing has been done.
 * @param base answer of the base while a scenario is on screen
 */
export function calendar({ path, plan }: Outcome, base: Outcome | null, text: CostsText, language: Language): BarsSpec | null {
  const t = text.calendar
  const { rungs, soFar } = path
  if (rungs.length === 0 && soFar === null) return null
  const say = (days: number): string => formatText(days, 'days', language)
  const past: Row[] =
    soFar === null
      ? []
      : [{ id: 'past', name: t.finished, stretches: [{ name: t.gone, from: 0, to: soFar.days, tone: 'ink3' }], label: say(soFar.days), tone: 'ink3' }]
  const behind = (base?.path.rungs ?? []).map(({ startDays, endDays }) => ({ name: text.base, from: startDays, to: endDays }))
  const ahead = rungs.map(({ run, startDays, endDays, endDaysAtConfidence, chanceRun }, i): Row => {
    const certain = chanceRun >= CERTAIN
    return {
      id: `rung ${i}`,
      name: fill(t.run, { n: i + 1, N: run.N }, language),
      stretches: [{ name: t.work, from: startDays, to: endDays, tone: 'ink', look: certain ? 'solid' : 'soft' }],
      label: fill(certain ? t.label : t.labelChance, { days: run.days, chance: chanceRun }, language),
      ghost: behind[i],
      ...(endDaysAtConfidence > endDays ? { range: { low: endDays, high: endDaysAtConfidence } } : {})
    }
  })
  const onlyInBase = (base?.path.rungs ?? []).slice(rungs.length).map(({ run }, k): Row => {
    const i = rungs.length + k
    return { id: `rung ${i}`, name: fill(t.run, { n: i + 1, N: run.N }, language), stretches: [], label: text.base, tone: 'ink3', ghost: behind[i] }
  })
  const gates = rungs.slice(0, -1).map(({ endDays }, i): Upright => ({ at: endDays, label: fill(t.gate, { n: i + 1 }, language), tone: 'ink2' }))
  const { deadlineDays } = plan.limits
  const end = rungs.at(-1)?.endDays ?? soFar?.days ?? 0
  const each = rungs.map(({ startDays, endDays }, i) => fill(t.each, { n: i + 1, from: say(startDays), to: say(endDays) }, language))
  return {
    rows: [...past, ...ahead, ...onlyInBase],
    uprights: [
      ...gates,
      ...(deadlineDays === null ? [] : [{ at: deadlineDays, label: fill(t.deadline, { days: deadlineDays }, language), tone: 'bad' as const }])
    ],
    axis: fill(t.axis, { date: plan.decision.baseDate }, language),
    say,
    header: [t.header.row, t.header.part, t.header.from, t.header.to],
    finding: fill(t.finding, { n: rungs.length, days: end }, language),
    sentence: fill(t.sentence, { end, list: listed(each, language) }, language),
    sources: [plan.name].filter((name) => name !== '')
  }
}
