/** The screens beside the answer, each loaded when it is first shown. */
import type { Component } from 'svelte'
import type { Outcome } from '../../../shared/outcome'

type Screen = Component<{ outcome: Outcome }>
const loaded = (load: Promise<{ default: Screen }>): Promise<Screen> => load.then((module) => module.default)

/** By the id of the rail. */
export const WORKBENCH = {
  targets: () => loaded(import('./Targets.svelte')),
  laws: () => loaded(import('./Laws.svelte')),
  costs: () => loaded(import('./Costs.svelte')),
  path: () => loaded(import('./PathScreen.svelte')),
  scenarios: () => loaded(import('./Scenarios.svelte')),
  lab: () => loaded(import('./Lab.svelte')),
  grokking: () => loaded(import('./Grokking.svelte')),
  theory: () => loaded(import('./Theory.svelte')),
  report: () => loaded(import('./Report.svelte'))
} as const

/** Milliseconds after which the code of the screens is fetched: the first answer and its figure come first. */
const LATER = 500

/** Fetches the code of every screen while nothing else is to do, so that the first visit to one waits for nothing. A screen whose code does not come says so when it is opened. */
export function fetchScreens(): void {
  const waiting = Object.values<() => Promise<Screen>>(WORKBENCH)
  const next = (): void => {
    const load = waiting.shift()
    if (load !== undefined)
      requestIdleCallback(
        () =>
          void load()
            .catch(() => undefined)
            .finally(next)
      )
  }
  setTimeout(next, LATER)
}
