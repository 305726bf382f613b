/** Whether a run is worth continuing, and what that rests on. */
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'
import type { Signal } from './signals'
import type { Dips } from './stages'
import type { Verdict } from './verdict'

export interface Advice {
  /** Null where the record does not tell. */
  worthContinuing: boolean | null
  note: Note
  evidence: Note[]
}

export interface Facts {
  verdict: Verdict
  collapsed: boolean
  memorisation: number | null
  generalisation: number | null
  lastStep: number
  /** Settled accuracies, and whether they still rise. */
  train: { level: number; rising: boolean }
  validation: { level: number; rising: boolean }
  dips: Dips | null
  validationLoss: Signal | null
  weightNorm: Signal | null
}

/**
 * The longest wait that a first-hand report gives: division modulo 97, memorised before 10³ steps, generalised near 10⁶ (Power et al. 2022, arXiv:2201.02177, figure 1).
 * Beyond that many times the memorisation step, waiting has no precedent there.
 */
const LONGEST_WAIT = 1000

export function adviceOf(facts: Facts): Advice {
  const { verdict, collapsed } = facts
  if (collapsed) return answer(false, note('grokking-advice-collapsed', { train: facts.train.level }), facts)
  if (verdict === 'grokked' || verdict === 'ordinary') {
    const values = { step: facts.generalisation! }
    return answer(false, facts.dips === null ? note('grokking-advice-done', values) : note('grokking-advice-dips', values), facts)
  }
  if (verdict === 'under way') return answer(true, note('grokking-advice-under-way', { validation: facts.validation.level }), facts)
  if (verdict === 'partial') return answer(false, note('grokking-advice-partial', { validation: facts.validation.level }), facts)
  if (verdict === 'never memorised') {
    if (facts.generalisation !== null)
      return answer(false, note('grokking-advice-unmemorised', { step: facts.generalisation, train: facts.train.level }), facts)
    return facts.train.rising
      ? answer(true, note('grokking-advice-still-learning', { train: facts.train.level }), facts)
      : answer(false, note('grokking-advice-not-learning', { train: facts.train.level }), facts)
  }
  return whileMemorising(facts)
}

/** Memorised, and validation near guessing: the signals decide where there are any, else the length of the wait. */
function whileMemorising(facts: Facts): Advice {
  const signals = [facts.validationLoss, facts.weightNorm].filter((signal) => signal !== null)
  if (signals.some(({ falling }) => falling)) return answer(true, note('grokking-advice-signal'), facts)
  if (facts.memorisation! > 0 && facts.lastStep > LONGEST_WAIT * facts.memorisation!)
    return answer(false, note('grokking-advice-too-long', { most: LONGEST_WAIT }), facts)
  return signals.length > 0 ? answer(null, note('grokking-advice-no-signal'), facts) : answer(null, note('grokking-advice-no-columns'), facts)
}

function answer(worthContinuing: boolean | null, said: Note, facts: Facts): Advice {
  const { memorisation, generalisation, lastStep, dips } = facts
  const waiting = memorisation !== null && memorisation > 0 && generalisation === null
  return {
    worthContinuing,
    note: said,
    evidence: [
      note('grokking-evidence-levels', { train: facts.train.level, validation: facts.validation.level, step: lastStep }),
      ...(waiting ? [note('grokking-evidence-wait', { memorisation, lastStep, factor: lastStep / memorisation, most: LONGEST_WAIT })] : []),
      ...(dips === null ? [] : [note('grokking-evidence-dips', { episodes: dips.episodes, lowest: dips.lowest, step: dips.lowestStep })]),
      ...signalEvidence('loss', facts.validationLoss),
      ...signalEvidence('norm', facts.weightNorm)
    ]
  }
}

function signalEvidence(column: 'loss' | 'norm', signal: Signal | null): Note[] {
  if (signal === null) return []
  const values = { peakStep: signal.peakStep, fall: signal.fall, slope: signal.slope }
  if (!signal.falling) return [note(`grokking-evidence-${column}-flat`, values)]
  return signal.leadSteps === null
    ? [note(`grokking-evidence-${column}-falls`, values)]
    : [note(`grokking-evidence-${column}-led`, { ...values, lead: signal.leadSteps })]
}
