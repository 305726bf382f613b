/**
 * Beliefs given what finished runs showed (docs/model.md, Finished runs): T_i in (a_i, b_i], jointly through the common factor g. Given g the targets are independent, so
 *   p(g | seen) ∝ φ(g)·∏_i L_i(g),  L_i(g) = F̄_i(b_i | g) − F̄_i(a_i | g),
 *   F̄_i(x | seen) = E_g[(F̄_i(x | g) − F̄_i(a_i | g))/L_i(g)],  H(x | seen) = E_g[∏_open (F̄_i(x_i | g) − F̄_i(a_i | g))/L_i(g)].
 * With one target, or ρ = 0, that is (F̄(x) − F̄(a))/(1 − F̄(a)).
 */
import { noAnswer, type NoAnswer } from '../../../shared/notes'
import type { Rule } from '../numeric/quadrature'
import { keyOf, marginal, marginals, requiredScale, type TargetBelief } from './belief'
import { conditional, conditionalOf } from './conditional'
import { eachNode, likelihoodOver, nodesOver } from './likelihood'
import { smallest } from './mixture'
import type { Seen } from './seen'

/** `open`: still to be reached. `done`: a finished run reached it. `lost`: its belief leaves no chance to what was seen, so nothing is expected of it. */
export type TargetState = 'open' | 'done' | 'lost'

export interface Observed {
  states: readonly TargetState[]
  seen: readonly Seen[]
  beliefs: readonly TargetBelief[]
  rho: number
  /** True when no value of the common factor allows what was seen of all targets together: then they are taken as independent, ρ = 0. */
  apart: boolean
  /** What each target's own belief gave to what was seen of it, and all beliefs to everything that was seen. */
  chanceOfEach: readonly number[]
  chance: number
  /** False for a target whose belief left no chance to what was seen of it: the others do not hear of it. */
  possible: readonly boolean[]
  /** Nodes of g with their weights given everything that was seen. */
  posterior: Rule
  /** F̄ of target i at every exp(lnX): 1 when it is done, 0 when it is lost. */
  marginals(i: number, lnX: Float64Array): Float64Array
  /** F̄ of target i at one scale, given node j of g. */
  given(i: number, lnX: number, j: number): number
  /** H: every target that is not done is reached. `each` as from `marginals`. */
  all(lnX: readonly Float64Array[], each: readonly Float64Array[]): Float64Array
  /** What F̄ of an open target ends at. */
  ceiling(i: number): number
  /** The smallest scale at which an open target has the chance p, to 1e-12 relative; 0 when none is needed. */
  requiredScale(i: number, p: number): number | NoAnswer
}

/** A chance that is less than that, the nodes of g cannot tell from nothing. */
export const IMPOSSIBLE = 1e-7

/** The same for everything together: each chance is a product of many that may be small. */
const IMPOSSIBLE_TOGETHER = 1e-9

