/** links.* of the contract. */
import { isNoAnswer, note, type Note } from '../../shared/notes'
import type { ParsedInput, Output } from '../../shared/contract'
import { alongRatio, allOfDerivative, allOfProbability, allOfSize, eachOf, type AllOf } from '../engine/links/allOf'
import { withBounds, type BoundedShape } from '../engine/links/bounds'
import { capacityMargin } from '../engine/links/complexity'
import type { Link } from '../engine/links/link'
import { LINKS, linkOf, singleLinkOf, THEORY_LINKS } from '../engine/links/registry'
import { meanProbability, meanScaleFor, probabilitySpread, scaleSpread, type UncertainShape } from '../engine/links/uncertain'
import type { ApiPart } from './implementation'
import { linkCards } from './linkCards'
import { logSpaced } from '../engine/emergence/exactMatch'

export const linksApi: ApiPart<'links'> = {
  'links.list': () => linkCards([...LINKS, ...THEORY_LINKS]),
  'links.probability': probabilityOf,
  'links.scaleFor': scaleOf,
  'links.curves': linkCurves,
  'links.predict': ({ critical, epsilon, link: id, steepness }) => {
    const P = (scale: number): number => linkOf(id).probability(scale, { critical, steepness })
    const [low, high] = [critical * (1 - epsilon), critical * (1 + epsilon)]
    const unusual = epsilon < 0.1 || epsilon > 0.2 ? [note('prediction-epsilon', { epsilon }, 'epsilon')] : []
    return { low, high, epsilon, probabilityLow: P(low), probability: P(critical), probabilityHigh: P(high), warnings: [note('prediction-rule'), ...unusual] }
  }
}

type Asked = ParsedInput<'links.probability'>
type AskedScale = ParsedInput<'links.scaleFor'>
type Single = Exclude<Asked['link'], 'all-of'>

function probabilityOf(question: Asked): Output<'links.probability'> {
  return question.link === 'all-of' ? jointProbability(question) : singleProbability(question)
}
function scaleOf(question: AskedScale): Output<'links.scaleFor'> {
  return question.link === 'all-of' ? jointScale(question) : singleScale(question)
}

function singleId(id: Asked['link']): Single {
  if (id === 'all-of') throw new Error('all-of is no link of one scale')
  return id
}

/** The emergence criterion of the field’s rule of thumb. */
const emerged = (probability: number): boolean => probability > 0.5

/** What the contract checks already: a question has the parameters of its kind. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the question lacks its parameters')
  return value
}

/** The shape as links take it: the Boltzmann link has its temperature where others have a steepness. */
function shapeOf(id: Single, { params }: Pick<Asked, 'params'>): BoundedShape | UncertainShape {
  const { critical, steepness, temperature, floor, ceiling } = given(params)
  const shape = { steepness: id === 'boltzmann' ? temperature : steepness, floor, ceiling }
  return typeof critical === 'number' ? { ...shape, critical } : { ...shape, critical }
}
const isUncertain = (shape: BoundedShape | UncertainShape): shape is UncertainShape => typeof shape.critical !== 'number'

function singleProbability(question: Asked): Output<'links.probability'> {
  const id = singleId(question.link)
  const link = singleLinkOf(id)
  const { scale } = question
  const shape = shapeOf(id, question)
  const common = { each: null, asGiven: asGiven(link, scale, shape), warnings: theoryNotes(link) }
  if (isUncertain(shape)) {
    const probability = meanProbability(link, scale, shape)
    return { ...common, probability, derivative: null, emerged: emerged(probability), interval: probabilitySpread(link, scale, shape), margin: null }
  }
  const probability = withBounds(link).probability(scale, shape)
  return {
    ...common,
    probability,
    derivative: withBounds(link).derivative(scale, shape),
    emerged: emerged(probability),
    interval: null,
    margin: id === 'complexity' ? capacityMargin(scale, shape.critical) : null
  }
}

