/**
 * The message catalogue. One file per area and language; `zh satisfies Messages` makes a missing Chinese text a compile error.
 * Places in a template are `{name}` or `{name|kind}`; `fill.ts` formats them for the reader.
 */
import { capabilitiesEn } from './capabilities.en'
import { capabilitiesZh } from './capabilities.zh'
import { notesEn } from './notes.en'
import { notesZh } from './notes.zh'
import { quantitiesEn } from './quantities.en'
import { quantitiesZh } from './quantities.zh'
import { reportEn } from './report.en'
import { reportZh } from './report.zh'
import { screenEn } from './screen.en'
import { screenZh } from './screen.zh'

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

export const en = { notes: notesEn, screen: screenEn, quantities: quantitiesEn, report: reportEn, capabilities: capabilitiesEn } as const
export type Messages = Texts<typeof en>
export const zh = { notes: notesZh, screen: screenZh, quantities: quantitiesZh, report: reportZh, capabilities: capabilitiesZh } as const satisfies Messages

export type Language = 'en' | 'zh'
export const messages: Record<Language, Messages> = { en, zh }
