/** Level bars in words: rows of stretches over one linear axis. A waterfall, a stacked comparison and a calendar are all written so; how they look is decided in `bars.ts`. */
import type { Tone } from '../chart/spec'

export interface Stretch {
  /** In the table, the CSV, and within the stretch where there is room. */
  name: string
  from: number
  to: number
  tone: Tone
  /** `soft` for what is not sure to happen, `outline` for what is held beside. */
  look?: 'solid' | 'soft' | 'outline'
}

export interface Row {
  id: string
  name: string
  stretches: readonly Stretch[]
  /** At the end of the row. */
  label: string
  tone?: Tone
  /** A total, or the row that the figure is about. */
  strong?: boolean
  /** Ends of a range around the end of the row. */
  range?: { low: number; high: number }
  /** Where the row is in the base, behind the scenario on screen. */
  ghost?: { name: string; from: number; to: number } | undefined
  /** Joined to the row before at this value: a waterfall. */
  joins?: number
}

/** A value that means something in every row. */
export interface Upright {
  at: number
  label: string
  tone: Tone
}

export interface BarsSpec {
  rows: readonly Row[]
  uprights?: readonly Upright[]
  /** What the axis measures, and a value of it in words. */
  axis: string
  say: (value: number) => string
  /** Names of the columns of the table: row, part, start, end. */
  header: readonly [string, string, string, string]
  finding: string
  sentence: string
  sources: readonly string[]
}
