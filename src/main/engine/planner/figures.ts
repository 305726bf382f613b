/** The published figures that a target's belief is made from (docs/model.md, Beliefs and probabilities): its ticked evidence, else its own critical scale. */
import { counts } from '../../../shared/plan/evidence'
import type { Target } from '../../../shared/plan/schema'
import { linkOf } from '../links/registry'
import { RANGE_90 } from '../numeric/normal'
import { lnProgress, type Dated, type Progress } from './progress'

/** ln c ~ N(lnMedian, sigma²); `median` keeps the digits of an exact figure, which exp(ln c) would not. */
export interface Part {
  lnMedian: number
  median: number
  /** 0 for an exact figure. */
  sigma: number
  /** True where c follows from a 50 % point, so that it moves with the steepness. */
  half: boolean
}

/** What `figuresOf` reads of a target; a bare figure needs the first few fields alone. */
export type Published = Pick<Target, 'link' | 'critical' | 'criticalMeans' | 'steepness' | 'floor' | 'ceiling'> &
  Partial<Pick<Target, 'axis' | 'entries' | 'criticalAsOf' | 'shift'>>

export interface Figure {
  critical: Target['critical']
  means: Target['criticalMeans']
  dated: Dated
  /** Place among the target's entries; null for its own critical scale. */
  entry: number | null
}

/** Upper end that stands in for an open range ("100B+"), as a multiple of the lower one, until the planner gives one. */
export const OPEN_RANGE = 3

const UNDATED: Dated = { date: null, fromOwnRuns: false }

/** Ticked entries on the target's axis; the target's own critical scale when there are none. An entry on another axis says nothing here: `warnings.ts` names it. */
export function figuresOf({ critical, criticalMeans, criticalAsOf = null, entries = [], axis = 'N' }: Published): Figure[] {
  const own: Figure = { critical, means: criticalMeans, dated: criticalAsOf ?? UNDATED, entry: null }
  const ticked = entries.flatMap((each, entry): Figure[] => (counts(each, axis) ? [{ critical: each.critical, means: each.means, dated: each, entry }] : []))
  return ticked.length > 0 ? ticked : [own]
}

export const isOpen = (critical: Target['critical']): boolean => typeof critical !== 'number' && critical.high === null

/**
 * The belief behind one figure: a number is exact, a 90 % range [a, b] is log-normal with median √(ab) and σ = ln(b/a)/3.2897.
 * A figure that is a 50 % point (or a first sighting, or of unknown meaning, both used so) is divided by the link's x50/c; floor and ceiling do not enter.
 */
export function partOf({ link, steepness, shift = null, axis = 'N' }: Published, { critical, means, dated }: Figure, progress: Progress | null): Part {
  const low = typeof critical === 'number' ? critical : critical.low
  const high = typeof critical === 'number' ? critical : (critical.high ?? OPEN_RANGE * critical.low)
  const lnPublished = low === high ? Math.log(low) : 0.5 * (Math.log(low) + Math.log(high))
  const lnHalf = means === 'scale' ? 0 : lnRatioAt(link, 0.5, steepness)
  const lnMoved = lnProgress(progress, axis, dated) + Math.log(shift?.factor ?? 1)
  const lnMedian = lnPublished - lnHalf + lnMoved
  const median = low === high && lnHalf === 0 && lnMoved === 0 ? low : Math.exp(lnMedian)
  return { lnMedian, median, sigma: low === high ? 0 : Math.log(high / low) / RANGE_90, half: means !== 'scale' }
}

/** ln of x/c at which the link is p: for scale-free links by ln ratioAt(p, 1)/α, which does not leave the range of numbers when the steepness is tiny. */
export function lnRatioAt(id: Target['link'], p: number, steepness: number): number {
  const link = linkOf(id)
  return link.scaleFree ? Math.log(link.ratioAt(p, 1)) / steepness : Math.log(link.ratioAt(p, steepness))
}
