/** Notes of files that were read, and their samples. */
export const filesNotesEn = {} as const
