/**
 * A regime change in the local slope, as the project's source documents propose it: beyond a size N_c the loss falls faster by a factor that grows with the
 * distance from it,
 *
 *   dL/dN = L′(N)·[1 + κ·H(N − N_c)·((N − N_c)/N_c)^δ]
 *
 * with L′ the slope of the law itself (−α·K^α/N^(1+α) for one power term), H the unit step (0 up to N_c), κ ≥ 0 and δ ≥ 0. The loss stays bounded only for
 * δ < α: otherwise it falls below every number as N grows.
 */
import type { BoundLaw } from './law'
import { gaussLegendre } from '../numeric/quadrature'

export interface Regime {
  /** N_c: the size from which the regime holds, in parameters. The source writes it with the symbol of the law's own constant K. */
  criticalSize: number
  /** κ. */
  kappa: number
  /** δ. */
  delta: number
}

/** Factor on the slope at N. */
export const regimeFactor = (N: number, { criticalSize: Nc, kappa, delta }: Regime): number => (N <= Nc ? 1 : 1 + kappa * (N / Nc - 1) ** delta)

/** L over N at a held D (Infinity: unlimited), with its first two derivatives. */
export interface SizeCurve {
  loss(N: number): number
  /** dL/dN, nats per token and parameter. */
  slope(N: number): number
  /** d²L/dN². */
  bend(N: number): number
}

/** The law's own curve; from ln L: L′ = L·y′/N and L″ = L·(y″ + y′² − y′)/N², with y′ and y″ the derivatives of ln L in ln N. Throws for laws without a loss. */
export function sizeCurve({ loss, surface, name }: BoundLaw, D: number): SizeCurve {
  if (!loss || !surface) throw new Error(`${name} has no loss`)
  return {
    loss: (N) => loss(N, D),
    slope: (N) => (-surface.elasticity(N, D).N * loss(N, D)) / N,
    bend: (N) => {
      const e = surface.elasticity(N, D).N
      return (loss(N, D) / N / N) * (surface.curvature(N, D) + e * e + e)
    }
  }
}

const RULE = gaussLegendre(48)

/** The curve with the regime; its loss is the integral of its slope, continued from the law's own at N_c. It may fall below 0. */
export function curveWithRegime(law: SizeCurve, regime: Regime): SizeCurve {
  const { criticalSize: Nc, kappa, delta } = regime
  /** ∫ from N_c to N of L′(t)·κ·(t/N_c − 1)^δ dt, with t = N_c·(N/N_c)^(w²): the square takes the corner out of the power at N_c. */
  const added = (N: number): number => {
    const reach = Math.log(N / Nc)
    let sum = 0
    for (let i = 0; i < RULE.nodes.length; i++) {
      const w = (1 + RULE.nodes[i]!) / 2
      const t = Nc * Math.exp(reach * w * w)
      sum += RULE.weights[i]! * law.slope(t) * (t / Nc - 1) ** delta * t * reach * w
    }
    return kappa * sum
  }
  return {
    loss: (N) => law.loss(N) + (N <= Nc ? 0 : added(N)),
    slope: (N) => law.slope(N) * regimeFactor(N, regime),
    bend: (N) => law.bend(N) * regimeFactor(N, regime) + (N <= Nc || delta === 0 ? 0 : (law.slope(N) * kappa * delta * (N / Nc - 1) ** (delta - 1)) / Nc)
  }
}
