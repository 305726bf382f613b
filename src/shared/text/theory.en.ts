/** Texts of the Theory screen: short notes with a figure each. Part of the screen's texts. */
export const theoryEn = {
  phase: {
    title: 'Phase transition',
    lead: 'Some writers read emergence as a phase transition: an order parameter that is 0 below a critical scale and grows above it. It is an analogy: no symmetry of a language model is known to break there.',
    model: 'Model',
    models: { 'power-onset': 'power onset', 'shifted-weibull': 'shifted Weibull', boltzmann: 'Boltzmann barrier' },
    critical: 'Critical scale',
    difficulty: 'Difficulty of the barrier',
    steepness: 'Exponent',
    temperature: 'Temperature',
    x: 'parameters N, log scale',
    y: 'Order parameter',
    curve: 'as computed',
    asGiven: 'as the source writes it',
    onset: 'onset {N|N}',
    crossover: 'barrier equals temperature, {N|N}',
    own: 'your run {N|N}',
    half: 'one half at {N|N}',
    finding: { infinite: 'It leaves 0 with an infinite slope', finite: 'It leaves 0 with a finite slope', zero: 'It leaves 0 smoothly' },
    never: 'It never passes {most|probability}',
    sentence: 'The order parameter of the {model|text} leaves 0 at {N|N} and is one half at {half|N}.',
    sentenceNever: 'The order parameter of the {model|text} never passes {most|probability}.',
    source: 'Order parameter of {formula|text}'
  }
} as const
