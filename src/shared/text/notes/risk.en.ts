/** Notes of paths chosen at a risk level, and of regret. */
export const riskNotesEn = {
  'risk-by-quantile':
    'The path was chosen for the value that it stays above in all but {level|percent} of the cases, by listing {listed|number} paths of at most 3 rungs on a grid of 40 sizes, with the path of the best mean, over {draws|number} draws; finer paths were not looked at. On average it brings {mean|usd} less than the path with the best mean.',
  'risk-by-shortfall':
    'The path was chosen for its mean value in the worst {level|percent} of the cases, by listing {listed|number} paths of at most 3 rungs on a grid of 40 sizes, with the path of the best mean, over {draws|number} draws; finer paths were not looked at. On average it brings {mean|usd} less than the path with the best mean.',
  'risk-mean-shown':
    'The plan asks for a path at a risk level of {level|percent}, but this answer is about the path with the best mean: the other takes seconds to find, and comes with the audit of the path.',
  'pin-at-mean':
    'The pinned outcome was solved for the path with the best mean, where it is {solved|kind}; on the path chosen at a risk level of {level|percent} it is {chosen|kind}.',
  'pin-at-mean-only':
    'The pinned outcome was solved for the path with the best mean, where it is {solved|kind}; on the path chosen at a risk level of {level|percent} it has no value.',
  'corners-before-results':
    'The corners are paths that would be best at the 5 % and 95 % points of what was believed before the finished runs; what every path is worth takes in what those runs showed.',
  'risk-in-points': 'A risk level needs benefits in dollars; with points the path is the one with the best mean.',
  'risk-not-answered': 'The path at the risk level cannot be told ({reason|text}); the path with the best mean stands in for it.',
  'nothing-at-quantile':
    'No run is worth its risk: every path loses money in {level|percent} of the cases or more. A lower risk or a greater benefit would change that.',
  'nothing-at-shortfall':
    'No run is worth its risk: in the worst {level|percent} of the cases every path loses money on average. A lower risk or a greater benefit would change that.',
  'regret-in-points': 'Regret is told in dollars: with points, give what a point is worth.'
} as const
