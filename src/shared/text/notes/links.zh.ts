import type { linksNotesEn } from './links.en'

export const linksNotesZh = {} as const satisfies Record<keyof typeof linksNotesEn, string>
