/** What a simulation says so far: means and percentiles, each with its standard error. */
import type { DrawMethod } from '../draws/drawPlan'
import { errorFromGroups, percentilesOf, quantilesFrom } from '../percentiles/percentile'
import type { Counted } from '../percentiles/rankCounter'
import { SCALES, type ModelOutput } from './model'
import type { BlockMean } from './simulateBlocks'

/** `value` is null where it is infinite or beyond the range of numbers; `standardError`, from the number of draws alone, where it cannot be told. */
export interface Estimate {
  value: number | null
  standardError: number | null
}
export interface OutputSummary {
  name: string
  /** Null when not asked for, or nothing is known yet. */
  mean: Estimate | null
  percentiles: (Estimate & { p: number })[] | null
}

const finite = (x: number | null): number | null => (x !== null && Number.isFinite(x) ? x : null)

/** How an output shows the values that were counted for it. */
export const shownBy = ({ scale, follows }: ModelOutput): ((value: number) => number) =>
  follows === undefined ? SCALES[scale] : (value) => SCALES[scale](follows.by(value))

/**
 * Percentiles from what the groups of draws counted of one output, for it and for those that follow it, by how each shows the values. Plain draws: error by ranks; Sobol and
 * Latin hypercube: by the scatter of the groups.
 * @param whole whether all draws are in: then an error that a group cannot give is a reason to repeat the pass, before it is just not known yet
 * @returns null when nothing was counted, or a percentile lies in a cell that was not kept
 */
export function percentileSummaries(
  shows: readonly ((value: number) => number)[],
  groups: readonly (readonly Counted[])[],
  { probabilities, method, whole }: { probabilities: readonly number[]; method: DrawMethod; whole: boolean }
): NonNullable<OutputSummary['percentiles']>[] | null {
  if (groups.length === 0) return null
  const pooled = percentilesOf(groups.flat(), probabilities, shows)
  if (pooled === null) return null
  const errors = method === 'plain' ? pooled.map((each) => each.map(({ standardError }) => standardError)) : groupErrors(groups, probabilities, shows)
  if (errors === null && whole) return null
  return pooled.map((each, s) =>
    each.map(({ value }, i) => ({
      p: probabilities[i]!,
      value: finite(value),
      standardError: finite(value) === null ? null : finite(errors?.[s]![i] ?? null)
    }))
  )
}

/** The same of one output. */
export const percentileSummary = (
  output: ModelOutput,
  groups: readonly (readonly Counted[])[],
  asked: { probabilities: readonly number[]; method: DrawMethod; whole: boolean }
): OutputSummary['percentiles'] => percentileSummaries([shownBy(output)], groups, asked)?.[0] ?? null

/** Null when a percentile of a group lies in a cell that was not kept. */
function groupErrors(
  groups: readonly (readonly Counted[])[],
  probabilities: readonly number[],
  shows: readonly ((value: number) => number)[]
): (number | null)[][] | null {
  const each: number[][][] = []
  for (const group of groups) {
    const found = quantilesFrom(group, probabilities, shows)
    if (found === null) return null
    each.push(found)
  }
  return shows.map((_show, s) => probabilities.map((_p, i) => errorFromGroups(each.map((group) => group[s]![i]!))))
}

/**
 * Mean of an output: blocks are added in their order, so that the last digit does not depend on who simulated which. An event that every draw agrees on is not certain
 * for that: its error is that of Agresti & Coull (1998), p̃ = (successes + 2)/(n + 4), about 1.4/n.
 */
export function meanSummary({ mean }: ModelOutput, groups: readonly (readonly BlockMean[])[], method: DrawMethod): Estimate | null {
  if (groups.length === 0) return null
  const all = pooledMean(groups.flat())
  const n = all.count
  const scatter = method === 'plain' ? Math.sqrt(all.squares / (n - 1) / n) : errorFromGroups(groups.map((group) => pooledMean(group).mean))
  const unanimous = mean === 'event' && (all.mean === 0 || all.mean === 1)
  return { value: finite(all.mean), standardError: unanimous ? unanimousError(n) : finite(scatter) }
}

const unanimousError = (n: number): number => Math.sqrt((2 * (n + 2)) / (n + 4) ** 3)

/** A chance that was counted: by the scatter of the groups, of plain draws (no groups) by √(p(1 − p)/n), and never as certain as draws that all agree make it look. */
export function chanceEstimate(share: number, draws: number, groups: readonly number[]): Estimate {
  if (share <= 0 || share >= 1) return { value: share, standardError: unanimousError(draws) }
  return { value: share, standardError: groups.length === 0 ? Math.sqrt((share * (1 - share)) / draws) : errorFromGroups(groups) }
}

/** Chan, Golub & LeVeque 1979: pairwise update of mean and squared deviations. */
function pooledMean(blocks: readonly BlockMean[]): BlockMean {
  let count = 0
  let mean = 0
  let squares = 0
  for (const block of blocks) {
    const total = count + block.count
    const apart = block.mean - mean
    mean += (apart * block.count) / total
    squares += block.squares + (apart * apart * count * block.count) / total
    count = total
  }
  return { count, mean, squares }
}
