/** `emergence.*`: does a capability appear with scale, where, and does only its metric jump? */
import * as z from 'zod'
import { noteSchema } from '../notes'
import { number, oneOf, open, text } from '../plan/rules'
import { observationSchema, orRefused, problemSchema } from './observations'
import { n, orNoAnswer, procedure, progressSchema, warnings } from './procedure'

const flag = z.boolean({ error: 'expected true or false' }).optional()
/** A score: beyond ±1e100 what is computed from it would leave the range of numbers. */
const scoreRule = (example: string) => number({ from: -1e100, to: 1e100, example })
const value = (example: string) => scoreRule(example).optional()
const seed = number({ from: 0, to: 2 ** 32 - 1, whole: true, example: '1' }).default(1)
const scale = oneOf(['N', 'C', 'loss'])

/** What the analyses take in: rows; the scale (C where it is available, else N, unless given); and what the rows do not say. */
const question = {
  observations: z.array(observationSchema, { error: 'expected a list of rows, for example [{"N": 7e9, "metric": "acc", "score": 0.4}]' }).max(100_000),
  scale: scale.optional(),
  /** Score of random guessing, best possible score and direction of rows that do not say so, in the metric's own unit. */
  random: value('0.25'),
  high: value('1'),
  higherIsBetter: flag,
  /** For a metric by name: whether it is all or nothing (discontinuous) or gives credit for parts (continuous), and what holds whatever its rows say. */
  metrics: z
    .record(
      text(300, '"exact_match"'),
      open({ kind: oneOf(['discontinuous', 'continuous']).optional(), higherIsBetter: flag, random: value('0.25'), high: value('1') })
    )
    .optional()
}

