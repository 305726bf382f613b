/** Rows of the catalogues that the screen offers, read once: accelerators with their prices, and figures for capabilities. */
import type { Belief } from '../../../shared/plan/rules'
import { call } from './host'

export interface AcceleratorRow {
  readonly id: string
  readonly name: string
  readonly vendor: string
  readonly year: number
  readonly peakFlopPerSecond: number
  readonly memoryBytes: number
  readonly powerWatts: number
  readonly pricePerHourUsd: { readonly low: number; readonly median: number; readonly high: number; readonly listings?: number } | null
  readonly asOf: string
  readonly source: string
}

export interface CapabilityRow {
  readonly id: string
  readonly capability: string
  readonly category: string
  readonly kind: string
  readonly axis: 'N' | 'C' | 'effective'
  readonly critical: Belief | { low: number; high: null }
  readonly steepness?: number
  readonly criticalMeans: 'scale' | 'p50' | 'first-observed' | 'unknown'
  readonly source: string
  readonly year: number
}

class Catalogues {
  accelerators = $state.raw<readonly AcceleratorRow[]>([])
  capabilities = $state.raw<readonly CapabilityRow[]>([])

  async load(): Promise<void> {
    const [accelerators, capabilities] = await Promise.all([
      call('catalogues.list', { name: 'accelerators' }),
      call('catalogues.list', { name: 'capabilities' })
    ])
    this.accelerators = accelerators as unknown as AcceleratorRow[]
    this.capabilities = capabilities as unknown as CapabilityRow[]
  }
}

export const catalogues = new Catalogues()
