/**
 * L = E + Σ_i c_i·Π_v (s_v/v)^(e_v): a sum of power terms in the law's variables and an irreducible part. Every law of the registry whose loss is such a sum
 * is made here, from the terms as its paper writes them, so that each of its files reads like the paper.
 *
 * The form is one of N and D: variables that are held (`Held`) become part of a term's coefficient, and compute that is not given apart is k·N·D. Each term
 * is then c·N^−p·D^−q with p, q ≥ 0, so the loss never grows with either. Along k·N·D = C a term moves as N^(q−p), so there is an interior optimum exactly
 * when one term falls with N there (p > q) and another grows (p < q); ln of each is linear in ln N, so the sum is convex and the optimum unique.
 */
import { bracketDecreasing, findRoot } from '../numeric/root'
import type { Held, LawForm, LossSurface } from './law'

/** N, D and C, languages, or the tokens of one modality. */
export type Variable = 'N' | 'D' | 'C' | 'languages' | `D.${string}`

/** (scale/variable)^exponent. */
export interface Factor {
  of: Variable
  scale: number
  exponent: number
}

export interface Term {
  /** What the term is read as; null where the law is one term and is not read as a part of anything. */
  name: string | null
  coefficient?: number
  factors: readonly Factor[]
}

export const factor = (of: Variable, scale: number, exponent: number): Factor => ({ of, scale, exponent })

/** c·N^−p·D^−q. */
interface Reduced {
  name: string | null
  c: number
  p: number
  q: number
}

/** The law of these terms, with the irreducible loss E ≥ 0. Scales, coefficients and exponents at least 0. Throws when a variable is neither N, D, C nor held. */
export function powerSum(terms: readonly Term[], E: number | null, held: Held): LawForm {
  const reduced = terms.map((term) => reduce(term, held))
  const at = ({ c, p, q }: Reduced, N: number, D: number) => c * N ** -p * D ** -q
  const sum = (some: readonly Reduced[], N: number, D: number) => some.reduce((total, term) => total + at(term, N, D), 0)

  // What neither N nor D moves belongs to the floor.
  const moving = reduced.filter(({ p, q }) => p > 0 || q > 0)
  const floor =
    (E ?? 0) +
    sum(
      reduced.filter(({ p, q }) => p === 0 && q === 0),
      1,
      1
    )
  const reducible = (N: number, D: number) => sum(moving, N, D)
  const loss = (N: number, D: number) => floor + reducible(N, D)
  const ofN = moving.filter(({ p }) => p > 0)
  const ofD = moving.filter(({ q }) => q > 0)
  const onlyN = moving.filter(({ q }) => q === 0)
  const onlyD = moving.filter(({ p }) => p === 0)

  /** x with Σ at(x) = rest for terms that fall in x from infinity to 0; null where no x has it. */
  const where = (some: readonly Reduced[], rest: number, value: (term: Reduced, x: number) => number): number | null => {
    if (some.length === 0 || !(rest > 0)) return null
    const excess = (lnX: number) => Math.log(some.reduce((total, term) => total + value(term, Math.exp(lnX)), 0) / rest)
    const bracket = bracketDecreasing(excess, LN_1E9, 1, LARGEST_REACH)
    return bracket && Math.exp(findRoot(excess, bracket, 1e-14))
  }
  const optimum = interiorOptimum(moving)
  const optimalSizeWith = (excess: number) => {
    if (optimum === null) return null
    return where(moving, excess, (term, N) => at(term, N, optimum.tokens(N)))
  }
  const surface: LossSurface = {
    reducible,
    elasticity: (N, D) => ({
      N: ofN.reduce((e, term) => e + term.p * at(term, N, D), 0) / loss(N, D),
      D: ofD.reduce((e, term) => e + term.q * at(term, N, D), 0) / loss(N, D)
    }),
    // With w_i the share of term i, ∂ln L/∂ln N = −Σ p·w, and its derivative is the variance of p under the shares (the floor has p = 0).
    curvature: (N, D) => {
      const L = loss(N, D)
      const mean = ofN.reduce((e, term) => e + (term.p * at(term, N, D)) / L, 0)
      const square = ofN.reduce((e, term) => e + (term.p ** 2 * at(term, N, D)) / L, 0)
      return Math.max(0, square - mean * mean)
    },
    sizeAt: (L, D) => where(ofN, L - floor - sum(onlyD, 1, D), (term, N) => at(term, N, D)),
    tokensAt: (L, N) => where(ofD, L - floor - sum(onlyN, N, 1), (term, D) => at(term, N, D)),
    infimumAtSize: (N) => floor + sum(onlyN, N, 1),
    infimumAtTokens: (D) => floor + sum(onlyD, 1, D),
    optimalSizeAt: (L) => optimalSizeWith(L - floor),
    effectiveSize: (N, D) => optimalSizeWith(reducible(N, D)) ?? NaN
  }
  return {
    loss,
    terms: named(reduced)
      ? (N, D) => ({ ...Object.fromEntries(reduced.map((term) => [term.name, at(term, N, D)])), ...(E === null ? {} : { irreducible: E }) })
      : null,
    floor,
    surface,
    optimum: optimum && ((C, k) => optimum.at(C / k)),
    optimalTokens: optimum && ((N) => optimum.tokens(N)),
    optimalSize: optimum && ((D) => optimum.size(D)),
    optimumExponent: optimum && optimum.exponent,
    limitedTo: null
  }
}

