/** The names at the curves and the values at the plan's vertical, placed so that none touches another, the handle or the frame. */
import { formatText } from '../../../../shared/text/format'
import type { Mark } from '../marks'
import { place, type Box, type Trail, type Veil, type Wish } from '../place'
import { seriesStyle } from '../theme'
import { brokenLines } from '../wrap'
import { limitPlaces, namePlaces, ringPlaces, valuePlaces, type Setting } from './labelPlaces'
import type { LimitLine } from './limits'
import { allWords, inSentence } from './names'
import type { Meeting, PlanPoint } from './point'
import { WIDE, type Frame, type FrontierView } from './view'
import { heightsOf } from '../heights'

/** Room that the handle keeps around itself, half its side. */
const HANDLE = 17
const ALL = ' all'
const VALUE = 'value '
/** What lying over the chosen curve or another one costs a label, against some 4 per row away from its favourite. */
const OVER_CHOSEN = 45
const OVER_OTHER = 26
/** A curve with a value at the plan's vertical is named there if at all possible. */
const NAMED_ELSEWHERE = 55
const OVER_VERTICAL = 60

interface Curve {
  id: string
  name: string
  colour: string
  x: readonly number[]
  y: readonly number[]
  heights: readonly number[]
  chosen: boolean
}
interface Style {
  fill: string
  setting: Setting
  chooses?: string
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
  const { theme, text, language, measure } = view
  const setting: Setting = { size: theme.small, weight: 600, lineHeight: Math.round(theme.small * 1.2), measure }
  const caption: Setting = { ...setting, size: theme.micro, weight: 400 }
  const longest = view.width > WIDE ? 150 : 118
  const broken = (name: string): string[][] => brokenLines(name, longest, (t) => measure(t, theme.small, 600))

  const curves = curvesOf(view, frame, point)
  const trails: Trail[] = curves.map((c) => ({ start: frame.left, heights: c.heights, cost: c.chosen ? OVER_CHOSEN : OVER_OTHER }))
  const fixed: Box[] = []
  const veils: Veil[] = []
  const marks: Mark[] = []
  const wishes: Wish[] = []
  const styles = new Map<string, Style>()
  const wish = (id: string, order: number, places: Wish['places'], style: Style): void => {
    wishes.push({ id, order, places })
    styles.set(id, style)
  }

  for (const l of limits) {
    const x = frame.x(l.x)
    if (l.x < frame.from || l.x > frame.to) continue
    fixed.push({ x0: x - 2, x1: x + 2, y0: frame.top, y1: frame.bottom })
    wish(`limit ${l.limit}`, 0, limitPlaces(l.lines, x, frame, setting), { fill: theme.bad, setting })
  }
  if (saved !== null) {
    fixed.push({ x0: saved.x - 6, x1: saved.x + 6, y0: saved.y - 6, y1: saved.y + 6 })
    wish('saved', 1, ringPlaces(view.isBase ? text.base : text.saved, saved.x, saved.y, caption), { fill: theme.ink3, setting: caption })
  }
  const px = point === null || point.x === null ? null : frame.x(point.x)
  if (px !== null) {
    const py = frame.y(point!.wanted)
    fixed.push({ x0: px - HANDLE, x1: px + HANDLE, y0: py - HANDLE, y1: py + HANDLE })
    veils.push({ box: { x0: px - 1, x1: px + 1, y0: py, y1: frame.bottom }, cost: OVER_VERTICAL })
  }

  const metIds = new Map(met.map((m) => [m.id ?? ALL, m]))
  for (const [i, c] of curves.entries()) {
    const m = metIds.get(c.id)
    const style: Style = { fill: c.colour, setting, ...(c.id === ALL ? {} : { chooses: c.id }) }
    if (m === undefined || px === null) {
      wish(c.id, c.chosen ? 2 : 5 + i / 100, namePlaces(broken(c.name), c, frame, setting), style)
      continue
    }
    const y = frame.y(m.probability)
    marks.push({ kind: 'circle', x: px, y, r: 3.5, fill: c.colour, stroke: theme.paper, width: 1.5 })
    fixed.push({ x0: px - 4, x1: px + 4, y0: y - 4, y1: y + 4 })
    const number = formatText(m.probability, 'probability', language)
    const blocks = broken(inSentence(c.name)).flatMap(([a, b]) => (b === undefined ? [[`${number} ${a}`], [number, a!]] : [[`${number} ${a}`, b]]))
    const here = valuePlaces(blocks, px, y, setting)
    wish(c.id, 3 + (c.id === ALL ? -0.5 : 1 - m.probability), [...here, ...namePlaces(broken(c.name), c, frame, setting, NAMED_ELSEWHERE)], style)
    // The value alone, for a curve whose name finds its place elsewhere.
    wish(VALUE + c.id, 9 - m.probability, valuePlaces([[number]], px, y, setting), { fill: c.colour, setting })
  }

  const bounds: Box = { x0: frame.left + 3, x1: frame.right, y0: frame.top - 1, y1: frame.bottom - 2 }
  const chosen = place(wishes, bounds, fixed, trails, veils, view.previous)
  for (const id of [...chosen.keys()]) if (id.startsWith(VALUE) && chosen.get(id.slice(VALUE.length))?.key.startsWith('v') === true) chosen.delete(id)
  for (const [id, p] of chosen) {
    const { fill, setting: s, chooses } = styles.get(id)!
    const { x, y, lines, anchor } = p
    marks.push({ kind: 'text', x, y, lines, anchor, fill, halo: theme.paper, size: s.size, weight: s.weight, lineHeight: s.lineHeight, chooses })
  }
  return { marks, placement: new Map([...chosen].map(([id, p]) => [id, p.key])) }
}

function curvesOf(view: FrontierView, frame: Frame, point: PlanPoint | null): Curve[] {
  const { frontier } = view.outcome
  const { x } = frontier
  const px = x.map(frame.x)
  const curves: Curve[] = frontier.each.map((e, i) => {
    const names = view.names(e.id)
    const name = view.width > WIDE ? names.long : names.short
    const heights = heightsOf(px, e.probability, frame)
    return { id: e.id, name, colour: seriesStyle(i, view.theme, false).colour, x, y: e.probability, heights, chosen: e.id === point?.id }
  })
  if (curves.length > 1)
    curves.push({
      id: ALL,
      name: allWords(view, curves.length),
      colour: view.theme.ink,
      x,
      y: frontier.all,
      heights: heightsOf(px, frontier.all, frame),
      chosen: false
    })
  return curves
}