/** Null where no finished run says anything of a threshold: then beliefs are what they were. */
export function observe(beliefs: readonly TargetBelief[], seen: readonly Seen[], rho: number): Observed | null {
  if (seen.every(({ above, atMost }) => above === -Infinity && atMost === Infinity)) return null
  const key = `${rho} ${beliefs.map((belief, i) => `${keyOf(belief)} ${seen[i]!.above} ${seen[i]!.atMost}`).join(' ')}`
  const known = kept.get(key)
  if (known) return known
  const made = observed(beliefs, seen, rho)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
// As in `smoothed.ts`: a pure function of its key, kept for the next answer.
const kept = new Map<string, Observed>()
const KEPT = 16

function observed(beliefs: readonly TargetBelief[], seen: readonly Seen[], rho: number): Observed {
  const upTo = (i: number, ln: number): number => (ln === -Infinity ? 0 : ln === Infinity ? 1 : marginal(beliefs[i]!, Math.exp(ln)))
  const before = seen.map(({ above }, i) => upTo(i, above))
  const chanceOfEach = seen.map(({ atMost }, i) => upTo(i, atMost) - before[i]!)
  const possible = chanceOfEach.map((chance) => chance >= IMPOSSIBLE)
  const states = seen.map(({ atMost }, i): TargetState => (atMost < Infinity ? 'done' : possible[i] ? 'open' : 'lost'))
  const conditionals = beliefs.map((belief) => conditionalOf(belief, rho))
  const { nodes, weights } = nodesOver(conditionals)
  const likelihoods = conditionals.map((c, i) => (c === null || !possible[i] ? null : likelihoodOver(c, seen[i]!, nodes)))

  /** Weights of the nodes given what was seen of the targets but `except`. */
  const weightsBut = (except: (i: number) => boolean): Float64Array =>
    weights.map((weight, j) => likelihoods.reduce((product, L, i) => (L === null || except(i) ? product : product * L.upTo[j]!), weight))
  const together = weightsBut(() => false)
  const sum = together.reduce((total, w) => total + w, 0)
  if (sum < IMPOSSIBLE_TOGETHER && rho > 0) return { ...observed(beliefs, seen, 0), apart: true, chance: sum }
  const alone = chanceOfEach.reduce((product, chance, i) => (likelihoods[i] === null ? product * Math.max(0, chance) : product), 1)

  /** Whether anything seen of the others moves target i through g. */
  const moved = (i: number): boolean => conditionals[i] !== null && likelihoods.some((L, l) => l !== i && L !== null && L.moves)
  const others = new Map<number, { weights: Float64Array; sum: number }>()
  const weightsFor = (i: number): { weights: Float64Array; sum: number } => {
    const known = others.get(i)
    if (known) return known
    const but = weightsBut((l) => l === i)
    const made = { weights: but, sum: but.reduce((total, w, j) => total + w * likelihoods[i]!.upTo[j]!, 0) }
    others.set(i, made)
    return made
  }

  const one: Observed['marginals'] = (i, lnX) => {
    if (states[i] !== 'open') return new Float64Array(lnX.length).fill(states[i] === 'done' ? 1 : 0)
    if (!moved(i)) return marginals(beliefs[i]!, lnX).map((F) => share(F - before[i]!, 1 - before[i]!))
    const { weights: own, sum: total } = weightsFor(i)
    const out = new Float64Array(lnX.length)
    eachNode(conditionals[i]!, lnX, nodes, (F, j) => {
      const below = likelihoods[i]!.below[j]!
      for (let k = 0; k < out.length; k++) if (F[k]! > below) out[k]! += own[j]! * (F[k]! - below)
    })
    return out.map((gained) => share(gained, total))
  }

  const given: Observed['given'] = (i, lnX, j) => {
    if (states[i] !== 'open') return states[i] === 'done' ? 1 : 0
    const [c, L] = [conditionals[i], likelihoods[i]]
    if (!c || !L) return share(marginals(beliefs[i]!, Float64Array.of(lnX))[0]! - before[i]!, 1 - before[i]!)
    return share(conditional(c, lnX, nodes[j]!) - L.below[j]!, L.upTo[j]!)
  }

  const all: Observed['all'] = (lnX, each) => {
    const sizes = each[0]?.length ?? 0
    const open = states.flatMap((state, i) => (state === 'done' ? [] : [i]))
    const felt = open.filter((i) => states[i] === 'open' && conditionals[i] !== null)
    const H = new Float64Array(sizes).fill(1)
    if (felt.length > 1) {
      const products = nodes.length * sizes > MOST_AT_ONCE ? inParts : atOnce
      products(felt, lnX, H)
      for (let k = 0; k < sizes; k++) H[k] = share(H[k]!, sum)
    } else for (const i of felt) for (let k = 0; k < sizes; k++) H[k]! *= each[i]![k]!
    for (const i of open) if (!felt.includes(i)) for (let k = 0; k < sizes; k++) H[k]! *= each[i]![k]!
    // As in `joint`: rounding is taken out of the bounds that the exact H keeps.
    return H.map((h, k) => {
      let [least, misses] = [1, 0]
      for (const i of open) [least, misses] = [Math.min(least, each[i]![k]!), misses + 1 - each[i]![k]!]
      return Math.min(least, Math.max(0, 1 - misses, h))
    })
  }
  /** Σ_j of the weights of what is done times ∏ of what is gained by the open targets. */
  const accumulate = (felt: readonly number[], lnX: readonly Float64Array[], H: Float64Array, from: number, to: number): void => {
    const done = weightsBut((i) => felt.includes(i))
    const part = nodes.subarray(from, to)
    const product = Array.from(part, (_g, j) => new Float64Array(H.length).fill(done[from + j]!))
    for (const i of felt)
      eachNode(conditionals[i]!, lnX[i]!, part, (F, j) => {
        const below = likelihoods[i]!.below[from + j]!
        const row = product[j]!
        for (let k = 0; k < row.length; k++) row[k]! *= Math.max(0, F[k]! - below)
      })
    for (const row of product) for (let k = 0; k < row.length; k++) H[k]! += row[k]!
  }
  const atOnce = (felt: readonly number[], lnX: readonly Float64Array[], H: Float64Array): void => {
    H.fill(0)
    accumulate(felt, lnX, H, 0, nodes.length)
  }
  const inParts = (felt: readonly number[], lnX: readonly Float64Array[], H: Float64Array): void => {
    H.fill(0)
    for (let from = 0; from < nodes.length; from += 64) accumulate(felt, lnX, H, from, Math.min(nodes.length, from + 64))
  }

  const ceiling = (i: number): number => (moved(i) ? one(i, Float64Array.of(FAR))[0]! : share(beliefs[i]!.ceiling - before[i]!, 1 - before[i]!))
  return {
    states,
    seen,
    beliefs,
    rho,
    apart: false,
    chanceOfEach,
    chance: sum * alone,
    possible,
    posterior: { nodes, weights: together.map((w) => w / sum) },
    marginals: one,
    given,
    all,
    ceiling,
    requiredScale: (i, p) => {
      const belief = beliefs[i]!
      if (!moved(i)) return requiredScale(belief, before[i]! + p * (1 - before[i]!))
      const most = ceiling(i)
      if (p >= most) return noAnswer('unreachable', 'probability-above-ceiling', { wanted: p, ceiling: most })
      const short = (lnX: number): number => one(i, Float64Array.of(lnX))[0]! - p
      if (short(-FAR) >= 0) return 0
      let [low, high] = [belief.lnMedian - 1, belief.lnMedian + 1]
      for (let step = 1; short(low) >= 0; step *= 2) low -= step
      for (let step = 1; short(high) < 0 && high < FAR; step *= 2) high += step
      return Math.exp(smallest(short, low, high))
    }
  }
}
const FAR = 690
const MOST_AT_ONCE = 1 << 18

/** A share from 0 to 1, rounding taken out. */
const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole))
