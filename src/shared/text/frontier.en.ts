/** Texts of the frontier figure: part of the screen's texts. */
export const frontierEn = {
  title: { usd: 'Budget against probability', C: 'Compute against probability', N: 'Size against probability', days: 'Time against probability' },
  axis: {
    usdHeld: 'Cost at {p} confidence',
    daysHeld: 'Time at {p} confidence',
    usd: 'Training cost, log scale',
    C: 'Training compute in FLOP, log scale',
    N: 'Parameters, log scale',
    days: 'Training time, log scale'
  },
  all: 'all {count}',
  counts: 'one two three four five six seven eight nine ten eleven twelve',
  parameters: '{value} parameters',
  saved: 'saved',
  base: 'base',
  strip: 'Published runs at your prices',
  limits: { budget: 'Budget', deadline: 'Deadline', memory: 'Memory', data: 'Data', compute: 'Compute', step: 'Largest step' },
  findings: {
    doubling: {
      usd: 'Doubling the spend lifts {name} to {p}.',
      C: 'Twice the compute lifts {name} to {p}.',
      N: 'Twice the size lifts {name} to {p}.',
      days: 'Twice the time lifts {name} to {p}.'
    },
    flat: {
      usd: 'Doubling the spend leaves {name} at {p}.',
      C: 'Twice the compute leaves {name} at {p}.',
      N: 'Twice the size leaves {name} at {p}.',
      days: 'Twice the time leaves {name} at {p}.'
    },
    stops: '{limit} stops {name} at {most}, whatever is spent.',
    never: '{name} comes to {most} at most, short of the {wanted} wanted.'
  },
  sentence: {
    base: 'In the base {name} reaches {wanted} at {x}.',
    reaches: '{name} reaches {wanted} at {x}, a run of {size} parameters.',
    reachesHeld: '{name} reaches {wanted} with a run of {size} parameters; with {chance} chance it costs no more than {x}.',
    other: '{p} takes {x}',
    comma: ', ',
    stop: '.',
    all: 'The same run reaches {all} with {p}.',
    own: '{limit}: {value}.',
    limit: '{limit} {value}: binds from {x} on.'
  },
  noTargets: 'There is no capability in the plan, so there is nothing to draw.',
  noTargetsHelp: 'Add a capability',
  unreachable: 'No run fits within the limits of this plan.',
  failed: 'The figure could not be drawn: {reason}',
  computing: 'Computing',
  handle: {
    label: 'Wanted probability of {name}',
    value: '{wanted}, costs {x}, {size} parameters',
    none: '{wanted}, not reached at any cost shown',
    type: 'Wanted, %'
  },
  budget: { label: 'Budget', value: '{usd}' },
  buttons: {
    published: 'Published runs',
    table: 'Table',
    figure: 'Figure',
    copy: 'Copy as image',
    save: 'Save this figure',
    csv: 'Numbers (CSV)',
    png: 'Picture (PNG)',
    svg: 'Drawing (SVG)',
    copied: 'Copied as an image',
    savedImage: 'The clipboard is closed to images here; the picture was saved as a file instead',
    copyFailed: 'The picture could not be made'
  },
  units: { usd: 'USD', C: 'FLOP', N: '', days: 'days' },
  table: {
    title: 'Probability by cost',
    usd: 'Cost',
    C: 'FLOP',
    N: 'Parameters',
    days: 'Time',
    D: 'Tokens',
    mark: 'Mark',
    plan: 'this plan',
    base: 'Base: {name}',
    model: 'Model',
    year: 'Year'
  },
  source: { plan: 'Plan', law: 'Scaling law', price: 'Prices of', base: 'Money of', correlation: 'Correlation of critical scales', seed: 'Seed' }
} as const
