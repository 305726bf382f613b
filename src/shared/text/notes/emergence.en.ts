/** Notes of analyses of measured results. */
export const emergenceNotesEn = {
  // rows
  'row-compute-missing': 'Row {row|number}: there is no C, and not both N and D to compute it as 6·N·D; the row is not used.',
  'row-score-below': 'Row {row|number}: the score {value|number} is below {low|number}, the least possible; the row is not used.',
  'row-score-above': 'Row {row|number}: the score {value|number} is above {high|number}, the most possible; the row is not used.',
  'row-items-impossible': 'Row {row|number}: {value|number} items is not possible; the score is used as if their number were not known.',
  'row-error-impossible': 'Row {row|number}: a standard error of {value|number} is not possible; the score is used without it.',
  'all-rows-refused': 'None of the rows can be used ({rows|number} given); the problems say why, row by row.',
  'sizes-repeated':
    '{rows|number} rows share {sizes|number} sizes. The source’s detector and straight line count each size once, with the mean score, weighted by items where all rows have them; fits use every row.',
  'sizes-merged':
    'There are {sizes|number} sizes: for the fits, sizes that lie within a {most|number}th of the measured range of each other count as one, with their mean.',
  'items-missing':
    '{rows|number} {rows?row does:rows do} not say how many items {rows?it rests:they rest} on, so the scatter is estimated from the points instead of from the items.',
  // metrics
  'metric-falls-by-name': 'By its name {metric|text} falls when things get better, and nothing says otherwise: it is taken so. State the direction to be sure.',
  'metric-direction-assumed': 'Nothing says whether a higher {metric|text} is better; it is taken so. State the direction if it is not.',
  'metric-direction-contradicted': 'Rows of {metric|text} contradict each other on whether higher is better; the direction that its name suggests is used.',
  'metric-highs-differ': 'Rows of {metric|text} give different best scores; {high|number} is used.',
  'metric-chances-differ': 'Rows of {metric|text} give different scores of random guessing; their mean {random|number} is used.',
  'metric-chance-outside': 'A score of random guessing of {random|number} is not possible for {metric|text}; it is not used.',
  'metric-ceiling-guessed': '{metric|text} is written as a share or in percent; by its scores the best possible is taken to be {high|number}.',
  'metric-range-assumed': '{metric|text} is not known by name; as all of its scores lie between 0 and 1, it is taken for a share.',
  'metric-units-mixed': 'Some scores of {metric|text} lie below 1 and others between 1 and 100: shares and percentages may be mixed.',
  'metric-kind-unknown':
    'Nothing says whether {metrics|text} is all or nothing (discontinuous) or gives credit for parts (continuous), so it takes no part in the mirage check.',
  // scale
  'scale-chosen': 'The scale is {scale|text}, because nothing else was asked for; {rows|number} {rows?row does:rows do} not have it.',
  'scales-compared':
    'On the rows that have both, the scores follow {better|text} {ratio|number} times as closely as {other|text} (RMSE {rmseC|number} on C, {rmseN|number} on N).',
  'loss-without-size':
    'On the loss alone no decades of size are known, and a decade of loss is far more than a decade of compute: widths and spans cannot be read as those of a size. Give N or C beside it.',
  // detector
  'detector-needs-sizes': 'The detector compares small with large models and needs two sizes; there is {sizes|number}.',
  'detector-needs-baseline': 'The detector compares with the score of random guessing, and none is given for {metric|text}.',
  'detector-baseline-assumed': 'No score of random guessing is given; {baseline|number} is used, the least possible. Multiple choice has 1/answers.',
  'detector-baseline-zero': 'Of a baseline of 0 the source’s rule can hold for no curve, because no score is below 1.5 × 0; the normalised rule decides.',
  'detector-baseline-high': 'Three times a baseline of {baseline|number} cannot be reached by a score of at most {best|number}; the normalised rule decides.',
  'detector-rules-differ': 'The two rules differ: only the {which|text} one calls this emergent.',
  'detector-misses':
    'The source’s detector does not call this emergent (small-scale mean {smallMean|number}, must be below {smallLimit|number}; large-scale mean {largeMean|number}, must be above {largeLimit|number}; gain {gain|number}, must be above {gainLimit|number}), but the test does: it asks how narrow the rise is and what scatter can do, not how the averages of the two halves compare with the baseline, which dilute a rise near the end.',
  'detector-misses-falling':
    'The source’s detector, turned round for a metric that falls, does not call this emergent (small-scale mean {smallMean|number}, must be above {smallLimit|number}; large-scale mean {largeMean|number}, must be below {largeLimit|number}; fall {gain|number}, must be above {gainLimit|number}), but the test does: it asks how narrow the change is and what scatter can do.',
  'detector-overstates':
    'The source’s detector calls this emergent because the averages of small and large sizes lie far apart ({smallMean|number} and {largeMean|number}), but a rise over a decade or more explains the scores as well: the test does not.',
  // straight line
  'trend-needs-sizes': 'A straight line with its scatter needs three sizes; there are {sizes|number}.',
  'scores-constant': 'All scores are {score|number}: there is nothing to analyse.',
  'effect-out-of-reach':
    'The effect size of a monotone curve over these {sizes|number} sizes cannot exceed {bound|number}, so the source’s “strong” (above {strong|number}) is out of reach, whatever emerges.',
  // tests
  'fit-needs-sizes': 'The fit needs {needed|number} different sizes; there are {sizes|number}.',
  'ceiling-held': 'With {sizes|number} sizes the ceiling cannot be fitted; it is held at the best possible score.',
  'floor-held': 'With {sizes|number} sizes the floor cannot be fitted; it is held at the worst possible score.',
  'floor-below-chance': 'The small sizes score below random guessing, so the floor is not held there but fitted.',
  'test-needs-sizes': 'The test needs {needed|number} different sizes; there are {sizes|number}.',
  'test-without-scatter': '{sizes|number} sizes without numbers of items leave no scatter to compare with; give the items behind each score, or more sizes.',
  'scores-never-rise': 'The scores do not rise with scale by more than their scatter, so there is no threshold in them.',
  'scores-fall': 'The scores get worse with scale, so there is no threshold in them.',
  // mirage
  'mirage-no-continuous': 'No continuous metric is given for these runs, so it cannot be checked whether the metric makes the jump.',
  'mirage-no-discontinuous': 'No discontinuous metric is given for these runs, so there is nothing to compare with.',
  'mirage-too-few-sizes': 'Under one of the two kinds of metric there are too few sizes to say anything.',
  'mirage-different-runs': 'The metrics were not measured at the same sizes, so they are compared on different runs.',
  'mirage-weak':
    'Under a continuous metric the best curve is narrower than a decade too, but cannot be told from a gradual one with this scatter: more sizes could turn the verdict.',
  // verdicts
  'verdict-emergent':
    'Emergent, grade {grade|text}: under {metric|text} and under {other|text} the score jumps within {width|number} decades near {knee|kind} (p at most {p|number}, {sizes|number} sizes), which a gradual rise and scatter do not explain.',
  'verdict-emergent-one-metric':
    'Emergent under the only kind of metric that can be judged, grade {grade|text}: {metric|text} jumps within {width|number} decades near {knee|kind} (p = {p|number}, {sizes|number} sizes); whether the metric makes the jump cannot be told.',
  'verdict-metric-dependent':
    'Metric-dependent: {metric|text} jumps within {width|number} decades near {knee|kind} (p = {p|number}), but the same runs rise gradually under {others|text}, so the jump may be made by the metric.',
  'verdict-continuous-only':
    'Metric-dependent: {metric|text} jumps within {width|number} decades near {knee|kind} (p = {p|number}), but under {others|text} the same runs do not.',
  'verdict-smooth':
    'Smooth: {metric|text} improves, but an improvement over a decade or more explains its {sizes|number} sizes (p = {p|number}; the best curve takes {width|number} decades from 10 % to 90 %).',
  'verdict-inverse': 'Inverse scaling: {metric|text} gets worse with scale.',
  'verdict-no-rise': 'No rise: over {sizes|number} {sizes?size:sizes} {metric|text} does not change with scale by more than its scatter.',
  'verdict-too-few-sizes': 'Too few sizes: {metric|text} has {sizes|number} that can tell anything, and a verdict needs {needed|number}.',
  'verdict-too-few-decades':
    'Too few sizes: {metric|text} looks sharp near {knee|kind} (p = {p|number}, width {width|number} decades), but the sizes span {decades|number} decades and a verdict needs two.',
  'verdict-one-sided':
    'Too few sizes: {metric|text} looks sharp near {knee|kind} (p = {p|number}, width {width|number} decades), but {below|number} {below?size lies:sizes lie} below and {above|number} above, and a verdict needs two on each side.',
  // threshold
  'fit-no-series': 'There is no usable row of that task and metric; there are {series|text}.',
  'fit-several-series': 'One threshold belongs to one task under one metric; choose one of {series|text}.',
  'fit-ends-crossed': 'The floor {floor|number} is not below the ceiling {ceiling|number}, so no curve can rise between them.',
  'fit-without-scatter': '{rows|number} points are as many as the curve has parameters, so there are no intervals.',
  'scatter-estimated':
    'The scatter is estimated from {degrees|number} degrees of freedom, because not every score says how many items it rests on; with items the intervals would know it.',
  'scatter-beyond-items':
    'The points scatter more than their items allow ({dispersion|number} times the binomial variance); the intervals are widened by that.',
  'families-widen': 'Runs of {families|number} families are pooled and scatter together by family; the intervals allow for {effect|number} times the variance.',
  'threshold-outside': 'The critical scale {critical|kind} lies outside the measured range: an extrapolation.',
  'threshold-unbounded': 'The data do not bound the critical scale on at least one side; measure sizes beyond the knee, or hold floor or ceiling.',
  'steepness-at-bound': 'The rise is steeper than the sizes can tell: a steepness of {steepness|number} is the largest that was tried.',
  'bootstrap-undercovers':
    'Intervals from rows drawn again are known to be too narrow: about 75 % instead of 90 % at 12 sizes. Prefer the profile-likelihood interval.'
} as const
