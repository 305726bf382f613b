/**
 * How a smooth ability looks like a jump (Schaeffer, Miranda & Koyejo 2023, arXiv:2304.15004, section 3): with per-token accuracy p(N) = exp(−CE(N)), an answer of L
 * tokens is all right with p^L, and about L·(1 − p) of its tokens are wrong. The first rises late and steeply, the second falls all along.
 */
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'

/** Cross-entropy of the right token, nats per token, as a function of N parameters. It never rises with N. */
export interface CrossEntropy {
  at: (N: number) => number
  /** The N with this cross-entropy (above 0); null when it is never reached. */
  sizeAt: (nats: number) => number | null
}

/** scale in parameters, offset in nats per token. */
export interface PowerLaw {
  scale: number
  exponent: number
  offset: number
}

/** Drawn where no per-token accuracy is given: chosen so that the curves rise within the sizes of today, measured nowhere. */
export const ILLUSTRATIVE: PowerLaw = { scale: 1e8, exponent: 0.5, offset: 0 }

/** CE(N) = offset + (scale/N)^exponent. With offset 0 this is Schaeffer's form. */
export function powerLawEntropy({ scale, exponent, offset }: PowerLaw): CrossEntropy {
  return {
    at: (N) => offset + (scale / N) ** exponent,
    sizeAt: (nats) => {
      if (!(nats > offset)) return null
      const N = scale * (nats - offset) ** (-1 / exponent)
      return Number.isFinite(N) && N > 0 ? N : null
    }
  }
}

/**
 * Through measured per-token accuracies (0 < p ≤ 1, two or more sizes in ascending order): −ln p straight in ln N between them. `at` holds the ends outside; `sizeAt` does not
 * look there. Where p falls between sizes the first crossing is taken.
 */
export function measuredEntropy(points: readonly { N: number; p: number }[]): CrossEntropy {
  const nats = points.map(({ p }) => Math.log(1 / p))
  const lnN = points.map(({ N }) => Math.log(N))
  return {
    at: (N) => {
      const x = Math.log(N)
      const k = lnN.findIndex((v) => v >= x)
      if (k < 0) return nats[nats.length - 1]!
      if (k === 0) return nats[0]!
      return nats[k - 1]! + ((nats[k]! - nats[k - 1]!) * (x - lnN[k - 1]!)) / (lnN[k]! - lnN[k - 1]!)
    },
    sizeAt: (wanted) => {
      for (let k = 1; k < nats.length; k++) {
        const [before, after] = [nats[k - 1]!, nats[k]!]
        if (before >= wanted && after <= wanted && before > after)
          return Math.exp(lnN[k - 1]! + ((before - wanted) / (before - after)) * (lnN[k]! - lnN[k - 1]!))
      }
      return null
    }
  }
}

export interface ExactMatchCurve {
  length: number
  /** p^L and L·(1 − p) at each size asked for. */
  points: { N: number; perToken: number; exactMatch: number; editDistance: number }[]
  /** N at which exact match is 50 %: CE = ln 2/L. */
  halfScale: number | null
  /** Decades of N from 10 % to 90 % exact match. */
  widthDecades: number | null
  /** Largest exact match that any size reaches, exp(−L·offset). */
  ceiling: number
}

/** The curves of one answer length. `lowestEntropy` is the least cross-entropy that any size reaches. */
export function exactMatchCurve(entropy: CrossEntropy, lowestEntropy: number, sizes: readonly number[], length: number): ExactMatchCurve {
  const sizeFor = (exactMatch: number): number | null => entropy.sizeAt(-Math.log(exactMatch) / length)
  const low = sizeFor(0.1)
  const high = sizeFor(0.9)
  return {
    length,
    points: sizes.map((N) => {
      const nats = entropy.at(N)
      // expm1 keeps the digits of a small error rate.
      return { N, perToken: Math.exp(-nats), exactMatch: Math.exp(-length * nats), editDistance: length * -Math.expm1(-nats) }
    }),
    halfScale: sizeFor(0.5),
    widthDecades: low === null || high === null ? null : Math.log10(high / low),
    ceiling: Math.exp(-length * lowestEntropy)
  }
}

/** Curves of a power law of the cross-entropy, over `sizes`. */
export function exactMatchOfPowerLaw(law: PowerLaw, sizes: readonly number[], lengths: readonly number[]): { curves: ExactMatchCurve[]; notes: Note[] } {
  const { offset } = law
  const curves = lengths.map((length) => exactMatchCurve(powerLawEntropy(law), offset, sizes, length))
  const longest = curves.reduce((a, b) => (b.length > a.length ? b : a))
  const width = curves[0]!.widthDecades
  return {
    curves,
    notes: [
      note('exact-match-independent'),
      ...(law === ILLUSTRATIVE ? [note('exact-match-illustrative', {}, 'perToken')] : []),
      ...(offset === 0 && width !== null ? [note('exact-match-width', { width })] : []),
      ...(offset > 0 ? [note('exact-match-ceiling', { offset, length: longest.length, ceiling: longest.ceiling })] : [])
    ]
  }
}

/** `points` sizes from `from` to `to`, evenly spaced in ln N, both ends exact. */
export const logSpaced = (from: number, to: number, points: number): number[] =>
  Array.from({ length: points }, (_, i) => (i === 0 ? from : i === points - 1 ? to : from * (to / from) ** (i / (points - 1))))
