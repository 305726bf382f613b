/**
 * What is drawn over a plot: words, axes, points. A figure says what stands where; `Marks.svelte` shows it on the screen and `paint` puts it into a
 * picture, so that both are the same.
 */
export interface TextMark {
  kind: 'text'
  x: number
  /** Baseline of the first line. */
  y: number
  lines: readonly string[]
  lineHeight: number
  size: number
  weight: 400 | 600
  anchor: 'start' | 'middle' | 'end'
  fill: string
  /** Colour of the halo that keeps the text apart from lines behind it. */
  halo?: string
  /** Id of the series that a click on the text chooses. */
  chooses?: string | undefined
}
export interface PathMark {
  kind: 'path'
  d: string
  stroke?: string
  fill?: string
  width?: number
  dash?: string
  round?: boolean
  /** Said when the pointer rests on it. */
  title?: string
}
export interface CircleMark {
  kind: 'circle'
  x: number
  y: number
  r: number
  fill: string
  stroke: string
  width: number
}
export interface PlateMark {
  kind: 'plate'
  x: number
  y: number
  width: number
  height: number
  fill: string
}
export type Mark = TextMark | PathMark | CircleMark | PlateMark
