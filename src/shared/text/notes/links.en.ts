/** Notes of links, beliefs and evidence. */
export const linksNotesEn = {
  'link-never-emerges': 'This link never passes {most|percent}, so by the criterion P > 0.5 nothing ever emerges: it is an illustration, not for planning.',
  'complexity-not-measured': 'The exponent 1.5 and the required complexities are rules of thumb; nothing was measured.',
  'all-of-product': 'The three thresholds are taken for independent: their probabilities are multiplied.',
  'all-of-minimum': 'One cause is assumed behind all three thresholds: the smallest of the probabilities counts.',
  'prediction-rule': 'The interval is a rule of thumb around the critical scale; it states no probability that the threshold lies in it.',
  'prediction-epsilon': 'The rule of thumb is used with 10 % to 20 %, not with {epsilon|percent}.',
  // evidence of a target
  'evidence-mixture': '{target|text} rests on {count|number} ticked entries, from {low|kind} to {high|kind}: each counts the same, as a mixture.',
  'evidence-other-axis': '{target|text}: the entry {entry|text} is on another axis than the target, so it does not count.',
  'evidence-steepness':
    '{target|text}: the entries were published with a steepness of {low|number} to {high|number}; the target’s {used|number} is used for all of them.',
  'entry-open-range': '{target|text}: the entry {entry|text} has no upper end; three times its lower end ({high|kind}) is used.',
  'entry-first-observed': '{target|text}: the entry {entry|text} is where it was first observed, an upper bound of the onset; it is used as the 50 % point.',
  'entry-unknown': '{target|text}: the source of the entry {entry|text} does not say what its figure means; it is used as the 50 % point.',
  // what moves a threshold
  'progress-applied':
    '{target|text}: algorithmic progress multiplies its threshold by {factor|number}, for {years|number} years at a halving of compute every {months|number} months.',
  'progress-applied-range':
    '{target|text}: algorithmic progress multiplies its figures by {low|number} to {high|number}, by their age at a halving of compute every {months|number} months.',
  'progress-without-date': '{target|text}: {count|number} of its figures carry no date, so algorithmic progress leaves them as they were published.',
  'progress-not-on-loss': '{target|text} is on the effective size, a threshold of loss, which algorithmic progress leaves where it is.',
  'progress-own-runs': '{target|text}: {count|number} of its figures are from your own runs, which algorithmic progress leaves as they are.',
  'threshold-shifted': '{target|text}: its threshold is multiplied by {factor|number} because of {reason|text}.',
  'threshold-shifted-without-reason': '{target|text}: its threshold is multiplied by {factor|number}, and no reason is given.'
} as const
