/** report.* of the contract: the outcome of a plan as PDF or CSV bytes. */
import { createHash } from 'node:crypto'
import type { Output, ParsedInput } from '../../shared/contract'
import type { Outcome } from '../../shared/outcome'
import type { Plan } from '../../shared/plan/schema'
import { reportCsv } from '../report/csv'
import { reportHtml } from '../report/html'
import type { ApiPart } from './implementation'

/** HTML → PDF by the host's own browser engine. Page size and margins are the document's own; `paper` is for documents without them. */
export type PrintPdf = (html: string, paper: 'A4' | 'Letter') => Promise<Uint8Array>

export interface ReportParts {
  version: string
  /** Today, as in 2026-11-22. */
  today: () => string
  evaluate: (plan: Plan) => Outcome
  printPdf: PrintPdf
}

export const reportApi = ({ version, today, evaluate, printPdf }: ReportParts): ApiPart<'report'> => ({
  async 'report.pdf'({ plan, language, paper }: ParsedInput<'report.pdf'>): Promise<Output<'report.pdf'>> {
    const html = reportHtml(evaluate(plan), { language, paper, version, date: today(), planHash: hashOf(plan) })
    const pdf = await printPdf(html, paper)
    return { fileName: `${fileStem(plan.name)}.pdf`, mediaType: 'application/pdf', base64: Buffer.from(pdf).toString('base64') }
  },
  'report.csv'({ plan, language }: ParsedInput<'report.csv'>): Output<'report.csv'> {
    const files = reportCsv(evaluate(plan), { language, version, date: today(), planHash: hashOf(plan) })
    return files.map(({ fileName, text }) => ({ fileName, mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') }))
  }
})

/** Names the plan: reports with the same hash rest on the same plan. */
const hashOf = (plan: Plan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12)

/** A plan's name as a file name on every system. */
const fileStem = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 80) || 'scaling-plan'
