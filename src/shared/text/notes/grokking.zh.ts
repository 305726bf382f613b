import type { grokkingNotesEn } from './grokking.en'

export const grokkingNotesZh = {} as const satisfies Record<keyof typeof grokkingNotesEn, string>
