/** Notes of laws and allocation. */
export const lawsNotesEn = {} as const
