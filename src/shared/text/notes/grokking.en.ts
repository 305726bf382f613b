/** Notes of training curves. */
export const grokkingNotesEn = {
  // the record
  'grokking-several-runs': 'The rows belong to {count|number} runs ({runs|text}), and a curve is that of one; name it in "run".',
  'grokking-no-such-run': 'No row belongs to the run {run|text}; there are {runs|text}.',
  'grokking-unordered':
    '{count|number} {count?row has:rows have} a smaller step than the row before ({count?row:rows} {rows|text}); the record is taken in the order of steps.',
  'grokking-repeated': '{count|number} {count?row repeats:rows repeat} a step ({count?row:rows} {rows|text}); the mean of the rows of one step is used.',
  'grokking-percent':
    'Row {row|number}: {column|text} is {value|number}, and many rows are above 1: the accuracies look like per cent. Divide them by 100, or give "accuracyUnit": "percent".',
  'grokking-share-as-percent': 'The accuracies were to be read as per cent, but none is above {highest|number} %: they look like shares of 1.',
  'grokking-too-few': 'The curve has {records|number} different steps; {needed|number} are needed in a row.',
  'grokking-too-few-left':
    'Only {records|number} different steps can be used and {needed|number} are needed in a row; the first refused row is row {row|number}.',
  'grokking-chance-default': 'The accuracy of guessing was not given; 0 is used. Give 1/113 for arithmetic modulo 113, 0.1 for ten classes.',
  // what the verdict alone does not say
  'grokking-memorised-at-start':
    'The training accuracy is already mastered at the first record, step {step|number}: memorisation may be earlier, and the delay longer.',
  'grokking-late-without-plateau':
    'Generalisation comes at {factor|number} times the memorisation step, but validation accuracy does not wait before it: it rises slowly, which is no grokking.',
  'grokking-fell-back': 'Validation accuracy was at {highest|percent} at step {step|number} and fell back without holding the threshold.',
  'grokking-unconfirmed': 'Validation accuracy is at the threshold at the last record, step {step|number}, but not for {needed|number} records in a row yet.',
  'grokking-collapsed': 'The run collapsed: training accuracy ends at {train|percent} at step {step|number} after it had been mastered.',
  // is the run worth continuing?
  'grokking-advice-done': 'Nothing is left to wait for: the run generalised at step {step|number} and held.',
  'grokking-advice-dips': 'The run generalised at step {step|number} but did not hold; keep a checkpoint from a stretch that holds instead of the last one.',
  'grokking-advice-collapsed':
    'Not as it is: training accuracy has fallen to {train|percent}. Go back to a checkpoint before the collapse and lower the learning rate.',
  'grokking-advice-under-way': 'Worth continuing: validation accuracy is at {validation|percent} and rising.',
  'grokking-advice-partial':
    'Not as it is: validation accuracy has settled at {validation|percent} and no longer rises. A change of weight decay, learning rate or data is more promising than more steps.',
  'grokking-advice-signal': 'Worth continuing: accuracy still waits, but an early signal falls. That is a sign of generalisation to come, not a promise.',
  'grokking-advice-no-signal': 'Undecided: neither validation loss nor weight norm falls yet. Waiting may pay, but nothing in the record says so.',
  'grokking-advice-no-columns':
    'Undecided: the record has no validation loss and no weight norm over the wait, so nothing in it can tell waiting from waiting in vain. Record them.',
  'grokking-advice-too-long':
    'Hardly: no signal falls, and the run has waited for more than {most|number} times its memorisation, longer than in the best-known report.',
  'grokking-advice-not-learning':
    'Not as it is: training accuracy has settled at {train|percent}, so there is no memorisation to grow out of. Change capacity, learning rate or weight decay.',
  'grokking-advice-still-learning': 'Worth continuing: training accuracy is at {train|percent} and still rises.',
  'grokking-advice-unmemorised':
    'Nothing is left to wait for: validation accuracy holds from step {step|number} on although training accuracy, at {train|percent}, never did. Dropout or augmentation do that.',
  'grokking-evidence-levels': 'At step {step|number} training accuracy has settled at {train|percent}, validation accuracy at {validation|percent}.',
  'grokking-evidence-wait':
    'The run has lasted {factor|number} times as long as memorisation took (step {memorisation|number}, now {lastStep|number}). Power et al. 2022 saw waits of up to {most|number} times.',
  'grokking-evidence-dips':
    'After generalisation validation accuracy fell below the threshold {episodes|number} {episodes?time:times}, to {lowest|percent} at step {step|number}.',
  'grokking-evidence-loss-falls':
    'The validation loss has fallen by {fall|percent} since its peak at step {peakStep|number} and keeps falling (slope {slope|number} in log–log).',
  'grokking-evidence-loss-led':
    'The validation loss fell by {fall|percent} from its peak at step {peakStep|number}, {lead|number} steps before the accuracy jump (slope {slope|number} in log–log).',
  'grokking-evidence-loss-flat':
    'The validation loss gives no signal: {fall|percent} below its peak at step {peakStep|number}, slope {slope|number} in log–log (10 % and a falling slope are asked for).',
  'grokking-evidence-norm-falls':
    'The weight norm has fallen by {fall|percent} since its peak at step {peakStep|number} and keeps falling (slope {slope|number} in log–log).',
  'grokking-evidence-norm-led':
    'The weight norm fell by {fall|percent} from its peak at step {peakStep|number}, {lead|number} steps before the accuracy jump (slope {slope|number} in log–log).',
  'grokking-evidence-norm-flat':
    'The weight norm gives no signal: {fall|percent} below its peak at step {peakStep|number}, slope {slope|number} in log–log (10 % and a falling slope are asked for).',
  // emergence beside grokking
  'compare-axis': 'What varies',
  'compare-axis-emergence': 'Scale: parameters, data or compute. Each point is another trained model.',
  'compare-axis-grokking': 'Time: optimiser steps. Each point is another checkpoint of the same model.',
  'compare-fixed': 'What is held',
  'compare-fixed-emergence': 'The task, its metric and, ideally, the training recipe.',
  'compare-fixed-grokking': 'Size, data and recipe; training accuracy is already perfect.',
  'compare-jump': 'What jumps',
  'compare-jump-emergence': 'The score of a task over scale, from near guessing.',
  'compare-jump-grokking': 'Validation accuracy over steps, long after training accuracy.',
  'compare-before': 'What moves smoothly before',
  'compare-before-emergence': 'Pretraining loss, log-likelihood of the right answer, per-token accuracy.',
  'compare-before-grokking': 'Validation loss and weight norm, where weight decay is used.',
  'compare-mechanism': 'Mechanism proposed',
  'compare-mechanism-emergence': 'Disputed: skills that must come together, or a metric that rewards only whole answers.',
  'compare-mechanism-grokking': 'A memorising solution gives way to a general one: lazy memorisation, then independent features, then interacting features.',
  'compare-metric': 'Is it the metric?',
  'compare-metric-emergence': 'Often: under a continuous metric most reported jumps become smooth.',
  'compare-metric-grokking': 'Less so: the validation loss falls together with the jump.',
  'compare-prediction': 'Can it be foretold?',
  'compare-prediction-emergence': 'With wide intervals, from runs that are already past the knee.',
  'compare-prediction-grokking': 'Its step hardly; that it is coming, by a falling validation loss or weight norm.',
  'compare-cost': 'What more of it costs',
  'compare-cost-emergence': 'A larger run, from the start.',
  'compare-cost-grokking': 'More steps of the same run.',
  'compare-sources': 'Sources',
  'compare-sources-emergence': 'Wei et al. 2022, arXiv:2206.07682; Schaeffer et al. 2023, arXiv:2304.15004',
  'compare-sources-grokking': 'Power et al. 2022, arXiv:2201.02177; Liu et al. 2022, arXiv:2210.01117; Nanda et al. 2023, arXiv:2301.05217'
} as const
