/** What the screen says of a law beside its numbers: who fitted it, on what, and its formula. The constants themselves are the engine's. */
import type { LawId } from '../plan/schema'

interface LawCard {
  citation: string
  /** Sizes, tokens and compute of the runs it was fitted on. */
  fitted: string
  loss: string | null
}

const CHINCHILLA = 'E + A/N^α + B/D^β'

export const LAW_CARDS: Record<LawId, LawCard> = {
  'besiroglu-2024': { citation: 'Besiroglu et al. 2024, arXiv 2404.10102', fitted: 'N 57M–16B, D 0.8–318B, C 1.4e18–1.3e22 FLOP', loss: CHINCHILLA },
  'hoffmann-2022': { citation: 'Hoffmann et al. 2022, arXiv 2203.15556, approach 3', fitted: 'N 70M–16B, D 5–500B, C 6e18–3e21 FLOP', loss: CHINCHILLA },
  'kaplan-2020-nd': { citation: 'Kaplan et al. 2020, arXiv 2001.08361, eq. 1.5', fitted: 'N 768–1.5B, D 22M–23B', loss: '[(N_c/N)^(α_N/α_D) + D_c/D]^α_D' },
  'llama-3': { citation: 'Llama Team 2024, arXiv 2407.21783, figure 3', fitted: 'N 40M–16B, C 6e18–1e22 FLOP', loss: null }
}
