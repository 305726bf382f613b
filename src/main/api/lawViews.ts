/** laws.validate, laws.slope, laws.emergencePoint and laws.theoryTable of the contract. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, note, noAnswer } from '../../shared/notes'
import type { Note, NoAnswer } from '../../shared/notes'
import type { Environment } from '../engine/evaluate'
import { emergencePoints, type EmergencePoint } from '../engine/laws/emergencePoint'
import type { BoundLaw } from '../engine/laws/law'
import { slopeAt } from '../engine/laws/slope'
import { THEORY_TABLE } from '../engine/laws/theoryTable'
import { EVERY_COLUMN, validationTable, type ColumnChoice } from '../engine/laws/validation'
import { outsideFittedRange } from '../engine/warnings'
import { boundLaw, chosenLaw, type ChosenLaw } from './chosenLaw'
import type { ApiPart } from './implementation'

type Views = Pick<ApiPart<'laws'>, 'laws.validate' | 'laws.slope' | 'laws.emergencePoint' | 'laws.theoryTable'>

export const lawViewsApi = (environment: () => Environment): Views => ({
  'laws.validate': ({ laws }) => validate(environment(), laws?.map((each) => (typeof each === 'string' ? { law: each } : each)) ?? EVERY_COLUMN),
  'laws.slope': slope,
  'laws.emergencePoint': emergencePoint,
  'laws.theoryTable': () => ({ rows: THEORY_TABLE.map((row) => ({ ...row, note: note(row.note) })), warnings: [note('theory-not-alike')] })
})

function validate({ models }: Environment, columns: readonly ColumnChoice[]): Output<'laws.validate'> {
  columns.forEach((column, i) => column.constants !== undefined && chosenLaw(column, [], `laws[${i}].constants`))
  const { rows, notes, ...rest } = validationTable(models, columns)
  return {
    ...rest,
    rows: rows.map((row) => ({ ...row, note: row.notes.map(({ message }) => message).join(' ') })),
    warnings: [...notes, ...rest.columns.flatMap((column) => column.notes)]
  }
}

function slope({ N, D, languages, regime, ...choice }: ParsedInput<'laws.slope'>): Output<'laws.slope'> {
  const asked = chosenLaw(choice)
  const law = sizeLaw(asked, D, languages)
  if (isNoAnswer(law)) return law
  const { slope, withRegime, factor, sizeTerm, bounded, source } = slopeAt(law, N, D ?? Infinity, regime ?? null)
  if (![slope, withRegime, factor, source?.first, source?.second].every((x) => x === null || x === undefined || Number.isFinite(x)))
    return noAnswer('unreachable', 'beyond-numbers')
  const unbounded = bounded === false && regime && sizeTerm ? [note('slope-unbounded', { delta: regime.delta, alpha: sizeTerm.alpha }, 'regime.delta')] : []
  return {
    slope,
    withRegime,
    factor,
    K: sizeTerm?.K ?? null,
    alpha: sizeTerm?.alpha ?? null,
    bounded,
    source: source && sizeTerm ? sourceForms(source, sizeTerm.K) : [],
    warnings: [...unbounded, ...unlimitedData(law, D), ...outsideFittedRange(law, [{ N, D: D ?? null, C: null }]), ...asked.warnings]
  }
}

function sourceForms({ first, second }: { first: number; second: number | null }, K: number): Extract<Output<'laws.slope'>, { source: unknown }>['source'] {
  return [
    { formula: 'dL/dN = α·K/N^(1+α)', value: first, fault: note('slope-source-first') },
    ...(second === null ? [] : [{ formula: 'dL/dN = −α·K^α/N^(1+α)·[1 + κ·H(N − K)·((N − K)/K)^δ]', value: second, fault: note('slope-source-second', { K }) }])
  ]
}

function emergencePoint({ range, D, languages, regime, ...choice }: ParsedInput<'laws.emergencePoint'>): Output<'laws.emergencePoint'> {
  const asked = chosenLaw(choice)
  const law = sizeLaw(asked, D, languages)
  if (isNoAnswer(law)) return law
  const { linear, logLog, lossEndsAt } = emergencePoints(law, range, D ?? Infinity, regime ?? null)
  const [low, high] = range
  const assumed = (N: number | undefined): Note[] =>
    regime && N !== undefined && N >= regime.criticalSize && regime.kappa > 0 ? [note('emergence-regime', { N: regime.criticalSize }, 'regime')] : []
  return {
    linear: { ...linear, note: linearNote(linear) },
    logLog: { ...logLog, note: logLogNote(logLog, regime !== undefined && regime.kappa > 0) },
    warnings: [
      ...assumed(linear.N ?? logLog.N),
      ...(lossEndsAt === null ? [] : [note('emergence-loss-ends', { N: lossEndsAt }, 'regime')]),
      ...unlimitedData(law, D),
      ...outsideFittedRange(law, [
        { N: low, D: D ?? null, C: null },
        { N: high, D: D ?? null, C: null }
      ]),
      ...asked.warnings
    ]
  }
}

function linearNote({ status }: EmergencePoint): Note {
  if (status === 'none') return note('emergence-flat')
  if (status === 'kink') return note('emergence-kink')
  return note(status === 'edge' ? 'emergence-linear-edge' : 'emergence-interior')
}

function logLogNote({ status }: EmergencePoint, regime: boolean): Note {
  if (status === 'none') return note('emergence-loglog-none')
  if (status === 'kink') return note('emergence-kink')
  if (status === 'edge') return note('emergence-loglog-edge')
  return note(regime ? 'emergence-interior' : 'emergence-loglog-offset')
}

/** The law as a curve over N at given tokens, unlimited ones unless given; or why it is none. */
function sizeLaw(asked: ChosenLaw, D: number | undefined, languages: number | undefined): BoundLaw | NoAnswer {
  const { law: about } = asked
  const values = { law: about.name }
  if (about.arguments.includes('modalities')) return noAnswer('notDefined', 'modalities-without-optimum', values)
  const law = boundLaw(asked, { k: 6, ...(languages === undefined ? {} : { languages }) })
  if (law === null) return noAnswer('underdetermined', 'argument-missing', { ...values, argument: 'languages' })
  if (law.loss === null) return noAnswer('notDefined', 'law-without-loss', values)
  // With unlimited data compute is unlimited too, and a law of compute has nothing left to say of size.
  if (D === undefined && about.arguments.includes('C')) return noAnswer('underdetermined', 'compute-without-size', values)
  return law
}

const unlimitedData = ({ arguments: needs }: BoundLaw, D: number | undefined): Note[] =>
  D === undefined && needs.includes('D') ? [note('emergence-unlimited-data', {}, 'D')] : []
