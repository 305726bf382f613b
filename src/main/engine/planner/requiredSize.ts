/** The size at which a target has its wanted probability, F̄(x) = p (docs/model.md, Beliefs and probabilities, "80 % sure"), and the reason where there is none. */
import type { Note } from '../../../shared/notes'
import { isNoAnswer, note, type NoAnswer } from '../../../shared/notes'
import type { Target } from '../../../shared/plan/schema'
import { runAt, type RunModel } from '../run'
import { LARGEST, sizeForScale, SMALLEST, type Unscalable } from '../sizeFor'
import { beliefOf, keyOf, requiredScale, type TargetBelief } from './belief'
import type { LinkBeliefs } from './linkBeliefs'
import type { Observed } from './observed'
import type { Progress } from './progress'

/** A probability counts as the wanted one when it misses it by no more than the error of the interpolated F̄. */
export const REACHED = 1e-9

/** A target with its belief and the size it asks for. */
export interface Wanted {
  target: Target
  belief: TargetBelief
  /** Scale on the target's axis at the wanted probability: 0 when no scale is needed, null when none suffices. */
  scale: number | null
  /** N of the run with that scale, null with a reason when there is none. */
  N: number | null
  reason: Note | null
  /** Why the scale exists but no run has it. */
  unscalable: Unscalable | null
}

/** `progress` moves published thresholds; null leaves them. `beside`: what is believed of the link. */
export function wantedOf(model: RunModel, target: Target, progress: Progress | null = null, beside: LinkBeliefs | null = null): Wanted {
  const belief = beliefOf(target, progress, beside)
  return wantedAt(model, target, belief, scaleOf(belief, target.wanted))
}

/** The same, given what finished runs showed: a target that they reached asks for no run, nor does one whose belief leaves no chance to what they showed. */
export function wantedGiven(model: RunModel, { target, belief }: Wanted, observed: Observed, i: number): Wanted {
  const state = observed.states[i]!
  const about = { target: nameOf(target), targetId: target.id }
  if (state === 'open') return wantedAt(model, target, belief, observed.requiredScale(i, target.wanted), observed.ceiling(i))
  const reason = state === 'done' ? note('target-reached', about) : note('target-lost', { ...about, chance: observed.chanceOfEach[i]! })
  return { target, belief, scale: null, N: null, reason, unscalable: null }
}

/** `ceiling`: where the chance ends. */
function wantedAt(model: RunModel, target: Target, belief: TargetBelief, scale: number | NoAnswer, ceiling = belief.ceiling): Wanted {
  const base = { target, belief, unscalable: null }
  const about = { target: nameOf(target), targetId: target.id, wanted: target.wanted }
  const beyond = note('scale-beyond-numbers', about, 'targets')
  if (isNoAnswer(scale))
    return {
      ...base,
      scale: null,
      N: null,
      reason: scale.code === 'beyond-numbers' ? beyond : note('wanted-above-ceiling', { ...about, ceiling })
    }
  if (scale === 0) return { ...base, scale, N: null, reason: note('no-scale-needed', { ...about, floor: belief.floor }) }
  const N = sizeForScale(model, target.axis, scale)
  if (typeof N === 'number') return computable(model, N) ? { ...base, scale, N, reason: null } : { ...base, scale: null, N: null, reason: beyond }
  return { ...base, scale: N === 'not-defined' ? null : scale, N: null, reason: unscalableNote(N, model, target), unscalable: N }
}

/** How a target is called in a sentence: its own name, else its capability, else its id. The screen puts the reader's language in its place. */
export const nameOf = (target: Pick<Target, 'id' | 'name' | 'capability'>): string => target.name || target.capability || target.id

/**
 * `requiredScale`, kept for the next answer: a quadrature for each target, while an edit changes one of them at most. Same arguments, same result; the oldest is dropped.
 */
function scaleOf(belief: TargetBelief, wanted: number): ReturnType<typeof requiredScale> {
  const key = `${keyOf(belief)} ${wanted}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const scale = requiredScale(belief, wanted)
  if (kept.size >= 256) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, scale)
  return scale
}
const kept = new Map<string, ReturnType<typeof requiredScale>>()

/** True when every figure of the run of N parameters is a number above 0: absurd inputs can leave the range of numbers, and say so. */
export function computable(model: RunModel, N: number): boolean {
  if (!(N >= SMALLEST && N <= LARGEST)) return false
  const run = runAt(model, N)
  return (
    [run.D, run.C, run.usdRange.p95, run.usd, run.daysRange.p95, run.days, run.energyKwh, run.co2Kg, run.servingUsd, run.minAccelerators].every(
      Number.isFinite
    ) &&
    run.C > 0 &&
    run.usd > 0 &&
    run.days > 0
  )
}

function unscalableNote(why: Unscalable, model: RunModel, target: Target): Note {
  const about = { target: nameOf(target), targetId: target.id }
  if (why === 'not-defined') return note('effective-size-not-defined', { ...about, law: model.law.name })
  if (why === 'data') return note('data-stops-effective-size', { ...about, tokens: model.tokenCap })
  return note('fixed-tokens-stop-effective-size', about)
}
