/** Notes of beliefs as distributions, simulation, sensitivity and value of information. */
export const uncertaintyNotesEn = {
  // what is no distribution
  'belief-not-finite': '{name|text} of the distribution is not a finite number.',
  'belief-not-positive': '{name|text} of the distribution must be above 0, not {value|number}.',
  'belief-upside-down': 'The interval is upside down, {low|number} is above {high|number}: give the lower end first.',
  'belief-no-width': 'The interval has no width, both ends are {value|number}: give it as an exact number.',
  'belief-interval-probability': 'The probability of an interval must lie between 0 and 1, not at {probability|number}.',
  'belief-mode-outside': 'The most likely value {mode|number} lies outside {low|number} to {high|number}.',
  'belief-empty': 'A distribution from values needs at least one value.',
  'belief-value-not-finite': 'Value {row|number} is not a finite number.',
  'belief-weights-count': '{weights|number} weights do not fit {values|number} values.',
  'belief-weight-negative': 'Weight {row|number} is negative or not a finite number.',
  'belief-no-weight': 'All weights are 0, so no value is left.',
  'belief-truncation-nothing': 'Nothing of the distribution lies between the bounds of its domain.',
  // what has no mean
  'belief-infinite-mean':
    'The mean is infinite: the upper tail falls as the power {steepness|number}, and a mean needs more than 1. The percentiles are defined.',
  'belief-infinite-spread':
    'The standard deviation is infinite: the upper tail falls as the power {steepness|number}, and it needs more than 2. The percentiles are defined.',
  'belief-mean-beyond-numbers':
    'The mean is beyond the range of numbers, because the distribution is as wide as {spread|number} in the logarithm. The percentiles are defined.',
  'belief-spread-beyond-numbers':
    'The standard deviation is beyond the range of numbers, because the distribution is as wide as {spread|number} in the logarithm. The percentiles are defined.',
  // what an entry means
  // how inputs move together
  'correlation-size': 'A correlation matrix of {inputs|number} rows and columns is needed, one for each input.',
  'correlation-outside': 'The correlation of {first|text} and {second|text} must lie between −1 and 1.',
  'correlation-not-symmetric': 'The correlation of {first|text} and {second|text} is given twice with different values.',
  'correlation-with-itself': 'The correlation of {first|text} with itself must be 1.',
  'correlation-impossible':
    'A correlation of {value|number} between {first|text} and {second|text} does not go with the others: it must lie between {from|number} and {to|number}.',
  'correlation-impossible-together':
    'The correlations of {second|text} do not go with the others (not positive definite), most of all that with {first|text}; more than one must change.',
  // what no simulation can be made of
  'draws-none': 'A simulation needs at least one draw, not {draws|number}.',
  'draws-not-whole': 'The number of draws must be a whole number.',
  'draws-too-many': '{draws|number} draws are more than the {most|number} that are possible; beyond that what the inputs leave open hides any gain.',
  'seed-outside': 'The seed must be a whole number from 0 to {most|number}.',
  'sobol-dimensions': 'Sobol points exist here for {most|number} inputs, not for {inputs|number}: take Latin hypercubes or plain draws.',
  'percentile-outside': 'A percentile must lie above 0 % and below 100 %.',
  // sensitivity and value of information
  'sensitivity-no-variance': 'The result is the same for all draws, so there is no variance to share.',
  'sensitivity-few-draws': 'Variance shares need at least {least|number} draws, not {draws|number}.',
  'sensitivity-infinite': 'In some draws the outcome is infinite (no run suffices) or none is needed, so its variance cannot be shared out.',
  'sensitivity-not-drawn': 'This outcome is not simulated: it has no draws whose variance could be shared out.',
  'sensitivity-nothing-held': 'No path is held, because nothing is run: there are no draws of this outcome.',
  'sensitivity-refused': 'The plan cannot have this value of the input: {problem|text}.',
  'sensitivity-nothing-believed':
    'Every input is an exact number, so none has a 5 % and a 95 % point: give ranges, or ask for the exact inputs, moved by 20 %.',
  'switches-cut': 'The recommendation changes so often over one of the inputs that not every switch point was followed to its value.',
  'information-no-draws': 'The value of information needs at least one draw and one action.',
  'information-no-answer': 'No outcome of the measurement has a chance under draw {row|number}.',
  'information-no-action':
    'No path within the limits satisfies the targets that must be reached, and doing nothing does not either: there is nothing to decide between.',
  'information-nothing-uncertain': 'Every input is an exact number, so knowing more changes nothing: perfect information is worth 0.',
  'information-settled':
    'Of the paths that are compared the same one is best in all {draws|number} draws, so knowing more changes nothing here: perfect information is worth 0.',
  'information-points-settled':
    'In points the same path is best whatever turns out to be true: the largest run within the limits never reaches less than a smaller one. What a point is worth in dollars makes it a question of cost.',
  'information-points': 'Knowing everything beforehand would be worth at least {perfect|points} on average; dollars stand apart while a point has no price.',
  'information-none-pays':
    'Knowing everything beforehand would be worth at least {perfect|usd} on average, but none of these measurements is worth its cost and delay: decide now.',
  'information-run':
    'First train {size|N} and score it on {target|text}: it costs {usd|usd} and makes the plan {net|usd} better on average, net of cost and delay; knowing everything would be worth at least {perfect|usd}.',
  'information-measure-mfu':
    'First measure the utilisation on the cluster: it costs {usd|usd} and makes the plan {net|usd} better on average, net of cost and delay; knowing everything would be worth at least {perfect|usd}.',
  'information-ask-price':
    'First ask for a quote: it costs {usd|usd} and makes the plan {net|usd} better on average, net of cost and delay; knowing everything would be worth at least {perfect|usd}.',
  'information-limits-held':
    'Only paths that keep the plan’s limits as they stand are compared: that knowing more may show a larger run to fit the limits is not in these figures.',
  'information-money-apart':
    'The plan’s value is in points: what a measurement tells is in points, what it costs in dollars, and the two are not added until a point has a price.',
  'information-score-is-link':
    'A small run is taken to score what the target’s link gives at its size, with the error of a binomial count; how seeds, prompts and data differ from run to run comes on top.',
  'information-law-exact':
    'The constants of {law|text} are taken as exact, so what a fit of your own would change is not valued; these runs are what such a fit needs.',
  'information-usual-candidates':
    'No measurements were given: small runs are scored on 1,000 items, the utilisation is measured for one day to 3 %, and a quote takes 7 days, is free and holds to 2 %.',
  'information-results-too-rare':
    'The beliefs left what finished runs showed so small a chance that too few of {draws|number} draws agree with it: take more draws, or look again at the critical scales.',
  'sensitivity-before-results':
    'The ends of a critical scale are those of its belief before the finished runs; what they showed is taken into account in the outcome there.',
  'information-many-draws': 'The value of information keeps every draw of every path: at most {most|number} draws are possible, not {draws|number}.',
  'attribution-in-order':
    '{changes|number} changes are too many to weigh every order ({most|number} at most): each is counted in the order given, after those before it.'
} as const
