/**
 * The scaling law as something that is believed: the plan's own and its weighted alternatives, each with the constants that the covariance of its fit leaves open. A draw
 * picks one of the laws that are made here beforehand; tokens, sizes and costs follow from it.
 */
import { isNoAnswer, noAnswer, note, type NoAnswer, type Note } from '../../../../shared/notes'
import type { FittedLaw, Plan } from '../../../../shared/plan/schema'
import { fittedChinchilla } from '../../laws/fittedChinchilla'
import type { BoundLaw } from '../../laws/law'
import { bound, lawOf, onUniqueTokens } from '../../laws/registry'
import { normalQuantile } from '../../numeric/normal'
import { choleskyOf } from '../draws/correlation'
import { evenUniforms } from '../draws/evenDraws'

/** Laws that stand for one covariance: spread evenly (Sobol), so that they show its moments to about 1e-3. */
const LAWS_PER_FIT = 2048
/** Dimensions of the even draws that nothing else has. */
const FIRST_DIMENSION = 120

export interface LawDraws {
  /** In the order of the plan: its own law first, then the alternatives. */
  laws: readonly BoundLaw[]
  /** A law is drawn when u is below its entry and not below the one before; the last is 1. */
  cumulative: Float64Array
  notes: Note[]
}

/** One law and no draws where it is exact; a reason where a covariance is none, or an alternative cannot tell what a target asks for. */
export function lawDrawsOf(plan: Plan): LawDraws | NoAnswer {
  const { alternatives = [], ...main } = plan.law
  const others = alternatives.reduce((sum, { weight }) => sum + weight, 0)
  const weighted = [{ id: main.id, weight: 1 - others }, ...alternatives]
  const laws: BoundLaw[] = []
  const ends: number[] = []
  const notes: Note[] = []
  let before = 0
  for (const { id, weight } of weighted) {
    const law = lawOf({ ...main, id })
    if (id !== main.id && law.loss === null && plan.targets.some(({ axis }) => axis === 'effective'))
      return noAnswer('notDefined', 'law-alternative-without-loss', { law: law.name })
    const drawn = id === 'fitted:chinchilla' && main.fitted?.covariance ? fitDraws(law, main.fitted) : null
    if (isNoAnswer(drawn)) return drawn
    const made = drawn === null ? [law] : drawn.laws
    made.forEach((each, i) => {
      laws.push(onUniqueTokens(each, plan.limits.uniqueTokens))
      ends.push(before + (weight * (i + 1)) / made.length)
    })
    before += weight
    notes.push(drawn === null ? exactNote(law) : note('simulation-law-drawn', { law: law.name, share: drawn.outside }, 'law.fitted'))
  }
  ends[ends.length - 1] = 1
  const names = weighted.map(({ id }) => lawOf({ ...main, id }).name)
  if (alternatives.length > 0) notes.push(note('simulation-law-mixture', { law: names[0]!, laws: names.join(', ') }, 'law.alternatives'))
  return { laws, cumulative: Float64Array.from(ends), notes }
}

/** Besiroglu et al. 2024 give standard errors without a covariance; A and α move together so closely that independent draws would be wrong. */
const exactNote = (law: BoundLaw): Note =>
  note(law.id === 'besiroglu-2024' ? 'simulation-law-errors-apart' : 'simulation-law-exact', { law: law.name }, 'law.id')

/** Constants that the fit takes in logarithms. */
const LOGARITHMIC: ReadonlySet<string> = new Set(['A', 'B'])

/**
 * The law with constants drawn from the covariance of its fit: normal in E, ln A, ln B, α, β, the coordinates of the fit, to which the covariance of the constants is
 * carried over to first order, cov(ln A, x) = cov(A, x)/A. Draws with E < 0, α ≤ 0 or β ≤ 0 are no such law: they are left out and counted.
 */
function fitDraws(law: BoundLaw, { constants, covariance, range, source }: FittedLaw): { laws: BoundLaw[]; outside: number } | NoAnswer {
  const { names, matrix } = covariance ?? { names: [], matrix: [] }
  const unknown = names.find((name) => !Object.hasOwn(constants, name))
  if (unknown !== undefined) return noAnswer('notDefined', 'law-covariance-name', { name: unknown })
  const per = (name: string): number => (LOGARITHMIC.has(name) ? (law.constants[name] ?? 1) : 1)
  // Constants without variance are exact.
  const moving = names.map((name, at) => ({ name, at, sd: Math.sqrt(matrix[at]![at]!) / per(name) })).filter(({ sd }) => sd !== 0)
  if (moving.some(({ sd }) => !(sd > 0))) return noAnswer('notDefined', 'law-covariance-impossible')
  const correlations = moving.map((row, i) =>
    moving.map((column, j) => {
      const [a, b] = i < j ? [column, row] : [row, column]
      const rho = i === j ? 1 : matrix[a.at]![b.at]! / (per(a.name) * per(b.name) * a.sd * b.sd)
      // Rounding alone may carry it past 1.
      return Math.abs(rho) > 1 && Math.abs(rho) < 1 + 1e-9 ? Math.sign(rho) : rho
    })
  )
  const L = choleskyOf(
    correlations,
    moving.map(({ name }) => name)
  )
  if (isNoAnswer(L)) return L
  const z = moving.map((_each, j) => evenUniforms(FIRST_DIMENSION + j, LAWS_PER_FIT).map(normalQuantile))
  const laws: BoundLaw[] = []
  for (let s = 0; s < LAWS_PER_FIT; s++) {
    const here: Record<string, number> = { ...law.constants }
    moving.forEach(({ name, sd }, i) => {
      const move = sd * z.reduce((sum, column, j) => sum + (L[i]![j] ?? 0) * column[s]!, 0)
      here[name] = LOGARITHMIC.has(name) ? law.constants[name]! * Math.exp(move) : law.constants[name]! + move
    })
    if (here.E! >= 0 && here.alpha! > 0 && here.beta! > 0)
      laws.push({ ...bound(fittedChinchilla, 'own', here, { k: 6 }), fittedRange: range, citation: source })
  }
  return laws.length === 0 ? noAnswer('notDefined', 'law-covariance-impossible') : { laws, outside: 1 - laws.length / LAWS_PER_FIT }
}
