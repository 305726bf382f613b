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
