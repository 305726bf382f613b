/** An outcome over two inputs as a field of cells, with the line where it is as wanted and the plan's own place. Pure. */
import { formatText } from '../../../shared/text/format'
import type { Language, Messages } from '../../../shared/text/messages'
import type { Kind } from '../../../shared/text/units'
import { contour } from './contour'
import { heatmapSheet, heatmapTable, heatmapWords } from './heatmapWords'
import type { Mark, TextMark } from './marks'
import { mixed } from './ramp'
import { bareLayout } from './lines'
import type { FigureTheme, Measure } from './theme'

export interface HeatmapAxis {
  name: string
  kind: Kind
  values: readonly number[]
  /** The plan's own value; null where it has none. */
  own: number | null
}
export interface HeatmapView {
  outcome: string
  kind: Kind
  x: HeatmapAxis
  y: HeatmapAxis
  /** One row for each y; null while it is not computed. */
  rows: readonly (readonly (number | null)[] | null)[]
  /** The value that is wanted, and whether it is a limit. */
  wanted: { value: number; limit: boolean } | null
  text: Messages['screen']['scenarios']
  language: Language
  theme: FigureTheme
  measure: Measure
  width: number
  height: number
}

export interface HeatmapFrame {
  left: number
  right: number
  top: number
  bottom: number
  columns: number
  rows: number
}

const MARGIN = { right: 16, top: 8, bottom: 40 } as const
/** Shades between the lowest and the highest value: more than can be told apart, fewer than cells. */
const SHADES = 24
/** Strength of the shades: up to where ink can still be read on them, in both themes. */
export const STRONGEST = 0.66
export const FAINTEST = 0.05
const GAP = 8

/** Box of one cell; row 0 is the lowest. */
export function cellBox({ left, right, top, bottom, columns, rows }: HeatmapFrame, column: number, row: number) {
  const [w, h] = [(right - left) / columns, (bottom - top) / rows]
  return { x: left + column * w, y: bottom - (row + 1) * h, width: w, height: h }
}

/** The cell under a point; null outside. */
export function cellAt(frame: HeatmapFrame, px: number, py: number): { column: number; row: number } | null {
  const column = Math.floor(((px - frame.left) / (frame.right - frame.left)) * frame.columns)
  const row = Math.floor(((frame.bottom - py) / (frame.bottom - frame.top)) * frame.rows)
  return column >= 0 && column < frame.columns && row >= 0 && row < frame.rows ? { column, row } : null
}

/** Where a value stands among the axis's: 0 at the first, 1 at the second, in between by its logarithm (or itself where one is 0). Null outside, to half a cell. */
export function placeOf(values: readonly number[], value: number): number | null {
  const last = values.length - 1
  if (last < 1) return value === values[0] ? 0 : null
  const scale = values.every((v) => v > 0) && value > 0 ? Math.log : (v: number): number => v
  let i = 0
  while (i < last - 1 && values[i + 1]! < value) i++
  const at = i + (scale(value) - scale(values[i]!)) / (scale(values[i + 1]!) - scale(values[i]!))
  return at < -0.5 || at > last + 0.5 ? null : at
}

