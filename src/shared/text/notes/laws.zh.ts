import type { lawsNotesEn } from './laws.en'

export const lawsNotesZh = {} as const satisfies Record<keyof typeof lawsNotesEn, string>
