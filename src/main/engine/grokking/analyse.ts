/**
 * Grokking in a training curve (Power et al. 2022, arXiv:2201.02177): training accuracy is perfect early, validation accuracy stays at guessing for long and then jumps.
 * Steps are optimiser steps, accuracies 0–1.
 */
import { noAnswer, note } from '../../../shared/notes'
import type { NoAnswer, Note } from '../../../shared/notes'
import { median } from '../numeric/quantile'
import { adviceOf } from './advice'
import type { Advice } from './advice'
import type { Curve, CurveRecord } from './curve'
import { jumpWidth } from './jump'
import type { Jump } from './jump'
import { signalOf } from './signals'
import type { Signal } from './signals'
import { dipsAfter, firstStable, plateauAfter, settledLevel, stillRising } from './stages'
import type { Dips, Plateau, Rules } from './stages'
import { verdictOf } from './verdict'
import type { Verdict } from './verdict'

export interface GrokkingAnalysis {
  verdict: Verdict
  /** In addition: training accuracy, once memorised, ends below half the threshold. */
  collapsed: boolean
  /** First step from which `inARow` records in a row are at least the threshold; null if there is none. */
  memorisationStep: number | null
  generalisationStep: number | null
  /** Generalisation less memorisation in steps, and their ratio (null where memorisation is at step 0). Negative where validation was first. */
  delay: number | null
  delayRatio: number | null
  plateau: Plateau | null
  jump: Jump | null
  dips: Dips | null
  /** Where the accuracies have settled, and whether they still rise. */
  ends: { train: number; validation: number; trainRising: boolean; validationRising: boolean }
  signals: { validationLoss: Signal | null; weightNorm: Signal | null }
  records: number
  advice: Advice
  warnings: Note[]
}

/** No answer from a curve in per cent, or of fewer records than must hold in a row. */
export function analyseGrokking({ records, problems, notes, percent }: Curve, rules: Rules): GrokkingAnalysis | NoAnswer {
  if (percent !== null) return noAnswer('notDefined', 'grokking-percent', percent)
  if (records.length < rules.inARow) return tooFew(records.length, problems[0]?.row, rules)
  const train = records.map((record) => record.train)
  const validation = records.map((record) => record.validation)
  const memorised = firstStable(train, rules.threshold, rules.inARow)
  const generalised = firstStable(validation, rules.threshold, rules.inARow)
  const memorisationStep = memorised === null ? null : records[memorised]!.step
  const generalisationStep = generalised === null ? null : records[generalised]!.step
  const wait = memorised === null ? null : plateauAfter(records, memorised, generalised, rules)
  const ends = { train: settledLevel(train), validation: settledLevel(validation), trainRising: stillRising(train), validationRising: stillRising(validation) }
  const verdict = verdictOf(
    {
      memorisation: memorisationStep,
      generalisation: generalisationStep,
      plateau: wait?.plateau ?? null,
      level: ends.validation,
      rising: ends.validationRising
    },
    rules
  )
  const collapsed = memorised !== null && median(train.slice(-rules.inARow)) < rules.threshold / 2
  const dips = generalised === null ? null : dipsAfter(records, generalised, rules.threshold)
  const signals = signalsIn(records, memorised, wait?.jump ?? null)
  const facts = {
    verdict,
    collapsed,
    memorisation: memorisationStep,
    generalisation: generalisationStep,
    lastStep: records[records.length - 1]!.step,
    train: { level: ends.train, rising: ends.trainRising },
    validation: { level: ends.validation, rising: ends.validationRising },
    dips,
    ...signals
  }
  return {
    verdict,
    collapsed,
    memorisationStep,
    generalisationStep,
    delay: memorisationStep === null || generalisationStep === null ? null : generalisationStep - memorisationStep,
    delayRatio: memorisationStep === null || generalisationStep === null || memorisationStep === 0 ? null : generalisationStep / memorisationStep,
    plateau: wait?.plateau ?? null,
    jump: generalised === null ? null : jumpWidth(records.slice(Math.min(memorised ?? 0, generalised), generalised + rules.inARow)),
    dips,
    ends,
    signals,
    records: records.length,
    advice: adviceOf(facts),
    warnings: [...notes, ...warningsOf(records, rules, facts, wait?.plateau ?? null)]
  }
}

/** The columns between memorisation and the jump, or up to the end while there has been none. Nothing before memorisation. */
function signalsIn(records: readonly CurveRecord[], memorised: number | null, jump: number | null): GrokkingAnalysis['signals'] {
  if (memorised === null) return { validationLoss: null, weightNorm: null }
  const wait = records.slice(memorised, jump ?? records.length)
  const jumpStep = jump === null ? null : records[jump]!.step
  const of = (column: 'validationLoss' | 'weightNorm'): Signal | null =>
    signalOf(
      wait.map((record) => ({ step: record.step, value: record[column] })),
      jumpStep
    )
  return { validationLoss: of('validationLoss'), weightNorm: of('weightNorm') }
}

function tooFew(records: number, refusedRow: number | undefined, { inARow: needed }: Rules): NoAnswer {
  return refusedRow === undefined
    ? noAnswer('underdetermined', 'grokking-too-few', { records, needed })
    : noAnswer('underdetermined', 'grokking-too-few-left', { records, needed, row: refusedRow })
}

/** What the verdict alone does not say. */
function warningsOf(
  records: readonly CurveRecord[],
  { threshold, delayed, inARow }: Rules,
  { verdict, collapsed, memorisation, generalisation }: { verdict: Verdict; collapsed: boolean; memorisation: number | null; generalisation: number | null },
  plateau: Plateau | null
): Note[] {
  const last = records[records.length - 1]!
  const highest = records.reduce((a, b) => (b.validation > a.validation ? b : a))
  const late = memorisation !== null && generalisation !== null && memorisation > 0 && generalisation >= delayed * memorisation
  return [
    ...(memorisation === records[0]!.step ? [note('grokking-memorised-at-start', { step: memorisation })] : []),
    ...(late && plateau === null ? [note('grokking-late-without-plateau', { factor: generalisation / memorisation })] : []),
    ...(verdict === 'memorising' && highest.validation >= threshold / 2
      ? [note('grokking-fell-back', { highest: highest.validation, step: highest.step })]
      : []),
    ...(generalisation === null && last.validation >= threshold ? [note('grokking-unconfirmed', { step: last.step, needed: inARow })] : []),
    ...(collapsed ? [note('grokking-collapsed', { train: last.train, step: last.step })] : [])
  ]
}
