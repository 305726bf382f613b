import type { emergenceNotesEn } from './emergence.en'

export const emergenceNotesZh = {} as const satisfies Record<keyof typeof emergenceNotesEn, string>
