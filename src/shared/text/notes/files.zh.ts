import type { filesNotesEn } from './files.en'

export const filesNotesZh = {} as const satisfies Record<keyof typeof filesNotesEn, string>
