/**
 * The frontier as vector graphics for print: the same rules as on the screen (log cost, one dash per capability, direct labels, limits hatched),
 * drawn at the size of the page. Colours come from the sheet's style variables.
 */
import type { Outcome } from '../../shared/outcome'
import type { Language } from '../../shared/text/messages'
import type { Name } from '../../shared/text/names'
import { plain } from './words'
import { escape } from './escape'

const DASHES = ['', '9 3', '2 3', '14 3', '9 3 2 3', '5 2', '1 4', '12 2 2 2']
const MARGIN = { left: 40, right: 10, top: 26, bottom: 26 }

interface FigureText {
  all: string
  limits: Record<string, string>
  parameters: string
  label: string
}

export interface FrontierFigureInput {
  outcome: Outcome
  language: Language
  names: Map<string, Name>
  text: FigureText
  width: number
  height: number
}

const path = (points: readonly (readonly [number, number])[]) => 'M' + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')

/** Value of a sampled, ascending curve at x, linear between samples. */
function at(xs: readonly number[], ys: readonly number[], x: number): number {
  const right = xs.findIndex((v) => v >= x)
  if (right === -1) return ys.at(-1) ?? 0
  if (right === 0) return ys[0] ?? 0
  const [x0, x1, y0, y1] = [xs[right - 1]!, xs[right]!, ys[right - 1]!, ys[right]!]
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}

/** First x at which a non-decreasing curve reaches a level, or null. */
function crossing(xs: readonly number[], ys: readonly number[], level: number): number | null {
  const right = ys.findIndex((v) => v >= level)
  if (right <= 0) return null
  const [x0, x1, y0, y1] = [xs[right - 1]!, xs[right]!, ys[right - 1]!, ys[right]!]
  return y1 === y0 ? x1 : x0 + ((x1 - x0) * (level - y0)) / (y1 - y0)
}

/** 1-3-10 ticks inside [low, high]. */
function logTicks(low: number, high: number): number[] {
  const ticks: number[] = []
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) for (const m of [1, 3]) ticks.push(m * 10 ** e)
  return ticks.filter((t) => t >= low * 1.001 && t <= high * 0.999)
}

/** Puts a label beside each curve where it does not meet another: tries rows of probability from the middle outwards. */
function placeLabels(curves: readonly { name: string; xs: readonly number[]; ys: readonly number[] }[], sx: (v: number) => number, sy: (p: number) => number) {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  return curves.map(({ name, xs, ys }) => {
    const width = [...name].reduce((w, c) => w + (c.charCodeAt(0) > 0x2e80 ? 11 : 5.8), 0) + 8
    for (const level of [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26, 0.82, 0.18, 0.9, 0.1]) {
      const x = crossing(xs, ys, level)
      if (x === null) continue
      const box = { right: sx(x) - 6, left: sx(x) - 6 - width, top: sy(level) - 8, bottom: sy(level) + 6 }
      if (box.left < MARGIN.left) continue
      if (taken.some((t) => box.left < t.right && box.right > t.left && box.top < t.bottom && box.bottom > t.top)) continue
      taken.push(box)
      return { x: box.right, y: sy(level) + 4 }
    }
    return null
  })
}

