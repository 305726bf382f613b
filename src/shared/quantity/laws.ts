/** What the screen says of a law beside its numbers: who fitted it, on what, and its formula. The constants themselves are the engine's. */
import type { Law, PublishedLawId } from '../plan/schema'
import { formatText } from '../text/format'

type Ends = readonly [low: number, high: number] | null
interface LawCard {
  citation: string
  /** Sizes, tokens and compute of the runs it was fitted on, as the engine's law has them. */
  fitted: { readonly N: Ends; readonly D: Ends; readonly C: Ends }
  loss: string | null
}

const CHINCHILLA = 'E + A/N^α + B/D^β'

export const LAW_CARDS: Record<PublishedLawId, LawCard> = {
  'besiroglu-2024': {
    citation: 'Besiroglu et al. 2024, arXiv 2404.10102',
    fitted: { N: [57e6, 16.2e9], D: [0.82e9, 318e9], C: [1.4e18, 1.3e22] },
    loss: CHINCHILLA
  },
  'hoffmann-2022': {
    citation: 'Hoffmann et al. 2022, arXiv 2203.15556, approach 3',
    fitted: { N: [70e6, 16e9], D: [5e9, 500e9], C: [6e18, 3e21] },
    loss: CHINCHILLA
  },
  'hoffmann-2022-a1': {
    citation: 'Hoffmann et al. 2022, arXiv 2203.15556, table 3',
    fitted: { N: [70e6, 16e9], D: [5e9, 500e9], C: [6e18, 3e21] },
    loss: null
  },
  'hoffmann-2022-a2': {
    citation: 'Hoffmann et al. 2022, arXiv 2203.15556, table A3',
    fitted: { N: [70e6, 16e9], D: [5e9, 500e9], C: [6e18, 3e21] },
    loss: null
  },
  'muennighoff-2023': {
    citation: 'Muennighoff et al. 2023, arXiv 2305.16264',
    fitted: { N: [7.1e6, 8.67e9], D: [0.1e9, 900e9], C: [4.3e15, 9.3e21] },
    loss: 'E + A/N′^α + B/D′^β'
  },
  'kaplan-2020-nd': {
    citation: 'Kaplan et al. 2020, arXiv 2001.08361, eq. 1.5',
    fitted: { N: [768, 1.5e9], D: [22e6, 23e9], C: null },
    loss: '[(N_c/N)^(α_N/α_D) + D_c/D]^α_D'
  },
  'llama-3': { citation: 'Llama Team 2024, arXiv 2407.21783, figure 3', fitted: { N: [40e6, 16e9], D: null, C: [6e18, 1e22] }, loss: null }
}

/** The card of a plan's law; that of the planner's own fit says what the planner says of it. */
export function lawCard({ id, fitted }: Pick<Law, 'id' | 'fitted'>): LawCard {
  if (id !== 'fitted:chinchilla') return LAW_CARDS[id]
  if (!fitted) throw new Error('The plan’s own law has no constants')
  const { E, A, B, alpha, beta } = fitted.constants
  return { citation: `${fitted.source}: E ${E}, A ${A}, B ${B}, α ${alpha}, β ${beta}`, fitted: fitted.range, loss: CHINCHILLA }
}

/** "N 57M–16.2B, D 820M–318B, C 1.4e18–1.3e22 FLOP": each end in its own unit, the same in every language. */
export const fittedText = (law: Pick<Law, 'id' | 'fitted'>): string =>
  (['N', 'D', 'C'] as const)
    .flatMap((quantity) => {
      const ends = lawCard(law).fitted[quantity]
      // Tokens in the letters of sizes: 318B, not 0.318T.
      const kind = quantity === 'C' ? 'C' : 'N'
      return ends === null ? [] : [`${quantity} ${formatText(ends[0], kind, 'en', { bare: true })}–${formatText(ends[1], kind, 'en')}`]
    })
    .join(', ')
