/** Notes of the smaller questions about emergence. */
export const theoryNotesEn = {
  'near-orthogonal-geometry':
    'This is geometry of random directions. That a network stores features along nearly orthogonal directions is a hypothesis; nothing here measures it.',
  // rows that cannot be used
  'cell-missing': 'Row {row|number}: {column|text} is missing; the row is not used.',
  'cell-not-positive': 'Row {row|number}: {column|text} is {value|number}, but must be above 0; the row is not used.',
  'cell-negative': 'Row {row|number}: {column|text} is {value|number}, but must be 0 or above; the row is not used.',
  'cell-outside-range': 'Row {row|number}: {column|text} is {value|number}; between {from|number} and {to|number} is possible. The row is not used.',
  'cell-outside-share': 'Row {row|number}: {column|text} is {value|number}, but must be between 0 and 1; the row is not used.',
  'cell-outside-percent': 'Row {row|number}: {column|text} is {value|number}, but must be between 0 and 100; the row is not used.',
  'cell-percent': 'Row {row|number}: {column|text} is {value|number}, which looks like per cent; write {share|number}. The row is not used.',
  // threshold of a task from those of others
  'threshold-interpolated': 'Interpolated on a straight line between {rows|number} observations of {task|text}; such a line has no interval of its own.',
  'threshold-extrapolated':
    'Extrapolated along the straight line through the {rows|number} nearest observations of {task|text}, beyond what was observed; such a line has no interval of its own.',
  'threshold-regression':
    'There are not two observations of {task|text} at different properties, so a regression of the logarithm of the threshold over all {rows|number} observed emergences is used.',
  'threshold-power-law':
    'No two observed emergences at different properties are known, so the rule of thumb 1e10·property^1.5 parameters is used; no measurement stands behind it.',
  'threshold-line-below-zero':
    'The straight line through the observations of {task|text} falls to {value|number} there, which is no scale; the next method is used.',
  'threshold-no-scatter': 'Two observations leave no scatter to see (or one too large to compute with), so there is no interval.',
  'threshold-raw-negative':
    'A regression of raw sizes, as the source has it, gives {value|number}: not a scale. It is shown for comparison only; the logarithm cannot fall below zero.',
  'threshold-unreached': 'Row {row|number}: {task|text} was not reached at {tried|number}; that is a lower bound and no threshold, so it enters no fit.',
  'threshold-unreached-contradicts':
    'Row {row|number}: {task|text} was not reached at {tried|number}, although the prediction there is {predicted|number}: the prediction is too low for this row.',
  'threshold-no-answer': 'No method gives a scale above 0 for a property of {property|number}; give observed emergences or a property above 0.',
  // in-context learning
  'icl-estimate':
    'Strengths and weights are planning estimates without a published measurement; thresholds have no unit and only compare tasks with each other.',
  'icl-two-readings':
    'The source’s code takes the smallest threshold of a task’s components, its words say “when all are reached”, which is the largest: both are shown, and they differ by up to a factor {factor|number}.',
  'icl-strengths-sum': 'The strengths add up to {sum|number} and not to 1, so they are no shares.',
  'icl-unknown-component': '{task|text} needs {component|text}, which has no strength; there are strengths for {known|text}.',
  'icl-no-component': '{task|text} needs no component with a weight above 0, so it has no threshold.',
  'icl-unknown-task': 'There are no weights for {task|text}; there are weights for {known|text}.',
  // complexity
  'complexity-estimate':
    'The exponent 1.5 and the complexities of tasks are planning estimates without a derivation; the margin orders tasks and is no probability.',
  'complexity-unknown-task': '{task|text} is not in the table; the source’s figure for unknown tasks is used, {required|number}.',
  // phase transitions
  'phase-analogy': 'The order parameter is an analogy: nothing shows that capabilities follow the statistics of a physical phase transition.',
  'phase-boltzmann-half':
    'As written the formula never passes 50 %: 1/(1 + exp(b/T)) with a barrier b above 0 only approaches one half, so the emergence criterion P > 50 % is never met.',
  'phase-boltzmann-temperature':
    'The source drops the temperature T, which is the same as T = 1; here T is {temperature|number}, and the curve without it stands beside.',
  'phase-boltzmann-no-critical':
    'This curve has no critical point: it rises smoothly at every scale. What is given is where the barrier equals the temperature.',
  'phase-kink': 'At the critical point the curve leaves 0 with a slope that depends on the exponent: infinite below 1, finite at 1, none above 1.',
  // exact match
  'exact-match-width':
    'In decades the jump is equally wide for every answer length ({width|number}); length only moves it to larger sizes. It looks sharper on a linear axis, or where sizes are few.',
  'exact-match-ceiling':
    'With an irreducible {offset|number} nats per token an answer of {length|number} tokens is never right more often than {ceiling|percent}.',
  'exact-match-illustrative': 'The curve of per-token accuracy was not given; illustrative constants are used, measured nowhere.',
  'exact-match-too-few': 'A measured curve needs two or more different sizes with a per-token accuracy above 0; there are {rows|number}.',
  'exact-match-repeated': 'Row {row|number}: the size {N|N} was given before; the mean of the accuracies is used.',
  'exact-match-falls': 'Per-token accuracy falls between sizes {from|N} and {to|N}; the first crossing of 50 % is given.',
  'exact-match-independent': 'p^L takes the tokens of an answer to be right independently of each other; correlated errors make the exact match higher.',
  // chance
  'chance-no-items': 'Without the number of items the scatter of guessing is unknown; only its mean is given.',
  'chance-one-answer': 'With one answer guessing is always right: such a metric tells nothing.',
  'chance-within': 'A score of {score|percent} lies within what guessing reaches on {items|number} items; it is no sign of an ability.',
  'chance-rounded': 'A score of {score|number} on {items|number} items is not a whole number of right answers; {right|number} is taken.',
  // from compute to score
  'two-step-underdetermined':
    'The sigmoid needs five or more runs with loss and score, at four or more different losses and with scores that differ; there are {rows|number} runs at {losses|number} losses.',
  'two-step-rises-with-loss': 'The score rises with the loss: either the column is no loss or the score has the wrong sign.',
  'two-step-no-compute':
    'The form {form|text} of loss in compute is not determined by the rows, so {left|number} {left?question that gives C is:questions that give C are} left out; four different C are needed with an offset, else two.',
  'two-step-before-knee':
    'The best run scores {best|percent}, not past the sigmoid’s midpoint of {midpoint|percent}: the plateau and everything beyond the runs are guesses until a run is past it.',
  'two-step-plateau-open':
    'The runs do not bound the plateau: its interval reaches {high|percent}, above the best possible score. Predictions beyond the runs need runs nearer to it.',
  'two-step-plateau-unseen':
    'The best run has covered {covered|percent} of the way to a plateau of {plateau|percent} that no run has reached. A plateau read off such runs has missed larger models by 11 points (ARC-Challenge on the OLMo ladder).',
  'two-step-outside-scores':
    'The sigmoid as published runs from {floor|percent} to {plateau|percent}, outside of what a score can be; it is held within 0 to 100 %, and the free one stands beside.',
  'two-step-extrapolation': 'A prediction lies outside the compute or the losses of the runs.',
  'two-step-failed-fits': '{failed|number} of {asked|number} resampled sets determine no sigmoid and are left out of the intervals.'
} as const