const metric = z.object({
  name: z.string(),
  kind: z.enum(['discontinuous', 'continuous', 'unknown']),
  /** True when a higher score is better. */
  rising: z.boolean(),
  worst: n.nullable(),
  best: n.nullable(),
  random: n.nullable()
})
const rule = z.object({
  /** Means of the scores (normalised ones in the normalised rule) below and from `largeFrom` on, and their difference in the direction of better. */
  smallMean: n,
  largeMean: n,
  gain: n,
  nearChance: z.boolean(),
  wellAbove: z.boolean(),
  gained: z.boolean(),
  emergent: z.boolean()
})
const detector = orNoAnswer(
  z.object({
    baseline: n,
    /** Sizes from this one on are large: the median size, or the first above it. */
    largeFrom: n,
    source: rule,
    /** On (score − random)/(best − random): 1/6, 2/3 and 0.4, the source's rule at its own baseline of 1/4. */
    normalised: rule.nullable(),
    decides: z.enum(['source', 'normalised']),
    emergent: z.boolean(),
    thresholdByIndex: n.nullable(),
    thresholdByLog: n.nullable(),
    notes: warnings
  })
)
const families = z.object({ families: n, effect: n }).nullable()
const likelihood = z.enum(['binomial', 'quasi-binomial', 'gaussian'])
const test = z.object({
  /** The source's test: a straight line in the logarithm of the scale. */
  linear: orNoAnswer(
    z.object({
      slopePerDecade: n,
      p: n,
      rSquared: n,
      residuals: z.array(n),
      pattern: z.enum(['convex', 'concave', 'step', 'other']),
      /** max|residual|/sd(score), population standard deviation; strong above 1.5, weak below 0.5. */
      effectSize: n,
      strength: z.enum(['strong', 'medium', 'weak']),
      /** Largest effect size of any monotone curve over these sizes; null for more than 1,000. */
      effectBound: n.nullable(),
      clustered: z.object({ families: n, slopePerDecade: n, standardError: n, p: n }).nullable(),
      notes: warnings
    })
  ),
  /** Against the best gradual curve (10–90 % over a decade or more), by parametric bootstrap. */
  sharp: orNoAnswer(
    z.object({
      likelihoodRatio: n,
      p: n,
      replicates: n,
      gradual: z.string(),
      link: z.enum(['weibull', 'logistic']),
      widthDecades: n,
      /** Half-way point of the best curve, and how many sizes lie below and above it. */
      knee: n,
      below: n,
      above: n,
      likelihood,
      /** Factor by which the points scatter more than their items allow; the variance of a point for Gaussian scatter. */
      dispersion: n,
      families
    })
  )
})
const described = z.object({ critical: n, steepness: n, floor: n, ceiling: n, p50: n, widthDecades: n, rmse: n })
const fits = z.array(
  z.object({
    model: z.enum(['constant', 'linear', 'clipped-linear', 'logistic', 'weibull']),
    floor: z.enum(['held', 'free']).nullable(),
    ceiling: z.enum(['held', 'free']).nullable(),
    /** Free parameters; a scatter that is estimated counts as one. */
    parameters: n,
    rmse: n,
    /** Null with too few points for so many parameters. `delta` is the difference to the best, `weight` Akaike's. */
    aicc: n.nullable(),
    delta: n.nullable(),
    weight: n.nullable(),
    curve: described.nullable()
  })
)
const scales = z.object({ rmse: z.object({ N: n, C: n }), ratio: n, better: z.enum(['N', 'C']), rows: n, note: noteSchema }).nullable()
const mirageRow = z.object({
  metric: z.string(),
  kind: z.enum(['discontinuous', 'continuous', 'unknown']),
  shots: n.nullable(),
  finding: z.enum(['sharp', 'gradual', 'flat', 'falling', 'too few sizes']),
  p: n.nullable(),
  widthDecades: n.nullable(),
  sizes: n
})
const mirage = z.object({
  result: z.enum(['emergent under both', 'metric-dependent', 'gradual under both', 'not checkable']),
  discontinuous: z.array(mirageRow),
  continuous: z.array(mirageRow),
  unknown: z.array(z.string()),
  /** Of the metrics of known kind that have enough sizes to judge, how many jump. */
  agreement: z.object({ sharp: n, judged: n }),
  notes: warnings
})
/** One score a size, in order of capability. */
const points = z.array(
  z.object({
    x: n,
    score: n,
    n: n.nullable(),
    /** 90 %: Wilson's from the items, or 1.645 reported standard errors. */
    interval: z.object({ low: n, high: n, method: z.enum(['wilson', 'reported']) }).nullable(),
    rows: n
  })
)
const ends = z.object({ low: z.array(n), high: z.array(n) })
/** For a figure: the fitted curve, the straight line in the logarithm of the scale and, from a bootstrap, the band of the curve, over the sizes and 15 % of their span beyond. */
const drawn = z.object({ x: z.array(n), fit: z.array(n).nullable(), line: z.array(n).nullable(), band: ends.nullable() })
const verdict = z.object({
  /** `no rise` in addition to the source's labels: scores that do not change with scale. */
  label: z.enum(['emergent', 'metric-dependent', 'smooth', 'inverse scaling', 'too few sizes', 'no rise']),
  grade: z.enum(['A', 'B', 'C']).nullable(),
  sentence: z.string(),
  /** The sentence as a code with values. */
  note: noteSchema,
  /** What the grade rests on; of two metrics the weaker in each. */
  criteria: z.object({ sizes: n, decades: n, below: n, above: n, p: n, widthDecades: n }).nullable()
})
const analysis = z.object({
  task: z.string().nullable(),
  metric,
  shots: n.nullable(),
  scale,
  rows: n,
  points,
  drawn,
  decades: n,
  detector,
  test,
  fits,
  scales,
  finding: z.enum(['sharp', 'gradual', 'flat', 'falling', 'too few sizes']),
  notes: warnings
})

const range = z.object({ low: n.nullable(), high: n.nullable() })
const ranges = z.object({ critical: range, steepness: range, floor: range, ceiling: range })
const end = (example: string) => z.union([z.literal('free'), scoreRule(example)], { error: `expected "free" or a score such as ${example}` }).optional()

