/** The forms that are sums of E, a power of N and a power of D, in the coordinates (E, a, b, α, β) of `powerLawSum`. */
import type { Form } from './form'
import { powerLawSum, type Terms } from './powerLawSum'
import type { Sample } from './sample'

/** Exponents and shares of an irreducible loss in the least loss from which fits start: 4 × 4 × 3 points. */
const EXPONENTS = [0.1, 0.3, 0.6, 1.2]
const SHARES = [0.3, 0.6, 0.9]

/** Constants and coordinates turn into each other to about this. */
const ROUNDING = 1e-9

const ONE = {
  E: [1, 0, 0, 0, 0],
  alpha: [0, 0, 0, 1, 0],
  beta: [0, 0, 0, 0, 1]
}

/** A = e^(a + αx̄), the amplitude of A/N^α, and its slopes. */
const amplitudeOfN = (θ: Float64Array, { meanX }: Sample): number => Math.exp(θ[1]! + θ[3]! * meanX)
const amplitudeOfD = (θ: Float64Array, { meanY }: Sample): number => Math.exp(θ[2]! + θ[4]! * meanY)
const slopesOfN = (A: number, { meanX }: Sample): number[] => [0, A, 0, A * meanX, 0]
const slopesOfD = (B: number, { meanY }: Sample): number[] => [0, 0, B, 0, B * meanY]

export const chinchillaFit: Form = {
  ...shared({ E: true, A: true, B: true }, ['E', 'A', 'B', 'alpha', 'beta']),
  names: ['E', 'A', 'B', 'alpha', 'beta'],
  symbols: ['E', 'A', 'B', 'α', 'β'],
  formula: 'L(N, D) = E + A/N^α + B/D^β',
  hasD: true,
  constants: (θ, sample) => Float64Array.of(θ[0]!, amplitudeOfN(θ, sample), amplitudeOfD(θ, sample), θ[3]!, θ[4]!),
  coordinates: ([E, A, B, α, β], { meanX, meanY }) => Float64Array.of(E!, Math.log(A!) - α! * meanX, Math.log(B!) - β! * meanY, α!, β!),
  slopes: (θ, sample) => [ONE.E, slopesOfN(amplitudeOfN(θ, sample), sample), slopesOfD(amplitudeOfD(θ, sample), sample), ONE.alpha, ONE.beta],
  loss: ([E, A, B, α, β], N, D) => E! + A! / N ** α! + B! / D ** β!,
  exponents: ([, , , α, β]) => allocation(α!, β!),
  optimum: ([, A, B, α, β], C, k) => optimumOf({ A: A!, B: B!, α: α!, β: β! }, C / k)
}

export const separableFit: Form = {
  ...shared({ E: false, A: true, B: true }, [null, 'Nc', 'Dc', 'alphaN', 'alphaD']),
  names: ['Nc', 'alphaN', 'Dc', 'alphaD'],
  symbols: ['N_c', 'α_N', 'D_c', 'α_D'],
  formula: 'L(N, D) = (N_c/N)^α_N + (D_c/D)^α_D',
  hasD: true,
  // (N_c/N)^α = e^(a − αx) at ln N_c = a/α + x̄.
  constants: (θ, { meanX, meanY }) => Float64Array.of(Math.exp(θ[1]! / θ[3]! + meanX), θ[3]!, Math.exp(θ[2]! / θ[4]! + meanY), θ[4]!),
  coordinates: ([Nc, α, Dc, β], { meanX, meanY }) => Float64Array.of(0, α! * (Math.log(Nc!) - meanX), β! * (Math.log(Dc!) - meanY), α!, β!),
  slopes: (θ, sample) => {
    const [Nc, α, Dc, β] = separableFit.constants(θ, sample)
    return [[0, Nc! / α!, 0, (-Nc! * θ[1]!) / α! ** 2, 0], ONE.alpha, [0, 0, Dc! / β!, 0, (-Dc! * θ[2]!) / β! ** 2], ONE.beta]
  },
  loss: ([Nc, α, Dc, β], N, D) => (Nc! / N) ** α! + (Dc! / D) ** β!,
  exponents: ([, α, , β]) => allocation(α!, β!),
  optimum: ([Nc, α, Dc, β], C, k) => optimumOf({ A: Nc! ** α!, B: Dc! ** β!, α: α!, β: β! }, C / k)
}

export const powerOffsetFit: Form = {
  ...shared({ E: true, A: true, B: false }, ['b', 'a', null, 'alpha', null]),
  names: ['a', 'alpha', 'b'],
  symbols: ['a', 'α', 'b'],
  formula: 'L(N) = a·N^−α + b',
  hasD: false,
  constants: (θ, sample) => Float64Array.of(amplitudeOfN(θ, sample), θ[3]!, θ[0]!),
  coordinates: ([a, α, b], { meanX }) => Float64Array.of(b!, Math.log(a!) - α! * meanX, -Infinity, α!, 0),
  slopes: (θ, sample) => [slopesOfN(amplitudeOfN(θ, sample), sample), ONE.alpha, ONE.E],
  loss: ([a, α, b], N) => a! * N ** -α! + b!,
  exponents: () => null,
  optimum: () => null
}

/** Hoffmann et al. 2022, eq. 4: a = β/(α + β), b = α/(α + β). */
const allocation = (α: number, β: number) => (α > 0 && β > 0 ? { a: β / (α + β), b: α / (α + β) } : null)

/** The same, eq. 4: N* = G·(C/k)^a, D* = (C/k)^b/G, G = (αA/βB)^(1/(α + β)). */
function optimumOf({ A, B, α, β }: { A: number; B: number; α: number; β: number }, perK: number) {
  const exponents = allocation(α, β)
  if (exponents === null) return null
  const G = ((α * A) / (β * B)) ** (1 / (α + β))
  return { N: G * perK ** exponents.a, D: perK ** exponents.b / G }
}

/** What the three have in common. `bounded` names the constant of each coordinate: null where the form has none. */
function shared(terms: Terms, bounded: readonly (string | null)[]): Pick<Form, 'objective' | 'starts' | 'atBound'> {
  return {
    objective: (sample, weights) => powerLawSum(sample, weights, terms),
    starts: ({ z }) => {
      const least = Math.exp(z.reduce((low, v) => Math.min(low, v), Infinity))
      const middle = Math.exp(z.reduce((sum, v) => sum + v, 0) / z.length)
      // In the middle of the runs the terms share what E leaves of the loss.
      const term = (E: number): number => Math.log((middle - E) / (terms.A && terms.B ? 2 : 1))
      return (terms.E ? SHARES : [0]).flatMap((share) =>
        EXPONENTS.flatMap((α) =>
          (terms.B ? EXPONENTS : [0]).map((β) => Float64Array.of(share * least, term(share * least), terms.B ? term(share * least) : -Infinity, α, β))
        )
      )
    },
    atBound: (θ, { lower, upper }) =>
      bounded.filter((name, k): name is string => name !== null && lower[k]! < upper[k]! && (θ[k]! - lower[k]! <= ROUNDING || upper[k]! - θ[k]! <= ROUNDING))
  }
}
