/** `links.*`: the chance of a capability at a scale, and turned round. */
import * as z from 'zod'
import { LINK_IDS, THEORY_LINK_IDS } from '../plan/targetSchema'
import { number, oneOf, open } from '../plan/rules'
import { n, nothing, orNoAnswer, positive, procedure, quantiles, warnings } from './procedure'

const link = oneOf([...LINK_IDS, ...THEORY_LINK_IDS])
const bounds = {
  floor: number({ from: 0, below: 1, example: '0' }).default(0),
  ceiling: number({ above: 0, to: 1, example: '1' }).default(1)
}
const floorBelowCeiling = { error: 'expected floor below ceiling, for example 0 and 1', path: ['floor'] }
const steepness = positive('3.2').default(3)

/** An exact critical scale, or a 90 % range of it (log-normal): then answers are means over it, with their 5–50–95 %. */
const critical = z.union(
  [
    positive('60e9'),
    open({ low: positive('50e9'), high: positive('70e9') }).refine((r) => r.low < r.high, {
      error: 'expected low below high, for example {"low": 50e9, "high": 70e9}'
    })
  ],
  { error: 'expected a scale above 0 such as 60e9, or a 90 % range such as {"low": 50e9, "high": 70e9}' }
)

/** `temperature` is that of the Boltzmann link, whose critical scale is the difficulty; `complexity` takes the required complexity for critical scale. */
const linkParams = open({ critical, steepness, temperature: positive('1').default(1), ...bounds }).refine((l) => l.floor < l.ceiling, floorBelowCeiling)

/** One of the three links of `all-of`. */
const resourceLink = open({ link: oneOf(LINK_IDS).default('weibull'), critical: positive('60e9'), steepness, ...bounds }).refine(
  (l) => l.floor < l.ceiling,
  floorBelowCeiling
)

/** What `all-of` joins: links on N (parameters), D (tokens) and C (FLOP), by the product of their probabilities or the smallest of them. */
const allOf = open({
  combine: oneOf(['product', 'minimum']),
  N: resourceLink,
  D: resourceLink,
  C: resourceLink,
  /** The line on which a size stands for a run: D = tokensPerParameter·N, C = flopPerParamToken·N·D. */
  tokensPerParameter: positive('20').default(20),
  flopPerParamToken: positive('6').default(6)
})

const question = { link, params: linkParams.optional(), allOf: allOf.optional() }
const oneKind = (q: { link: string; params?: unknown; allOf?: unknown }): boolean => (q.link === 'all-of' ? q.allOf !== undefined : q.params !== undefined)
const kindRule = { error: 'expected params {critical, steepness}, or for the link "all-of" allOf {combine, N, D, C}', path: ['params'] }

export const linksContract = {
  'links.list': procedure({
    about: 'The links: id, formula, source, and what the critical scale and the steepness of each mean.',
    example: {},
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        formula: z.string(),
        note: z.string(),
        source: z.string(),
        /** False for the links of the theory view, which a planner’s target cannot have. */
        forTargets: z.boolean(),
        /** Least upper bound of the link between floor 0 and ceiling 1. */
        supremum: n,
        /** The form as its source writes it, where that differs from what is computed. */
        asGiven: z.object({ formula: z.string(), note: z.string() }).nullable()
      })
    )
  }),
  'links.probability': procedure({
    about: 'P(x) of a link between its floor and its ceiling, its slope, and whether it counts as emerged (P above 0.5).',
    example: { link: 'weibull', scale: 60e9, params: { critical: 60e9, steepness: 3.2 } },
    input: open({
      ...question,
      /** Parameters, FLOP or effective size: the unit of the critical scale. For `all-of` it is N. */
      scale: number({ from: 0, to: 1e60, example: '60e9' }),
      /** For `all-of`: tokens and FLOP that do not lie on its line. */
      D: positive('1.2e12').optional(),
      C: positive('4.3e23').optional()
    }).refine(oneKind, kindRule),
    output: z.object({
      /** The mean over the range of the critical scale, when it is one. */
      probability: n,
      /** dP/dx (for `all-of` dP/dN along its line); null where there is none: at a step or corner, for a range, or off that line. */
      derivative: n.nullable(),
      /** The emergence criterion P > 0.5. */
      emerged: z.boolean(),
      /** 5–50–95 % of P(x) over the range of the critical scale; null when it is exact. */
      interval: quantiles.nullable(),
      /** `complexity`: capacity N^1.5 over the required complexity. */
      margin: n.nullable(),
      /** `all-of`: P of each of the three. */
      each: z.object({ N: n, D: n, C: n }).nullable(),
      /** What the form as its source writes it gives here; not used anywhere. */
      asGiven: z.object({ probability: n, formula: z.string(), note: z.string() }).nullable(),
      warnings
    })
  }),
  'links.curves': procedure({
    about: 'Curves of several links over one range of scale, with the scale at one half of each, and the form as its source writes it.',
    example: {
      curves: [
        { link: 'weibull', params: { critical: 60e9, steepness: 3.2 } },
        { link: 'logistic', params: { critical: 60e9, steepness: 3.2 } }
      ]
    },
    input: open({
      curves: z
        .array(open(question).refine(oneKind, kindRule))
        .min(1, { error: 'expected at least one link, for example [{"link": "step", "params": {"critical": 60e9}}]' })
        .max(12),
      range: open({ from: positive('1e9'), to: positive('1e12') })
        .refine(({ from, to }) => from < to, { error: 'expected from below to, for example 1e9 and 1e12', path: ['from'] })
        .default({ from: 1e9, to: 1e12 }),
      /** Evenly spaced in the logarithm. */
      points: number({ from: 2, to: 2000, whole: true, example: '121' }).default(121)
    }),
    output: z.object({
      curves: z.array(
        z.object({
          link: z.string(),
          formula: z.string(),
          points: z.array(z.object({ scale: n, probability: n, asGiven: n.nullable() })),
          /** Null when the link never reaches one half. */
          halfScale: n.nullable(),
          supremum: n
        })
      ),
      warnings
    })
  }),
  'links.scaleFor': procedure({
    about: 'Smallest scale at which a link reaches a probability.',
    example: { link: 'weibull', probability: 0.9, params: { critical: 60e9, steepness: 3.2 } },
    input: open({ ...question, probability: number({ above: 0, below: 1, example: '0.9' }) }).refine(oneKind, kindRule),
    output: orNoAnswer(
      z.object({
        /** Where the mean over the range of the critical scale has the probability, when it is one; N for `all-of`. */
        scale: n,
        /** 5–50–95 % of the scale over the range of the critical scale; null when it is exact. */
        interval: quantiles.nullable(),
        /** `all-of`: tokens and FLOP of the run of that size. */
        D: n.nullable(),
        C: n.nullable(),
        warnings
      })
    )
  }),
  'links.predict': procedure({
    about: 'The rule-of-thumb interval [N_c·(1 − ε), N_c·(1 + ε)] around a critical scale, and the chance of the link at both ends.',
    example: { critical: 60e9 },
    input: open({
      critical: positive('60e9'),
      /** Half-width of the interval, relative; its source says 0.1 to 0.2. */
      epsilon: number({ above: 0, below: 1, example: '0.15' }).default(0.15),
      link: oneOf(LINK_IDS).default('weibull'),
      steepness
    }),
    output: z.object({ low: n, high: n, epsilon: n, probabilityLow: n, probability: n, probabilityHigh: n, warnings })
  })
} as const
