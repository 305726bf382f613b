import type { Golden } from './golden'

export const fitGolden: Golden<never> = {}
