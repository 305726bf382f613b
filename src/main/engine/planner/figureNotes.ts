/** What a reader should know about the figures that each target's threshold rests on: how weak they are, how they were combined, and what moved them. */
import type { Note } from '../../../shared/notes'
import { note } from '../../../shared/notes'
import { kindOfAxis } from '../../../shared/plan/targetInputs'
import type { Plan, Target } from '../../../shared/plan/schema'
import { lnCriticalAt } from './belief'
import { figuresOf, isOpen, OPEN_RANGE, type Figure } from './figures'
import { lnProgress, monthsOf, progressOf, type Progress } from './progress'
import { nameOf, type Wanted } from './requiredSize'
import { normalQuantile } from '../numeric/normal'

/** What every note about a target says first. */
interface About {
  target: string
  targetId: string
}

export function figureNotes({ plan, wanted }: { plan: Plan; wanted: readonly Wanted[] }): Note[] {
  const progress = progressOf(plan)
  return wanted.flatMap((each, i) => {
    const { target } = each
    const about = { target: nameOf(target), targetId: target.id }
    const figures = figuresOf(target)
    return [
      ...figures.flatMap((figure) => (figure.entry === null ? ownFigure(figure, about, target, i) : entryFigure(figure, about, target, i))),
      ...combined(each, figures, about, i),
      ...moved(target, figures, progress, about, i)
    ]
  })
}

/** The target's own critical scale. A 50 % point is what the link needs to be placed; only figures that were read as one without being one are weak. */
function ownFigure({ critical, means }: Figure, about: About, target: Target, i: number): Note[] {
  const high = upperEnd(critical)
  const open = high === null ? [] : [note('open-range', { ...about, high, kind: kindOfAxis(target.axis) }, `targets.${i}.critical`)]
  return means === 'scale' || means === 'p50' ? open : [...open, note(`critical-${means}`, { ...about }, `targets.${i}.criticalMeans`)]
}

/** The same of an entry of its evidence. */
function entryFigure({ critical, means, entry }: Figure, about: About, target: Target, i: number): Note[] {
  const path = `targets.${i}.entries.${entry}`
  const values = { ...about, entry: entryName(target, entry ?? 0) }
  const high = upperEnd(critical)
  const open = high === null ? [] : [note('entry-open-range', { ...values, high, kind: kindOfAxis(target.axis) }, `${path}.critical`)]
  return means === 'scale' || means === 'p50' ? open : [...open, note(`entry-${means}`, values, `${path}.means`)]
}

/** What stands in for an open upper end; null when there is one. */
const upperEnd = (critical: Target['critical']): number | null => (typeof critical !== 'number' && isOpen(critical) ? OPEN_RANGE * critical.low : null)

/** How an entry is called: by its source, its id, else its place. */
const entryName = ({ entries }: Target, at: number): string => entries[at]?.source || entries[at]?.id || `${at + 1}`

/** That several entries make a mixture, which of them do not count, and that they share one steepness. */
function combined({ target, belief }: Wanted, figures: readonly Figure[], about: About, i: number): Note[] {
  const path = `targets.${i}.entries`
  const elsewhere = target.entries.flatMap((each, at) =>
    each.ticked && each.axis !== target.axis ? [note('evidence-other-axis', { ...about, entry: entryName(target, at) }, `${path}.${at}.axis`)] : []
  )
  if (figures.length < 2) return elsewhere
  const [low, high] = [0.05, 0.95].map((q) => Math.exp(lnCriticalAt(belief, normalQuantile(q)))) as [number, number]
  const mixture = note('evidence-mixture', { ...about, count: figures.length, low, high, kind: kindOfAxis(target.axis) }, path)
  const stated = figures.flatMap(({ entry }) => target.entries[entry ?? -1]?.steepness ?? [])
  const differs = target.link !== 'step' && stated.some((steepness) => Math.abs(Math.log(steepness / target.steepness)) > SAME_STEEPNESS)
  const steepness = { low: Math.min(...stated), high: Math.max(...stated), used: target.steepness }
  return [...elsewhere, mixture, ...(differs ? [note('evidence-steepness', { ...about, ...steepness }, `targets.${i}.steepness`)] : [])]
}

/** Steepnesses within 10 % of each other are the same to a planner. */
const SAME_STEEPNESS = 0.1

function moved(target: Target, figures: readonly Figure[], progress: Progress | null, about: About, i: number): Note[] {
  return [...progressNotes(target, figures, progress, about, i), ...shiftNotes(target, about, i)]
}

function progressNotes({ axis }: Target, figures: readonly Figure[], progress: Progress | null, about: About, i: number): Note[] {
  if (progress === null) return []
  const path = `targets.${i}.criticalAsOf`
  if (axis === 'effective') return [note('progress-not-on-loss', { ...about }, path)]
  const own = figures.filter(({ dated }) => dated.fromOwnRuns).length
  const undated = figures.filter(({ dated }) => !dated.fromOwnRuns && dated.date === null).length
  const dated = figures.filter((figure) => !figure.dated.fromOwnRuns && figure.dated.date !== null)
  const factors = dated.map((figure) => Math.exp(lnProgress(progress, axis, figure.dated)))
  const [low, high] = [Math.min(...factors), Math.max(...factors)]
  const months = progress.halvingMonths
  const notes: Note[] = []
  // Where dates are absurd the factor is no number; the target then says that its scale is none.
  if (factors.length > 0 && Number.isFinite(high)) {
    const years = (monthsOf(progress.baseDate) - monthsOf(dated[0]?.dated.date ?? progress.baseDate)) / 12
    notes.push(
      low === high
        ? note('progress-applied', { ...about, factor: low, years, months }, path)
        : note('progress-applied-range', { ...about, low, high, months }, path)
    )
  }
  if (own > 0) notes.push(note('progress-own-runs', { ...about, count: own }, path))
  if (undated > 0) notes.push(note('progress-without-date', { ...about, count: undated }, figures[0]?.entry === null ? path : `targets.${i}.entries`))
  return notes
}

function shiftNotes({ shift }: Target, about: About, i: number): Note[] {
  if (shift === null || shift.factor === 1) return []
  const { factor } = shift
  const reason = shift.reason.trim()
  return [
    reason === ''
      ? note('threshold-shifted-without-reason', { ...about, factor }, `targets.${i}.shift.reason`)
      : note('threshold-shifted', { ...about, factor, reason }, `targets.${i}.shift`)
  ]
}
