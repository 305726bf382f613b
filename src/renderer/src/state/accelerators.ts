/** Takes an accelerator of the catalogue into the plan, together with its listed price: one step. */
import { setAccelerator } from '../../../shared/plan/edits'
import type { AcceleratorRow } from './catalogues.svelte'
import { planning } from './plan.svelte'

export function takeAccelerator({ id, name, peakFlopPerSecond, memoryBytes, powerWatts, source, asOf, pricePerHourUsd }: AcceleratorRow): void {
  const price = pricePerHourUsd && { usdPerHour: pricePerHourUsd.median, asOf, source }
  planning.edit(
    (text) => text.screen.steps.accelerator,
    (now) => setAccelerator(now, { id, name, peakFlopPerSecond, memoryBytes, powerWatts, source }, price ?? undefined)
  )
}
