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
  linear: 'linear',
  zoom: {
    closer: 'Look closer',
    closerTitle: 'Look closer (+, or Ctrl and the wheel; over an axis that axis alone)',
    farther: 'Look from farther',
    fartherTitle: 'Look from farther (−)',
    whole: 'The whole figure',
    wholeTitle: 'The whole figure (0, or a double click)',
    keys: '{title}: + looks closer, − from farther, 0 shows the whole; arrows move, with Shift they stretch one axis',
    shown: 'Showing {x}, {y}',
    shownPanels: 'Showing {x|percent} of the width and {y|percent} of the height of every panel'
  },
  drawn: {
    all: 'Every value in sight is drawn.',
    some: '{drawn|count} of the {values|count} values in sight are drawn, one where several cover each other; the CSV has all.',
    picture: '{drawn|count} of {values|count} values drawn'
  },
  rows: '{shown|count} of {all|count} rows, evenly spread; the CSV has all.'
} as const