/** The source's own form at the middle of the critical scale. */
function asGiven(link: Link, scale: number, shape: BoundedShape | UncertainShape): Output<'links.probability'>['asGiven'] {
  if (!link.asGiven) return null
  const critical = isUncertain(shape) ? Math.sqrt(shape.critical.low) * Math.sqrt(shape.critical.high) : shape.critical
  const { formula, note: about, probability } = link.asGiven
  return { probability: probability(scale, { ...shape, critical }), formula, note: about }
}

function theoryNotes({ id, supremum }: Link): Note[] {
  if (supremum < 1) return [note('link-never-emerges', { most: supremum })]
  return id === 'complexity' ? [note('complexity-not-measured')] : []
}

function singleScale(question: AskedScale): Output<'links.scaleFor'> {
  const id = singleId(question.link)
  const link = singleLinkOf(id)
  const shape = shapeOf(id, question)
  const common = { D: null, C: null, warnings: theoryNotes(link) }
  if (isUncertain(shape)) {
    const scale = meanScaleFor(link, question.probability, shape)
    const interval = scaleSpread(link, question.probability, shape)
    return isNoAnswer(scale) ? scale : { ...common, scale, interval: isNoAnswer(interval) ? null : interval }
  }
  const scale = withBounds(link).scaleFor(question.probability, shape)
  return isNoAnswer(scale) ? scale : { ...common, scale, interval: null }
}

const assumption = ({ combine }: AllOf): Note => note(`all-of-${combine}`, {}, 'allOf.combine')

function jointProbability({ allOf, scale: N, D, C }: Asked): Output<'links.probability'> {
  const model = given(allOf)
  const along = alongRatio(N, model.tokensPerParameter, model.flopPerParamToken)
  const amounts = { N, D: D ?? along.D, C: C ?? along.C }
  const probability = allOfProbability(model, amounts)
  const onLine = D === undefined && C === undefined
  return {
    probability,
    derivative: onLine ? allOfDerivative(model, N, model.tokensPerParameter, model.flopPerParamToken) : null,
    emerged: emerged(probability),
    interval: null,
    margin: null,
    each: eachOf(model, amounts),
    asGiven: null,
    warnings: [assumption(model)]
  }
}

function jointScale({ allOf, probability }: AskedScale): Output<'links.scaleFor'> {
  const model = given(allOf)
  const N = allOfSize(model, probability, model.tokensPerParameter, model.flopPerParamToken)
  if (isNoAnswer(N)) return N
  const { D, C } = alongRatio(N, model.tokensPerParameter, model.flopPerParamToken)
  return { scale: N, interval: null, D, C, warnings: [assumption(model)] }
}

function linkCurves({ curves, range, points }: ParsedInput<'links.curves'>): Output<'links.curves'> {
  const scales = logSpaced(range.from, range.to, points)
  const drawn = curves.map((question) => {
    const answers = scales.map((scale) => probabilityOf({ ...question, scale }))
    const half = scaleOf({ ...question, probability: 0.5 })
    const link = question.link === 'all-of' ? null : singleLinkOf(question.link)
    return {
      warnings: answers[0]!.warnings,
      curve: {
        link: question.link,
        formula: link?.formula ?? ALL_OF_FORMULA[given(question.allOf).combine],
        points: answers.map(({ probability, asGiven: source }, i) => ({ scale: scales[i]!, probability, asGiven: source?.probability ?? null })),
        halfScale: isNoAnswer(half) ? null : half.scale,
        supremum: link?.supremum ?? 1
      }
    }
  })
  return { curves: drawn.map(({ curve }) => curve), warnings: drawn.flatMap(({ warnings }) => warnings) }
}

const ALL_OF_FORMULA = { product: 'P = P_N(N)·P_D(D)·P_C(C)', minimum: 'P = min(P_N(N), P_D(D), P_C(C))' } as const
