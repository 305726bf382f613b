import type { Golden } from './golden'

export const evaluatorGolden: Golden<never> = {}
