/** Names of the numbers that the app shows, what each means in one sentence, and what stands for it in a formula; names of the inputs. */
export const quantitiesEn = {
  quantities: {
    'run.N': { label: 'Parameters', symbol: 'N', meaning: 'Size of the model: the active parameters of one training run.' },
    'run.D': { label: 'Training tokens', symbol: 'D', meaning: 'Tokens that the run sees, by the plan’s ratio policy and the unique tokens at hand.' },
    'run.C': { label: 'Training compute', symbol: 'C', meaning: 'Floating-point operations of the final training run.' },
    'run.totalN': {
      label: 'Total parameters',
      symbol: 'N total',
      meaning: 'Parameters that memory must hold; more than the active ones in a mixture of experts.'
    },
    'run.tokensPerParameter': { label: 'Tokens per parameter', symbol: '(D/N)', meaning: 'How many tokens the run sees for each parameter.' },
    'run.optimalTokensPerParameter': {
      label: 'The law’s optimum',
      symbol: '(D/N) optimal',
      meaning: 'Tokens per parameter that give the lowest loss for the compute of this run, under the chosen law.'
    },
    'run.epochs': { label: 'Epochs', symbol: 'epochs', meaning: 'How often the run sees each unique token.' },
    'run.effectiveD': { label: 'Effective tokens', symbol: 'D′', meaning: 'Tokens that count in the loss when data repeat.' },
    'run.loss': { label: 'Loss', symbol: 'L', meaning: 'Predicted pre-training loss in nats per token; comparable only under the same tokenizer and data.' },
    'run.acceleratorHours': {
      label: 'Accelerator-hours',
      symbol: 'hours',
      meaning: 'Hours of one accelerator that the final run takes at the plan’s utilisation.'
    },
    'run.days': { label: 'Time', symbol: 'days', meaning: 'Calendar days from the start of the run to its end, on the plan’s cluster.' },
    'run.energyKwh': { label: 'Energy', symbol: 'energy', meaning: 'Electricity of the run with servers and building, whether or not it is billed apart.' },
    'run.co2Kg': { label: 'CO₂', symbol: 'CO₂', meaning: 'Emissions of that electricity at the plan’s carbon intensity.' },
    'run.minAccelerators': {
      label: 'Fewest accelerators',
      symbol: 'fewest',
      meaning: 'Accelerators below which weights, gradients and optimiser state do not fit; activations come on top.'
    },
    'run.usd': { label: 'Cost of the run', symbol: 'cost', meaning: 'Expected cost of the run with everything that the plan charges to it.' },
    'run.usd.compute': { label: 'Final run', symbol: 'final run', meaning: 'Rent of the accelerators for the final run.' },
    'run.usd.failedRuns': { label: 'Failed runs', symbol: 'failed runs', meaning: 'Compute lost to crashes and restarts.' },
    'run.usd.experiments': { label: 'Experiments', symbol: 'experiments', meaning: 'Small runs before the final one.' },
    'run.usd.postTraining': { label: 'Post-training', symbol: 'post-training', meaning: 'Fine-tuning and preference training after pre-training.' },
    'run.usd.evaluation': { label: 'Evaluation', symbol: 'evaluation', meaning: 'Compute for measuring the model.' },
    'run.usd.data': { label: 'Data', symbol: 'data', meaning: 'Buying and preparing the unique tokens of the run.' },
    'run.usd.staff': { label: 'Staff', symbol: 'staff', meaning: 'People for as long as the run takes.' },
    'run.usd.energy': { label: 'Energy billed', symbol: 'energy bill', meaning: 'Electricity, where the rent does not pay for it.' },
    'run.usd.fixed': { label: 'Fixed cost', symbol: 'fixed', meaning: 'What every run costs, whatever its size.' },
    'run.servingUsd': {
      label: 'Serving',
      symbol: 'serving',
      meaning: 'Answering the plan’s inference volume at this size; taken off the benefit, not part of the run’s cost.'
    },
    'target.scale': {
      label: 'Required scale',
      symbol: 'x',
      meaning: 'Scale at which the target has its wanted probability, on the axis that its threshold is on.'
    },
    'target.probability': { label: 'Probability in this plan', symbol: 'P', meaning: 'Chance that the last run of the path reaches the target.' },
    'target.servingShare': {
      label: 'Share of serving',
      symbol: 'serving share',
      meaning: 'Part of the plan’s serving that this target carries: its part of the undiscounted benefits.'
    },
    'target.benefitUsd': {
      label: 'Benefit',
      symbol: 'benefit',
      meaning: 'Present value of the target at its own required run, serving taken off, times its probability there.'
    },
    'target.benefitCostRatio': {
      label: 'Benefit–cost ratio',
      symbol: 'benefit/cost',
      meaning: 'Benefit of the target over the cost of its own required run; costs of separate runs do not add up to the path’s.'
    },
    'target.roi': { label: 'ROI', symbol: 'ROI', meaning: 'Return on the target’s own required run: benefit over cost, less one.' },
    'target.pointsPerUsd': { label: 'Points per dollar', symbol: 'points/$', meaning: 'Expected points for each dollar of the target’s own required run.' },
    'target.sourceScoreRaw': {
      label: 'Plain score',
      symbol: 'score',
      meaning: 'Benefit over parameters at cost 1: the simplest published planner’s score, in its raw unit.'
    },
    'target.sourceScore': { label: 'Plain score, relative', symbol: 'score/best', meaning: 'The plain score divided by the largest one of the plan.' },
    'target.rank': { label: 'Rank', symbol: 'rank', meaning: 'Place among the targets by ROI, or by points per dollar where nothing is paid.' },
    'target.priority': {
      label: 'Priority',
      symbol: 'priority',
      meaning: 'High or medium by the ratio of its benefit–cost ratio to the best one; a loss is never high.'
    },
    'focus.all': { label: 'All targets here', symbol: 'P(all)', meaning: 'Chance that the run of the sentence reaches every target.' },
    'path.value.expected': {
      label: 'Expected value',
      symbol: 'V',
      meaning: 'Discounted benefits less costs of the path, stopping as soon as every target is reached.'
    },
    'path.value.committed': {
      label: 'Value if committed',
      symbol: 'V committed',
      meaning: 'The same when every run is done whatever the ones before have shown.'
    },
    'path.value.gateBound': {
      label: 'Value with finer gates, at most',
      symbol: 'V gates',
      meaning: 'No rule that changes the next size after partial results can make the path worth more than this.'
    },
    'path.value.points': { label: 'Expected points', symbol: 'points', meaning: 'Points of the targets times the chance that the path reaches them.' },
    'path.value.expectedCost': {
      label: 'Expected cost',
      symbol: 'expected cost',
      meaning: 'Discounted cost of the path, each run counted with the chance that it is done.'
    },
    'path.usd': { label: 'Cost of the path', symbol: 'path cost', meaning: 'All runs of the path as if each were done.' },
    'path.days': { label: 'Time of the path', symbol: 'path days', meaning: 'Days from the start of the plan to the end of its last run.' },
    'path.spent': { label: 'Spent by finished runs', symbol: 'spent before', meaning: 'Money that finished runs have taken: it is off the budget.' },
    'path.gone': { label: 'Time gone', symbol: 'days gone', meaning: 'Days from the start of the plan to the end of the last finished run.' },
    'path.toDate': {
      label: 'Value of the plan to date',
      symbol: 'V to date',
      meaning: 'Benefits earned less money spent by finished runs, plus the value of what is ahead, discounted to the start of the plan.'
    },
    'path.all': { label: 'All targets', symbol: 'P(all)', meaning: 'Chance that the last run of the path reaches every target.' },
    'path.withinBudget': { label: 'Within budget', symbol: 'P(budget)', meaning: 'Chance that the whole path costs no more than the budget.' },
    'path.withinDeadline': { label: 'Within deadline', symbol: 'P(deadline)', meaning: 'Chance that the path ends before the deadline.' },
    'path.polishGain': { label: 'Gain between grid sizes', symbol: 'polish', meaning: 'What sizes between those of the grid would add to the value.' },
    'rung.usd': { label: 'Cost of this step', symbol: 'step cost', meaning: 'Cost of this run; data bought for an earlier one are not bought again.' },
    'rung.cumulativeUsd': { label: 'Spent so far', symbol: 'spent', meaning: 'Cost of this and all earlier runs, as if each were done.' },
    'rung.usdAtConfidence': {
      label: 'Cost held against the budget',
      symbol: 'cautious cost',
      meaning: 'Cost of this step that is not exceeded with the plan’s confidence.'
    },
    'rung.cumulativeUsdAtConfidence': { label: 'Spent so far, cautious', symbol: 'cautious sum', meaning: 'What is held against the budget after this run.' },
    'rung.startDays': { label: 'Start', symbol: 'start', meaning: 'Days from the start of the plan.' },
    'rung.endDays': { label: 'End', symbol: 'end', meaning: 'Days from the start of the plan.' },
    'rung.endDaysAtConfidence': {
      label: 'End, cautious',
      symbol: 'cautious end',
      meaning: 'End that is not exceeded with the plan’s confidence: what is held against the deadline.'
    },
    'rung.chanceRun': { label: 'Chance that it is run', symbol: 'P(run)', meaning: 'Chance that the runs before have not reached every target.' },
    'rung.all': { label: 'All targets', symbol: 'P(all)', meaning: 'Chance that this run reaches every target.' },
    'rung.probability': { label: 'Probability after this run', symbol: 'P', meaning: 'Chance that this run reaches the target.' },
    'rung.marginalCost': {
      label: 'Expected cost of this step',
      symbol: 'expected step cost',
      meaning: 'Discounted cost of this step times the chance that it is run.'
    },
    'rung.marginalBenefit': {
      label: 'Expected benefit of this step',
      symbol: 'expected step benefit',
      meaning: 'Discounted benefits times the probability that this step adds.'
    }
  },
  inputs: {
    wanted: 'Wanted probability',
    critical: 'Critical scale',
    shiftFactor: 'Shift of the threshold',
    steepness: 'Steepness',
    benefit: 'Benefit',
    floor: 'Floor',
    ceiling: 'Ceiling',
    budget: 'Budget',
    price: 'Price per accelerator-hour',
    mfu: 'MFU',
    accelerators: 'Accelerators',
    tokensPerParameter: 'Tokens per parameter',
    fixedTokens: 'Fixed tokens',
    deadline: 'Deadline',
    flopPerParameterToken: 'FLOP per parameter and token',
    totalPerActive: 'Total per active parameter',
    peak: 'Peak, dense BF16',
    memory: 'Memory per accelerator',
    power: 'Power per accelerator',
    uptime: 'Uptime',
    bytesPerParameter: 'Bytes per parameter',
    failedRuns: 'Failed runs',
    experiments: 'Experiments',
    postTraining: 'Post-training',
    evaluation: 'Evaluation',
    dataPrice: 'Data per trillion tokens',
    people: 'People',
    salary: 'Cost per person and year',
    fixedUsd: 'Fixed cost per run',
    fixedDays: 'Fixed days per run',
    usdPerKwh: 'Electricity per kWh',
    pue: 'PUE',
    serverMultiplier: 'Server over accelerator power',
    averageLoad: 'Average load',
    gramsCo2PerKwh: 'Grams of CO₂ per kWh',
    inferenceTokens: 'Tokens to be served',
    inferenceMfu: 'MFU when serving',
    computeLimit: 'Compute limit',
    uniqueTokens: 'Unique tokens',
    maxEpochs: 'Most epochs',
    stepFactor: 'Largest step',
    lastTrainedN: 'Largest model trained so far',
    confidence: 'Confidence in limits',
    discountRate: 'Discount rate per year',
    horizon: 'Horizon',
    correlation: 'Correlation of thresholds',
    halvingMonths: 'Months in which compute halves',
    usdPerPoint: 'Worth of a point',
    priorityHigh: 'High priority from',
    priorityMedium: 'Medium priority from'
  },
  symbols: {
    wanted: 'p',
    critical: 'critical scale',
    shiftFactor: 'shift',
    steepness: 'α',
    benefit: 'benefit',
    floor: 'floor',
    ceiling: 'ceiling',
    budget: 'budget',
    price: 'price',
    mfu: 'MFU',
    accelerators: 'accelerators',
    tokensPerParameter: 'D/N',
    fixedTokens: 'D',
    deadline: 'deadline',
    flopPerParameterToken: 'k',
    totalPerActive: 'total/active',
    peak: 'peak',
    memory: 'memory',
    power: 'power',
    uptime: 'uptime',
    bytesPerParameter: 'bytes',
    failedRuns: 'failed share',
    experiments: 'experiment share',
    postTraining: 'post-training share',
    evaluation: 'evaluation share',
    dataPrice: 'data price',
    people: 'people',
    salary: 'cost per year',
    fixedUsd: 'fixed',
    fixedDays: 'fixed days',
    usdPerKwh: 'price per kWh',
    pue: 'PUE',
    serverMultiplier: 'server/accelerator',
    averageLoad: 'load',
    gramsCo2PerKwh: 'g/kWh',
    inferenceTokens: 'served tokens',
    inferenceMfu: 'serving MFU',
    computeLimit: 'compute limit',
    uniqueTokens: 'U',
    maxEpochs: 'e',
    stepFactor: 'step',
    lastTrainedN: 'last N',
    confidence: 'confidence',
    discountRate: 'r',
    horizon: 'T',
    correlation: 'ρ',
    halvingMonths: 'h',
    usdPerPoint: 'worth of a point',
    priorityHigh: 'high',
    priorityMedium: 'medium'
  },
  /** An input that is a range stands in a formula with its mean, or its harmonic mean where it divides. */
  mean: 'mean {symbol}',
  harmonicMean: 'harmonic mean of {symbol}',
  /** Source of a start value that no publication stands behind. */
  assumed: 'Scalepath’s default, not measured',
  priority: { high: 'High', medium: 'Medium', low: 'Low' }
} as const
