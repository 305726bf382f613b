/** Notes of analyses of measured results. */
export const emergenceNotesEn = {} as const
