import type { Golden } from './golden'

export const theoryGolden: Golden<never> = {}
