import type { Golden } from './golden'

export const grokkingGolden: Golden<never> = {}
