/** The local slope of the loss over size, with and without a regime change, and the two forms of it that the source gives. */
import type { BoundLaw } from './law'
import { regimeFactor, sizeCurve, type Regime } from './regime'

/** The part of the loss that N moves, when it is one power term (K/N)^α. */
export interface SizeTerm {
  K: number
  alpha: number
}

export interface Slope {
  /** dL/dN of the law itself, nats per token and parameter; at most 0. */
  slope: number
  /** The same with the regime; null when none was given. */
  withRegime: number | null
  /** Factor of the regime at N. */
  factor: number | null
  sizeTerm: SizeTerm | null
  /** True when the loss stays bounded under the regime, δ < α; null without a regime or a single size term. */
  bounded: boolean | null
  /** What the source's own formulas give; null without a single size term. */
  source: SourceForms | null
}

/** The source's formulas, which write the law's constant K and the regime's size N_c with one symbol. */
export interface SourceForms {
  /** α·K/N^(1+α): without the exponent of K and with the wrong sign. */
  first: number
  /** −α·K^α/N^(1+α)·[1 + κ·H(N − K)·((N − K)/K)^δ]: right but for the one symbol, which puts the regime at K. Null without a regime. */
  second: number | null
}

/** dL/dN at N parameters and D tokens (Infinity: unlimited). Throws for laws without a loss. */
export function slopeAt(law: BoundLaw, N: number, D: number, regime: Regime | null): Slope {
  const slope = sizeCurve(law, D).slope(N)
  const factor = regime && regimeFactor(N, regime)
  const sizeTerm = sizeTermOf(law, N, D)
  return {
    slope,
    withRegime: factor === null ? null : slope * factor,
    factor,
    sizeTerm,
    bounded: regime && sizeTerm ? regime.kappa === 0 || regime.delta < sizeTerm.alpha : null,
    source: sizeTerm && {
      first: (sizeTerm.alpha * sizeTerm.K) / N ** (1 + sizeTerm.alpha),
      second: regime && slope * regimeFactor(N, { ...regime, criticalSize: sizeTerm.K })
    }
  }
}

/** K and α read off the loss above what unlimited size would leave, at N and at 2N: a power term has the same at both. */
function sizeTermOf({ loss, surface }: BoundLaw, N: number, D: number): SizeTerm | null {
  if (!loss || !surface) return null
  const at = (N: number) => {
    const term = loss(N, D) - surface.infimumAtTokens(D)
    return { term, alpha: (surface.elasticity(N, D).N * loss(N, D)) / term }
  }
  const { term, alpha } = at(N)
  return term > 0 && alpha > 0 && Math.abs(at(2 * N).alpha / alpha - 1) < 1e-6 ? { K: N * term ** (1 / alpha), alpha } : null
}
