/**
 * How a chart is zoomed and panned: Ctrl and the wheel (or a pinch on a touch pad) about the pointer, over an axis that axis alone; dragging once zoomed; a double click and the
 * keys. Without Ctrl the wheel scrolls the page, and what stands on the plot, such as a handle, keeps its own drag. Nothing is animated.
 */
import type { Shares } from '../figures/chart/window'
import type { Frame } from '../figures/chart/view'
import { MIDDLE, type ChartWindow } from './chartWindow.svelte'
import { composing } from './keys'

/** By how much a key or a button looks closer, and how far an arrow moves. */
export const STEP = 1.5
const ARROW = 0.1
/** Wheel units that halve or double what is shown; no event counts for more than `MOST`. */
const WHEEL = { doubles: 100, most: 60, line: 16 } as const

/** The panel under the pointer, with its axes' words. */
function frameAt(frames: readonly Frame[], x: number, y: number): Frame | undefined {
  const distance = ({ left, right, top, bottom }: Frame): number => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
  return [...frames].sort((a, b) => distance(a) - distance(b))[0]
}
const shareIn = ({ left, right, top, bottom }: Frame, x: number, y: number): Shares => ({
  x: Math.min(1, Math.max(0, (x - left) / (right - left))),
  y: Math.min(1, Math.max(0, (bottom - y) / (bottom - top)))
})

/** What a key does to a chart; false where it is not one of its keys. */
function zoomKey({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, window: ChartWindow): boolean {
  const zoom = (factor: Partial<Shares>): void => window.zoom({ x: 1, y: 1, ...factor }, MIDDLE)
  const arrow = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: 1 }, ArrowDown: { x: 0, y: -1 } }[key]
  if (key === '+' || key === '=') zoom({ x: 1 / STEP, y: 1 / STEP })
  else if (key === '-' || key === '−') zoom({ x: STEP, y: STEP })
  else if (key === '0') window.whole()
  else if (arrow === undefined) return false
  else if (shiftKey) zoom(arrow.x === 0 ? { y: STEP ** -arrow.y } : { x: STEP ** -arrow.x })
  else if (!window.isZoomed) return false
  else window.hold()({ x: arrow.x * ARROW, y: arrow.y * ARROW })
  return true
}

/** @returns how to stop listening */
export function zooming(plot: HTMLElement, layer: HTMLElement, window: ChartWindow, frames: () => readonly Frame[]): () => void {
  const place = ({ clientX, clientY }: MouseEvent): { x: number; y: number } => {
    const box = plot.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  let held: { x: number; y: number; frame: Frame; move: (by: Shares) => void } | null = null

  function wheel(event: WheelEvent): void {
    const { x, y } = place(event)
    const frame = frameAt(frames(), x, y)
    if (!event.ctrlKey || frame === undefined) return
    event.preventDefault()
    const turned = (event.deltaY || event.deltaX) * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL.line : 1)
    const factor = 2 ** (Math.min(WHEEL.most, Math.max(-WHEEL.most, turned)) / WHEEL.doubles)
    const [acrossOnly, upOnly] = [event.shiftKey || y > frame.bottom, x < frame.left && y <= frame.bottom]
    window.zoom({ x: upOnly ? 1 : factor, y: acrossOnly ? 1 : factor }, shareIn(frame, x, y))
  }
  function down(event: PointerEvent): void {
    // Only on the plot itself: names of curves and handles are for themselves.
    if (event.target !== plot || event.button !== 0) return
    const { x, y } = place(event)
    const frame = frameAt(frames(), x, y)
    if (!window.isZoomed || frame === undefined) return
    plot.setPointerCapture(event.pointerId)
    held = { x, y, frame, move: window.hold() }
    plot.dataset['panning'] = ''
  }
  /** A click gives the plot the keys, and selects no words. */
  function press(event: MouseEvent): void {
    if (event.target !== plot) return
    event.preventDefault()
    layer.focus({ preventScroll: true })
  }
  function move(event: PointerEvent): void {
    if (held === null) return
    const { x, y } = place(event)
    const { left, right, top, bottom } = held.frame
    held.move({ x: (held.x - x) / (right - left), y: (y - held.y) / (bottom - top) })
  }
  function up(): void {
    held = null
    delete plot.dataset['panning']
  }
  function twice(event: MouseEvent): void {
    if (event.target === plot) window.whole()
  }
  function key(event: KeyboardEvent): void {
    if (!composing(event) && !event.ctrlKey && !event.metaKey && !event.altKey && zoomKey(event, window)) event.preventDefault()
  }

  const listening = new AbortController()
  const { signal } = listening
  plot.addEventListener('wheel', wheel, { signal, passive: false })
  plot.addEventListener('pointerdown', down, { signal })
  plot.addEventListener('mousedown', press, { signal })
  plot.addEventListener('pointermove', move, { signal })
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) plot.addEventListener(end, up, { signal })
  plot.addEventListener('dblclick', twice, { signal })
  layer.addEventListener('keydown', key, { signal })
  return () => listening.abort()
}
