/** The part of a chart that is looked at: it lives as long as the chart is on screen, and belongs to no plan. */
import { isWhole, panned, sameAxes, wholeOf, zoomed, type Shares, type Window } from '../figures/chart/window'
import type { ChartSpec, Panel } from '../figures/chart/spec'

const NOWHERE: Shares = { x: 0, y: 0 }
export const MIDDLE: Shares = { x: 0.5, y: 0.5 }

interface Chosen {
  /** The panels on whose axes it was chosen. */
  readonly panels: readonly Panel[]
  readonly windows: readonly Window[]
}

export class ChartWindow {
  readonly #spec: () => ChartSpec | null
  #chosen = $state.raw<Chosen | null>(null)
  wholes: readonly Window[] = $derived.by(() => (this.#spec()?.panels ?? []).map(wholeOf))
  /** One for each panel: what was chosen while the axes are those that it was chosen on, else the whole. */
  windows: readonly Window[] = $derived.by(() => {
    const panels = this.#spec()?.panels ?? []
    const chosen = this.#chosen
    if (chosen === null || chosen.panels.length !== panels.length || !panels.every((panel, i) => sameAxes(panel, chosen.panels[i]!))) return this.wholes
    // The data may have moved since: no farther than they go.
    return panels.map((panel, i) => panned(panel, chosen.windows[i]!, this.wholes[i]!, NOWHERE))
  })
  isZoomed: boolean = $derived(this.windows.some((window, i) => !isWhole(window, this.wholes[i]!)))

  constructor(spec: () => ChartSpec | null) {
    this.#spec = spec
  }

  /** Closer (factor below 1) or farther, all panels alike, about a place that stays. */
  zoom(factor: Shares, at: Shares): void {
    this.#choose(this.windows, (panel, window, whole) => zoomed(panel, window, whole, factor, at))
  }

  /** Takes hold of what is shown; the function returned moves it, always from where it was taken. */
  hold(): (by: Shares) => void {
    const held = this.windows
    return (by) => this.#choose(held, (panel, window, whole) => panned(panel, window, whole, by))
  }

  whole(): void {
    this.#chosen = null
  }

  #choose(from: readonly Window[], move: (panel: Panel, window: Window, whole: Window) => Window): void {
    const panels = this.#spec()?.panels ?? []
    if (from.length === panels.length) this.#chosen = { panels, windows: panels.map((panel, i) => move(panel, from[i]!, this.wholes[i]!)) }
  }
}
