import fits from '../../golden/emergence/fits.json'
import type { Golden } from './golden'

const { cot } = fits.teaching

export const emergenceGolden: Golden<'emergence.analyze' | 'emergence.fitThreshold'> = {
  'emergence.analyze': [
    {
      name: 'the chain-of-thought teaching curve is not emergent by the source’s rule at baseline 0.25 (large-scale mean 0.717 < 0.75); effect size 0.5497 of at most 1.51, turn at 7B by index and 70B in log N (NumPy and SciPy); the bounds are the stated ones',
      input: { observations: cot.sizes.map((N, i) => ({ N, metric: 'accuracy', score: cot.scores[i]!, random: 0.25 })), replicates: 99 },
      output: {
        scale: 'N',
        detector: {
          baseline: 0.25,
          largeFrom: 7e9,
          source: { smallMean: 0.52 / 3, largeMean: 2.15 / 3, wellAbove: false, emergent: false },
          thresholdByIndex: cot.byIndex,
          thresholdByLog: cot.byLog
        },
        test: { linear: { p: cot.p, rSquared: cot.rSquared, effectSize: cot.effectSize, effectBound: cot.bound, strength: 'medium' } },
        verdict: { label: 'smooth', grade: null },
        bounds: { p: 0.05, widthDecades: 1, oneSide: 2, deltaAicc: 2, effectSize: 1.5 },
        problems: []
      },
      within: [1e-9, 'the bound is found by non-negative least squares there and by isotonic regression here']
    }
  ],
  'emergence.fitThreshold': [
    {
      name: `a Weibull through right answers out of 300 at ten sizes, floor 0.25 held: critical ${fits.binomial.weibull.critical.toPrecision(4)}, steepness, ceiling, AICc and 90 % profile interval of SciPy's maximum likelihood`,
      input: {
        observations: fits.N.map((N, i) => ({ N, metric: 'acc', score: fits.right[i]! / 300, n: 300, random: 0.25 })),
        link: 'weibull',
        bootstrap: 0
      },
      output: {
        critical: fits.binomial.weibull.critical,
        steepness: fits.binomial.weibull.steepness,
        floor: 0.25,
        ceiling: fits.binomial.weibull.ceiling,
        aicc: fits.binomial.weibull.aicc,
        intervals: { critical: { low: fits.binomial.weibull.interval[0], high: fits.binomial.weibull.interval[1] } },
        likelihood: 'binomial'
      },
      within: [1e-5, 'Nelder–Mead there stops at 1e-12 in the deviance, which is about 1e-6 in its place']
    }
  ]
}
