/** Texts of what says how sure the answer is: part of the screen's texts. */
export const sureEn = {
  title: 'How sure',
  outcome: 'Outcome',
  /** How each outcome is called inside "P(… ≤ $3M)", and as a choice. */
  names: {
    'path.usd': 'cost of the path',
    'path.days': 'time of the path',
    'path.value': 'value of the path',
    'path.committed': 'value without stopping early',
    'path.points': 'points of the path',
    'run.N': 'size needed',
    'run.D': 'tokens needed',
    'run.C': 'compute needed',
    'run.usd': 'cost of the run',
    'run.days': 'time of the run'
  },
  short: {
    'path.usd': 'cost',
    'path.days': 'time',
    'path.value': 'value',
    'path.committed': 'value',
    'path.points': 'points',
    'run.N': 'size',
    'run.D': 'tokens',
    'run.C': 'compute',
    'run.usd': 'cost',
    'run.days': 'time'
  },
  atMost: 'P({name} ≤ {to}) = {p}',
  atLeast: 'P({name} ≥ {from}) = {p}',
  between: 'P({from} ≤ {name} ≤ {to}) = {p}',
  whole: 'P(any {name}) = {p}',
  error: '± {error}',
  errorTitle: 'One standard error, from the number of draws alone',
  asking: 'Counting',
  line: { budget: 'Budget', deadline: 'Deadline', nothing: 'Nothing gained' },
  percentile: '{p} {value}',
  never: '{p} of the draws: no run suffices',
  exact: 'Nothing that the {name} rests on is uncertain: it is {value} in every draw.',
  none: 'No run suffices in any draw, so there is nothing to draw.',
  sentence: 'In half of the draws the {name} is at most {p50}; in 90 % it lies between {p5} and {p95}.',
  cumulative: 'Cumulative',
  samples: 'Draws as CSV',
  lowEnd: 'Lower end of the range',
  highEnd: 'Upper end of the range',
  open: 'open',
  clear: 'Whole range',
  brush: 'Drag over the figure to read a chance',
  table: { title: 'Distribution', value: 'Value', below: 'P(at or below)', baseBelow: 'Base: P(at or below)' },
  /** The base behind the scenario on screen. */
  base: {
    name: 'Base: {name}',
    label: 'base {percentile}',
    beside: 'base {p}',
    sentence: 'In the base half of the draws come to at most {p50}, 90 % to between {p5} and {p95}.',
    exact: 'In the base it is {p50} in every draw.',
    chance: 'In the base {chance}.',
    none: 'The base is not shown: {reason}',
    key: 'Dashed: the base.'
  },
  joint: {
    label: 'Chances of the recommended path',
    all: 'All reached {p}',
    budget: 'within {limit} {p}',
    deadline: 'done in {limit} {p}',
    success: 'all of it {p}',
    nothing: 'Nothing is run.'
  },
  draws: {
    label: 'Draws',
    count: '{n} draws',
    done: '{n} draws',
    running: 'Simulating: {n} of {of} draws',
    starting: 'Simulating',
    stopped: 'Cancelled: kept the first {n} of {of} draws',
    stoppedEmpty: 'Cancelled before the first draw was in',
    failed: 'The simulation failed: {reason} The numbers above do not rest on it.',
    cancel: 'Cancel',
    again: 'Run again',
    seed: 'Seed',
    reroll: 'Another seed'
  },
  source: {
    quadrature: 'by quadrature: no error from draws',
    draws: 'from {n} draws: ends ± {low} and ± {high}',
    drawsOnly: 'from {n} draws'
  }
} as const
