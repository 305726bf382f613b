/** Notes of finished runs: what they took, what they showed, and where the two do not fit the plan. */
export const actualsNotesEn = {
  'actuals-cost-estimated': 'Finished run {run|number} ({N|N}) has no cost; the plan’s own estimate of {usd|usd} counts as spent.',
  'actuals-days-estimated': 'Finished run {run|number} ({N|N}) has neither days nor an end date; the plan’s own estimate of {days|days} counts as gone.',
  'actuals-date-too-early':
    'Finished run {run|number} ({N|N}) is said to have ended on {date|date}, sooner than the {days|days} that the runs up to it took from the start of the plan; the days count.',
  'actuals-over-budget': 'Finished runs have spent {spent|usd}, more than the budget of {budget|usd}: nothing is left for another run.',
  'actuals-past-deadline': 'Finished runs have taken {gone|days}, longer than the deadline of {deadline|days}: no time is left for another run.',
  'actuals-stopped-unused':
    '{target|text} was not reached by the stopped run of {N|N}, which says nothing about that size: a run to its end might have. The result is not used.',
  'actuals-scale-undefined': '{target|text} is on the effective size, which {law|text} does not define for the finished run of {N|N}; its result is not used.',
  'actuals-contradict':
    '{target|text} is said to be reached at {reached|kind} and not reached at {missed|kind}, which no threshold allows; none of its results is used until one is corrected.',
  'actuals-against-belief':
    '{target|text}: the belief about its critical scale gave what finished runs showed a chance of {chance|probability}. The belief cannot be right: change it.',
  'actuals-against-correlation':
    'No common factor allows what finished runs showed of all targets together at a correlation of {correlation|number}; the targets are taken as independent until a result, a critical scale or the correlation is corrected.',
  'actuals-surprising': 'The beliefs gave what finished runs showed a chance of {chance|probability}: look again at the critical scales and at the results.',
  'target-reached': '{target|text} is reached by a finished run: it needs no other.',
  'target-lost': '{target|text}: its belief left what was seen a chance of {chance|probability}, so no size can be told; change its critical scale.',
  'simulation-results-central':
    'What finished runs showed moves the draws of the thresholds, not those of {fields|text}: what it says about these numbers themselves is not drawn. Every draw still fits what was seen.',
  'nothing-all-reached': 'Every target is reached by a finished run: nothing is left to do.'
} as const
