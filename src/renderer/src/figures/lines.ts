/** Traces and layout that figures hand to the chart library: lines and areas without words, and axes without ticks of its own. */
import type { FigureTheme } from './theme'

export interface LineTrace {
  type: 'scatter'
  mode: 'lines'
  x: readonly number[]
  y: readonly number[]
  line: { color: string; width: number; dash?: string; shape: 'linear'; simplify: boolean }
  fill?: 'toself'
  fillcolor?: string
  fillpattern?: { shape: '/'; size: number; solidity: number; fgcolor: string; bgcolor: string; fillmode: 'overlay' }
  hoverinfo: 'skip'
  showlegend: false
}

export const line = ({ x, y }: Pick<LineTrace, 'x' | 'y'>, color: string, width: number, dash = ''): LineTrace => ({
  type: 'scatter',
  mode: 'lines',
  x,
  y,
  line: { color, width, dash: dash === '' ? 'solid' : dash, shape: 'linear', simplify: false },
  hoverinfo: 'skip',
  showlegend: false
})

/** An area without outline. */
export const area = (x: readonly number[], y: readonly number[], colour: string): LineTrace => ({
  ...line({ x, y }, 'transparent', 0),
  fill: 'toself',
  fillcolor: colour
})

export interface PlotLayout {
  width: number
  height: number
  margin: { l: number; r: number; t: number; b: number; pad: 0 }
  paper_bgcolor: 'transparent'
  plot_bgcolor: 'transparent'
  showlegend: false
  hovermode: false
  font: { family: string; size: number; color: string }
  xaxis: Record<string, unknown>
  yaxis: Record<string, unknown>
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** @param bleed pixels beyond the box on top and bottom that a line's own width needs */
export function plotLayout(
  { width, height, theme }: { width: number; height: number; theme: FigureTheme },
  { left, right, top, bottom }: Box,
  axes: Pick<PlotLayout, 'xaxis' | 'yaxis'>,
  bleed = 0
): PlotLayout {
  const bare = { showticklabels: false, ticks: '', zeroline: false, showline: false, fixedrange: true, automargin: false }
  return {
    width,
    height,
    margin: { l: left, r: width - right, t: top - bleed, b: height - bottom - bleed, pad: 0 },
    paper_bgcolor: 'transparent',
    plot_bgcolor: 'transparent',
    showlegend: false,
    hovermode: false,
    font: { family: theme.sans, size: theme.micro, color: theme.ink3 },
    xaxis: { ...bare, showgrid: false, ...axes.xaxis },
    yaxis: { ...bare, gridcolor: theme.line2, gridwidth: 1, ...axes.yaxis }
  }
}

/** The layout of a figure that brings its own axes as marks: the size and the margins, and nothing on it. */
export const bareLayout = (view: { width: number; height: number; theme: FigureTheme }, box: Box): PlotLayout =>
  plotLayout(view, box, { xaxis: { range: [0, 1] }, yaxis: { range: [0, 1], showgrid: false } })
