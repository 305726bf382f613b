/** Words of the scaling path. */
export const pathEn = {
  title: 'Scaling path',
  one: 'One run, {usd} and {days}',
  many: '{n} runs, {usd} and {days} in all',
  left: '{usd} is left',
  worth: 'worth {value} on average',
  onTokens: 'on {tokens} tokens',
  flop: '{C}',
  costTime: '{usd} · {days}',
  chance: '{chance} likely to be run',
  outOfReach: 'out of reach',
  unlocksNothing: 'no target passes here',
  here: 'the plan’s own size',
  binds: {
    budget: 'Budget binds: {gap} short',
    deadline: 'Deadline binds: {gap} over',
    memory: 'Memory binds: {gap} accelerators short',
    data: 'Data bind: {gap} tokens short',
    compute: 'Compute cap binds: {gap} short',
    step: 'Step limit binds'
  },
  needs: {
    budget: 'Needs a budget of {value}',
    deadline: 'Needs {value}',
    memory: 'Needs {value} accelerators',
    data: 'Needs {value} unique tokens',
    compute: 'Needs a cap of {value}',
    step: 'Needs a run of {value} before it'
  },
  also: 'also {limits}',
  limits: {
    budget: 'budget',
    deadline: 'deadline',
    memory: 'memory',
    data: 'data',
    compute: 'compute cap',
    step: 'step limit'
  },
  never: 'No size reaches it',
  moreOut: '{n} more out of reach',
  whyOne: 'Why one run',
  whyOneText:
    'A smaller run first would pay only if it could end the plan early, bring benefits sooner or lift a step limit. Here it would cost more than that.',
  gated: 'stopping when all is reached',
  committed: 'running all of it',
  gateBound: 'finer gates, at most',
  alternatives: 'Instead',
  alternative: { nothing: 'Run nothing', single: 'One run', everyTarget: 'A run per target', largest: 'The largest run' },
  loses: '{value} less',
  infeasible: 'beyond a limit',
  nothingTitle: 'Nothing is worth running',
  points: '{points} points expected'
} as const
