/** Notes of links, beliefs and evidence. */
export const linksNotesEn = {} as const
