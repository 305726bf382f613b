/** Notes of a plan's simulation: what its beliefs mean there. */
export const simulationNotesEn = {
  'belief-dormant': 'The belief about {field|text} is not used: the plan does not use that number now.',
  'belief-cut':
    'The belief about {field|text} reaches outside what is possible there: {share|percent} of it lay outside and is spread over the rest in proportion.',
  'simulation-law-exact':
    'The constants of {law|text} are taken as exact: their own uncertainty is not drawn, so sizes, tokens and costs scatter more than shown.',
  'simulation-law-errors-apart':
    '{law|text} was published with standard errors but without their covariance. Drawing its constants one by one would be wrong, so they are taken as exact: sizes, tokens and costs scatter more than shown. Other laws can be weighed against it.',
  'simulation-law-drawn':
    'The constants of {law|text} are drawn from the covariance of the fit: normal in E, ln A, ln B, α and β. {share|percent} of the draws gave no such law and were left out. The path was chosen for the fitted constants.',
  'simulation-law-mixture': 'Each draw takes one of these laws by its weight: {laws|text}. The path was chosen for {law|text} alone.',
  'law-alternative-without-loss': 'A target asks for an effective size, which {law|text} does not define, so it cannot be one of the laws that are drawn.',
  'law-covariance-name': 'The covariance of the fit names {name|text}, which is no constant of the law.',
  'law-covariance-impossible': 'The covariance of the fit is none: a variance is below 0, or no draw from it gives a law.',
  'belief-beside-value':
    'The plan’s {field|text} is {value|number}, but half of the belief about it lies below {median|number}: costs, times and chances follow the belief, not that number.',
  'belief-without-effect':
    'The belief about {field|text} changes nothing that is simulated: that number only decides which paths are allowed, and the path is held.',
  'distribution-of-chance': 'This outcome is itself a chance or a ratio over all draws: it has no spread of its own.',
  'distribution-nothing-run': 'Nothing is run in this plan, so its path costs nothing and takes no time in any draw.',
  'distribution-other-benefit': 'This plan counts its benefits in {unit|text}: the outcome asked for is not defined in it.',
  'distribution-no-target': 'This plan has no such target.',
  'samples-too-many': '{draws|number} rows are more than the {most|number} that one file may have; the percentiles of planner.simulate need no file.',
  'belief-pinned': 'The belief about {field|text} is not used while that number gives way to a pinned outcome.',
  'beliefs-in-simulation':
    'What is believed about {fields|text} ({count|number}) is in the simulation only: it moves thresholds, runs or limits as a whole, has no finite mean, or is the steepness of a link with an onset that rests on several entries, so this outcome uses the central value of each.',
  'beliefs-not-used': 'This outcome uses central values alone, because one of the beliefs has no answer: {problem|text}'
} as const
