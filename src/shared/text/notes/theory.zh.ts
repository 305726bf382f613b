import type { theoryNotesEn } from './theory.en'

export const theoryNotesZh = {} as const satisfies Record<keyof typeof theoryNotesEn, string>
