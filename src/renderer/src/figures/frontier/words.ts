/** What the figure says in one sentence, and the longer one for those who do not see it. */
import { formatText } from '../../../../shared/text/format'
import { fill } from '../../../../shared/text/fill'
import { firstReaches, valueAt } from '../curve'
import { allWords, inSentence } from './names'
import type { LimitLine } from './limits'
import type { PlanPoint } from './point'
import { kindOf, type FrontierView } from './view'

/** Money and time on the axis are what a run keeps to with the plan's confidence; where that is not its expected value, the axis says so. */
function held(view: FrontierView): boolean {
  const { outcome } = view
  const { over, x, N } = outcome.frontier
  const required = outcome.targets.find((t) => t.id === outcome.focus)?.required
  if (required === null || required === undefined || over === 'C' || over === 'N') return false
  const at = firstReaches(x, N, required.N)
  return at !== null && Math.abs(Math.log(required[over] / at)) > 0.02
}

function axisWords(view: FrontierView): string {
  const { outcome, text, language } = view
  const { over } = outcome.frontier
  if (!held(view)) return text.axis[over]
  return fill(over === 'days' ? text.axis.daysHeld : text.axis.usdHeld, { p: formatText(outcome.plan.limits.confidence, 'percent', language) }, language)
}

/** The finding under the title: what twice the resource would bring, or what stands in the way. */
export function finding(view: FrontierView, point: PlanPoint | null, limits: readonly LimitLine[]): string {
  const { outcome, text, language } = view
  const { frontier } = outcome
  if (point === null) return axisWords(view)
  const full = view.names(point.id).long
  const name = inSentence(full)
  const curve = frontier.each[point.index]!.probability
  const percent = (p: number): string => formatText(p, 'probability', language)
  let sentence: string
  if (point.x === null) sentence = fill(text.findings.never, { name: full, most: percent(point.most), wanted: percent(point.wanted) }, language)
  else {
    const doubled = valueAt(frontier.x, curve, point.x * 2) ?? point.most
    const stop = limits.find((l) => l.limit !== 'budget' && l.stops && l.x < point.x! * 2)
    if (stop !== undefined && doubled < 0.99)
      sentence = fill(text.findings.stops, { name, most: percent(point.most), limit: text.limits[stop.limit] }, language)
    else if (percent(doubled) === percent(point.wanted)) sentence = fill(text.findings.flat[frontier.over], { name, p: percent(doubled) }, language)
    else sentence = fill(text.findings.doubling[frontier.over], { name, p: percent(doubled) }, language)
  }
  return `${sentence}${language === 'en' ? ' ' : ''}${axisWords(view)}`
}

/** The caption: where the plan stands, where its base does, what less and more would bring, all targets, limits. */
export function sentence(view: FrontierView, point: PlanPoint | null, limits: readonly LimitLine[], base: PlanPoint | null): string {
  const { outcome, text, language } = view
  const { frontier } = outcome
  if (point === null) return text.noTargets
  const name = view.names(point.id).long
  const value = (x: number): string => formatText(x, kindOf[frontier.over], language)
  const percent = (p: number): string => formatText(p, 'probability', language)
  const parts: string[] = []
  if (point.x === null) parts.push(fill(text.findings.never, { name, most: percent(point.most), wanted: percent(point.wanted) }, language))
  else {
    const size = point.N === null ? '' : formatText(point.N, 'N', language)
    const chance = formatText(outcome.plan.limits.confidence, 'percent', language)
    const words = { name, wanted: percent(point.wanted), x: value(point.x), size, chance }
    parts.push(fill(held(view) ? text.sentence.reachesHeld : text.sentence.reaches, words, language))
    const curve = frontier.each[point.index]!.probability
    const others = [0.5, 0.9].flatMap((p) => {
      const x = Math.abs(p - point.wanted) < 0.005 ? null : firstReaches(frontier.x, curve, p)
      return x === null ? [] : [fill(text.sentence.other, { p: percent(p), x: value(x) }, language)]
    })
    if (others.length > 0) parts.push(others.join(text.sentence.comma) + text.sentence.stop)
    const all = frontier.each.length > 1 ? valueAt(frontier.x, frontier.all, point.x) : null
    if (all !== null) parts.push(fill(text.sentence.all, { all: allWords(view, frontier.each.length), p: percent(all) }, language))
  }
  if (view.isBase && base !== null && base.x !== null)
    parts.push(fill(text.sentence.base, { name: view.names(base.id).long, wanted: percent(base.wanted), x: value(base.x) }, language))
  for (const l of limits) {
    const words = { limit: l.lines[0], value: l.lines[1], x: value(l.x) }
    parts.push(fill(words.value === words.x ? text.sentence.own : text.sentence.limit, words, language))
  }
  return parts.join(language === 'en' ? ' ' : '')
}
