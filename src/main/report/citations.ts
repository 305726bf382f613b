import type { LawId } from '../../shared/plan/schema'

const CITATIONS: Record<LawId, string> = {
  'besiroglu-2024': 'Besiroglu et al. 2024, arXiv 2404.10102',
  'hoffmann-2022': 'Hoffmann et al. 2022, arXiv 2203.15556',
  'kaplan-2020-nd': 'Kaplan et al. 2020, arXiv 2001.08361',
  'llama-3': 'Llama Team 2024, arXiv 2407.21783'
}

/** Short citation of a law for print. */
export const lawCitation = (id: LawId): string => CITATIONS[id]
