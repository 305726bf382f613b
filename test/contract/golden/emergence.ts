import type { Golden } from './golden'

export const emergenceGolden: Golden<never> = {}
