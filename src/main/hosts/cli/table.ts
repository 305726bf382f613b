/** An outcome as text for a terminal: aligned, at most 100 columns wide. */
import type { Note } from '../../../shared/notes'
import type { Outcome, TargetOutcome } from '../../../shared/outcome'
import type { Plan, Target } from '../../../shared/plan/schema'
import { formatBelief, formatText, plain } from '../../../shared/text/format'
import { messages } from '../../../shared/text/messages'
import { targetName } from '../../../shared/text/names'
import { sayNotes } from '../../../shared/text/sayNotes'
import type { Kind } from '../../../shared/text/units'
import { columns, wrap } from './columns'

const WIDTH = 100
const NONE = '–'
/** @param bare without a unit word, where the heading of the column says it */
const show = (value: number | null | undefined, kind: Kind, bare = false): string =>
  value === null || value === undefined ? NONE : formatText(value, kind, 'en', { bare })

/** @param notes how the file was read, such as fields that were filled in */
export function outcomeTable(outcome: Outcome, notes: readonly Note[]): string {
  const { plan } = outcome
  const heading = [plan.name || 'Untitled plan', ...wrap(assumptions(outcome), WIDTH)].join('\n')
  const sections = [
    heading,
    section('Targets', targets(outcome)),
    section('Out of reach', outOfReach(outcome)),
    section('Scaling path', path(outcome)),
    section('Value', value(outcome)),
    section('Watch', remarks([...notes, ...outcome.warnings], outcome.plan))
  ]
  return sections.filter((text) => text !== '').join('\n\n') + '\n'
}

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n'))

function assumptions({ plan }: Outcome): string {
  const { law, cluster, accelerator, costs, limits, decision } = plan
  const said = [
    `law ${law.id} (${law.id === 'fitted:chinchilla' ? 'own' : law.constants} constants)`,
    `${show(cluster.accelerators, 'count')} × ${accelerator.name} at ${plain(formatBelief(costs.pricePerHourUsd, 'usdPerHour', 'en'))} per hour`,
    `MFU ${plain(formatBelief(cluster.mfu, 'percent', 'en'))}`,
    limits.budgetUsd === null ? 'no budget limit' : `budget ${show(limits.budgetUsd, 'usd')}`,
    limits.deadlineDays === null ? 'no deadline' : `deadline ${show(limits.deadlineDays, 'days')}`,
    `discount rate ${show(decision.discountRate, 'percent')}`,
    `seed ${plan.seed}`
  ]
  return said.join(' · ')
}

const nameOf = (target: Target): string => targetName(target, messages.en).long

function targets({ plan, targets: found }: Outcome): string[] {
  const rows = plan.targets.map((target, i) => {
    const outcome = found[i] as TargetOutcome
    const { required } = outcome
    return [
      nameOf(target),
      show(target.wanted, 'probability'),
      show(required?.N, 'N'),
      show(required?.D, 'D'),
      show(required?.C, 'C', true),
      show(required?.usd, 'usd'),
      show(required?.days, 'days'),
      show(outcome.probability, 'probability'),
      outcome.roi === null ? NONE : show(outcome.roi, 'factor'),
      outcome.priority ?? NONE
    ]
  })
  if (rows.length === 0) return ['The plan has no targets yet.']
  return columns(['capability', 'wanted', 'N', 'D', 'FLOP', 'cost', 'time', 'P', 'ROI', 'priority'], rows, 'lrrrrrrrrl', WIDTH - 2)
}

function outOfReach({ plan, targets: found }: Outcome): string[] {
  return plan.targets.flatMap((target, i) => {
    const { outOfReach: limits, reason } = found[i] as TargetOutcome
    const name = nameOf(target)
    if (reason !== null) return hanging(`${name}: ${reason.message}`)
    if (limits === null) return []
    const broken = limits.limits.map(({ limit, needs, has }) => `${limit} needs ${limitValue(limit, needs)}, has ${limitValue(limit, has)}`)
    return hanging(`${name}: ${limits.binding} binds; ${broken.join('; ')}`)
  })
}

const LIMIT_KINDS: Record<string, Kind> = { budget: 'usd', deadline: 'days', memory: 'count', data: 'D', compute: 'C', step: 'N' }
const limitValue = (limit: string, value: number): string => show(value, LIMIT_KINDS[limit] ?? 'number')

function path({ plan, path: { rungs, nothing } }: Outcome): string[] {
  if (rungs.length === 0) return hanging(nothing?.message ?? 'Nothing is run.')
  const names = new Map(plan.targets.map((target) => [target.id, nameOf(target)]))
  const rows = rungs.map((rung, i) => [
    String(i + 1),
    show(rung.run.N, 'N'),
    show(rung.run.D, 'D'),
    show(rung.run.C, 'C', true),
    show(rung.usd, 'usd'),
    show(rung.cumulativeUsd, 'usd'),
    show(rung.endDays, 'days'),
    show(rung.chanceRun, 'probability'),
    show(rung.all, 'probability'),
    rung.unlocks.map((id) => names.get(id) ?? id).join(', ') || NONE
  ])
  return columns(['run', 'N', 'D', 'FLOP', 'cost', 'so far', 'ends', 'is run', 'P(all)', 'unlocks'], rows, 'rrrrrrrrrl', WIDTH - 2)
}

function value({ path: { value: worth, unitOfBenefit, withinBudget, withinDeadline, binding } }: Outcome): string[] {
  const lines =
    unitOfBenefit === 'usd'
      ? [`expected ${show(worth.expected, 'usd')} stopping when all is reached, ${show(worth.committed, 'usd')} if every run is trained`]
      : [`${show(worth.points, 'points')} points for an expected ${show(worth.expectedCost, 'usd')}`]
  if (withinBudget !== null) lines.push(`within the budget with ${show(withinBudget, 'probability')} probability`)
  if (withinDeadline !== null) lines.push(`within the deadline with ${show(withinDeadline, 'probability')} probability`)
  if (binding !== null && binding.length > 0) lines.push(`stopped by: ${binding.join(', ')}`)
  return lines.flatMap(hanging)
}

const remarks = (notes: readonly Note[], plan: Plan): string[] =>
  sayNotes(notes, plan, 'en').flatMap(({ text, paths }) => hanging(paths.length === 0 ? text : `${text} [${paths.join(', ')}]`))

/** A paragraph with its later lines set in. */
const hanging = (text: string): string[] => wrap(text, WIDTH - 6).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))