export function heatmap(view: HeatmapView) {
  const { x, y, rows, theme, measure, language, kind, width, height, wanted } = view
  const words = (axis: HeatmapAxis, v: number): string => formatText(v, axis.kind, language)
  const left = Math.min(width * 0.3, Math.max(...y.values.map((v) => measure(words(y, v), theme.micro, 400))) + GAP + 4)
  const frame: HeatmapFrame = {
    left,
    right: width - MARGIN.right,
    top: MARGIN.top + theme.micro + 6,
    bottom: height - MARGIN.bottom,
    columns: x.values.length,
    rows: y.values.length
  }
  const known = rows.flatMap((row) => row?.filter((v) => v !== null) ?? [])
  const [low, high] = known.length === 0 ? [0, 0] : [Math.min(...known), Math.max(...known)]
  // What spans decades is shaded by its logarithm.
  const log = low > 0 && high / low > 30
  const share = (v: number): number => (high > low ? (log ? Math.log(v / low) / Math.log(high / low) : (v - low) / (high - low)) : 0.5)
  const hue = theme.categories[0]!
  const shadeOf = (v: number): number => Math.min(SHADES - 1, Math.floor(share(v) * SHADES))
  const colours = Array.from({ length: SHADES }, (_, i) => mixed(theme.paper, hue, FAINTEST + ((STRONGEST - FAINTEST) * i) / (SHADES - 1)))

  // Cells of one shade are one path.
  const paths = new Map<number, string>()
  let none = ''
  rows.forEach((row, r) =>
    row?.forEach((v, c) => {
      const { x: px, y: py, width: w, height: h } = cellBox(frame, c, r)
      if (v === null) none += `M${(px + 3).toFixed(1)} ${(py + h - 3).toFixed(1)}L${(px + w - 3).toFixed(1)} ${(py + 3).toFixed(1)}`
      else {
        // Half a pixel over the neighbour, or seams would show between shades.
        const d = `M${px.toFixed(2)} ${py.toFixed(2)}h${(w + 0.4).toFixed(2)}v${(h + 0.4).toFixed(2)}h${(-w - 0.4).toFixed(2)}z`
        paths.set(shadeOf(v), (paths.get(shadeOf(v)) ?? '') + d)
      }
    })
  )
  const marks: Mark[] = [...paths].sort(([a], [b]) => a - b).map(([shade, d]) => ({ kind: 'path', d, fill: colours[shade]! }))
  if (none !== '') marks.push({ kind: 'path', d: none, stroke: theme.line3, width: 1 })
  marks.push({
    kind: 'path',
    d: `M${frame.left} ${frame.top}H${frame.right}V${frame.bottom}H${frame.left}Z`,
    stroke: theme.line3
  })

  const text = (px: number, py: number, line: string, more: Partial<TextMark> = {}): TextMark => ({
    kind: 'text',
    x: px,
    y: py + theme.micro * 0.36,
    lines: [line],
    lineHeight: theme.micro,
    size: theme.micro,
    weight: 400,
    anchor: 'middle',
    fill: theme.ink3,
    ...more
  })
  // Values in the cells where all of them fit.
  const { width: w, height: h } = cellBox(frame, 0, 0)
  const labels = rows.map((row) => row?.map((v) => (v === null ? '' : formatText(v, kind === 'percent' ? 'probability' : kind, language, { digits: 2 }))))
  const widest = Math.max(0, ...labels.flatMap((row) => row?.map((label) => measure(label, theme.micro, 400)) ?? []))
  const own = ownPlace(view, frame)
  const here = own === null ? null : hereLabel(view, frame, own)
  if (h >= theme.micro + 5 && w >= widest + 8)
    labels.forEach((row, r) =>
      row?.forEach((label, c) => {
        const v = rows[r]?.[c]
        if (typeof v !== 'number') return
        const box = cellBox(frame, c, r)
        // Not under the plan's own mark.
        if (here !== null && here.x0 < box.x + w && here.x1 > box.x && here.y > box.y - 4 && here.y < box.y + h + 4) return
        marks.push(text(box.x + w / 2, box.y + h / 2, label, { fill: theme.ink }))
      })
    )

  // The line where the outcome is as wanted, through the middles of the cells.
  if (wanted !== null) {
    const d = contour(rows, wanted.value, (c, r) => [frame.left + (c + 0.5) * w, frame.bottom - (r + 0.5) * h])
    if (d !== '') {
      marks.push({ kind: 'path', d, stroke: theme.paper, width: 4 })
      marks.push({ kind: 'path', d, stroke: wanted.limit ? theme.bad : theme.pen, width: 2, ...(wanted.limit ? {} : { dash: '2 3', round: true }) })
    }
  }
  if (own !== null && here !== null) {
    marks.push({ kind: 'circle', x: own.x, y: own.y, r: 6, fill: theme.pen, stroke: theme.paper, width: 2.5 })
    const plate = { kind: 'plate', x: here.x0, y: here.y - 9, width: here.x1 - here.x0, height: 18, fill: theme.paper } as const
    const word = { anchor: 'middle', size: theme.small, lineHeight: theme.small, weight: 600, fill: theme.pen } as const
    marks.splice(marks.length - 1, 0, plate)
    marks.push(text((here.word0 + here.word1) / 2, own.y, view.text.grid.here, word))
  }
  marks.push(...axes(view, frame, text, words))
  return {
    traces: [],
    layout: bareLayout(view, frame),
    marks,
    frame,
    ...heatmapWords(view, low, high, own !== null),
    tables: () => [heatmapTable(view)],
    sheet: () => heatmapSheet(view)
  }
}

function ownPlace({ x, y }: HeatmapView, frame: HeatmapFrame): { x: number; y: number } | null {
  const column = x.own === null ? null : placeOf(x.values, x.own)
  const row = y.own === null ? null : placeOf(y.values, y.own)
  if (column === null || row === null) return null
  const { width, height } = cellBox(frame, 0, 0)
  return { x: frame.left + (column + 0.5) * width, y: frame.bottom - (row + 0.5) * height }
}

/** Room of the plan's mark with its word, on the side where there is some. */
function hereLabel({ text, theme, measure }: HeatmapView, frame: HeatmapFrame, own: { x: number; y: number }) {
  const word = measure(text.grid.here, theme.small, 600)
  const right = own.x + word + 18 < frame.right
  const word0 = right ? own.x + 11 : own.x - 11 - word
  return { x0: right ? own.x : word0 - 5, x1: right ? word0 + word + 5 : own.x, word0, word1: word0 + word, y: own.y }
}

function axes(
  { x, y, theme, measure }: HeatmapView,
  frame: HeatmapFrame,
  text: (x: number, y: number, line: string, more?: Partial<TextMark>) => TextMark,
  words: (axis: HeatmapAxis, v: number) => string
): Mark[] {
  const { width: w, height: h } = cellBox(frame, 0, 0)
  const marks: Mark[] = []
  const widest = Math.max(...x.values.map((v) => measure(words(x, v), theme.micro, 400)))
  const every = Math.max(1, Math.ceil((widest + 12) / w))
  x.values.forEach((v, c) => {
    if (c % every === 0) marks.push(text(frame.left + (c + 0.5) * w, frame.bottom + 11, words(x, v)))
  })
  const rowsApart = Math.max(1, Math.ceil((theme.micro + 4) / h))
  y.values.forEach((v, r) => {
    if (r % rowsApart === 0) marks.push(text(frame.left - GAP, frame.bottom - (r + 0.5) * h, words(y, v), { anchor: 'end' }))
  })
  marks.push(text(frame.right, frame.bottom + 29, `${x.name} →`, { anchor: 'end', weight: 600, fill: theme.ink2 }))
  marks.push(text(frame.left, frame.top - 9, `↑ ${y.name}`, { anchor: 'start', weight: 600, fill: theme.ink2 }))
  return marks
}