const named = (terms: readonly Reduced[]): terms is readonly (Reduced & { name: string })[] => terms.every(({ name }) => name !== null)

function reduce({ name, coefficient = 1, factors }: Term, held: Held): Reduced {
  const reduced: Reduced = { name, c: coefficient, p: 0, q: 0 }
  for (const { of, scale, exponent } of factors) {
    const value = heldValue(of, held)
    if (value !== null) reduced.c *= (scale / value) ** exponent
    else {
      reduced.c *= (of === 'C' ? scale / held.k : scale) ** exponent
      if (of === 'N' || of === 'C') reduced.p += exponent
      if (of === 'D' || of === 'C') reduced.q += exponent
    }
  }
  return reduced
}

/** What a variable is held at; null for N, D and compute that follows from them. */
function heldValue(of: Variable, { C, languages, modalities }: Held): number | null {
  if (of === 'N' || of === 'D') return null
  if (of === 'C') return C ?? null
  const value = of === 'languages' ? languages : modalities?.[of.slice('D.'.length)]
  if (value === undefined) throw new Error(`The law needs ${of}`)
  return value
}

/**
 * Least loss along N·D = X. With c_N·N^−p falling and c_D·D^−q growing it is where p·c_N·N^−p = q·c_D·D^−q (terms in N·D do not move); null when nothing
 * falls or nothing grows. Throws for sums with more than one term on a side: no law here has them.
 */
function interiorOptimum(terms: readonly Reduced[]) {
  const falling = terms.filter(({ p, q }) => p > q)
  const growing = terms.filter(({ p, q }) => p < q)
  if (falling.length === 0 || growing.length === 0) return null
  const [{ c: A, p: α, q: none }, { c: B, q: β, p: nor }] = [falling[0]!, growing[0]!]
  if (falling.length + growing.length > 2 || none !== 0 || nor !== 0) throw new Error('The optimum of such a sum has no closed form here')
  const G = ((α * A) / (β * B)) ** (1 / (α + β))
  return {
    at: (X: number) => ({ N: G * X ** (β / (α + β)), D: X ** (α / (α + β)) / G }),
    tokens: (N: number) => (N / G) ** (α / β) / G,
    size: (D: number) => G * (D * G) ** (β / α),
    exponent: β / (α + β)
  }
}

const LN_1E9 = Math.log(1e9)
/** e^±512 around 1e9: further out nothing is a number of parameters or tokens. */
const LARGEST_REACH = 512
