/** What the screen of laws keeps between two starts, read back by hand: a wrong field falls back to its default. */
import { fieldOf, oneOf } from './intakeKept'

export const LAW_TABS = ['compare', 'surface', 'errors', 'serving', 'data', 'shape', 'table', 'solve', 'fit'] as const
export type LawTab = (typeof LAW_TABS)[number]
export const GIVENS = ['N', 'D', 'C', 'loss', 'usd', 'acceleratorHours', 'days'] as const
export const POLICIES = ['optimal', 'ratio', 'fixedN', 'fixedD'] as const
export const COUNTS = ['total', 'active', 'nonEmbedding', 'activeNonEmbedding'] as const
export const PRECISIONS = ['mixed', 'bf16', 'fp8', 'fp32'] as const
export const OPTIMISERS = ['adam', 'adam-8bit', 'adafactor', 'sgd-momentum', 'muon', 'sgd'] as const
/** Law of the plan, whichever it is. */
export const PLAN_LAW = 'plan'

/** Null is the plan's own value. */
export interface LawsKept {
  tab: LawTab
  /** Law that surface, errors, serving, data and calculator look at, and its set of constants ('' for the first). */
  law: string
  set: string
  N: number | null
  D: number | null
  C: number | null
  served: number | null
  minimise: 'flop' | 'usd'
  uniqueTokens: number | null
  maxEpochs: number | null
  given: (typeof GIVENS)[number]
  value: number
  policy: (typeof POLICIES)[number]
  /** Value of each policy that has one. */
  ratio: number
  fixedN: number
  fixedD: number
  shape: ShapeKept
  other: OtherKept
}

/** A transformer: from a size, or by its parts. */
export interface ShapeKept {
  from: 'size' | 'shape'
  N: number | null
  counts: (typeof COUNTS)[number]
  /** Proportions that a shape for a size keeps. */
  widthPerLayer: number
  headDim: number
  queriesPerKeyValue: number
  layers: number
  width: number
  heads: number
  kvHeads: number
  ffnWidth: number
  vocabulary: number
  gated: boolean
  tied: boolean
  /** Routed experts of a layer, 0 for a dense model, and those that a token passes. */
  experts: number
  activeExperts: number
  context: number
  precision: (typeof PRECISIONS)[number]
  optimiser: (typeof OPTIMISERS)[number]
}

/** Any law of the registry, with constants of one's own where they are changed. */
export interface OtherKept {
  law: string
  constants: Readonly<Record<string, number>> | null
  N: number
  D: number
  C: number | null
  languages: number
  uniqueTokens: number | null
  image: number
}

export function readLawsKept(kept: unknown): LawsKept {
  const field = (name: string): unknown => fieldOf(kept, name)
  return {
    tab: oneOf(LAW_TABS, field('tab'), 'compare'),
    law: textOr(field('law'), PLAN_LAW),
    set: textOr(field('set'), ''),
    N: positiveOr(field('N'), null),
    D: positiveOr(field('D'), null),
    C: positiveOr(field('C'), null),
    served: typeof field('served') === 'number' ? Math.max(0, Number(field('served'))) : null,
    minimise: oneOf(['flop', 'usd'], field('minimise'), 'flop'),
    uniqueTokens: positiveOr(field('uniqueTokens'), null),
    maxEpochs: positiveOr(field('maxEpochs'), null),
    given: oneOf(GIVENS, field('given'), 'C'),
    value: positiveOr(field('value'), 5.76e23),
    policy: oneOf(POLICIES, field('policy'), 'optimal'),
    ratio: positiveOr(field('ratio'), 20),
    fixedN: positiveOr(field('fixedN'), 70e9),
    fixedD: positiveOr(field('fixedD'), 1.4e12),
    shape: shapeOf(field('shape')),
    other: otherOf(field('other'))
  }
}

function shapeOf(kept: unknown): ShapeKept {
  const field = (name: string): unknown => fieldOf(kept, name)
  return {
    from: oneOf(['size', 'shape'], field('from'), 'size'),
    N: positiveOr(field('N'), null),
    counts: oneOf(COUNTS, field('counts'), 'total'),
    widthPerLayer: positiveOr(field('widthPerLayer'), 128),
    headDim: positiveOr(field('headDim'), 128),
    queriesPerKeyValue: positiveOr(field('queriesPerKeyValue'), 1),
    layers: positiveOr(field('layers'), 32),
    width: positiveOr(field('width'), 4096),
    heads: positiveOr(field('heads'), 32),
    kvHeads: positiveOr(field('kvHeads'), 8),
    ffnWidth: positiveOr(field('ffnWidth'), 14336),
    vocabulary: positiveOr(field('vocabulary'), 128256),
    gated: field('gated') !== false,
    tied: field('tied') === true,
    experts: typeof field('experts') === 'number' ? Math.max(0, Number(field('experts'))) : 0,
    activeExperts: positiveOr(field('activeExperts'), 2),
    context: positiveOr(field('context'), 8192),
    precision: oneOf(PRECISIONS, field('precision'), 'mixed'),
    optimiser: oneOf(OPTIMISERS, field('optimiser'), 'adam')
  }
}

function otherOf(kept: unknown): OtherKept {
  const field = (name: string): unknown => fieldOf(kept, name)
  const constants = field('constants')
  return {
    law: textOr(field('law'), 'additive'),
    constants:
      typeof constants === 'object' && constants !== null && Object.values(constants).every((value) => typeof value === 'number')
        ? Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, Number(value)]))
        : null,
    N: positiveOr(field('N'), 7e9),
    D: positiveOr(field('D'), 1e12),
    C: positiveOr(field('C'), null),
    languages: positiveOr(field('languages'), 12),
    uniqueTokens: positiveOr(field('uniqueTokens'), null),
    image: positiveOr(field('image'), 2e11)
  }
}

const textOr = (kept: unknown, otherwise: string): string => (typeof kept === 'string' ? kept : otherwise)
const positiveOr = <T extends number | null>(kept: unknown, otherwise: T): number | T =>
  typeof kept === 'number' && kept > 0 && Number.isFinite(kept) ? kept : otherwise
