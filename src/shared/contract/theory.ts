/** The smaller questions of `emergence.*`: predicting a threshold, in-context learning, complexity, phase transitions, exact match, chance. */
import * as z from 'zod'
import { number, oneOf, open, text } from '../plan/rules'
import { cell, orRefused, problemSchema } from './observations'
import { n, orNoAnswer, positive, procedure, warnings } from './procedure'

const share = (example: string) => number({ from: 0, to: 1, example })
const level = number({ above: 0, below: 1, example: '0.9' }).default(0.9)
const name = text(300, '"arithmetic"')
const problems = z.array(problemSchema)
const interval = z.object({ low: n, high: n })
const count = (example: string, to: number) => number({ from: 1, to, whole: true, example })
/** A table that replaces the shipped one as a whole; names to figures of 0 or above. */
const figures = z.record(name, number({ from: 0, to: 1e60, example: '0.3' }))
const scales = open({ from: positive('1e7'), to: positive('1e12') }).refine(({ from, to }) => from < to, {
  error: 'expected from below to, for example 1e7 and 1e12',
  path: ['from']
})
/** Points of a curve, evenly spaced in the logarithm of the scale. */
const points = number({ from: 2, to: 2000, whole: true, example: '61' }).default(61)
const order = z.array(z.object({ scale: n, order: n }))

