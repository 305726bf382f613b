/** Words that all screens of the workbench share. Part of the screen's texts. */
export const pageEn = {
  marks: { good: 'passed', warn: 'needs care', bad: 'failed' },
  more: '{n} more',
  fewer: 'Show fewer',
  working: 'Working…',
  cancel: 'Cancel',
  cancelled: 'Stopped before the end; what is shown is the answer before.',
  again: 'Again',
  loading: 'Opening…',
  low: 'low',
  high: 'high',
  meaning: 'Marked in the figure',
  log: 'log',
  linear: 'linear'
} as const
