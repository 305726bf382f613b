/** What guessing scores, and where a bounded metric cannot tell ability from guessing. All scores are shares of right answers, 0 to 1. */
import { note } from '../../../shared/notes'
import type { Note } from '../../../shared/notes'
import { binomialQuantile, binomialTail } from '../numeric/binomial'

export interface Chance {
  /** 1/answers. */
  chance: number
  /** Guessing on n items: mean, standard deviation, and the range that holds it with at least `level`, as shares and as counts. */
  guessing: { expectedRight: number; deviation: number; range: { low: number; high: number }; rightRange: { low: number; high: number } } | null
  /**
   * Scores that say nothing. `low` to `high` at the floor: from the metric's least value to the largest score that guessing reaches within `level`; an ability may grow there unseen.
   * `ceilingFrom`: the true score of a model that answers all n items right may be as low as this at `level`; beyond it the metric does not tell models apart.
   */
  blind: { low: number; high: number; ceilingFrom: number | null }
}

/** `answers` ≥ 1 choices, one of them right; `items` null when their number is unknown, then the floor is blind up to chance itself. */
export function chanceOf(answers: number, items: number | null, level: number): Chance {
  const chance = 1 / answers
  if (items === null) return { chance, guessing: null, blind: { low: 0, high: chance, ceilingFrom: null } }
  const tail = (1 - level) / 2
  const low = binomialQuantile(tail, items, chance)
  const high = binomialQuantile(1 - tail, items, chance)
  return {
    chance,
    guessing: {
      expectedRight: items * chance,
      deviation: Math.sqrt((chance * (1 - chance)) / items),
      range: { low: low / items, high: high / items },
      rightRange: { low, high }
    },
    // q^n = 1 − level: the exact one-sided bound (Clopper & Pearson 1934) when nothing was wrong.
    blind: { low: 0, high: high / items, ceilingFrom: (1 - level) ** (1 / items) }
  }
}

export interface ScoreAgainstChance {
  /** (score − chance)/(1 − chance): 0 for guessing, 1 for all right; below 0 is worse than guessing. Null when there is one answer only. */
  normalised: number | null
  /** P(guessing scores at least this), exact; null without the number of items. */
  pValue: number | null
}

/** How a score stands beside guessing. The number right is score·items, rounded to a whole number. */
export function againstChance(score: number, answers: number, items: number | null): ScoreAgainstChance {
  const chance = 1 / answers
  return {
    normalised: answers > 1 ? (score - chance) / (1 - chance) : null,
    pValue: items === null ? null : binomialTail(Math.round(score * items), items, chance)
  }
}

/** Farther than this from a whole number of right answers, the score is no share of the items. */
const ROUNDING = 0.05

/** What a reader should know before holding a score against guessing; `score` null when none is given. */
export function chanceNotes({ guessing }: Chance, answers: number, items: number | null, score: number | null): Note[] {
  const right = score === null || items === null ? null : score * items
  return [
    ...(items === null ? [note('chance-no-items', {}, 'items')] : []),
    ...(answers === 1 ? [note('chance-one-answer', {}, 'answers')] : []),
    ...(right !== null && Math.abs(right - Math.round(right)) > ROUNDING
      ? [note('chance-rounded', { score: score!, items: items!, right: Math.round(right) }, 'score')]
      : []),
    ...(right !== null && answers > 1 && Math.round(right) <= guessing!.rightRange.high
      ? [note('chance-within', { score: score!, items: items! }, 'score')]
      : [])
  ]
}
