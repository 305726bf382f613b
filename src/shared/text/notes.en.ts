export const notesEn = {} as const