export function frontierFigure({ outcome, language, names, text, width, height }: FrontierFigureInput): string {
  const { frontier, focus } = outcome
  const [low, high] = [frontier.x[0] ?? 1, frontier.x.at(-1) ?? 10]
  const right = width - MARGIN.right
  const bottom = height - MARGIN.bottom
  const sx = (v: number) => MARGIN.left + ((right - MARGIN.left) * Math.log(v / low)) / Math.log(high / low)
  const sy = (p: number) => bottom + (MARGIN.top - bottom) * p
  const parts: string[] = [
    '<defs><pattern id="beyond" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" class="hatch"/></pattern></defs>'
  ]
  const line = (x1: number, y1: number, x2: number, y2: number, c: string) =>
    parts.push(`<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" class="${c}"/>`)
  const label = (x: number, y: number, s: string, c: string, anchor = 'middle', style = '') =>
    parts.push(`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${c}" text-anchor="${anchor}"${style && ` style="${style}"`}>${escape(s)}</text>`)

  for (const p of [0, 0.25, 0.5, 0.75, 1]) {
    if (p > 0) line(MARGIN.left, sy(p), right, sy(p), 'grid')
    label(MARGIN.left - 6, sy(p) + 3.5, `${p * 100}${p === 1 ? ' %' : ''}`, 'tick', 'end')
  }
  line(MARGIN.left, bottom, right, bottom, 'axis')
  // The frontier's x is the budget that covers a run at the plan's confidence; a run is found on it by its size.
  const size = outcome.path.rungs.at(-1)?.run.N
  const here = size === undefined ? null : crossing(frontier.x, frontier.N, size)
  for (const tick of logTicks(low, high)) {
    line(sx(tick), bottom, sx(tick), bottom + 4, 'axis')
    const clear = here === null || Math.abs(sx(tick) - sx(here)) > 50
    if (clear && sx(tick) < right - 12 && sx(tick) > MARGIN.left + 8) label(sx(tick), bottom + 15, plain(tick, 'usd', language), 'tick')
  }
  let lastTop = -Infinity
  for (const N of logTicks(Math.max(frontier.N.find((v) => v > 0) ?? 1, 1), frontier.N.at(-1) ?? 10)) {
    const x = crossing(frontier.x, frontier.N, N)
    if (x === null || sx(x) - lastTop < 48 || sx(x) > right - 30) continue
    line(sx(x), MARGIN.top - 4, sx(x), MARGIN.top, 'axis')
    label(
      sx(x),
      MARGIN.top - 8,
      lastTop === -Infinity ? `${plain(N, 'N', language)} ${text.parameters}` : plain(N, 'N', language),
      'tick',
      lastTop === -Infinity ? 'start' : 'middle'
    )
    lastTop = sx(x) + (lastTop === -Infinity ? 50 : 0)
  }

  // Short data make runs poorer, not impossible: they are no line that the curves stop at.
  const limit = frontier.limits.filter((l) => l.limit !== 'data' && l.x > low && l.x < high).sort((a, b) => a.x - b.x)[0]
  if (limit)
    parts.push(
      `<rect x="${sx(limit.x).toFixed(1)}" y="${MARGIN.top}" width="${(right - sx(limit.x)).toFixed(1)}" height="${bottom - MARGIN.top}" fill="url(#beyond)"/>`
    )

  frontier.each.forEach((curve, i) => {
    if (curve.id !== focus) return
    const band = (a: readonly number[], b: readonly number[], c: string) =>
      parts.push(
        `<path d="${path([...frontier.x.map((x, k) => [sx(x), sy(a[k]!)] as const), ...frontier.x.map((x, k) => [sx(x), sy(b[k]!)] as const).reverse()])}Z" class="${c}" style="fill:var(--c${(i % 8) + 1})"/>`
      )
    band(curve.p5, curve.p95, 'band90')
    band(curve.p25, curve.p75, 'band50')
  })
  frontier.each.forEach((curve, i) => {
    parts.push(
      `<path d="${path(frontier.x.map((x, k) => [sx(x), sy(curve.probability[k]!)]))}" class="curve" style="stroke:var(--c${(i % 8) + 1});stroke-width:${curve.id === focus ? 2.4 : 1.5}" stroke-dasharray="${DASHES[i % 8]}"/>`
    )
  })
  parts.push(`<path d="${path(frontier.x.map((x, k) => [sx(x), sy(frontier.all[k]!)]))}" class="curve" style="stroke:var(--ink);stroke-width:2"/>`)

  if (limit) {
    line(sx(limit.x), MARGIN.top, sx(limit.x), bottom, 'limit')
    label(sx(limit.x) + 5, sy(0.32), text.limits[limit.limit] ?? limit.limit, 'name', 'start', 'fill:var(--bad)')
    label(sx(limit.x) + 5, sy(0.32) + 12, plain(limit.x, 'usd', language), 'name', 'start', 'fill:var(--bad)')
  }

  const curves = [
    ...frontier.each.map((c) => ({ name: names.get(c.id)?.short ?? c.id, xs: frontier.x, ys: c.probability })),
    { name: text.all, xs: frontier.x, ys: frontier.all }
  ]
  placeLabels(curves, sx, sy).forEach((place, i) => {
    if (place) label(place.x, place.y, curves[i]!.name, 'name', 'end', `fill:var(--${i < frontier.each.length ? `c${(i % 8) + 1}` : 'ink'})`)
  })

  if (here !== null) {
    line(sx(here), MARGIN.top, sx(here), bottom, 'here')
    frontier.each.forEach((curve, i) =>
      parts.push(
        `<circle cx="${sx(here).toFixed(1)}" cy="${sy(at(frontier.x, curve.probability, here)).toFixed(1)}" r="3" class="dot" style="fill:var(--c${(i % 8) + 1})"/>`
      )
    )
    parts.push(`<circle cx="${sx(here).toFixed(1)}" cy="${sy(at(frontier.x, frontier.all, here)).toFixed(1)}" r="3" class="dot" style="fill:var(--ink)"/>`)
    const tag = plain(here, 'usd', language)
    const half = tag.length * 3.4 + 6
    parts.push(`<rect x="${(sx(here) - half).toFixed(1)}" y="${bottom + 4}" width="${(2 * half).toFixed(1)}" height="16" rx="3" class="plate"/>`)
    label(sx(here), bottom + 15.5, tag, 'plateText')
  }
  return `<svg class="frontier" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(text.label)}">${parts.join('')}</svg>`
}
