/** Notes of fits to the planner’s own runs. */
export const fitNotesEn = {
  // rows
  'fit-row-units':
    'Row {row|number}: {column|text} is {value|number}, while the other rows lie near {typical|number}: it looks like millions or billions. The row is not used.',
  'fit-row-repeated': 'Row {row|number} repeats row {first|number} in every figure; it counts once.',
  'fit-units-small':
    '{column|text} is typically {typical|number}, which looks like millions or billions: write plain numbers, for example 7e9. The fit is computed as written, and its constants and FLOP are then in those units.',
  // no answer
  'fit-no-runs': 'None of the rows can be used ({rows|number} given); the problems say why, row by row.',
  'fit-constant-loss': 'The {runs|number} {runs?run has:runs have} one and the same loss, {loss|number}: nothing can be learnt from them about what lowers it.',
  'fit-too-few': '{runs|number} different {runs?run:runs} cannot determine {constants|number} constants.',
  'fit-one-size': 'All runs have {size|N} parameters, so they do not tell how the loss falls with size.',
  'fit-one-token-count': 'All runs have {tokens|D} tokens, so they do not tell how the loss falls with data.',
  'fit-degenerate': 'The best fit of {form|text} has an exponent of 0, at which its constants are not defined.',
  'fit-few-isoflops':
    'A power law through isoFLOPs needs two with a minimum of their own: three or more sizes, a parabola that opens upwards, its minimum among the sizes. There are {optima|number}.',
  'fit-no-envelope':
    'A power law along the envelope needs two sizes that have the least loss while both a smaller and a larger one are on offer; there are {optima|number}.',
  // what the runs cannot tell
  'fit-few-runs': '{runs|number} runs for {constants|number} constants are few: expect the next runs to change them.',
  'fit-narrow':
    '{column|text} spans {decades|number} decades ({low|kind} to {high|kind}): too few to tell a power law’s exponent from its amplitude and from the irreducible loss.',
  'fit-collinear':
    'N and D rise and fall together (correlation of their logarithms {correlation|number}), so the runs do not tell what size brings from what data brings. Vary the tokens at a fixed size.',
  'fit-at-bound': '{name|text} lies at the end of what the fit allows ({value|number}): the runs do not determine it.',
  'fit-few-starts': 'Only {reached|number} of {count|number} starts reach the best value found, so a better one may exist.',
  'fit-poorly-determined': 'Poorly determined (standard error above {share|percent} of the value): {names|text}.',
  'fit-rests-on-few':
    '{name|text} rests on {count|number} {count?run:runs}: without {count?row:rows} {rows|text} it goes from {before|number} to {after|number}.',
  'fit-held-out-worse':
    'The {count|number} largest budgets, held out, are missed by {rmse|number} (root mean square, in the logarithm) against {fitted|number} for the runs fitted to: extrapolation is worse than the fit looks.',
  'fit-replicates-failed': '{failed|number} of {replicates|number} bootstrap replicates gave no constants and are left out, so the errors are too small.',
  'fit-single-limited': 'Only the {most|number} runs that matter most to first order are left out one by one, of {runs|number}.',
  'fit-optimum-outside': 'At the largest budget of the runs, {C|C}, the fitted optimum has {size|N} parameters, outside the {low|N} to {high|N} of the runs.',
  'fit-few-optima': 'The power law goes through {optima|number} optima only: its exponent has little to rest on.',
  'fit-narrow-optima': 'The optima span {decades|number} decades of compute: too few for an exponent.',
  'fit-isoflops-left-out':
    '{count|number} {count?isoFLOP has no minimum of its own and is:isoFLOPs have no minimum of their own and are} left out; the power law goes through {used|number}.',
  'fit-no-curves':
    'Too few sizes have runs at three or more budgets to make training curves; single runs are compared within bins of a quarter of a decade instead, which is rough.'
} as const
