/** The names at the curves and the values at the plan's vertical, placed so that none touches another, the handle or the frame. */
import { formatText } from '../../../../shared/text/format'
import { firstReaches } from '../curve'
import type { CircleMark, Mark, TextMark } from '../marks'
import { place, type Box, type Place, type Trail, type Wish } from '../place'
import { seriesStyle } from '../theme'
import { brokenLines, shortened } from '../wrap'
import type { LimitLine } from './limits'
import type { Meeting, PlanPoint } from './point'
import { WIDE, type Frame, type FrontierView } from './view'

const HANDLE = 17
const GAP = 8
/** Levels at which a curve is named, the favourite first: one row in the middle where that can be. */
const LEVELS = [0.54, 0.44, 0.64, 0.34, 0.74, 0.24, 0.84, 0.14, 0.92] as const
/** How far a value may stand above or below its dot. */
const SHIFTS = [0, -4, 4, -8, 8, -12, 12, -16, 16, -20, 20, -25, 25, -30, 30, -36, 36] as const
const ALL = ' all'

interface Curve {
  id: string
  name: string
  colour: string
  y: readonly number[]
  chosen: boolean
}

export interface Labels {
  marks: Mark[]
  placement: Map<string, string>
}

export function labels(
  view: FrontierView,
  frame: Frame,
  point: PlanPoint | null,
  met: readonly Meeting[],
  limits: readonly LimitLine[],
  saved: { x: number; y: number } | null
): Labels {
  const { theme, text, language, measure, outcome } = view
  const { frontier } = outcome
  const size = theme.small
  const lineHeight = Math.round(size * 1.2)
  const longest = view.width > WIDE ? 150 : 118
  const wide = view.width > WIDE
  const fitted = (line: string): string => shortened(line, longest, (t) => measure(t, size, 600))
  /** The name on one line if that is not too long, and on two. */
  const broken = (name: string): string[][] => {
    const [one, two] = brokenLines(name)
    return two === undefined ? [one!.map(fitted)] : measure(name, size, 600) <= longest ? [one!, two] : [two.map(fitted)]
  }

  const curves: Curve[] = frontier.each.map((e, i) => {
    const names = view.names(e.id)
    return {
      id: e.id,
      name: wide ? names.long : names.short,
      colour: seriesStyle(i, theme, false).colour,
      y: e.probability,
      chosen: e.id === point?.id
    }
  })
  if (curves.length > 1) curves.push({ id: ALL, name: allWords(view, curves.length), colour: theme.ink, y: frontier.all, chosen: false })

  const trails: Trail[] = curves.map((c) => ({ start: frame.left, heights: heights(frontier.x, c.y, frame), cost: c.chosen ? 45 : 26 }))
  const trailOf = new Map(curves.map((c, i) => [c.id, trails[i]!]))
  const fixed: Box[] = []
  const dots: CircleMark[] = []
  const px = point?.x === null || point === null ? null : frame.x(point.x)
  if (px !== null) {
    const py = frame.y(point!.wanted)
    fixed.push({ x0: px - HANDLE, x1: px + HANDLE, y0: py - HANDLE, y1: py + HANDLE }, { x0: px - 2, x1: px + 2, y0: py, y1: frame.bottom })
    for (const m of met) {
      const y = frame.y(m.probability)
      const colour = m.id === null ? theme.ink : seriesStyle(m.index, theme, false).colour
      dots.push({ kind: 'circle', x: px, y, r: 3.5, fill: colour, stroke: theme.paper, width: 1.5 })
      fixed.push({ x0: px - 4, x1: px + 4, y0: y - 4, y1: y + 4 })
    }
  }
  if (saved !== null) fixed.push({ x0: saved.x - 6, x1: saved.x + 6, y0: saved.y - 6, y1: saved.y + 6 })
  const shownLimits = limits.filter((l) => l.x >= frame.from && l.x <= frame.to)
  for (const l of shownLimits) fixed.push({ x0: frame.x(l.x) - 2, x1: frame.x(l.x) + 2, y0: frame.top, y1: frame.bottom })

  const blockOf = (lines: readonly string[], textSize = size, weight: 400 | 600 = 600): { w: number; h: number } => ({
    w: Math.max(...lines.map((l) => measure(l, textSize, weight))),
    h: (lines.length - 1) * lineHeight + textSize
  })
  /** A block whose corner next to `x` is at x (its right one for `end`) and whose middle is at `middle`. */
  const at = (
    key: string,
    cost: number,
    lines: readonly string[],
    anchor: 'start' | 'end',
    x: number,
    middle: number,
    textSize = size,
    weight: 400 | 600 = 600
  ): Place => {
    const { w, h } = blockOf(lines, textSize, weight)
    const y0 = middle - h / 2
    return { key, cost, lines, anchor, x, y: y0 + textSize * 0.86, box: { x0: anchor === 'end' ? x - w : x, x1: anchor === 'end' ? x : x + w, y0, y1: y0 + h } }
  }

  const wishes: Wish[] = []
  const style = new Map<string, { fill: string; size: number; weight: 400 | 600; chooses?: string }>()

  for (const l of shownLimits) {
    const x = frame.x(l.x)
    const id = `limit ${l.limit}`
    const lines = l.lines[1] === '' ? [l.lines[0]] : [...l.lines]
    const places: Place[] = []
    for (const [i, share] of [0.3, 0.2, 0.42, 0.12, 0.54, 0.66, 0.78, 0.88].entries())
      for (const [j, anchor] of (['start', 'end'] as const).entries())
        for (const [k, t] of [lines, [lines.join(' ')]].entries())
          places.push(at(`${k}${anchor}:${share}`, i * 2 + j * 5 + k * 3, t, anchor, x + (anchor === 'start' ? 7 : -7), frame.y(share)))
    wishes.push({ id, order: 0, places })
    style.set(id, { fill: theme.bad, size, weight: 600 })
  }

  if (saved !== null) {
    const places: Place[] = []
    for (const [i, dy] of [-5, 12, -14, 0].entries())
      for (const [j, anchor] of (['start', 'end'] as const).entries())
        places.push(at(`${anchor}:${dy}`, i * 3 + j, [text.saved], anchor, saved.x + (anchor === 'start' ? GAP : -GAP), saved.y + dy, theme.micro, 400))
    const half = measure(text.saved, theme.micro, 400) / 2
    for (const [i, dy] of [16, -16].entries()) places.push(at(`over:${dy}`, 8 + i * 3, [text.saved], 'start', saved.x - half, saved.y + dy, theme.micro, 400))
    wishes.push({ id: 'saved', order: 1, places })
    style.set('saved', { fill: theme.ink3, size: theme.micro, weight: 400 })
  }

  const metIds = new Map(met.map((m) => [m.id ?? ALL, m]))
  for (const [i, c] of curves.entries()) {
    const m = metIds.get(c.id)
    style.set(c.id, { fill: c.colour, size, weight: 600, ...(c.id === ALL ? {} : { chooses: c.id }) })
    if (m !== undefined && px !== null) {
      const number = formatText(m.probability, 'percent', language, { digits: 2 })
      wishes.push({
        id: c.id,
        order: 3 + (c.id === ALL ? -0.5 : 1 - m.probability),
        places: [...valuePlaces(px, frame.y(m.probability), number, c.name), ...namePlaces(c, 40)]
      })
    } else wishes.push({ id: c.id, order: c.chosen ? 2 : 5 + i / 100, places: namePlaces(c) })
  }

  function valuePlaces(x: number, y: number, number: string, name: string): Place[] {
    const places: Place[] = []
    const blocks = broken(name).flatMap(([a, b]) => (b === undefined ? [[`${number} ${a}`], [number, a!]] : [[`${number} ${a}`, b]]))
    for (const [k, lines] of blocks.entries())
      for (const dy of SHIFTS)
        for (const [j, anchor] of (['start', 'end'] as const).entries())
          places.push(at(`${k}${anchor}:${dy}`, Math.ceil(Math.abs(dy) / 2) + j * 2 + k * 2, lines, anchor, x + (anchor === 'start' ? GAP : -GAP), y + dy))
    return places
  }

  function namePlaces(c: Curve, more = 0): Place[] {
    const places: Place[] = []
    const own = trailOf.get(c.id)!.heights
    const height = (x: number): number => own[Math.min(own.length - 1, Math.max(0, Math.round(x - frame.left)))]!
    const blocks = broken(c.name)
    for (const [k, lines] of blocks.entries()) {
      const { w, h } = blockOf(lines)
      for (const [i, level] of LEVELS.entries()) {
        const y = frame.y(level)
        // Left of a rising curve: clear of it at the block's foot; right of it: at the block's head.
        const foot = firstReaches(frontier.x, c.y, frame.y.inverse(y + h / 2 + 2))
        const head = firstReaches(frontier.x, c.y, frame.y.inverse(y - h / 2 - 2))
        if (foot !== null) places.push(at(`${k}end:${level}`, more + i * 4 + k * 3, lines, 'end', frame.x(foot) - GAP, y))
        if (head !== null) places.push(at(`${k}start:${level}`, more + i * 4 + k * 3 + 7, lines, 'start', frame.x(head) + GAP, y))
      }
      // A curve that stays low or is flat: above it or below it, as far right as there is room.
      for (let s = 0; s < 9; s++) {
        const x = frame.right - 6 - ((frame.right - frame.left - 20) * s) / 9
        places.push(at(`${k}above:${s}`, more + 26 + s * 3 + k * 3, lines, 'end', x, height(x) - h / 2 - 5))
        places.push(at(`${k}below:${s}`, more + 30 + s * 3 + k * 3, lines, 'end', x, height(x - w) + h / 2 + 5))
      }
    }
    return places
  }

  const bounds: Box = { x0: frame.left + 3, x1: frame.right, y0: frame.top - 1, y1: frame.bottom - 2 }
  const chosen = place(wishes, bounds, fixed, trails, view.previous)
  const marks: Mark[] = [...dots]
  for (const [id, p] of chosen) {
    const s = style.get(id)!
    const mark: TextMark = { kind: 'text', x: p.x, y: p.y, lines: p.lines, lineHeight, anchor: p.anchor, halo: theme.paper, ...s }
    marks.push(mark)
  }
  return { marks, placement: new Map([...chosen].map(([id, p]) => [id, p.key])) }
}

/** "all five", "全部五项". */
export const allWords = (view: Pick<FrontierView, 'text'>, count: number): string =>
  view.text.all.replace('{count}', view.text.counts.split(' ')[count - 1] ?? String(count))

/** The curve as one height per pixel column of the plot. */
function heights(x: readonly number[], y: readonly number[], frame: Frame): number[] {
  const columns: number[] = []
  let i = 0
  for (let px = frame.left; px <= frame.right; px++) {
    const at = frame.x.inverse(px)
    while (i < x.length - 2 && x[i + 1]! < at) i++
    const w = Math.log(at / x[i]!) / Math.log(x[i + 1]! / x[i]!)
    columns.push(frame.y(y[i]! + (y[i + 1]! - y[i]!) * Math.min(1, Math.max(0, w))))
  }
  return columns
}
