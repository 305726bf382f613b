/** The report as files: made by the host, handed to the person. */
import type { Input } from '../../../shared/contract'
import type { Plan } from '../../../shared/plan/schema'
import type { Language } from '../../../shared/text/messages'
import { download } from './documents.svelte'
import { Asked } from './asked.svelte'
import { call } from './host'

export type Paper = NonNullable<Input<'report.pdf'>['paper']>

/** The report as it is printed, asked for while its screen is shown. */
export const preview = new Asked('report.html', { long: true })

/** A document, and which of its scenarios is on paper; null is the base. */
export interface OnPaper {
  readonly plan: Plan
  readonly scenario: string | null
}

/** Saves the PDF; resolves to its file name. */
export async function makePdf(what: OnPaper, language: Language, paper: Paper): Promise<string> {
  const file = await call('report.pdf', { ...what, language, paper })
  download(file)
  return file.fileName
}

/** Saves the tables, one file each; resolves to their names. */
export async function makeCsv(what: OnPaper, language: Language): Promise<string> {
  const files = await call('report.csv', { ...what, language })
  files.forEach(download)
  return files.map((file) => file.fileName).join(', ')
}
