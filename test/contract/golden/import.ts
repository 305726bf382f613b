import type { Golden } from './golden'

export const importGolden: Golden<never> = {}