/** The teaching curve of six model sizes with chain of thought: illustrative, not measured. */
const CHAIN_OF_THOUGHT = [
  [7e6, 0.15],
  [70e6, 0.17],
  [700e6, 0.2],
  [7e9, 0.38],
  [70e9, 0.82],
  [175e9, 0.95]
].map(([N, score]) => ({ task: 'chain of thought', N: N!, metric: 'accuracy', score: score!, n: 250, random: 0.25 }))

export const emergenceContract = {
  'emergence.analyze': procedure({
    about:
      'Whether measured scores jump with scale: the detector and test of the source as given, the test that allows for noise, the mirage check over the metrics of a task, and a verdict with its grade.',
    example: { observations: CHAIN_OF_THOUGHT },
    input: open({
      ...question,
      seed,
      /** At most so many replicates of the parametric bootstrap; fewer where enough of them look as sharp. */
      replicates: number({ from: 99, to: 99_999, whole: true, example: '999' }).default(999)
    }),
    item: progressSchema,
    output: orRefused(
      z.object({
        /** The analysis that stands for all (discontinuous metric first, then most sizes, then by name); every one is in `analyses`, every task in `tasks`. */
        task: z.string().nullable(),
        metric: z.string(),
        scale,
        detector,
        test,
        fits,
        /** How closely the scores follow N and C, on the rows that have both. */
        scales,
        mirage,
        verdict,
        /** What the tests are held against: a rise is sharp below this p and this width, with so many sizes on each side; a curve is better than a line, and an effect strong, above these. */
        bounds: z.object({ p: n, widthDecades: n, oneSide: n, deltaAicc: n, effectSize: n }),
        tasks: z.array(z.object({ task: z.string().nullable(), mirage, verdict })),
        analyses: z.array(analysis),
        problems: z.array(problemSchema),
        warnings
      })
    )
  }),
  'emergence.fitThreshold': procedure({
    about: 'Critical scale, steepness, floor and ceiling of a link fitted to the scores of one task under one metric, with profile-likelihood intervals.',
    example: { observations: CHAIN_OF_THOUGHT, link: 'weibull', floor: 'free', bootstrap: 100 },
    input: open({
      ...question,
      /** Which series, where there are several. */
      task: text(300, '"gsm8k"').optional(),
      metric: text(300, '"exact_match"').optional(),
      link: oneOf(['weibull', 'logistic']).default('weibull'),
      /** Held at a score, or "free"; unless given, the floor is held at the score of random guessing where that is known, and the ceiling is free. */
      floor: end('0.25'),
      ceiling: end('1'),
      level: number({ above: 0, below: 1, example: '0.9' }).default(0.9),
      /** Replicates of the case bootstrap beside the profile interval; 0 for none. */
      bootstrap: number({ from: 0, to: 10_000, whole: true, example: '400' }).default(400),
      seed
    }),
    item: progressSchema,
    output: orRefused(
      described.extend({
        task: z.string().nullable(),
        metric: z.string(),
        scale,
        link: z.enum(['weibull', 'logistic']),
        level: n,
        /** Profile likelihood; null at an end that the data do not bound, null as a whole without any scatter to see. */
        intervals: ranges.nullable(),
        /** Rows, or families where at least five are pooled, drawn again with replacement; `leftOut` draws held fewer than three sizes. */
        bootstrap: z.object({ intervals: ranges, replicates: n, leftOut: n, drawn: z.enum(['rows', 'families']), note: noteSchema }).nullable(),
        likelihood,
        dispersion: n.nullable(),
        families,
        held: z.array(z.enum(['critical', 'steepness', 'floor', 'ceiling'])),
        aicc: n.nullable(),
        rows: n,
        sizes: n,
        points,
        drawn,
        scales,
        problems: z.array(problemSchema),
        warnings
      })
    )
  })
} as const
