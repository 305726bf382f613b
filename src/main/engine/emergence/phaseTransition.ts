/**
 * Emergence read as a phase transition: an order parameter over scale. The formulas are those of the links (`links/`); here they become a curve with its critical point.
 * An analogy: nothing shows that capabilities follow the statistics of a physical system.
 */
import { noAnswer, note } from '../../../shared/notes'
import type { NoAnswer, Note } from '../../../shared/notes'
import { boltzmann } from '../links/boltzmann'
import type { Link } from '../links/link'
import { powerOnset } from '../links/powerOnset'
import { shiftedWeibull } from '../links/shiftedWeibull'
import { logSpaced } from './exactMatch'

export const PHASE_MODELS = ['power-onset', 'shifted-weibull', 'boltzmann'] as const
export type PhaseModel = (typeof PHASE_MODELS)[number]

const LINK_OF: Record<PhaseModel, Link> = { 'power-onset': powerOnset, 'shifted-weibull': shiftedWeibull, boltzmann }

export interface PhaseQuestion {
  model: PhaseModel
  /** Onset x_c, or the difficulty d of a Boltzmann barrier b = d/x; in the unit of the scale, above 0. */
  critical: number
  /** Exponent of the onset (β, α), or the temperature T; above 0. */
  steepness: number
  range: { from: number; to: number }
  points: number
}

interface Point {
  scale: number
  order: number
}

export interface PhaseCurve {
  formula: string
  /** `onset`: the order parameter leaves 0 there. `crossover`: no critical point, only where the barrier equals the temperature, x = d/T. */
  criticalPoint: { kind: 'onset' | 'crossover'; scale: number }
  /** How the curve leaves the critical point: its slope just above. Null without an onset. */
  onsetSlope: 'infinite' | 'finite' | 'zero' | null
  /** Scale at which the order parameter is one half; null when it never is. */
  halfScale: number | null
  /** What the order parameter approaches or reaches. */
  supremum: number
  curve: Point[]
  /** The form as its source writes it, where that differs. */
  asGiven: { formula: string; curve: Point[] } | null
  notes: Note[]
}

/** The curve of a model over a range of scale, points evenly spaced in the logarithm. No answer where a point of interest leaves the range of numbers. */
export function phaseCurve({ model, critical, steepness, range, points }: PhaseQuestion): PhaseCurve | NoAnswer {
  const link = LINK_OF[model]
  const shape = { critical, steepness }
  const scales = logSpaced(range.from, range.to, points)
  const curveOf = (order: (scale: number) => number): Point[] => scales.map((scale) => ({ scale, order: order(scale) }))
  const onset = model !== 'boltzmann'
  const centre = onset ? critical : critical / steepness
  const halfScale = link.supremum > 0.5 ? link.scaleFor(0.5, shape) : null
  if (!Number.isFinite(centre) || centre <= 0 || (halfScale !== null && !Number.isFinite(halfScale))) return noAnswer('unreachable', 'beyond-numbers')
  const { asGiven } = link
  return {
    formula: link.formula,
    criticalPoint: { kind: onset ? 'onset' : 'crossover', scale: centre },
    onsetSlope: onset ? (steepness < 1 ? 'infinite' : steepness === 1 ? 'finite' : 'zero') : null,
    halfScale,
    supremum: link.supremum,
    curve: curveOf((scale) => link.probability(scale, shape)),
    asGiven: asGiven === undefined ? null : { formula: asGiven.formula, curve: curveOf((scale) => asGiven.probability(scale, { ...shape, floor: 0 })) },
    notes: [
      note('phase-analogy'),
      ...(onset
        ? [note('phase-kink')]
        : [note('phase-boltzmann-half'), note('phase-boltzmann-temperature', { temperature: steepness }), note('phase-boltzmann-no-critical')])
    ]
  }
}
