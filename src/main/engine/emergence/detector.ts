/**
 * The detector as the source gives it: scores near chance at small scale, well above it at large scale, and a gain between the two; and the same rule on the score
 * normalised for chance, for baselines of which three times the baseline cannot be reached. Both verdicts stand side by side.
 */
import { noAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import type { CurvePoint } from './curve'
import { gradient } from './gradient'
import type { Metric } from './metric'

/** The source's figures: small-scale mean below 1.5 × baseline, large-scale mean over 3 × baseline, gain over 0.3. */
export const RULE = { nearChance: 1.5, wellAbove: 3, gain: 0.3 } as const
/** The baseline of the source's own examples; the normalised rule is the source's rule at this baseline, carried over to every other one. */
const SOURCE_BASELINE = 0.25
/** 1/6, 2/3 and 0.4: (1.5·b − b)/(1 − b), (3·b − b)/(1 − b) and 0.3/(1 − b) at b = 1/4. */
export const NORMALISED_RULE = {
  nearChance: ((RULE.nearChance - 1) * SOURCE_BASELINE) / (1 - SOURCE_BASELINE),
  wellAbove: ((RULE.wellAbove - 1) * SOURCE_BASELINE) / (1 - SOURCE_BASELINE),
  gain: RULE.gain / (1 - SOURCE_BASELINE)
} as const

export interface RuleVerdict {
  smallMean: number
  largeMean: number
  gain: number
  /** The three conditions; emergent when all hold. */
  nearChance: boolean
  wellAbove: boolean
  gained: boolean
  emergent: boolean
}

export interface Detector {
  /** Score of random guessing that the rules used. */
  baseline: number
  /** Sizes below this one are small, this and larger ones large: the median size, or the first above it. */
  largeFrom: number
  /** On the score as it is. */
  source: RuleVerdict
  /** On (score − random)/(best − random); null where the best possible score is not known. */
  normalised: RuleVerdict | null
  /** The rule that counts: the source's for baselines above 0 and up to a third of the best score, else the normalised one. */
  decides: 'source' | 'normalised'
  emergent: boolean
  /** Size where the score rises most: by the gradient from size to size as the source takes it, and by the gradient in the logarithm of the size. Null when it never rises. */
  thresholdByIndex: number | null
  thresholdByLog: number | null
  notes: Note[]
}

/** Needs two sizes and a baseline; a falling metric is judged with every comparison turned round (near chance: above baseline/1.5; well above: below baseline/3). */
export function detect(curve: readonly CurvePoint[], metric: Metric): Detector | NoAnswer {
  if (curve.length < 2) return noAnswer('underdetermined', 'detector-needs-sizes', { sizes: curve.length })
  const baseline = metric.random ?? (metric.rising ? metric.worst : null)
  if (baseline === null) return noAnswer('underdetermined', 'detector-needs-baseline', { metric: metric.name })
  const notes: Note[] = []
  if (metric.random === null) notes.push(note('detector-baseline-assumed', { baseline }))

  const half = Math.floor(curve.length / 2)
  const scores = curve.map(({ score }) => score)
  const sides = { small: mean(scores.slice(0, half)), large: mean(scores.slice(half)) }
  const source = metric.rising
    ? judged(sides, { nearChance: sides.small < RULE.nearChance * baseline, wellAbove: sides.large > RULE.wellAbove * baseline, gain: RULE.gain, sign: 1 })
    : judged(sides, { nearChance: sides.small > baseline / RULE.nearChance, wellAbove: sides.large < baseline / RULE.wellAbove, gain: RULE.gain, sign: -1 })

  const { best } = metric
  const relative = (score: number): number => (score - baseline) / (best! - baseline)
  const shares = { small: relative(sides.small), large: relative(sides.large) }
  const normalised =
    best === null || best === baseline
      ? null
      : judged(shares, {
          nearChance: shares.small < NORMALISED_RULE.nearChance,
          wellAbove: shares.large > NORMALISED_RULE.wellAbove,
          gain: NORMALISED_RULE.gain,
          sign: 1
        })

  const reachable = !metric.rising || best === null || (baseline > 0 && RULE.wellAbove * baseline <= best)
  if (!reachable) notes.push(baseline > 0 ? note('detector-baseline-high', { baseline, best: best! }) : note('detector-baseline-zero'))
  const decides = reachable || normalised === null ? 'source' : 'normalised'
  const { emergent } = decides === 'source' ? source : normalised!
  if (normalised !== null && normalised.emergent !== source.emergent)
    notes.push(note('detector-rules-differ', { which: source.emergent ? 'source' : 'normalised' }))

  const rising = scores.map((score) => (metric.rising ? score : -score))
  const logs = curve.map(({ x }) => Math.abs(Math.log(x / curve[0]!.x)))
  const steepest = (slopes: readonly number[]): number | null => {
    const most = Math.max(...slopes)
    return most > 0 ? curve[slopes.indexOf(most)]!.x : null
  }
  return {
    baseline,
    largeFrom: curve[half]!.x,
    source,
    normalised,
    decides,
    emergent,
    thresholdByIndex: steepest(
      gradient(
        rising,
        rising.map((_, i) => i)
      )
    ),
    thresholdByLog: steepest(gradient(rising, logs)),
    notes
  }
}

interface Conditions {
  nearChance: boolean
  wellAbove: boolean
  /** Smallest gain, and −1 where a lower score is better. */
  gain: number
  sign: 1 | -1
}

function judged({ small, large }: { small: number; large: number }, { nearChance, wellAbove, gain: least, sign }: Conditions): RuleVerdict {
  const gain = sign * (large - small)
  const gained = gain > least
  return { smallMean: small, largeMean: large, gain, nearChance, wellAbove, gained, emergent: nearChance && wellAbove && gained }
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
