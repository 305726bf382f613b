/** Notes of training curves. */
export const grokkingNotesEn = {} as const
