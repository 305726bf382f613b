/** Colours and type of the figures, read from the page's tokens once per theme (parts/readTheme.ts) so that no figure has a colour of its own. */
export interface FigureTheme {
  ink: string
  ink2: string
  ink3: string
  paper: string
  line2: string
  line3: string
  pen: string
  onPen: string
  good: string
  bad: string
  warn: string
  /** For hatching what a limit excludes, and what lies outside the data. */
  hatch: string
  hatchWarn: string
  /** In the order in which capabilities are added. */
  categories: readonly string[]
  /** Opacity of the 90 and 50 % bands. */
  band90: number
  band50: number
  sans: string
  /** Sizes in pixels: captions and ticks, labels in the plot. */
  micro: number
  small: number
}

/** Width in pixels of a text in the figure's face. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number

/** How one series is told from the others: colour, dash and width, so that none relies on colour alone. */
export interface SeriesStyle {
  colour: string
  /** As SVG and Plotly write it; empty for a solid line. */
  dash: string
  width: number
}

const DASHES = ['', '9px,3px', '2px,3px', '', '9px,3px,2px,3px'] as const
const HEAVY = 3

/** Style of the series that was added as number `index`; the chosen one is thicker. */
export function seriesStyle(index: number, theme: FigureTheme, chosen: boolean): SeriesStyle {
  // The colours start again before the dashes do; a second round takes the next dash, so that no pair repeats.
  const place = (index + Math.floor(index / theme.categories.length)) % DASHES.length
  return {
    colour: theme.categories[index % theme.categories.length]!,
    dash: DASHES[place]!,
    width: chosen ? 2.75 : place === HEAVY ? 2.25 : 1.75
  }
}

const MOST_OPAQUE = 255
/** `#rrggbb` with an opacity as `#rrggbbaa`. */
export const faded = (colour: string, opacity: number): string =>
  `${colour}${Math.round(opacity * MOST_OPAQUE)
    .toString(16)
    .padStart(2, '0')}`
