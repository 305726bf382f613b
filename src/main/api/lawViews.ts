/** laws.validate, laws.slope, laws.emergencePoint and laws.theoryTable of the contract. */
import type { Output, ParsedInput } from '../../shared/contract'
import { isNoAnswer, note, noAnswer } from '../../shared/notes'
import type { Note, NoteCode, NoAnswer } from '../../shared/notes'
import { logSpaced } from '../engine/emergence/exactMatch'
import type { Environment } from '../engine/evaluate'
import { emergencePoints, type EmergencePoint } from '../engine/laws/emergencePoint'
import type { BoundLaw } from '../engine/laws/law'
import { curveWithRegime, sizeCurve, type Regime } from '../engine/laws/regime'
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
    curve: curveOf(law, range, D ?? Infinity, regime ?? null, lossEndsAt),
    linear: { ...linear, note: pointNote(linear, low, 'emergence-interior', 'emergence-flat') },
    logLog: {
      ...logLog,
      note: pointNote(
        logLog,
        null,
        regime !== undefined && regime.kappa > 0 ? 'emergence-interior' : 'emergence-loglog-offset',
        linear.status === 'none' ? 'emergence-flat' : 'emergence-loglog-none'
      )
    },
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

const SHOWN = 121
type Curve = Exclude<Output<'laws.emergencePoint'>, NoAnswer>['curve']

/** The loss over the range, with and without the regime, evenly in ln N. */
function curveOf(law: BoundLaw, [low, high]: readonly [number, number], D: number, regime: Regime | null, ends: number | null): Curve {
  const own = sizeCurve(law, D)
  const changed = regime === null ? null : curveWithRegime(own, regime)
  return logSpaced(low, high, SHOWN).map((N) => ({
    N,
    loss: own.loss(N),
    withRegime: changed === null || (ends !== null && N >= ends) ? null : changed.loss(N)
  }))
}

/** What a point does and does not mean. A power law bends most at `smallest`, the low end of the range. */
function pointNote({ status, N }: EmergencePoint, smallest: number | null, interior: NoteCode, none: NoteCode): Note {
  switch (status) {
    case 'interior':
      return note(interior)
    case 'kink':
      return note('emergence-kink')
    case 'edge':
      return note(N === smallest ? 'emergence-linear-edge' : 'emergence-range-end')
    case 'none':
      return note(none)
  }
}

/** The law as a curve over N at given tokens, unlimited ones unless given; or why it is none. */
function sizeLaw(asked: ChosenLaw, D: number | undefined, languages: number | undefined): BoundLaw | NoAnswer {
  const { law: about } = asked
  const values = { law: about.name }
  if (about.arguments.includes('modalities')) return noAnswer('notDefined', 'modalities-without-optimum', values)
  const law = boundLaw(asked, { k: 6, ...(languages === undefined ? {} : { languages }) })
  if (law === null) return noAnswer('underdetermined', 'argument-missing', { ...values, argument: 'languages' })
  if (law.loss === null) return noAnswer('notDefined', 'law-without-loss', values)
  if (D === undefined && law.loss(1e9, Infinity) === 0) return noAnswer('underdetermined', 'size-alone-not-enough', values)
  return law
}

const unlimitedData = ({ arguments: needs }: BoundLaw, D: number | undefined): Note[] =>
  D === undefined && needs.includes('D') ? [note('emergence-unlimited-data', {}, 'D')] : []
