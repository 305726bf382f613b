/** `laws.fit`: a law fitted to the planner’s own runs. */
import * as z from 'zod'
import { number, oneOf, open } from '../plan/rules'
import { cell, orRefused, problemSchema } from './observations'
import { n, positive, procedure, progressSchema, warnings } from './procedure'

export const FIT_APPROACHES = ['envelope', 'isoflop', 'parametric'] as const
export type FitApproach = (typeof FIT_APPROACHES)[number]

/** chinchilla: E + A/N^α + B/D^β. kaplan-nd: [(N_c/N)^(α_N/α_D) + D_c/D]^α_D. separable: (N_c/N)^α_N + (D_c/D)^α_D. power-offset: a·N^−α + b, D not needed. */
export const FIT_FORMS = ['chinchilla', 'kaplan-nd', 'separable', 'power-offset'] as const
export type FitForm = (typeof FIT_FORMS)[number]

/** Constants by name; parametric fits use the names of the law of the same form, envelope and isoflop a, b, kN, kD of N* = kN·C^a and D* = kD·C^b. */
const constants = z.record(z.string(), n)
const interval = z.object({ low: n, high: n })
const span = z.tuple([n, n])
const exponents = z.object({ a: n, b: n })

/** A set of runs left out, and what the constants become (null where the others determine none). */
const influentialSet = z.object({
  /** The highest losses, the runs that move the constants most, the largest residuals (a fiftieth of the runs each), the largest budgets (held out), or one isoFLOP or size. */
  set: z.enum(['highestLosses', 'mostInfluential', 'largestResiduals', 'largestBudgets', 'isoflop', 'size']),
  rows: z.array(n),
  /** C of the isoFLOP, or N of the size, that is left out. */
  C: n.optional(),
  N: n.optional(),
  constants: constants.nullable(),
  /** What is added to each constant by leaving them out. */
  delta: constants.nullable(),
  exponents: exponents.nullable()
})

const fitSchema = z.object({
  approach: z.enum(FIT_APPROACHES),
  /** Form of a parametric fit; null for the other approaches. */
  form: z.enum(FIT_FORMS).nullable(),
  formula: z.string(),
  constants,
  /** Null where neither bootstrap nor curvature gives any; a constant at a bound has none. */
  standardErrors: constants.nullable(),
  /** At the asked level: percentiles of the bootstrap, else normal ones (log-normal for amplitudes). */
  intervals: z.record(z.string(), interval).nullable(),
  level: n,
  /** Σ of Huber's function of ln loss (parametric), else the weighted sum of squares of ln N* around the line. */
  objective: n,
  /** N* ∝ C^a and D* ∝ C^b; null for a form without an optimum. */
  exponents: exponents.extend({ standardErrors: exponents.nullable(), intervals: z.object({ a: interval, b: interval }).nullable() }).nullable(),
  covariance: z
    .object({
      names: z.array(z.string()),
      matrix: z.array(z.array(n)),
      /** bootstrap: of the replicates. sandwich: n/(n − p)·H⁻¹·Σψ²∇r∇rᵀ·H⁻¹, from the curvature at the optimum. */
      from: z.enum(['bootstrap', 'sandwich'])
    })
    .nullable(),
  /** Replicates drawn, and those that determined no constants or did not settle, which are left out. */
  bootstrap: z.object({ replicates: n, failed: n }),
  /** Starts of a parametric fit, and how many reach the best value to one part in a million. */
  starts: z.object({ count: n, reached: n }).nullable(),
  influence: z.object({
    /** The constant by whose change the points are sorted: the exponent that is least well determined. */
    sortedBy: z.string(),
    /** What is added to each constant when this run is left out (exact refit). */
    points: z.array(z.object({ row: n, N: n, D: n.nullable(), loss: n, delta: constants })),
    sets: z.array(influentialSet)
  }),
  /** One row a run (parametric: loss), isoFLOP or winning size (N*): residual = ln observed − ln predicted. */
  residuals: z.array(z.object({ row: n.optional(), N: n, D: n.nullable(), C: n.nullable(), observed: n, predicted: n, residual: n })),
  /** Fitted without the largest budgets, how far those are from their prediction: root mean square and mean of ln observed − ln predicted, beside the same of the runs fitted to. */
  heldOut: z.object({ quantity: z.enum(['loss', 'N']), count: n, fromC: n.nullable(), rmse: n, bias: n, rmseFitted: n }).nullable(),
  /** Approach 2: the parabola of each isoFLOP. `through`: runs it went through. Only those used carry the power law. */
  isoflops: z
    .array(z.object({ C: n, rows: z.array(n), through: n, status: z.enum(['used', 'fewSizes', 'noMinimum', 'edge']), N: n.nullable(), loss: n.nullable() }))
    .optional(),
  /** Approach 1: the sizes of least loss and the budgets over which each is. */
  envelope: z.object({ curves: z.boolean(), winners: z.array(z.object({ N: n, fromC: n, toC: n, counts: z.boolean() })) }).optional(),
  /** Lowest and highest N, D and C of the runs: beyond them the law extrapolates. */
  range: z.object({ N: span, D: span.nullable(), C: span.nullable() }),
  pointsUsed: n,
  /** Rows that were left out, or taken with a doubt, and why. */
  problems: z.array(problemSchema),
  warnings
})
export type FitResult = z.infer<typeof fitSchema>

