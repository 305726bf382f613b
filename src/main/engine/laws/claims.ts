/** Losses that are claimed for known models, in nats per token, without a computation behind them that could be repeated: shown as claims, never as results. */
import type { NoteCode } from '../../../shared/notes'

export interface Claim {
  /** Name in the catalogue of models, or of a model that is not there because its figures are not public. */
  model: string
  claimed: { low: number; high: number }
  /** What is said of its size and tokens, at least; null where nothing is. */
  figures: { N: number | null; D: number | null } | null
  /** What is known of the claim. */
  note: NoteCode
}

export const CLAIMS: readonly Claim[] = [
  { model: 'GPT-3', claimed: { low: 2.57, high: 2.57 }, figures: null, note: 'claim-gpt-3' },
  { model: 'Chinchilla', claimed: { low: 1.89, high: 1.89 }, figures: null, note: 'claim-chinchilla' },
  { model: 'GPT-4', claimed: { low: 1.7, high: 1.9 }, figures: { N: 1e12, D: 13e12 }, note: 'claim-gpt-4' },
  { model: 'Claude 3.5', claimed: { low: 1.5, high: 1.7 }, figures: { N: null, D: null }, note: 'claim-claude-3-5' }
]
