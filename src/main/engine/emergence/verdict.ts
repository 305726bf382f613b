/**
 * The verdict card of a task: one label, a grade where it is emergent, and one plain sentence.
 * A: at least 6 sizes over 2 decades with 2 on each side of the knee, p < 0.01 and a width under one decade, under a discontinuous and a continuous metric.
 * B: the same with p < 0.05 or 4 to 5 sizes. C: only one kind of metric available, otherwise B.
 */
import { isNoAnswer, note, type Note, type NoteCode } from '../../../shared/notes'
import { SHARP_BELOW, type Finding, type SeriesAnalysis, type Sharp } from './analyzeSeries'
import { GRADUAL_DECADES } from './box'
import { STRENGTH } from './effectSize'
import type { Mirage } from './mirage'
import { DISTINCT } from './modelComparison'

export type Label = 'emergent' | 'metric-dependent' | 'smooth' | 'inverse scaling' | 'too few sizes' | 'no rise'

/** What the grade rests on: of two metrics the weaker in each. */
export interface Criteria {
  sizes: number
  decades: number
  below: number
  above: number
  p: number
  widthDecades: number
}

export interface Verdict {
  label: Label
  grade: 'A' | 'B' | 'C' | null
  sentence: string
  /** The sentence as a code with values, for other languages. */
  note: Note
  criteria: Criteria | null
}

const NEEDED = { sizes: 4, sizesForA: 6, decades: 2, oneSide: 2, pForA: 0.01 } as const
/** What the tests of one series are held against: p and width of a sharp rise, sizes on each side of its middle, ΔAICc of a line, effect size. */
export const BOUNDS = { p: SHARP_BELOW, widthDecades: GRADUAL_DECADES, oneSide: NEEDED.oneSide, deltaAicc: DISTINCT, effectSize: STRENGTH.strong } as const

/** Half a unit of rounding: 70M to 7B are two decades. */
const DECADES_TOLERANCE = 1e-9

export function verdictOf(analyses: readonly SeriesAnalysis[], mirage: Mirage): Verdict {
  const kinds = mirage.result === 'not checkable' ? (['discontinuous', 'continuous', 'unknown'] as const) : (['discontinuous', 'continuous'] as const)
  const jumps = kinds.flatMap((kind) => strongest(analyses.filter(({ metric, finding }) => metric.kind === kind && finding === 'sharp')) ?? [])
  const [lead, second] = jumps
  if (lead === undefined) return withoutJump(analyses)
  const both = mirage.result === 'emergent under both' && second !== undefined

  const gap = jumps.find(({ criteria }) => coverageGap(criteria) !== null)
  if (gap !== undefined && (both || gap === lead)) return said('too few sizes', null, coverageGap(gap.criteria)!, values(gap), gap.criteria)
  if (both) {
    const criteria = weaker(lead.criteria, second.criteria)
    const grade = criteria.sizes >= NEEDED.sizesForA && criteria.p < NEEDED.pForA ? 'A' : 'B'
    return said('emergent', grade, 'verdict-emergent', { ...values({ ...lead, criteria }), other: second.analysis.metric.name, grade }, criteria)
  }
  if (mirage.result === 'metric-dependent') {
    const discontinuous = lead.analysis.metric.kind === 'discontinuous'
    const others = (discontinuous ? mirage.continuous : mirage.discontinuous).map(({ metric }) => metric).join(', ')
    return said('metric-dependent', null, discontinuous ? 'verdict-metric-dependent' : 'verdict-continuous-only', { ...values(lead), others }, lead.criteria)
  }
  return said('emergent', 'C', 'verdict-emergent-one-metric', { ...values(lead), grade: 'C' }, lead.criteria)
}

interface Jump {
  analysis: SeriesAnalysis
  criteria: Criteria
}

/** The sharp analysis of smallest p, then of smallest width, then first by name. */
function strongest(analyses: readonly SeriesAnalysis[]): Jump | null {
  const jumps = analyses.flatMap((analysis): Jump[] => {
    const { sharp } = analysis.test
    if (isNoAnswer(sharp)) return []
    const { below, above, p, widthDecades }: Sharp = sharp
    return [{ analysis, criteria: { sizes: analysis.points.length, decades: analysis.decades, below, above, p, widthDecades } }]
  })
  return jumps.sort((a, b) => a.criteria.p - b.criteria.p || a.criteria.widthDecades - b.criteria.widthDecades)[0] ?? null
}

/** What is missing for any grade, as the code of its sentence. */
function coverageGap({ decades, below, above }: Criteria): NoteCode | null {
  if (decades < NEEDED.decades - DECADES_TOLERANCE) return 'verdict-too-few-decades'
  return below < NEEDED.oneSide || above < NEEDED.oneSide ? 'verdict-one-sided' : null
}

const weaker = (a: Criteria, b: Criteria): Criteria => ({
  sizes: Math.min(a.sizes, b.sizes),
  decades: Math.min(a.decades, b.decades),
  below: Math.min(a.below, b.below),
  above: Math.min(a.above, b.above),
  p: Math.max(a.p, b.p),
  widthDecades: Math.max(a.widthDecades, b.widthDecades)
})

/** By the metric that is asked first: discontinuous, else unknown, else continuous. A gradual rise under any of that kind counts before a fall, and a fall before no rise. */
function withoutJump(analyses: readonly SeriesAnalysis[]): Verdict {
  const kinds = ['discontinuous', 'unknown', 'continuous'] as const
  const lead = kinds.map((kind) => analyses.filter(({ metric }) => metric.kind === kind)).find((of) => of.length > 0)!
  const found = (finding: Finding): SeriesAnalysis | undefined => lead.find((analysis) => analysis.finding === finding)
  const gradual = found('gradual')
  if (gradual !== undefined) {
    const sharp = gradual.test.sharp as Sharp
    return said('smooth', null, 'verdict-smooth', { metric: gradual.metric.name, width: sharp.widthDecades, p: sharp.p, sizes: gradual.points.length }, null)
  }
  const falling = found('falling')
  if (falling !== undefined) return said('inverse scaling', null, 'verdict-inverse', { metric: falling.metric.name }, null)
  const flat = found('flat')
  if (flat !== undefined) return said('no rise', null, 'verdict-no-rise', { metric: flat.metric.name, sizes: flat.points.length }, null)
  const most = Math.max(...lead.map(({ points }) => points.length))
  return said('too few sizes', null, 'verdict-too-few-sizes', { metric: lead[0]!.metric.name, sizes: most, needed: NEEDED.sizes }, null)
}

function values({ analysis: { metric, scale, test }, criteria: { sizes, decades, below, above, p, widthDecades } }: Jump): Record<string, number | string> {
  const { knee } = test.sharp as Sharp
  return { metric: metric.name, knee, kind: scale, sizes, decades, below, above, p, width: widthDecades }
}

function said(label: Label, grade: Verdict['grade'], code: NoteCode, values: Record<string, number | string>, criteria: Criteria | null): Verdict {
  const said = note(code, values)
  return { label, grade, sentence: said.message, note: said, criteria }
}
