/** A chart from its specification: everything drawn, said, tabulated. Pure. */
import type { Mark } from '../marks'
import { BLEED, type Thinned, type Trace } from './drawing'
import { drawPanel, type Box, type DrawnPanel } from './panel'
import type { ChartSpec } from './spec'
import { sheetOf, tablesOf } from './table'
import type { Frame, View } from './view'
import { wholeOf } from './window'

export interface Chart {
  traces: Trace[]
  layout: object
  marks: Mark[]
  /** One for each panel. */
  frames: readonly Frame[]
  placement: ReadonlyMap<string, string>
  /** Where not every value in sight is drawn: how many there are, and how many are drawn; null where each one is. */
  thinned: Thinned | null
  tables: () => ReturnType<typeof tablesOf>
  sheet: () => ReturnType<typeof sheetOf>
}

const GAP = { x: 20, y: 16 } as const
/** A panel narrower than this says nothing. */
const LEAST = 150

export function chart(spec: ChartSpec, view: View): Chart {
  const { width, height } = view
  const count = spec.panels.length
  const fit = Math.max(1, Math.floor((width + GAP.x) / (LEAST + GAP.x)))
  const columns = Math.min(count, spec.columns ?? count, fit)
  const rows = Math.ceil(count / columns)
  const [w, h] = [(width - GAP.x * (columns - 1)) / columns, (height - GAP.y * (rows - 1)) / rows]
  const drawn = spec.panels.map((panel, i): DrawnPanel => {
    const left = (i % columns) * (w + GAP.x)
    const top = Math.floor(i / columns) * (h + GAP.y)
    const outer: Box = { left, right: left + w, top, bottom: top + h }
    return drawPanel(panel, outer, view.windows?.[i] ?? wholeOf(panel), view, `${i} `)
  })
  return {
    traces: drawn.flatMap(({ traces }, i) => traces.map((trace) => ({ ...trace, xaxis: axisName('x', i), yaxis: axisName('y', i) }))),
    layout: layoutOf(
      drawn.map(({ frame }) => frame),
      view
    ),
    marks: drawn.flatMap(({ marks }) => marks),
    frames: drawn.map(({ frame }) => frame),
    placement: new Map(drawn.flatMap(({ placement }) => [...placement])),
    thinned: allThinned(drawn),
    tables: () => tablesOf(spec, view.language),
    sheet: () => sheetOf(spec)
  }

  function layoutOf(frames: readonly Frame[], { theme: { sans, micro, ink3 } }: Pick<View, 'theme'>): object {
    const bare = { showticklabels: false, ticks: '', zeroline: false, showline: false, showgrid: false, fixedrange: true, automargin: false }
    const axes = frames.flatMap(({ left, right, top, bottom }, i) => [
      [
        `xaxis${i === 0 ? '' : i + 1}`,
        { ...bare, range: [left - BLEED, right + BLEED], domain: [(left - BLEED) / width, (right + BLEED) / width], anchor: axisName('y', i) }
      ],
      [
        `yaxis${i === 0 ? '' : i + 1}`,
        { ...bare, range: [bottom + BLEED, top - BLEED], domain: [1 - (bottom + BLEED) / height, 1 - (top - BLEED) / height], anchor: axisName('x', i) }
      ]
    ])
    return {
      width,
      height,
      margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
      paper_bgcolor: 'transparent',
      plot_bgcolor: 'transparent',
      showlegend: false,
      hovermode: false,
      font: { family: sans, size: micro, color: ink3 },
      ...Object.fromEntries(axes)
    }
  }
}

function allThinned(drawn: readonly DrawnPanel[]): Thinned | null {
  const sum = (of: keyof Thinned): number => drawn.reduce((total, { thinned }) => total + thinned[of], 0)
  return sum('values') === 0 ? null : { values: sum('values'), drawn: sum('drawn') }
}

const axisName = (axis: 'x' | 'y', i: number): string => `${axis}${i === 0 ? '' : i + 1}`
