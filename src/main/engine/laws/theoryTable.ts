/**
 * Theory against observation for the three parts of the error that the `additive` law adds up: the exponent that a classical bound has, and the one that
 * Kaplan et al. 2020 (arXiv:2001.08361, appendix A) measured for the whole loss. All are falls with scale: (scale)^−exponent.
 */
import type { NoteCode } from '../../../shared/notes'

export interface TheoryRow {
  error: 'approximation' | 'generalisation' | 'optimisation'
  /** What the error falls with. */
  of: 'N' | 'D' | 'C'
  /** The bound as the source gives it; null where it gives none. */
  theory: string | null
  theoryExponent: number | null
  observed: string
  observedExponent: number
  /** How many times as much scale halves the observed loss, 2^(1/exponent), and what the bound would ask for. */
  halvedBy: { observed: number; theory: number | null }
  note: NoteCode
}

const halving = (exponent: number): number => 2 ** (1 / exponent)

const row = (of: TheoryRow['of'], error: TheoryRow['error'], theory: string | null, theoryExponent: number | null, observedExponent: number, note: NoteCode) =>
  ({
    error,
    of,
    theory,
    theoryExponent,
    observed: `L(${of}) ∝ ${of}^−${observedExponent}`,
    observedExponent,
    halvedBy: { observed: halving(observedExponent), theory: theoryExponent && halving(theoryExponent) },
    note
  }) satisfies TheoryRow

/** The source reads a smaller exponent as better sample efficiency. It is worse: the smaller the exponent, the more scale a given gain takes (`halvedBy`). */
export const THEORY_TABLE: readonly TheoryRow[] = [
  row('N', 'approximation', null, null, 0.076, 'theory-approximation'),
  row('D', 'generalisation', '√(d/D)', 0.5, 0.095, 'theory-generalisation'),
  row('C', 'optimisation', '1/√C', 0.5, 0.057, 'theory-optimisation')
]
