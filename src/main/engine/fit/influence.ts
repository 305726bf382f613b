/** Which runs the constants rest on: what leaving out single runs, and sets of them, changes. */

/** Refits without one run times runs in each: a few seconds. */
const REFITTED_RUNS = 5e6
const [LEAST_SINGLE, MOST_SINGLE] = [100, 1000]

/** How many single runs are refitted exactly of so many: all up to a thousand; of more, those that matter most to first order, fewer of very many. */
export const singlesOf = (runs: number): number => Math.min(runs, MOST_SINGLE, Math.max(LEAST_SINGLE, Math.floor(REFITTED_RUNS / runs)))
/** Size of the sets of highest losses, most influential runs and largest residuals: a fiftieth of the runs. */
const SET_SHARE = 1 / 50

export const setSize = (runs: number): number => Math.max(1, Math.ceil(runs * SET_SHARE))

/** Places of the k largest values, largest first; ties by place. */
export const largest = (values: readonly number[], k: number): number[] =>
  values
    .map((value, i) => ({ value, i }))
    .sort((a, b) => b.value - a.value || a.i - b.i)
    .slice(0, k)
    .map(({ i }) => i)

/** Places of the fifth of runs (at least one) with the largest budgets: held out, and left out as a set. Runs of equal budget go together. */
export function largestBudgets(C: readonly number[]): number[] {
  const cut = [...C].sort((a, b) => b - a)[Math.max(0, Math.ceil(C.length / 5) - 1)]!
  return C.flatMap((value, i) => (value >= cut ? [i] : []))
}

export const difference = (constants: Float64Array, from: Float64Array): Float64Array => constants.map((value, k) => value - from[k]!)

/** Places of the exponents among the constants. */
export const exponentsAmong = (names: readonly string[]): number[] => names.flatMap((name, k) => (/^(alpha|beta)/.test(name) ? [k] : []))

/** How far a change moves a constant, as a share of it. */
export const shareMoved = (delta: Float64Array, constants: Float64Array, k: number): number =>
  constants[k] === 0 ? Infinity : Math.abs(delta[k]! / constants[k]!)

/** The exponent that one of the changes moves farthest for its size. */
export function mostMoved(names: readonly string[], constants: Float64Array, deltas: readonly Float64Array[]): number {
  const farthest = (k: number): number => deltas.reduce((most, delta) => Math.max(most, shareMoved(delta, constants, k)), 0)
  return exponentsAmong(names).reduce((worst, k) => (farthest(k) > farthest(worst) ? k : worst))
}
