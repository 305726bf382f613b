/** Notes of the smaller questions about emergence. */
export const theoryNotesEn = {} as const
