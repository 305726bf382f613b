/**
 * A chart in words: axes, series, lines that mean something, regions and points; one panel or several of the same size. What an analysis screen shows is written as such
 * a specification; how it looks is decided here once (`chart.ts`).
 */
import type { Kind } from '../../../../shared/text/units'

/** A colour of the page: what was computed, quieter, good or bad, what may be changed, or the category of that place in the order of addition. */
export type Tone = 'ink' | 'ink2' | 'ink3' | 'good' | 'bad' | 'warn' | 'pen' | number

export interface Axis {
  /** The quantity and, where the ticks do not carry it, its unit. */
  label: string
  kind: Kind
  log: boolean
  /** Ends, where the data shall not decide. */
  from?: number | undefined
  to?: number | undefined
  /** Places only: neither ticks nor words. */
  bare?: boolean
  /** Larger values to the left or below, for losses. */
  reversed?: boolean
}

export interface Series {
  id: string
  /** In the table and the CSV; beside the curve too, unless `label` says otherwise. */
  name: string
  x: readonly number[]
  /** Null where there is no value: the line has a gap there. */
  y: readonly (number | null)[]
  draw: 'line' | 'points' | 'both'
  tone: Tone
  /** Dash as Plotly and SVG write it; a category brings its own. */
  dash?: string
  width?: number
  /** Drawn thicker, and named first. */
  chosen?: boolean
  /** Beside the curve; '' for none. */
  label?: string
  /** Ends of error bars. */
  whiskers?: { low: readonly (number | null)[]; high: readonly (number | null)[] }
  /** A band around a line. */
  band?: { low: readonly (number | null)[]; high: readonly (number | null)[]; level: 90 | 50 }
  /** Names of single points, for the pointer and the table. */
  points?: readonly string[]
}

/** A value that means something: a straight line across the panel. */
export interface Rule {
  axis: 'x' | 'y'
  at: number
  label: string
  tone: Tone
  dash?: string
  width?: number
}

/** A range that means something: `tint` of its tone, or hatched where there are no data or a limit is passed. Null is the end of the axis. */
export interface Region {
  axis: 'x' | 'y'
  from: number | null
  to: number | null
  label: string
  look: 'tint' | 'hatch'
  tone: Tone
}

/** A single place: `disc` filled, `ring` hollow, `here` the plan's own point. */
export interface Spot {
  x: number
  y: number
  label: string
  look: 'disc' | 'ring' | 'here'
  tone: Tone
}

export interface Panel {
  /** Over a panel of several. */
  title?: string
  /** The second line over a panel: its finding, in a tone. */
  verdict?: string
  verdictTone?: Tone
  x: Axis
  y: Axis
  series: readonly Series[]
  rules?: readonly Rule[]
  regions?: readonly Region[]
  spots?: readonly Spot[]
}

export interface ChartSpec {
  panels: readonly Panel[]
  /** Panels side by side at most; as many as fit unless given. */
  columns?: number
  /** The finding beside the title, and the sentence that says the figure. */
  finding: string
  sentence: string
  /** Where the numbers come from: last lines of the CSV, last line of a picture. */
  sources: readonly string[]
}