export const theoryContract = {
  'emergence.predictThreshold': procedure({
    about:
      'Scale at which a task will emerge, from observed emergences: along a line of the same task, else by regression of ln threshold, else by a rule of thumb; says which.',
    example: {
      known: [
        { task: 'arithmetic', property: 2, threshold: 6e9 },
        { task: 'arithmetic', property: 3, threshold: 13e9, performance: 0.8 },
        { task: 'deduction', property: 4, threshold: 60e9 },
        { task: 'deduction', property: 6, threshold: 70e9, reached: false }
      ],
      task: 'deduction',
      property: 5
    },
    input: open({
      /** `property` orders tasks by what they ask for (digits, steps); `threshold` in parameters, or any one unit. Without `reached`, a performance of at most 0.5 counts as not reached. */
      known: z
        .array(
          open({
            task: name,
            property: cell,
            threshold: cell,
            performance: cell,
            reached: z.boolean({ error: 'expected true or false' }).nullable().optional()
          })
        )
        .max(100_000),
      task: name,
      property: number({ from: 0, to: 1e60, example: '5' }),
      level
    }),
    output: orRefused(
      z.object({
        threshold: n,
        /** Where a new task's threshold lies with probability `level`; null where the method knows no scatter. */
        interval: interval.extend({ level: n }).nullable(),
        method: z.enum(['interpolated', 'extrapolated', 'regression', 'power-law']),
        /** Rows of `known` (from 1) that the number rests on. */
        usedRows: z.array(n),
        /** The source's regression of raw sizes: for comparison only, as it can fall below 0. */
        sourceRegression: z.object({ threshold: n, negative: z.boolean() }).nullable(),
        problems,
        warnings
      })
    )
  }),
  'emergence.icl': procedure({
    about:
      'In-context learning taken apart: thresholds of the components of a task, and of the task by the source’s code (first reached) and by its words (all reached).',
    example: { task: 'arithmetic' },
    input: open({
      /** One task; all without it. */
      task: name.optional(),
      strengths: figures.optional(),
      requirements: z.record(name, figures).optional()
    }),
    output: orNoAnswer(
      z.object({
        strengths: z.record(z.string(), n),
        tasks: z.array(
          z.object({
            task: z.string(),
            components: z.array(z.object({ component: z.string(), strength: n, weight: n, threshold: n.nullable() })),
            /** Smallest and largest threshold: min as in the source's code, max as in its words; null is never. */
            first: n.nullable(),
            all: n.nullable()
          })
        ),
        warnings
      })
    )
  }),
  'emergence.complexity': procedure({
    about: 'Whether N^1.5 reaches the complexity that a task requires, by what margin, and the fewest parameters that do.',
    example: { N: 10e9, task: 'deduction-7-step' },
    input: open({
      N: positive('10e9'),
      /** A task of the table, or a complexity of one's own; without both, every task of the table. */
      task: name.optional(),
      complexity: positive('1e11').optional(),
      /** Replaces the table. */
      tasks: z.record(name, positive('1e11')).optional()
    }),
    output: orNoAnswer(
      z.object({
        /** N^1.5. */
        available: n,
        rows: z.array(
          z.object({
            task: z.string().nullable(),
            required: n,
            emerges: z.boolean(),
            /** available/required: 1 or above where the task emerges. */
            margin: n,
            /** required^(2/3) parameters. */
            requiredN: n
          })
        ),
        warnings
      })
    )
  }),
  'emergence.phaseTransition': procedure({
    about:
      'Emergence read as a phase transition: the order parameter of a model over a range of scale, its critical point, and the form as its source writes it.',
    example: { model: 'power-onset', critical: 60e9, steepness: 0.5 },
    input: open({
      model: oneOf(['power-onset', 'shifted-weibull', 'boltzmann']).default('power-onset'),
      /** Onset x_c; under a Boltzmann barrier the difficulty d of b = d/x. In the unit of the scale. */
      critical: positive('60e9'),
      /** Exponent of the onset, or the temperature T of the barrier. */
      steepness: positive('1').default(1),
      /** From a hundredth to a hundred times the critical scale unless given. */
      range: scales.optional(),
      points
    }),
    output: orNoAnswer(
      z.object({
        formula: z.string(),
        /** `onset`: the order parameter leaves 0 there. `crossover`: no critical point, only where the barrier equals the temperature. */
        criticalPoint: z.object({ kind: z.enum(['onset', 'crossover']), scale: n }),
        /** Slope just above the onset. */
        onsetSlope: z.enum(['infinite', 'finite', 'zero']).nullable(),
        /** Scale of an order parameter of one half; null when it never is. */
        halfScale: n.nullable(),
        supremum: n,
        curve: order,
        /** Where the source's form differs from what is computed. */
        asGiven: z.object({ formula: z.string(), curve: order }).nullable(),
        warnings
      })
    )
  }),
  'emergence.exactMatch': procedure({
    about: 'How a smooth per-token accuracy p becomes a jump of the exact match p^L: curves for several answer lengths, sizes at 50 %, and widths in decades.',
    example: { perToken: { scale: 1e8, exponent: 0.5 }, lengths: [1, 5, 20] },
    input: open({
      /** p(N) = exp(−(offset + (scale/N)^exponent)); or measured accuracies by size. */
      perToken: z
        .union(
          [
            open({
              scale: positive('1e8'),
              exponent: number({ above: 0, to: 100, example: '0.5' }),
              offset: number({ from: 0, to: 100, example: '0' }).default(0)
            }),
            open({ measured: z.array(open({ N: cell, p: cell })).max(1000) })
          ],
          { error: 'expected {"scale": 1e8, "exponent": 0.5} or {"measured": [{"N": 1e9, "p": 0.9}, …]}' }
        )
        .optional(),
      lengths: z.array(count('5', 1_000_000)).min(1, { error: 'expected at least one length, for example [5]' }).max(100).default([1, 2, 5, 10, 20, 50]),
      /** Sizes of the curves; measured accuracies bring their own. */
      range: scales.default({ from: 1e7, to: 1e12 }),
      points
    }),
    output: orRefused(
      z.object({
        curves: z.array(
          z.object({
            length: n,
            points: z.array(z.object({ N: n, perToken: n, exactMatch: n, editDistance: n })),
            /** N of 50 % exact match; null when no size reaches it. */
            halfScale: n.nullable(),
            /** Decades of N from 10 % to 90 %. */
            widthDecades: n.nullable(),
            /** Largest exact match that any size reaches. */
            ceiling: n
          })
        ),
        problems,
        warnings
      })
    )
  }),
  'emergence.nearOrthogonal': procedure({
    about: 'Random directions in many dimensions: how far from orthogonal pairs are, and how many directions stay pairwise nearly orthogonal.',
    example: { dimensions: [10, 1000, 100_000] },
    input: open({
      dimensions: z
        .array(number({ from: 2, to: 1e7, whole: true, example: '1000' }))
        .min(1, { error: 'expected at least one number of dimensions, for example [1000]' })
        .max(12)
        .default([10, 100, 1000, 100_000]),
      pairs: count('500', 20_000).default(500),
      /** |cos| up to which two directions count as nearly orthogonal. */
      tolerance: number({ above: 0, below: 1, example: '0.1' }).default(0.1),
      seed: number({ from: 0, to: 2 ** 32 - 1, whole: true, example: '1' }).default(1)
    }),
    output: z.object({
      rows: z.array(
        z.object({
          dimension: n,
          /** Standard deviation of the cosine, 1/√d. */
          deviation: n,
          /** P(|cos| ≤ tolerance): exact, and the share of the pairs drawn. */
          within: n,
          observedWithin: n,
          /** Mean and largest |cos| of the pairs drawn. */
          meanAbsolute: n,
          largest: n,
          histogram: z.array(z.object({ from: n, to: n, pairs: n })),
          /** So many directions are pairwise within the tolerance with probability at least one half (union bound); null: beyond the range of numbers. */
          together: n.nullable()
        })
      ),
      warnings
    })
  }),
  'emergence.chance': procedure({
    about: 'What guessing scores on a multiple-choice metric, how far it scatters over the items, and which scores say nothing.',
    example: { answers: 4, items: 100, score: 0.31 },
    input: open({
      answers: number({ from: 1, to: 1e9, example: '4' }),
      items: count('100', 100_000_000).optional(),
      /** A measured score to hold against guessing. */
      score: share('0.31').optional(),
      level: number({ above: 0, below: 1, example: '0.95' }).default(0.95)
    }),
    output: z.object({
      chance: n,
      /** Guessing on the items: mean and range that holds the number right with at least `level`. */
      guessing: z.object({ expectedRight: n, deviation: n, range: interval, rightRange: interval }).nullable(),
      /** Scores up to `high` cannot be told from guessing; a model with every item right may truly score as low as `ceilingFrom`. */
      blind: z.object({ low: n, high: n, ceilingFrom: n.nullable() }),
      /** (score − chance)/(1 − chance), and the chance that guessing scores at least this. */
      score: z.object({ normalised: n.nullable(), pValue: n.nullable() }).nullable(),
      warnings
    })
  })
} as const
