/** What a scenario on screen is measured against. */
import type { Outcome } from '../../../shared/outcome'
import { outcomes } from './outcome.svelte'
import { planning } from './plan.svelte'

/** The answer to the base; null while the base itself is on screen, or its answer is on its way. */
export const baseOf = (): Outcome | null => (planning.scenario === null ? null : outcomes.saved)