/** 24 runs of a made-up law: 4 sizes on 6 token counts. */
const exampleRuns = [1e8, 3e8, 1e9, 3e9].flatMap((N, i) =>
  [2e9, 6e9, 2e10, 6e10, 2e11, 6e11].map((D, j) => ({
    N,
    D,
    loss: Number((1.8 + 480 / N ** 0.35 + 2100 / D ** 0.37 + 0.004 * ((i * 7 + j * 5) % 3) - 0.004).toFixed(4))
  }))
)

export const fitContract = {
  'laws.fit': procedure({
    about:
      'A law fitted to the planner’s own runs by one of the three approaches of Hoffmann et al. 2022, with bootstrap errors, the influence of single runs and of sets, residuals and a held-out check.',
    example: { points: exampleRuns, approach: 'parametric', bootstrap: 100 },
    input: open({
      /** C only where it is not k·N·D. A row is not judged here: an empty, zero or doubled one is told as a problem, and the others go on. */
      points: z
        .array(open({ N: cell, D: cell, loss: cell, C: cell, line: cell }), { error: 'expected runs, for example [{"N": 1e9, "D": 2e10, "loss": 2.6}]' })
        .min(1, { error: 'expected at least one run, for example [{"N": 1e9, "D": 2e10, "loss": 2.6}]' })
        .max(50_000, { error: 'expected at most 50000 runs' }),
      approach: oneOf(FIT_APPROACHES).default('parametric'),
      /** Form of a parametric fit. */
      form: oneOf(FIT_FORMS).default('chinchilla'),
      /** Replicates; 0 for none: then errors come from the curvature. */
      bootstrap: number({ from: 0, to: 20_000, whole: true, example: '1000' }).default(1000),
      seed: number({ from: 0, to: 4_294_967_295, whole: true, example: '1' }).default(1),
      /** Share of the intervals. */
      level: number({ from: 0.5, to: 0.999, example: '0.9' }).default(0.9),
      /** spread: 48 starts that the runs suggest. hoffmann: the 4,500 of Hoffmann et al. 2022 (chinchilla only). */
      starts: oneOf(['spread', 'hoffmann']).default('spread'),
      /** δ of Huber's function, in ln loss. */
      delta: number({ above: 0, to: 10, example: '1e-3' }).default(1e-3),
      flopPerParamToken: positive('6').default(6),
      /** How far apart, as a share, the FLOP of the runs of one isoFLOP may lie. */
      tolerance: number({ above: 0, to: 1, example: '0.1' }).default(0.1)
    }).refine(({ starts, form }) => starts === 'spread' || form === 'chinchilla', {
      path: ['starts'],
      error: 'expected "spread": the starts of Hoffmann et al. are those of the form "chinchilla"'
    }),
    output: orRefused(fitSchema),
    item: progressSchema
  })
} as const
