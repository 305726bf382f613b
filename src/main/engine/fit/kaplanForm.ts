/** Kaplan et al. 2020, eq. 1.5, in the coordinates (u, v, r, γ) of its objective. */
import type { Form } from './form'
import { kaplanObjective } from './kaplanObjective'

const GAMMAS = [0.05, 0.1, 0.2, 0.4]
const RATIOS = [0.4, 0.75, 1.5]
/** ln of the term of N over that of D in the middle of the runs. */
const BALANCES = [-2, 0, 2]

export const kaplanFit: Form = {
  names: ['Nc', 'alphaN', 'Dc', 'alphaD'],
  symbols: ['N_c', 'α_N', 'D_c', 'α_D'],
  formula: 'L(N, D) = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D',
  hasD: true,
  objective: kaplanObjective,
  starts: ({ z }) => {
    const middle = z.reduce((sum, v) => sum + v, 0) / z.length
    return GAMMAS.flatMap((γ) =>
      RATIOS.flatMap((r) =>
        BALANCES.map((balance) => {
          const v = middle / γ - Math.log1p(Math.exp(balance))
          return Float64Array.of(v + balance, v, r, γ)
        })
      )
    )
  },
  // (N_c/N)^r = e^(u − rx) at ln N_c = u/r + x̄.
  constants: ([u, v, r, γ], { meanX, meanY }) => Float64Array.of(Math.exp(u! / r! + meanX), r! * γ!, Math.exp(v! + meanY), γ!),
  coordinates: ([Nc, αN, Dc, αD], { meanX, meanY }) => Float64Array.of((αN! / αD!) * (Math.log(Nc!) - meanX), Math.log(Dc!) - meanY, αN! / αD!, αD!),
  slopes: (θ, sample) => {
    const [u, , r, γ] = θ
    const [Nc, , Dc] = kaplanFit.constants(θ, sample)
    return [
      [Nc! / r!, 0, (-Nc! * u!) / r! ** 2, 0],
      [0, 0, γ!, r!],
      [0, Dc!, 0, 0],
      [0, 0, 0, 1]
    ]
  },
  loss: ([Nc, αN, Dc, αD], N, D) => ((Nc! / N) ** (αN! / αD!) + Dc! / D) ** αD!,
  exponents: ([, αN, , αD]) => (αN! > 0 ? { a: αD! / (αN! + αD!), b: αN! / (αN! + αD!) } : null),
  // N = (r·N_c^r·C/(k·D_c))^(1/(1 + r)), as in the law of the same form.
  optimum: ([Nc, αN, Dc, αD], C, k) => {
    const r = αN! / αD!
    const N = Nc! * ((r * C) / (k * Dc! * Nc!)) ** (1 / (1 + r))
    return r > 0 ? { N, D: C / (k * N) } : null
  },
  atBound: (θ, { lower, upper }) => ['Nc', 'Dc', 'alphaN', 'alphaD'].filter((_, k) => θ[k]! <= lower[k]! || θ[k]! >= upper[k]!)
}
