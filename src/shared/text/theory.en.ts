/** Texts of the Theory screen: short notes with a figure each. Part of the screen's texts. */
export const theoryEn = {
  answer: 'No theory yet predicts where {capability} appears: your plan takes its threshold from {entries} and puts it at {N} parameters.',
  entries: '{n|count} {n?measurement:measurements}',
  ownFigure: 'its own figure',
  answerNone: 'No theory yet predicts where a capability appears: a plan takes its thresholds from measurements.',
  tabsLabel: 'Subjects',
  tabs: {
    links: 'Links and transitions',
    components: 'Components and complexity',
    geometry: 'High dimensions',
    curves: 'Bends in the loss',
    agreed: 'What is agreed'
  },
  own: 'your run {N|N}',
  x: 'parameters N, log scale',
  doubted: 'The papers named here were not checked against these words',
  phase: {
    title: 'Emergence as a phase transition',
    figure: 'Order parameter',
    lead: 'Some writers read emergence as a phase transition: an order parameter that is 0 below a critical scale and grows above it. It is an analogy: no symmetry of a language model is known to break there.',
    model: 'Model',
    models: { 'power-onset': 'power onset', 'shifted-weibull': 'shifted Weibull', boltzmann: 'Boltzmann barrier' },
    critical: 'Critical scale',
    difficulty: 'Difficulty of the barrier',
    steepness: 'Exponent',
    temperature: 'Temperature',
    curve: 'as computed',
    asGiven: 'as the source writes it',
    onset: 'onset {N|N}',
    crossover: 'barrier equals temperature, {N|N}',
    half: 'one half at {N|N}',
    finding: { infinite: 'It leaves 0 with an infinite slope', finite: 'It leaves 0 with a finite slope', zero: 'It leaves 0 smoothly' },
    never: 'It never passes {most|probability}',
    sentence: 'The order parameter of the {model|text} leaves 0 at {N|N} and is one half at {half|N}.',
    sentenceNever: 'The order parameter of the {model|text} never passes {most|probability}.',
    source: 'Order parameter of {formula|text}'
  },
  links: {
    title: 'From scale to probability',
    figure: 'Probability against scale',
    lead: 'A link says how likely a capability is at a scale. All of them pass from floor to ceiling; they differ in where they are one half and in how soon they begin.',
    shown: 'Links shown',
    critical: 'Critical scale',
    steepness: 'Steepness',
    floor: 'Floor (chance)',
    names: {
      weibull: 'Weibull',
      'shifted-weibull': 'shifted Weibull',
      floored: 'floored',
      'power-onset': 'power onset',
      logistic: 'logistic',
      step: 'step',
      boltzmann: 'Boltzmann',
      'all-of': 'all of N, D and C'
    },
    asGiven: '{name|text}, as the source writes it',
    emerged: 'emerged: above 50 %',
    finding: 'At the same critical scale one half lies between {low|N} and {high|N}',
    same: 'One half lies at {low|N}',
    never: 'None reaches one half',
    sentence: 'With critical scale {critical|N} and steepness {steepness|number}: {parts|text}.',
    part: '{name|text} is one half at {N|N}',
    partNever: '{name|text} never is one half',
    source: '{name|text}: {formula|text}'
  },
  readings: {
    title: 'The links in numbers',
    rule: 'Rule of thumb around the critical scale, ± {epsilon|percent}: {low|N} to {high|N}',
    scale: 'Scale',
    wanted: 'Wanted probability',
    link: 'Link',
    at: 'P at {N|N}',
    reaches: 'reaches {p|percent} at',
    formula: 'Formula',
    never: 'never'
  },
  icl: {
    title: 'In-context learning taken apart',
    figure: 'Threshold of each component',
    lead: 'The source gives four components a strength and each task a need of them; a component is there from 1/(strength × need). Its code says a task appears with its first component, its words say with all of them: both are shown.',
    strengths: 'Strength of the components',
    components: {
      patternMatching: 'pattern matching',
      memorisation: 'memorisation',
      inductiveReasoning: 'inductive reasoning',
      languageKnowledge: 'language knowledge'
    },
    tasks: { arithmetic: 'Arithmetic', code: 'Code', logicalReasoning: 'Logical reasoning' },
    axis: 'threshold, no unit',
    first: 'by the code {n|number}',
    all: 'by the words {n|number}',
    finding: 'By its words {task|text} comes {factor|number} times later than by its code',
    sentence: '{parts|text}.',
    part: '{task|text} appears at {first|number} by the code and at {all|number} by the words',
    source: 'Planning estimate of the source, without a published measurement'
  },
  complexity: {
    title: 'A complexity model',
    figure: 'Capacity against what tasks require',
    lead: 'A rule of thumb: N parameters carry a complexity of N^1.5, and a task appears once that reaches what it requires. The figures are estimates, not measurements.',
    size: 'Model size',
    tasks: {
      'arithmetic-2-digit': 'two-digit arithmetic',
      'arithmetic-5-digit': 'five-digit arithmetic',
      'deduction-3-step': 'three-step deduction',
      'deduction-7-step': 'seven-step deduction',
      'code-simple': 'simple code',
      'code-complex': 'complex code'
    },
    columns: { task: 'Task', required: 'Requires', needs: 'Fewest parameters', margin: 'Margin' },
    capacity: 'capacity N^1.5',
    here: 'this size',
    y: 'complexity, no unit',
    finding: 'At {N|N} every task of the table is carried with a margin of at least {margin|factor}',
    missing: 'At {N|N} the table’s hardest task lacks a factor of {margin|factor}',
    sentence: 'A model of {N|N} parameters carries {available|number}; the hardest task of the table requires {hardest|number}.',
    source: 'Rule of thumb of secondary literature; not measured'
  },
  geometry: {
    title: 'Room for nearly independent directions',
    figure: 'Cosine of random pairs',
    lead: 'Two random directions in many dimensions are almost orthogonal, and far more directions than dimensions keep so. It is often cited to explain how a network can hold more features than neurons.',
    dimension: 'Dimensions',
    tolerance: 'Nearly orthogonal: |cos| up to',
    pairs: '{n|count} pairs drawn',
    y: 'share of pairs',
    x: 'cosine',
    series: '{d|count} dimensions',
    columns: {
      dimension: 'Dimensions',
      deviation: 'Typical |cos|',
      within: 'Nearly orthogonal',
      drawn: 'of those drawn',
      largest: 'Largest |cos| drawn',
      together: 'Keep so together'
    },
    beyond: 'beyond numbers',
    finding: 'In {d|count} dimensions {within|percent} of random pairs are within {tolerance|number}',
    sentence:
      'In {d|count} dimensions two random directions have a typical cosine of {deviation|number}; {within|percent} of pairs are within {tolerance|number}.',
    source: 'Exact law of the angle between random directions (Muirhead 1982), drawn with seed 1'
  },
  regime: {
    title: 'A change of slope, and the “emergence point”',
    figure: 'Loss with and without the change',
    lead: 'The source lets the slope of the loss steepen beyond a size, and looks for an emergence point where the curve bends most. Neither definition sees a capability: with an offset the second only marks where the power term equals it.',
    law: 'Law',
    laws: { 'besiroglu-2024': 'Besiroglu 2024', 'hoffmann-2022': 'Hoffmann 2022', 'kaplan-2020-n': 'Kaplan 2020, L(N)' },
    criticalSize: 'Regime begins at',
    kappa: 'κ, how much steeper',
    delta: 'δ, how the change grows',
    y: 'loss, nats per token',
    without: 'without the change',
    with: 'with the change',
    linear: 'largest |d²L/dN²|: {place|text}',
    logLog: 'largest curvature on log axes: {place|text}',
    places: { interior: 'at {N|N}', edge: 'at the end of the range, {N|N}', kink: 'at the kink, {N|N}', none: 'nowhere' },
    slope: 'Slope at {N|N}',
    factor: 'Steeper by',
    bounded: { yes: 'bounded: δ < α', no: 'unbounded: δ ≥ α' },
    source: 'As the source writes it',
    perBillion: '{value|number} nats per billion parameters',
    finding: 'On log axes the curve bends most {place|text}',
    sentence: 'By the second derivative the emergence point is {linear|text}, by curvature on log axes {logLog|text}.',
    sources: '{law|text} at unlimited data'
  },
  agreed: {
    title: 'What is agreed, and how far',
    figure: 'Degree of support',
    lead: 'How far the literature supports four statements, as the source judges it: a judgement, not a measurement.',
    levels: { high: 'high', mediumHigh: 'medium to high', medium: 'medium', lowMedium: 'low to medium' },
    claims: {
      exist: { name: 'Emergent abilities exist', about: 'Some scores stay at chance over decades of scale and then rise. Wei et al. 2022.' },
      metric: {
        name: 'Many jumps are made by the metric',
        about: 'All-or-nothing metrics turn smooth progress into jumps. Schaeffer et al. 2023. Some tasks stay sharp under smooth metrics: test both.'
      },
      predict: {
        name: 'Emergence can be predicted',
        about: 'From smaller models, with partial credit or finetuning, within a factor of a few. Ruan et al. 2024; Snell et al. 2024.'
      },
      steer: {
        name: 'Emergence can be steered',
        about: 'Data quality and training strategy move thresholds; by how much is rarely measured. Your plan states a reason for each shift.'
      }
    },
    y: 'degree of support',
    header: { row: 'Statement', part: 'Part', from: 'From', to: 'Support' },
    sentence: '{parts|text}.',
    part: '{name|text}: {level|text}',
    advice: 'Practical advice',
    cot: 'Chain of thought by size',
    cotLead: 'Illustrative teaching figures, not measurements: accuracy with and without chain of thought.',
    cotFinding: 'Below 7B the two cannot be told apart from chance',
    cotSentence:
      'With chain of thought the accuracy is {with|percent} at 175B, without it {without|percent}; at 7M it is {small|percent}, below the chance of 25 %.',
    cotWith: 'with chain of thought',
    cotWithout: 'without',
    cotY: 'accuracy',
    chance: 'chance 25 %',
    cotSource: 'Illustrative teaching curve of the source; baseline 0.25',
    toTargets: 'Thresholds of your plan',
    adviceItems: {
      larger: 'Try a larger model before tuning prompts: below the threshold no prompt helps.',
      cot: 'Below about 7B parameters, chain of thought is mostly noise. Sources disagree on where it begins: 7B, 50–70B, about 100B.',
      combine: 'Combine better prompts, a larger model and examples: gains add up only where each alone shows some.',
      discrete: 'A jump in a discrete score is no jump in the loss: look at a continuous metric before you plan on it.'
    },
    notes: 'Debates in short',
    noteItems: {
      mirage: {
        name: 'The mirage debate',
        text: 'Schaeffer et al. 2023 show that a smooth token accuracy p becomes a jump p^L in exact match. Rebuttals point to tasks that stay sharp under continuous metrics, and to users who need the whole answer right.'
      },
      inference: {
        name: 'Inference-time compute',
        text: 'More computation per answer is another route to reasoning: a smaller model that thinks longer may reach what a larger one does at once. Your plan prices serving apart from training.'
      },
      flat: {
        name: 'Loss landscape',
        text: 'Flat minima are said to generalise better. Flatness depends on how weights are scaled, so it is no measure across sizes. Hochreiter & Schmidhuber 1997; Dinh et al. 2017.'
      },
      negative: {
        name: 'Negative emergence',
        text: 'Some scores fall with scale, and some then rise again. The lab calls this inverse scaling and asks for the metric’s direction first. McKenzie et al. 2023.'
      },
      conscious: {
        name: 'Capability is not consciousness',
        text: 'A threshold passed on a benchmark says what a model can do there. It says nothing of experience or understanding.'
      }
    },
    open: 'Open questions',
    openItems: {
      mechanism: 'What mechanism, if any, sets a threshold?',
      families: 'Do thresholds on one model family hold for another?',
      move: 'How far do data quality and training strategy move them?',
      before: 'Can a capability be predicted before any model shows it?',
      inference: 'Do thresholds on parameters survive when inference-time compute grows?'
    }
  }
} as const
