/** What is made of a series or a region, for the chart library and over it. */
import type { Mark } from '../marks'

/** A trace; which axes it belongs to is added by the chart. */
export type Trace = Record<string, unknown>

/** How many values are in sight where not each one is drawn, and how many are. */
export interface Thinned {
  values: number
  drawn: number
}
export interface Drawing {
  traces: Trace[]
  /** Drawn over the traces and under all words. */
  marks: Mark[]
  thinned: Thinned
}

export const HIDDEN = { type: 'scatter', hoverinfo: 'skip', showlegend: false } as const
/** Pixels beyond a panel's frame that the width of a line along its edge needs. */
export const BLEED = 4
export const lineTrace = ({ px, py }: { px: (number | null)[]; py: (number | null)[] }, color: string, width: number, dash: string): Trace => ({
  ...HIDDEN,
  mode: 'lines',
  x: px,
  y: py,
  connectgaps: false,
  line: { color, width, dash: dash === '' ? 'solid' : dash, simplify: false }
})
