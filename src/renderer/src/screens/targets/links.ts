/** Keys of the names of the links that a target can have. */
export const LINK_NAMES = {
  weibull: 'weibull',
  'shifted-weibull': 'shiftedWeibull',
  'power-onset': 'powerOnset',
  logistic: 'logistic',
  step: 'step'
} as const
export const LINKS = ['weibull', 'shifted-weibull', 'power-onset', 'logistic', 'step'] as const
