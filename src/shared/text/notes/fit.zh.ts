import type { fitNotesEn } from './fit.en'

export const fitNotesZh = {} as const satisfies Record<keyof typeof fitNotesEn, string>
