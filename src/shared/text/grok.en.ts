/** Texts of the Grokking screen. Part of the screen's texts. */
export const grokEn = {
  label: 'Verdict on the curve',
  run: 'Run',
  noRun: 'This run',
  files: 'Training curve',
  noRows: 'No row of this file is a point of a training curve: a step with a training and a validation accuracy. Say below which column is which.',
  columns: 'Columns',
  illustrative: 'Illustrative data',
  facts: '{records|number} {records?record:records} · mastered: {threshold|percent} or more in {inARow|number} records in a row',
  sentence: {
    start: 'Does it grok? Drop a training curve: steps with training and validation accuracy.',
    working: 'Reading the curve of {run}…',
    none: 'No verdict on {run}: {reason}.',
    grokked: '{run} groks: it memorises at step {memorisation} and generalises at step {generalisation}, {ratio} as many steps.',
    grokkedFromStart: '{run} groks: it has memorised at step {memorisation} and generalises at step {generalisation}.',
    ordinary: '{run} does not grok: it memorises at step {memorisation} and generalises at step {generalisation}, {ratio} as many steps.',
    ordinaryFromStart: '{run} does not grok: it has memorised at step {memorisation} and generalises at step {generalisation}.',
    memorising: '{run} memorises at step {memorisation} and has not generalised: validation accuracy is at {validation}.',
    underWay: '{run} is on its way: it memorises at step {memorisation}, and validation accuracy is at {validation} and rising.',
    neverMemorised: '{run} never memorises: training accuracy is at {train}.',
    unmemorised: '{run} generalises at step {generalisation} without ever memorising: training accuracy is at {train}.',
    partial: '{run} generalises in part: validation accuracy has settled at {validation}, below {threshold}.'
  },
  verdicts: {
    grokked: 'grokked',
    ordinary: 'ordinary',
    memorising: 'memorising',
    'under way': 'under way',
    'never memorised': 'never memorised',
    partial: 'partial'
  },
  collapsed: 'Then it collapses: training accuracy is at {train|percent} at the end.',
  advice: 'Worth continuing?',
  worth: { yes: 'Yes', no: 'No', unknown: 'The record does not tell' },
  when: {
    title: 'When',
    threshold: 'Accuracy that counts as mastered',
    chance: 'Accuracy of guessing',
    chanceAbout: '1/113 (0.885 %) for arithmetic modulo 113, 10 % for ten classes',
    memorisation: 'Memorisation',
    generalisation: 'Generalisation',
    step: 'step {step|number}',
    never: 'not in this record',
    delay: 'Delay',
    steps: '{steps|number} {steps?step:steps}',
    ratio: 'Delay ratio',
    ratioAbout: 'generalisation over memorisation; grokking from 10× on, after a plateau',
    plateau: 'Plateau',
    range: '{from|number} to {to|number}',
    plateauAbout: 'validation accuracy waits at {level|percent}, over {records|number} {records?record:records}',
    noPlateau: 'none',
    jump: 'Width of the jump',
    decades: '{width|number} decades',
    atMost: 'at most {width|number} decades',
    jumpAbout: 'of steps, from 10 % to 90 % of the rise; its middle at step {middle|number}',
    dips: 'Falls below the threshold',
    dipsAbout: 'after generalisation; lowest {lowest|percent} at step {step|number}',
    times: '{episodes|number} {episodes?time:times}',
    endTrain: 'Training accuracy at the end',
    endValidation: 'Validation accuracy at the end',
    rising: 'rising',
    settled: 'settled'
  },
  signals: {
    title: 'Early signals',
    lead: 'What fell while validation accuracy still waited: a sign, not a promise.',
    validationLoss: 'Validation loss',
    weightNorm: 'Weight norm',
    missing: 'No signal can be read: the column is missing, or has fewer than ten values over the wait.',
    falls: 'falls',
    flat: 'does not fall',
    peak: 'Peak of the wait',
    peakValue: '{peak|number} at step {step|number}',
    fall: 'Lost since the peak',
    ahead: 'Peak before the jump',
    slope: 'Slope over the last quarter',
    slopeAbout: 'd ln value / d ln step'
  },
  figure: {
    accuracy: 'Accuracy over training',
    other: 'Loss and weight norm',
    x: 'optimiser steps, log scale',
    accuracyAxis: 'accuracy',
    train: 'training',
    validation: 'validation',
    trainLoss: 'training loss',
    validationLoss: 'validation loss',
    lossAxis: 'loss in nats, log scale',
    norm: 'weight norm',
    memorised: 'memorised {step|number}',
    generalised: 'generalised {step|number}',
    threshold: 'mastered {threshold|percent}',
    guessing: 'guessing {chance|percent}',
    plateau: 'plateau',
    peak: 'peak {step|number}',
    finding: { both: '{delay|number} steps between them', memorised: 'memorised, not generalised', none: 'not memorised' },
    sentence: {
      both: 'Training accuracy is mastered from step {memorisation|number} on, validation accuracy from step {generalisation|number} on.',
      memorised: 'Training accuracy is mastered from step {memorisation|number} on; validation accuracy ends at {validation|percent}.',
      generalised: 'Validation accuracy is mastered from step {generalisation|number} on; training accuracy ends at {train|percent}.',
      none: 'Training accuracy ends at {train|percent}, validation accuracy at {validation|percent}; neither is mastered.'
    },
    otherSentence: 'Loss and weight norm over the same steps, the wait shaded.',
    otherFinding: 'Peak of the wait marked',
    start: '{n|number} {n?record:records} at step 0 cannot stand on a log axis; the table and the CSV hold {n?it:them}',
    zeros: '{n|number} {n?value:values} of 0 cannot stand on a log axis; the table and the CSV hold {n?it:them}',
    source: '{file|text}, {run|text}'
  },
  runs: {
    title: 'All runs of the file',
    finding: '{n|number} {n?run:runs}',
    run: 'Run',
    verdict: 'Verdict',
    memorisation: 'Memorises at step',
    generalisation: 'Generalises at step',
    ratio: 'Delay ratio',
    show: 'Show {run|text}',
    collapsed: '{verdict|text}, then collapsed',
    noVerdict: 'no verdict',
    waiting: '…'
  },
  compare: {
    title: 'Emergence beside grokking',
    lab: 'Open the Emergence lab',
    aspect: 'Aspect',
    emergence: 'Emergence, over scale',
    grokking: 'Grokking, over time'
  },
  stages: {
    title: 'Stages of grokking',
    lead: 'A theory of two-layer networks on group arithmetic tells three stages apart; whether large models pass through them is open.',
    items: {
      lazy: {
        name: 'Lazy memorisation',
        about: 'The top layer fits random features of the layer below. Training accuracy is perfect, validation accuracy at guessing.'
      },
      independent: {
        name: 'Independent features',
        about: 'With weight decay the gradient that flows back carries the structure of the task, and each unit learns a feature by itself.'
      },
      interacting: {
        name: 'Interacting features',
        about: 'Units begin to influence each other: the gradient turns to the features that are still missing, and the model generalises.'
      }
    },
    source:
      'Tian 2025, arXiv:2509.21519 (abstract read). Phenomenon: Power et al. 2022, arXiv:2201.02177; clean-up by weight decay: Nanda et al. 2023, arXiv:2301.05217.'
  }
} as const
